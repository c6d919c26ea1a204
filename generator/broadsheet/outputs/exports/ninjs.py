"""An article as a ninjs 3 item (https://www.iptc.org/std/ninjs/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from broadsheet.edition import Edition
from broadsheet.language_tags import tag
from broadsheet.markdown_text import plain, without_links
from broadsheet.model import Article
from broadsheet.outputs.headline import named_in_headline
from broadsheet.outputs.known_as import known_as
from broadsheet.outputs.moments import changed, rfc3339
from broadsheet.outputs.uris import uri

VERSION = "3.1"
STANDARD = {
    "name": "ninjs",
    "version": VERSION,
    "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json",
}
_FIELDS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "work": "objects",
    "product": "objects",
    "other": "objects",
}
_TEXT = "text/plain"


def item(edition: Edition, article: Article, web: Callable[[str], str]) -> dict[str, Any]:
    """The item; values may be empty. One that was retracted is `canceled` and has no text."""
    retracted = article.retracted
    # When it was fetched is no date of its own: who reads this would take it for one.
    last = changed(article) if article.published or article.updated or article.history else None
    return {
        "standard": STANDARD,
        "uri": web(article.address) or known_as(article.id),
        "type": "text",
        "representationType": "full",
        # Changes of the text are in its history; that it was taken back is one more.
        "version": str(len(article.history) + 1 + bool(retracted)),
        "firstCreated": rfc3339(article.published) if article.published else "",
        "versionCreated": rfc3339(last) if last else "",
        "contentCreated": rfc3339(article.published) if article.published else "",
        "pubStatus": "canceled" if retracted else "usable",
        "language": tag(article.language or ""),
        "title": article.title,
        "headlines": [{"role": "main", "contentType": _TEXT, "value": article.title}],
        "descriptions": _texts("summary", article.description)
        + _texts("retraction", retracted.reason if retracted else ""),
        "bodies": _texts("main", without_links(plain(article.body).text)),
        "by": ", ".join(article.authors),
        "infoSources": list(_sources(article)),
        "usageTerms": article.rights,
        "subjects": [{"name": topic, "rel": "about"} for topic in dict.fromkeys(article.topics)],
        **_named(edition, article, web),
        "associations": list(_picture(article)),
        "altIds": list(_other_ids(article)),
    }


def _texts(role: str, text: str | None) -> list[dict[str, Any]]:
    return [{"role": role, "contentType": _TEXT, "value": text}] if text else []


def _other_ids(article: Article) -> Iterator[dict[str, str]]:
    yield {"role": "id", "value": article.id}
    if article.url:
        yield {"role": "original", "value": article.url}


def _sources(article: Article) -> Iterator[dict[str, Any]]:
    if article.source:
        yield {"name": article.source, "role": "publisher", "uri": uri(article.source_url)}
    for place in article.also_at:
        yield {"name": place.name, "role": "also-at", "uri": uri(place.url)}


def _named(edition: Edition, article: Article, web: Callable[[str], str]) -> dict[str, list[dict[str, Any]]]:
    """Who wrote it and whom it names; `by` alone does not tell two authors from one with a comma."""
    about = named_in_headline(edition, article)
    found: dict[str, list[dict[str, Any]]] = {}
    if article.authors:
        found["people"] = [{"name": name, "rel": "author"} for name in dict.fromkeys(article.authors)]
    for entity in edition.named_in(article):
        wikidata = f"http://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        said = {
            "name": entity.name,
            "rel": "about" if entity.id in about else "mentions",
            "uri": wikidata or web(entity.address),
            "literal": entity.id,
        }
        found.setdefault(_FIELDS[entity.kind], []).append(said)
    return found


def _picture(article: Article) -> Iterator[dict[str, Any]]:
    image = article.image
    if image and (address := uri(image.url)):
        yield {
            "name": "picture",
            "type": "picture",
            "uri": address,
            "by": image.credit,
            "descriptions": _texts("caption", image.alt),
            "renditions": [{"name": "original", "href": address}],
        }
