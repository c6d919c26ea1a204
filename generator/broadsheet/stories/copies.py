"""Texts that are the same, word for word or nearly (MinHash).

A text is known by the least of its shingles under many ways of ordering them: the share of orders under which two
texts have the same least one is the share of shingles they have in common. Only texts that agree in a whole band of
orders are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from broadsheet.stories.reading import Reading

_BANDS, _ROWS = 16, 4
_COPY = 0.75
"""The share of shingles in common from which on a text is a copy."""
_FEWEST = 5
"""Shingles below which a text is too short to be anybody's copy."""
_SAME_NUMBERS = 0.5

_ORDERS = np.random.Generator(np.random.PCG64(5)).integers(1, 1 << 63, _BANDS * _ROWS, dtype=np.uint64) * 2 + 1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_NOTHING = np.zeros(_BANDS * _ROWS, dtype=np.uint64)

Sketch = NDArray[np.uint64]


def sketch(shingles: NDArray[np.uint64]) -> Sketch:
    """The least shingle in each order."""
    if not len(shingles):
        return _NOTHING
    mixed = shingles ^ (shingles >> np.uint64(29))
    least: Sketch = (mixed[:, None] * _ORDERS[None, :]).min(axis=0)
    return least


def alike(one: Sketch, other: Sketch) -> float:
    """About the share of shingles that two texts have in common, of all they have."""
    return float(np.mean(one == other))


def copy_pairs(readings: Sequence[Reading], sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Places of texts with the place of an earlier one of which each is a copy."""
    first: dict[tuple[int, bytes], int] = {}
    pairs: dict[tuple[int, int], None] = {}
    for place, (reading, least) in enumerate(zip(readings, sketches, strict=True)):
        if len(reading.shingles) < _FEWEST:
            continue
        met: dict[int, bool] = {}
        for band in range(_BANDS):
            key = band, least[band * _ROWS : (band + 1) * _ROWS].tobytes()
            other = first.setdefault(key, place)
            if other != place and other not in met:
                met[other] = alike(least, sketches[other]) >= _COPY and _same_numbers(reading, readings[other])
        pairs.update({(other, place): None for other, copy in met.items() if copy})
    return list(pairs)


def shared_text(one: Reading, other: Reading) -> float:
    """The share of the shorter text that stands in the other too."""
    shorter = min(len(one.shingles), len(other.shingles))
    return len(np.intersect1d(one.shingles, other.shingles, assume_unique=True)) / shorter if shorter else 0.0


def _same_numbers(one: Reading, other: Reading) -> bool:
    """Whether two texts give mostly the same figures: two match reports from one mould do not."""
    mine, theirs = set(one.numbers), set(other.numbers)
    return len(mine & theirs) >= _SAME_NUMBERS * len(mine | theirs)
