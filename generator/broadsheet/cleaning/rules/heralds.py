"""What is announced: a heading "Related" or "Comments" above, a dateline or a by-line near."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page

_REACH = (("related", "related above", 2), ("comments", "comments above", 6), ("byline", "byline above", 4))
"""Kind of cue, its trait, and how many lines below it are announced."""


def look(page: Page) -> dict[str, Column]:
    """Announcements on the lines above; a dateline above or below."""
    count = len(page.lines)
    found: dict[str, Column] = {trait: np.zeros(count) for _, trait, _ in _REACH}
    for at, cues in enumerate(page.cues):
        for kind, trait, reach in _REACH:
            covered = cues.get(kind) if cues else None
            if covered:
                announced = found[trait][at + 1 : at + 1 + reach]
                np.maximum(announced, covered, out=announced)
    above, below = np.zeros(count), np.zeros(count)
    for at, is_dateline in enumerate(page.datelines):
        if is_dateline:
            above[at + 1 : at + 5] = 1
            below[max(0, at - 3) : at] = 1
    return found | {"dateline above": above, "dateline below": below}
