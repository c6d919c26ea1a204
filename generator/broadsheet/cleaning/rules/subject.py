"""Whether the line speaks of what the article speaks of: words it shares with the first guess."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page


def look(page: Page) -> dict[str, Column]:
    """The part of its longer words that the article has too, how many they are, and whether there is none."""
    return {
        "on the subject": page.part,
        "words of the article": np.minimum(page.common, 6) / 6,
        "off the subject": ((page.common == 0) & (page.stems >= 3)).astype(float),
    }
