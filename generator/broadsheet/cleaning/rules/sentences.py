"""What runs through the line: several sentences, commas, a beginning without a capital."""

from __future__ import annotations

from broadsheet.cleaning.lines import Line


def look(line: Line) -> list[tuple[str, float]]:
    """The signs of running text inside the line."""
    found: list[tuple[str, float]] = []
    if line.shape.sentences >= 2:
        found.append(("several sentences", 1.0))
    if line.shape.commas:
        found.append(("commas", min(line.shape.commas, 4) / 4))
    if line.text[0].islower():
        found.append(("begins small", 1.0))
    return found
