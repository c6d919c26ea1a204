"""How the line ends: with a full stop, in mid-air, with a question …"""

from __future__ import annotations

from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.page import trails_off


def look(line: Line) -> list[tuple[str, float]]:
    """The mark at its end, or that a long line has none."""
    last = line.text[-1]
    if trails_off(line.text):
        return [("trails off", 1.0)]
    if last in "?？؟":
        return [("ends a sentence", 1.0), ("asks", 1.0)]
    if line.shape.final == ".":
        return [("ends a sentence", 1.0)]
    if last in ":：":
        return [("ends in a colon", 1.0)]
    return [("long without an end", 1.0)] if line.shape.words >= 16 else []
