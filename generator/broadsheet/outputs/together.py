"""Together: whom and what an entity is named with, as a list and as a network of those it is named with most surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from broadsheet.edition import Edition
from broadsheet.model import Entity
from broadsheet.outputs.company import FLOOR, Companion, company
from broadsheet.outputs.links import to_entity
from broadsheet.outputs.network import Network, Node, drawn, thinned
from broadsheet.outputs.words import Words

FEWEST = 4
"""Companions below which there is nothing to draw."""

TIES = 3
"""Most lines between one companion and others."""


def together(edition: Edition, entity: Entity, start: str, words: Words, href: Callable[[str, str], str]) -> str:
    """The company of an entity on page `start`, its picture first; empty where it has none.

    Args:
        edition: the archive.
        entity: whose company it is.
        start: the page.
        words: the site's words.
        href: gives the published address of a page, from another page.
    """
    # Of a name seen once, its article already says with whom: most names are seen once.
    if len(edition.by_entity.get(entity.id, ())) < FLOOR:
        return ""
    companions = company(edition, entity.id)
    if not companions:
        return ""
    heading = words("Named together with")
    lines = [
        f"- {to_entity(one.entity, start)} *{words.count('{count} article', '{count} articles', one.shared)}*"
        # By the number that stands there; those of as many the surest first, as `company` has them.
        for one in sorted(companions, key=lambda one: -one.shared)
    ]
    sure = [one for one in companions if one.strength]
    parts = [f"## {heading}", "\n".join(lines)]
    if len(sure) >= FEWEST:
        parts.insert(1, _picture(edition, entity, start, sure, words, href))
    return "\n\n".join(parts)


def _picture(
    edition: Edition,
    entity: Entity,
    start: str,
    companions: Sequence[Companion],
    words: Words,
    href: Callable[[str, str], str],
) -> str:
    network = Network(
        nodes=[Node(one.entity.id, one.entity.name, href(one.entity.address, start)) for one in companions],
        ties=_ties(edition, entity, [one.entity.id for one in companions]),
        middle=Node(entity.id, entity.name, ""),
        spokes={one.entity.id: one.shared for one in companions},
    )
    title = words("Named together with {name}", name=entity.name)
    about = words("A line joins two names that stand in one article; the more articles, the thicker it is.")
    return drawn(network, "network", title, about)


def _ties(edition: Edition, entity: Entity, among: Sequence[str]) -> dict[tuple[str, str], int]:
    """How many of the articles that name an entity name two of its companions as well."""
    wanted = frozenset(among)
    pairs: Counter[tuple[str, str]] = Counter()
    for article in edition.by_entity[entity.id]:
        pairs.update(combinations(sorted(wanted.intersection(edition.ids_named_in(article))), 2))
    ranked = sorted((pair for pair, count in pairs.items() if count >= FLOOR), key=lambda pair: (-pairs[pair], pair))
    return {pair: pairs[pair] for pair in thinned(ranked, TIES)}
