"""Prose around the line, on the article's subject: prose stands among prose, a menu among menus."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page


def look(page: Page) -> dict[str, Column]:
    """How much of it stands within five and within fifteen lines, and in all above and below."""
    count = len(page.lines)
    at = np.arange(count)
    kin = page.kin
    in_all = float(kin[-1]) or 1.0
    found: dict[str, Column] = {"prose gone by": kin[:-1] / in_all, "prose to come": 1 - kin[1:] / in_all}
    for reach, above, below in ((5, "prose near above", "prose near below"), (15, "prose above", "prose below")):
        found[above] = (kin[:-1] - kin[np.maximum(0, at - reach)]) / reach
        found[below] = (kin[np.minimum(count, at + 1 + reach)] - kin[1:]) / reach
    return found
