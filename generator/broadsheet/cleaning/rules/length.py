"""How long the line is: articles are made of long lines, menus of short ones."""

from __future__ import annotations

from broadsheet.cleaning.lines import Line

_STEPS = (
    (3, "3+ words"),
    (6, "6+ words"),
    (10, "10+ words"),
    (16, "16+ words"),
    (25, "25+ words"),
    (45, "45+ words"),
)


def look(line: Line) -> list[tuple[str, float]]:
    """Each step of length that the line reaches."""
    words = line.shape.words
    return [(name, 1.0) for least, name in _STEPS if words >= least]
