"""A spot on a line of a page, and what takes its place: all else stays, byte for byte, line ends too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """So many characters of one line, and what stands there afterwards."""

    line: int
    """From 1, as `column`."""
    column: int
    length: int
    text: str
    what: str
    """How it was mended, in words."""


def replaced(text: str, spots: Iterable[Spot]) -> str:
    """A text with what takes the place of these spots, none of which lies in another."""
    lines = text.split("\n")
    for one in sorted(spots, reverse=True):
        at = one.column - 1 + (one.line == 1 and text.startswith("\ufeff"))
        line = lines[one.line - 1]
        lines[one.line - 1] = line[:at] + one.text + line[at + one.length :]
    return "\n".join(lines)
