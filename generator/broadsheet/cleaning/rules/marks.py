"""Marks that set a line apart: list marks, separators, addresses."""

from __future__ import annotations

import re

from broadsheet.cleaning.lines import Line

_LIST = re.compile(r"^(?:\d{1,3}[.)]?\s|[•·▪►▶–*\-»›>→]\s*)")
_SEPARATOR = re.compile(r"[|·•»›>→/←«]\s")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|#\w")


def look(line: Line) -> list[tuple[str, float]]:
    """List marks at the beginning, separators between, addresses anywhere."""
    text = line.text[:500]
    found: list[tuple[str, float]] = []
    if _LIST.match(text):
        found.append(("a list mark", 1.0))
    if line.shape.words < 40 and _SEPARATOR.search(text):
        found.append(("separators", 1.0))
    if _ADDRESS.search(text):
        found.append(("an address", 1.0))
    return found
