"""A long text in pieces that a model can take, cut where nothing is torn apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLACES_TO_CUT = (re.compile(r"\n\s*\n"), re.compile(r"[.!?…]\s+|[。！？]|\n"), re.compile(r"\s+|[，、،]"))
"""Best first: between paragraphs, between sentences, between words."""


def windows(text: str, most: int) -> Iterator[tuple[int, str]]:
    """The pieces of a text, each with where it begins; none longer than `most` characters."""
    start = 0
    while len(text) - start > most:
        end = start + most
        cut = next(filter(None, (_last(place, text, start + most // 2, end) for place in _PLACES_TO_CUT)), end)
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def _last(place: re.Pattern[str], text: str, low: int, high: int) -> int:
    """The end of the last place to cut between two offsets; 0 where there is none."""
    return max((match.end() for match in place.finditer(text, low, high)), default=0)
