"""How many words begin with a capital: titles, names and menus have many, sentences few."""

from __future__ import annotations

from broadsheet.cleaning.lines import Line


def look(line: Line) -> list[tuple[str, float]]:
    """The part of capitals (in the middle where it says nothing), and lines all in capitals."""
    shape = line.shape
    letters = shape.capitals + shape.small
    if shape.unspaced or not letters:
        return [("capitals", 0.3)]
    part = shape.capitals / letters if letters >= 3 else 0.5
    found = [("capitals", part)]
    if letters >= 4 and part > 0.6:
        found.append(("mostly capitals", 1.0))
    if len(line.text) > 3 and line.text.isupper():
        found.append(("all capitals", 1.0))
    return found
