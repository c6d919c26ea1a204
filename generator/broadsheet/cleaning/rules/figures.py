"""Numbers, dates and times of day: counters and datelines are made of them."""

from __future__ import annotations

from broadsheet.cleaning.lines import Line, has_date, has_time


def look(line: Line) -> list[tuple[str, float]]:
    """How much of the line is figures, and which kinds."""
    shape = line.shape
    found: list[tuple[str, float]] = []
    if shape.digits:
        found.append(("figures", min(1.0, shape.digits / max(1, min(shape.words, 40)))))
    if not shape.small and not shape.capitals and not shape.unspaced:
        found.append(("no letters", 1.0))
    if has_date(line):
        found.append(("a date", 1.0))
    if has_time(line):
        found.append(("a time", 1.0))
    return found
