"""Texts that are the same, word for word or nearly (MinHash).

A text is known by the least of its shingles under many ways of ordering them: the share of orders under which two
texts have the same least one is the share of shingles they have in common. Only texts that agree in a whole band of
orders are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from broadsheet.stories.reading import Reading
from broadsheet.stories.sketches import BANDS, ROWS, Sketch

_COPY = 0.75
"""The share of shingles in common from which on a text is a copy."""
_FEWEST = 5
"""Shingles below which a text is too short to be anybody's copy."""
_SAME_NUMBERS = 0.5


def alike(one: Sketch, other: Sketch) -> float:
    """About the share of shingles that two texts have in common, of all they have."""
    return float(np.mean(one == other))


def copy_pairs(readings: Sequence[Reading], sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Places of texts with the place of an earlier one of which each is a copy."""
    first: dict[tuple[int, bytes], int] = {}
    pairs: dict[tuple[int, int], None] = {}
    for place, (reading, least) in enumerate(zip(readings, sketches, strict=True)):
        if reading.size < _FEWEST:
            continue
        met: dict[int, bool] = {}
        for band in range(BANDS):
            key = band, least[band * ROWS : (band + 1) * ROWS].tobytes()
            other = first.setdefault(key, place)
            if other != place and other not in met:
                met[other] = alike(least, sketches[other]) >= _COPY and _same_numbers(reading, readings[other])
        pairs.update({(other, place): None for other, copy in met.items() if copy})
    return list(pairs)


def shared_text(one: Reading, other: Reading) -> float:
    """The share of the shorter text that stands in the other too."""
    shorter = min(one.size, other.size)
    return len(np.intersect1d(one.shingles, other.shingles, assume_unique=True)) / shorter if shorter else 0.0


def _same_numbers(one: Reading, other: Reading) -> bool:
    """Whether two texts give mostly the same figures: two match reports from one mould do not."""
    mine, theirs = set(one.numbers), set(other.numbers)
    return len(mine & theirs) >= _SAME_NUMBERS * len(mine | theirs)
