"""What stands on the page, or on other pages of the site, more than once."""

from __future__ import annotations

import numpy as np

from broadsheet.cleaning.page import Column, Page


def look(page: Page) -> dict[str, Column]:
    """The line again in this dump; the line in other dumps of the site."""
    found: dict[str, Column] = {"stands twice": np.array(page.again, dtype=float)}
    if page.shared:
        column = np.zeros(len(page.lines))
        column[sorted(page.shared)] = 1
        found["on other pages"] = column
    return found
