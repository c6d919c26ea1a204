"""What the texts of one language say about their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

Run = tuple[str, bool]
"""Capitalised words as they stand together, folded, and whether they open a sentence."""


@dataclass
class Reading:
    """Words and runs of one language, each counted once a text."""

    language: str
    inside: Counter[str] = field(default_factory=Counter)
    """Runs that stood in mid-sentence."""
    certain: Counter[str] = field(default_factory=Counter)
    """Words with a capital where only names have one."""
    small: Counter[str] = field(default_factory=Counter)
    """Words in small letters."""

    def add(self, runs: Collection[Run], small: Collection[str]) -> None:
        """Counts one text."""
        self.small.update(small)
        inside = {run for run, opens in runs if not opens}
        self.inside.update(inside)
        certain = {word for run in inside for word in run.split(" ")}
        certain.update(word for run, opens in runs if opens for word in run.split(" ")[1:])
        self.certain.update(certain)


def is_small(word: str) -> bool:
    """Whether a word of a run is one of its small words (`of`, `d'`; not `al-Assad`)."""
    return word[0].islower() and "-" not in word
