"""Which entities turned out to be others (`merged_into` on their pages), followed to the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal

from broadsheet.model import Entity

Fault = Literal["unknown", "circle"]
"""Why a merge is not followed: it leads to no entity that there is, or round in a circle."""


@dataclass(frozen=True, slots=True)
class Merges:
    """Who is whom."""

    into: Mapping[str, str] = field(default_factory=dict)
    """By id of a merged entity: the id of what it turned out to be in the end."""
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """By id: merges that are not followed, each with the reason; those entities stand for themselves."""


def merges(entities: Iterable[Entity]) -> Merges:
    """The merges among these entities (rejected ones too), whatever their order.

    A chain is followed to its end. Where it leads to nothing, the last link of it stands for itself; in a circle, each.
    """
    steps = {entity.id: entity.merged_into or "" for entity in entities}
    merged = {one for one, other in steps.items() if other}
    if not merged:
        return Merges()
    faults: dict[str, Fault] = dict.fromkeys(_in_circles(steps, merged), "circle")
    faults |= dict.fromkeys((one for one in merged if steps[one] not in steps), "unknown")
    into: dict[str, str] = {}
    for one in merged - faults.keys():
        way, end = [one], steps[one]
        while end in merged and end not in faults:
            if end in into:
                end = into[end]
                break
            way.append(end)
            end = steps[end]
        into.update(dict.fromkeys(way, end))
    return Merges(dict(sorted(into.items())), dict(sorted(faults.items())))


def _in_circles(steps: Mapping[str, str], merged: AbstractSet[str]) -> set[str]:
    """The ids from which merges lead back to themselves. Each is looked at once, however long the chains are."""
    found: set[str] = set()
    walked: set[str] = set()
    for one in merged:
        way: dict[str, int] = {}
        at = one
        while at in merged and at not in walked:
            walked.add(at)
            way[at] = len(way)
            at = steps[at]
        if at in way:
            found.update(list(way)[way[at] :])
    return found
