"""An article as the records that it came from: what another archive reads, and makes the same article of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.edition import Edition
from broadsheet.markdown_text import plain, without_links
from broadsheet.model import Article, Copy, Moment


def records(edition: Edition, article: Article) -> Iterator[dict[str, Any]]:
    """Its record, and one more for each outlet that published the same text; values may be empty.

    Dates are as exact as they are known. Of names there are those that it came with and those of adopted entities that
    were found in it: who reads this need not find them again. What cleaning cut is not told.
    """
    own = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "body": without_links(plain(article.body).text),
        "published": _written(article.published),
        "updated": _written(article.updated),
        "retrieved": _written(article.retrieved),
        "source": _outlet(article.source, article.source_url),
        "authors": article.authors,
        "language": article.language,
        "description": article.description,
        "section": article.section,
        "topics": article.topics,
        "entities": list(_names(edition, article)),
        "image": article.image and article.image.model_dump(),
        "rights": article.rights,
        "retracted": article.retracted
        and ({"reason": article.retracted.reason, "date": _written(article.retracted.date)}),
    }
    yield {**{name: value for name, value in article.extra.items() if name not in own}, **own}
    for copy in article.also_at if not article.retracted else ():
        yield _copy(own, copy)


def _copy(own: Mapping[str, Any], copy: Copy) -> dict[str, Any]:
    """The same text at another outlet: what the first says of itself alone is left out."""
    return {
        "id": copy.id,
        "url": copy.url,
        "title": copy.title or own["title"],
        "body": own["body"],
        "published": _written(copy.published),
        "updated": _written(copy.updated),
        "retrieved": _written(copy.retrieved),
        "source": _outlet(copy.name, None),
        "language": own["language"],
        "topics": copy.topics,
    }


def _outlet(name: str, url: str | None) -> dict[str, Any]:
    return {"name": name, "url": url} if name else {}


def _names(edition: Edition, article: Article) -> Iterator[dict[str, Any]]:
    yield from (one.model_dump() for one in article.entities)
    known = {one.name for one in article.entities} | {alias for one in article.entities for alias in one.aliases}
    for entity in edition.named_in(article):
        if entity.status == "adopted" and known.isdisjoint(entity.every_name):
            yield {"name": entity.name, "kind": entity.kind, "wikidata": entity.wikidata}


def _written(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""
