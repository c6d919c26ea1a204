"""Who is named most, and who for the first time."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from broadsheet.edition import Edition
from broadsheet.model import KINDS, Article, Entity
from broadsheet.outputs.links import to_entity, to_kind
from broadsheet.outputs.words import Words

MOST = 8
"""Names of one kind in a list of the most named."""


def most_named(
    edition: Edition, articles: Iterable[Article], kinds: Sequence[str] = KINDS, most: int = MOST
) -> Mapping[str, Sequence[tuple[Entity, int]]]:
    """By kind, the entities that most of these articles name, with the number of articles; ties by id.

    What a single article names is no news about the lot, and is left out.
    """
    ranked: dict[str, list[tuple[Entity, int]]] = {kind: [] for kind in kinds}
    for entity_id, count in sorted(_counted(edition, articles).items(), key=lambda pair: (-pair[1], pair[0])):
        entity = edition.entities[entity_id]
        if count > 1 and entity.kind in ranked and len(ranked[entity.kind]) < most:
            ranked[entity.kind].append((entity, count))
    return ranked


def most_named_list(ranked: Mapping[str, Sequence[tuple[Entity, int]]], start: str, words: Words) -> str:
    """The same as a list, a line for each kind; empty when nothing is named twice."""
    lines = []
    for kind, entities in ranked.items():
        chips = words.listed(f"{to_entity(entity, start)} {words.number(count)}" for entity, count in entities)
        if chips:
            lines.append(f"- {to_kind(kind, start, words)}{words.colon} {chips}")
    return "\n".join([f"## {words('Most named')}", "", *lines]) if lines else ""


def first_named(edition: Edition) -> Mapping[dt.date, Sequence[Entity]]:
    """By day, the entities whose earliest dated article is of that day, in the order of ids.

    On the archive's first day every name is new, which says nothing: that day is left out.
    """
    days: dict[dt.date, list[Entity]] = defaultdict(list)
    for entity_id in sorted(edition.by_entity):
        earliest = next((article.day for article in reversed(edition.by_entity[entity_id]) if article.day), None)
        if earliest:
            days[earliest].append(edition.entities[entity_id])
    days.pop(min(edition.by_day, default=dt.date.min), None)
    return days


def _counted(edition: Edition, articles: Iterable[Article]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(edition.ids_named_in(article))
    return counts
