"""Where the line stands: within the first guess or how far from it, below the title."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page

_FARTHEST = 40


def look(page: Page) -> dict[str, Column]:
    """Its place relative to the first guess and to the title."""
    at = np.arange(len(page.lines))
    found: dict[str, Column] = {
        "in the first guess": ((at >= page.start) & (at < page.end)).astype(float),
        "lines before the first guess": np.log1p(np.clip(page.start - at, 0, _FARTHEST)),
        "lines after the first guess": np.log1p(np.clip(at - page.end + 1, 0, _FARTHEST)),
        "begins the first guess": (at == page.start).astype(float),
        "just after the first guess": (at == page.end).astype(float),
    }
    if page.title >= 0:
        found["looks like the title"] = (at == page.title).astype(float)
        found["below the title"] = (at > page.title).astype(float)
    return found
