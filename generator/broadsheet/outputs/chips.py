"""Chips: the names of a text or of many, by kind, each linked."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.model import KINDS, Entity
from broadsheet.outputs.links import to_entity, to_kind
from broadsheet.outputs.words import Words


def chips(named: Iterable[Entity], start: str, words: Words, *, most: int = 0) -> str:
    """`- People: A, B` for each kind on page `start`, in the given order; what is over `most` is counted."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for entity in named:
        by_kind[entity.kind].append(to_entity(entity, start))
    return "\n".join(
        f"- {to_kind(kind, start, words)}{words.colon} {some(linked, words, most or len(linked))}"
        for kind, linked in by_kind.items()
        if linked
    )


def some(linked: list[str], words: Words, most: int) -> str:
    """`A, B, C and 4 more`: the first of many."""
    left = len(linked) - most
    more = words.count("and {count} more", "and {count} more", left) if left > 0 else ""
    return words.listed(linked[:most], more)
