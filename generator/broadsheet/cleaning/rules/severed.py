"""What cuts a line off from the article above it: a heading "Related", "Comments" or "Tags" between them."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page

_FULL = 0.5
"""Prose from which a line counts as a paragraph."""
_OWN = 0.3
"""The part of its words that the article must have for a paragraph to be the article's."""


def look(page: Page) -> dict[str, Column]:
    """How many such headings stand between the first guess's beginning and it, and whether no paragraph since."""
    cuts = page.cuts
    gone = np.concatenate([[0.0], np.cumsum(cuts)])
    start = page.start
    count = len(cuts)
    between = np.zeros(count)
    between[start:] = gone[start:count] - gone[start]
    fresh = np.zeros(count)
    since = 0.0
    paragraphs = (page.prose > _FULL) & (page.part >= _OWN)
    for at in range(start, count):
        fresh[at] = since
        since = 1.0 if cuts[at] else 0.0 if paragraphs[at] else since
    return {
        "cut off": between / (1 + between),
        "cut off many times": np.minimum(between, 8) / 8,
        "cut off just now": fresh,
    }
