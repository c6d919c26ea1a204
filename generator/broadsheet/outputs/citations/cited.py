"""What a citation says of an article, whatever its format. Every text is one line.

Of a text that several outlets published it cites the first: a citation is of one publication, and the page names all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from broadsheet import addresses, language_tags
from broadsheet.model import Article, Moment
from broadsheet.outputs.uris import uri
from broadsheet.outputs.xml_text import line


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One citation."""

    key: str
    """What it alone is called in a bibliography: lower-case ASCII letters, digits and hyphens."""
    title: str
    authors: tuple[str, ...]
    """Each as the source writes it: nobody can tell for sure which part is the family's name."""
    source: str
    published: dt.date | None
    accessed: dt.date | None
    url: str
    """Where it was published, else its page here."""
    archived: str
    """Its page here; empty where the site's address is not known."""
    archive: str
    """This site's name."""
    language: str


def cited(article: Article, archive: str, page: str) -> Cited:
    """The citation of an article."""
    return Cited(
        key=addresses.citation_key(article.address),
        title=line(article.title) or "–",
        authors=tuple(filter(None, map(line, article.authors))),
        source=line(article.source),
        published=_day(article.published),
        accessed=_day(article.retrieved),
        url=uri(article.url) or page,
        archived=page,
        archive=line(archive),
        language=language_tags.tag(article.language or ""),
    )


def _day(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
