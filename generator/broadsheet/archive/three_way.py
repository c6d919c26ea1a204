"""Three-way merge: what was generated last, what is generated now, and what a person made of the first.

For texts, paragraph by paragraph, with the semantics of `git merge-file`: what one side changed is taken over,
what both changed alike is taken once, what both changed differently is a conflict. Changes that only touch do
not conflict: between two paragraphs lies an empty line that neither changed. For values of front matter, key
by key; lists member by member, so that a list never conflicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter
from typing import Any

LONGEST = 4000
"""Paragraphs up to which two texts are aligned; what is longer and differs throughout is one change."""


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()
"""What stands for a key that is not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that the other side has in the place of some of a person's paragraphs."""

    start: int
    """The first of the person's paragraphs that are concerned; where none is, those new go before it."""
    end: int
    theirs: Sequence[str]
    """What the other side has there: paragraphs; may be none."""
    conflict: bool
    """Whether the person changed them too, and otherwise."""
    low: int
    """The first paragraph of the base that both stand for."""
    high: int
    """And one past the last: the same where both sides put something in."""
    same: bool = False
    """Whether the person has it already."""


@dataclass(frozen=True, slots=True)
class _Hunk:
    """One side's change: paragraphs `low` to `high` of the base became `start` to `end` of the side."""

    low: int
    high: int
    start: int
    end: int

    def meets(self, low: int, high: int) -> bool:
        """Whether it changes what lies between `low` and `high`, or both put something in at one place."""
        if low == high or self.low == self.high:
            return low < self.low < high or self.low < low < self.high or (self.low, self.high) == (low, high)
        return self.low < high and low < self.high

    @property
    def growth(self) -> int:
        """By how many paragraphs the side has more than the base there."""
        return (self.end - self.start) - (self.high - self.low)


def merged_paragraphs(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Change]:
    """What `theirs` changed in `base`, in order, and where it stands in `mine`."""
    changes: list[Change] = []
    ahead_mine = ahead_theirs = 0
    for low, high, ours, others in _met(list(_hunks(base, mine)), list(_hunks(base, theirs))):
        start, there = low + ahead_mine, low + ahead_theirs
        ahead_mine += sum(hunk.growth for hunk in ours)
        ahead_theirs += sum(hunk.growth for hunk in others)
        new = theirs[there : high + ahead_theirs]
        if others:
            same = list(mine[start : high + ahead_mine]) == list(new)
            changes.append(Change(start, high + ahead_mine, new, bool(ours) and not same, low, high, same))
    return changes


def merged_value(base: Any, mine: Any, theirs: Any) -> tuple[Any, bool]:
    """A value of front matter merged, and whether it is in conflict (then it is the person's)."""
    if theirs in (mine, base):
        return mine, False
    if mine == base:
        return theirs, False
    kinds = {type(value) for value in (base, mine, theirs) if value is not ABSENT}
    if kinds == {list}:
        return _members(*([] if value is ABSENT else value for value in (base, mine, theirs))), False
    if kinds == {dict} and mine is not ABSENT and theirs is not ABSENT:
        return merged_mapping({} if base is ABSENT else base, mine, theirs)
    return mine, True


def merged_mapping(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], bool]:
    """A mapping merged key by key, in the person's order, and whether any key is in conflict."""
    found: dict[str, Any] = {}
    doubt = False
    for key in dict.fromkeys([*mine, *theirs]):
        value, conflict = merged_value(base.get(key, ABSENT), mine.get(key, ABSENT), theirs.get(key, ABSENT))
        doubt = doubt or conflict
        if value is not ABSENT:
            found[key] = value
    return found, doubt


def _met(mine: Sequence[_Hunk], theirs: Sequence[_Hunk]) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """The changes of both sides, those that meet together: the stretch of the base, mine in it, theirs in it."""
    waiting = sorted(
        [(hunk.low, hunk.high, 0, hunk) for hunk in mine] + [(hunk.low, hunk.high, 1, hunk) for hunk in theirs],
        key=itemgetter(0, 1, 2),
    )
    while waiting:
        low, high, side, hunk = waiting.pop(0)
        sides: tuple[list[_Hunk], list[_Hunk]] = ([], [])
        sides[side].append(hunk)
        while waiting and waiting[0][3].meets(low, high):
            _, end, side, hunk = waiting.pop(0)
            high = max(high, end)
            sides[side].append(hunk)
        yield low, high, *sides


def _hunks(base: Sequence[str], side: Sequence[str]) -> Iterator[_Hunk]:
    """The changes of one side, each as small as can be told."""
    first = 0
    while first < min(len(base), len(side)) and base[first] == side[first]:
        first += 1
    last = 0
    while last < min(len(base), len(side)) - first and base[-1 - last] == side[-1 - last]:
        last += 1
    low, high, start, end = first, len(base) - last, first, len(side) - last
    if max(high - low, end - start) > LONGEST:
        yield _Hunk(low, high, start, end)
        return
    alike = SequenceMatcher(None, base[low:high], side[start:end], autojunk=False)
    for kind, one, two, three, four in alike.get_opcodes():
        if kind == "replace" and two - one == four - three:
            # As many as before: each is taken for the new wording of the old one.
            for step in range(two - one):
                yield _Hunk(low + one + step, low + one + step + 1, start + three + step, start + three + step + 1)
        elif kind != "equal":
            yield _Hunk(low + one, low + two, start + three, start + four)


def _members(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    was, now = {_key(one) for one in base}, {_key(one) for one in theirs}
    left = [one for one in mine if _key(one) in now or _key(one) not in was]
    here = {_key(one) for one in mine}
    return left + [one for one in theirs if _key(one) not in was and _key(one) not in here]


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
