"""The lines just above and below: prose, cues, short lines, a picture's credit."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page
from broadsheet.cleaning.rules.captions import ends_in_credit

_SHORT = 6


def look(page: Page) -> dict[str, Column]:
    """What the line above is, what the line below is; nothing stands above the first and below the last."""
    short = np.array([line.shape.words < _SHORT for line in page.lines], dtype=float)
    credit = np.array(
        [
            1.0 if ends_in_credit(line) else cues.get("credit", 0.0)
            for line, cues in zip(page.lines, page.cues, strict=True)
        ]
    )
    return {
        "prose just above": _shifted(page.prose, 1, 0.0),
        "prose just below": _shifted(page.prose, -1, 0.0),
        "cue above": _shifted(page.cued, 1, 0.0),
        "cue below": _shifted(page.cued, -1, 0.0),
        "short line above": _shifted(short, 1, 1.0),
        "short line below": _shifted(short, -1, 1.0),
        "credit below": _shifted(credit, -1, 0.0),
    }


def _shifted(column: Column, by: int, edge: float) -> Column:
    """The column moved down (1) or up (-1) by a line."""
    moved = np.roll(column, by)
    moved[0 if by > 0 else -1] = edge
    return moved
