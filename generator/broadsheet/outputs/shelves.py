"""Shelves: the topics and sources under which articles are listed, each with its address."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from broadsheet import addresses
from broadsheet.edition import Edition


def topic_addresses(edition: Edition) -> Mapping[str, str]:
    """The page of each topic."""
    return _shelved(edition.by_topic, addresses.topic)


def source_addresses(edition: Edition) -> Mapping[str, str]:
    """The page of each source."""
    return _shelved(edition.by_source, addresses.source)


def _shelved(names: Iterable[str], address: Callable[[str], str]) -> Mapping[str, str]:
    """An address for each name; of names that spell alike, the first keeps the plain one, others carry a digest."""
    taken: dict[str, str] = {}
    for name in names:
        slug = addresses.slug(name)
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        taken[slug] = name
    return {name: address(slug) for slug, name in taken.items()}


def shelf(front: str) -> Callable[[int], str]:
    """The addresses of all pages of the list whose first page is `front`."""
    return lambda number: front if number == 1 else f"{front.removesuffix('.md')}/{number}.md"
