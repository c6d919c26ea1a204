"""Notes on a move: what became no record and why, and what was taken out of texts on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from broadsheet.sources.raw import shown

SHOWN = 5
"""Names that are told of what was left out; how many there were is told in any case."""


@dataclass(slots=True)
class Left:
    """What was left out for one reason."""

    count: int = 0
    first: list[str] = field(default_factory=list)


class Notes:
    """What a reader has to say beside the records that it gives."""

    def __init__(self) -> None:
        self.left_out: dict[str, Left] = {}
        """By why, in the order in which it was met."""
        self.taken_out: Counter[str] = Counter()
        """By what it was: how often."""
        self.hints: dict[str, None] = {}
        """What a person may want to do next, each once."""

    def left(self, why: str, what: str = "", times: int = 1) -> None:
        """Something became no record, for this reason."""
        left = self.left_out.setdefault(why, Left())
        left.count += times
        if what and len(left.first) < SHOWN:
            left.first.append(shown(what))

    def took(self, what: str, times: int = 1) -> None:
        """Something was taken out of a text."""
        if times:
            self.taken_out[what] += times

    def hint(self, what: str) -> None:
        """Something that a person may want to do."""
        self.hints[what] = None
