"""Cue words: how much of the line is made of the phrases of boilerplate."""

from __future__ import annotations

from broadsheet.cleaning.cues import kinds
from broadsheet.cleaning.lines import Line


def look(line: Line) -> list[tuple[str, float]]:
    """Each kind of cue in the line."""
    return [(f"cue: {kind}", covered) for kind, covered in kinds(line.text).items()]
