"""Which entities turned out to be others (`merged_into` on their pages), followed to the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    in_circle = {one for one in merged if one in _way(one, steps)[1:]}
    faults: dict[str, Fault] = dict.fromkeys(in_circle, "circle")
    faults |= dict.fromkeys((one for one in merged if steps[one] not in steps), "unknown")
    into: dict[str, str] = {}
    for one in sorted(merged - faults.keys()):
        end = steps[one]
        while end in merged and end not in faults:
            end = steps[end]
        into[one] = end
    return Merges(into, {one: faults[one] for one in sorted(faults)})


def _way(one: str, steps: Mapping[str, str]) -> list[str]:
    """The ids that a merge leads along, itself first, until there is none or one comes again."""
    way, seen = [one], {one}
    while following := steps.get(way[-1]):
        way.append(following)
        if following in seen:
            break
        seen.add(following)
    return way
