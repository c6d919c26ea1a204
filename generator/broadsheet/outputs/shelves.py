"""Shelves: the topics, sources and authors under which articles are listed, each with its address."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence

from broadsheet import addresses
from broadsheet.edition import Edition, Filed, folded
from broadsheet.model import Article


def topic_addresses(edition: Edition) -> Filed[str]:
    """The page of each topic."""
    return _shelved(edition.by_topic, addresses.topic)


def source_addresses(edition: Edition) -> Filed[str]:
    """The page of each source."""
    return _shelved(edition.by_source, addresses.source)


def author_addresses(edition: Edition) -> Filed[str]:
    """The page of each author."""
    return _shelved(edition.by_author, addresses.author)


def _shelved(filed: Filed[Sequence[Article]], address: Callable[[str], str]) -> Filed[str]:
    """An address for each name; of names that spell alike, the oldest keeps the plain one, others carry a digest.

    The oldest in the archive, so that the next one, which is mostly newer, takes no address away.
    """
    taken: dict[str, str] = {}
    for name in sorted(filed, key=lambda name: (_first_day(filed[name]), name)):
        slug = addresses.slug(name, folded(name))
        if slug in taken:
            digest = hashlib.sha256(folded(name).encode("utf-8", "surrogatepass")).hexdigest()
            slug = f"{slug}-{digest[:8]}"
        taken[slug] = name
    found = {name: address(slug) for slug, name in taken.items()}
    return Filed({name: found[name] for name in filed})


def _first_day(articles: Sequence[Article]) -> dt.date:
    return next((article.day for article in reversed(articles) if article.day), dt.date.max)


def shelf(front: str) -> Callable[[int], str]:
    """The addresses of all pages of the list whose first page is `front`."""
    return lambda number: front if number == 1 else f"{front.removesuffix('.md')}/{number}.md"
