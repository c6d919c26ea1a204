"""An entry of a feed: an article, or the edition of a day."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from broadsheet import language_tags
from broadsheet.edition import folded, newest_first
from broadsheet.model import Article, Copy, Moment
from broadsheet.outputs.copies import as_copied, copy_at
from broadsheet.outputs.items import lead
from broadsheet.outputs.known_as import known_as
from broadsheet.outputs.licences import licence
from broadsheet.outputs.moments import changed
from broadsheet.outputs.uris import uri

# Where the system's own list of media types is no matter: the same file everywhere.
_TYPES = mimetypes.MimeTypes()


MOST_COPIES = 20
"""Other outlets of one text that an entry names, since it stands in many feeds."""


class Elsewhere(NamedTuple):
    """Another place where the same text was published; either may be empty."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one thing. Texts are plain, addresses are URIs."""

    id: str
    title: str
    link: str
    """Its page on this site."""
    summary: str
    updated: Moment
    published: Moment | None = None
    via: str = ""
    """Where it was first published."""
    also_at: Sequence[Elsewhere] = ()
    """Other outlets that published the same text."""
    authors: Sequence[str] = ()
    categories: Sequence[str] = ()
    language: str = ""
    rights: str = ""
    licence: str = ""
    image: str = ""
    image_type: str = ""
    """The picture's media type; empty where its address does not tell."""


def of_article(article: Article, updated: Moment, link: str) -> Entry:
    """An article's entry."""
    image = uri(article.image.url) if article.image else ""
    kind = (_TYPES.guess_type(image.partition("?")[0])[0] or "") if image else ""
    return Entry(
        id=known_as(article.id),
        title=article.title,
        link=link,
        summary=lead(article) or article.title,
        updated=updated,
        published=article.published,
        via=uri(article.url),
        also_at=tuple(Elsewhere(one.name, uri(one.url)) for one in article.also_at[:MOST_COPIES]),
        authors=article.authors or ((article.source,) if article.source else ()),
        categories=tuple(dict.fromkeys(article.topics)),
        language=language_tags.tag(article.language or ""),
        rights=" ".join((article.rights or "").split()),
        licence=licence(article.rights),
        image=image,
        image_type=kind if kind.startswith("image/") else "",
    )


def published_by(outlet: str, articles: Sequence[Article]) -> Sequence[Article]:
    """What an outlet published, newest first: of a copy of another's text, its own headline, date, address and topics.

    It is an entry of its own, with the outlet for an author, since the article's is in other feeds.
    """

    def there(article: Article) -> Article:
        copy = copy_at(outlet, article)
        if copy is None:
            return article
        first = Copy(name=article.source, url=article.url)
        return replace(
            as_copied(article, copy),
            id=f"{article.id} {folded(outlet)}",
            url=copy.url,
            also_at=(first, *(one for one in article.also_at if one != copy)),
            updated=copy.updated if copy.day else article.updated,
            history=() if copy.day else article.history,
            source=copy.name,
            authors=(copy.name,),
            topics=copy.topics or article.topics,
        )

    return sorted(map(there, articles), key=newest_first)


class Entries:
    """The entries of articles, each made once."""

    def __init__(self, web: Callable[[str], str]) -> None:
        self._web = web
        self._made: dict[str, Entry] = {}

    def latest(self, articles: Sequence[Article], most: int) -> Sequence[Entry]:
        """Those of the newest articles. What has no date is no news: it is left out."""
        found: list[Entry] = []
        for article in articles:
            if len(found) == most:
                break
            if entry := self._of(article):
                found.append(entry)
        return found

    def _of(self, article: Article) -> Entry | None:
        if article.id not in self._made:
            updated = changed(article)
            if updated is None:
                return None
            self._made[article.id] = of_article(article, updated, self._web(article.address))
        return self._made[article.id]


class Rendered:
    """The entries of one format, each written once for all feeds that it stands in."""

    def __init__(self, write: Callable[[Entry], str]) -> None:
        self._write = write
        self._done: dict[str, str] = {}

    def all(self, entries: Sequence[Entry]) -> list[str]:
        """These entries as they are written."""
        for entry in entries:
            if entry.id not in self._done:
                self._done[entry.id] = self._write(entry)
        return [self._done[entry.id] for entry in entries]
