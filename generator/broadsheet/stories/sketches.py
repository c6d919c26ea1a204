"""The sketch of a text: by it, texts are found to be the same without being compared (MinHash)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BANDS, ROWS = 16, 4

_ORDERS = np.random.Generator(np.random.PCG64(5)).integers(1, 1 << 63, BANDS * ROWS, dtype=np.uint64) * 2 + 1
_NOTHING = np.zeros(BANDS * ROWS, dtype=np.uint64)

Sketch = NDArray[np.uint64]


def sketch(shingles: NDArray[np.uint64]) -> Sketch:
    """The least shingle in each order."""
    if not len(shingles):
        return _NOTHING
    mixed = shingles ^ (shingles >> np.uint64(29))
    least: Sketch = (mixed[:, None] * _ORDERS[None, :]).min(axis=0)
    return least
