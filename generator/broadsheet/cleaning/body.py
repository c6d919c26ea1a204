"""Which lines of a page are the article's body: the rules' traits weighed, then the likeliest course of the page.

A page runs   above -> text -> (a break, text again) … -> below.   Weights say how well a line fits each part, and
how well the text may begin or end at it (`weights.py`). From them follows, for every line, how likely it is text
(the forward-backward sums of a hidden Markov chain: Rabiner 1989). Kept are the likeliest lines, as many as
promise the best balance of what is found and what is wrongly kept (expected F1: Nan et al. 2012).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.page import Column, Page
from broadsheet.cleaning.rules import columns_of, traits_of
from broadsheet.cleaning.weights import BREAK, PARTS, RESUME, STANDING, STAY_BROKEN, WEIGHTS

_STEEPEST = 30.0
_NONE = (0.0,) * len(PARTS)


@lru_cache(maxsize=20_000)
def _own(line_text: Line) -> tuple[float, ...]:
    total = list(STANDING)
    for name, strength in traits_of(line_text):
        for part, weight in enumerate(WEIGHTS.get(name, _NONE)):
            total[part] += weight * strength
    return tuple(total)


def fits(page: Page) -> Column:
    """How well each line fits each part: a row a line, a column for each of PARTS."""
    scores = np.array([_own(Line(0, line.text, False, line.shape)) for line in page.lines])  # noqa: FBT003
    weighed = [(column, WEIGHTS[name]) for name, column in columns_of(page).items() if name in WEIGHTS]
    scores += np.array([column for column, _ in weighed]).T @ np.array([weights for _, weights in weighed])
    return np.asarray(np.clip(scores, -_STEEPEST, _STEEPEST), dtype=np.float64)


def likelihoods(page: Page) -> list[float]:
    """How likely each line is to be the article's text, from 0 to 1; what the site's pages share never is."""
    chances = _chances(np.exp(fits(page)).tolist())
    return [0.0 if at in page.shared or at in page.notices else chance for at, chance in enumerate(chances)]


def _chances(rows: Sequence[Sequence[float]]) -> list[float]:
    """Forward and backward through the page; each step is scaled, so that long pages do not vanish."""
    into, stay, back = math.exp(BREAK), math.exp(STAY_BROKEN), math.exp(RESUME)
    above, text, broken, below = 1.0, 0.0, 0.0, 0.0
    forward: list[tuple[float, float, float, float]] = []
    for fits_above, fits_text, fits_below, begins, ends in rows:
        above, text, broken, below = (
            above * fits_above,
            (above * begins + text + broken * back) * fits_text,
            text * into + broken * stay,
            (text * ends + below) * fits_below,
        )
        scale = 1 / (above + text + broken + below)
        above, text, broken, below = above * scale, text * scale, broken * scale, below * scale
        forward.append((above, text, broken, below))
    chances = [0.0] * len(rows)
    above, text, broken, below = 1.0, 1.0, 0.0, 1.0
    for at in range(len(rows) - 1, -1, -1):
        before = forward[at]
        kept = before[1] * text
        whole = before[0] * above + kept + before[2] * broken + before[3] * below
        chances[at] = kept / whole if whole > 0 else 0.0
        fits_above, fits_text, fits_below, begins, ends = rows[at]
        above, text, broken, below = (
            above * fits_above + text * fits_text * begins,
            text * fits_text + broken * into + below * fits_below * ends,
            text * fits_text * back + broken * stay,
            below * fits_below,
        )
        scale = 1 / (above + text + broken + below)
        above, text, broken, below = above * scale, text * scale, broken * scale, below * scale
    return chances


def choose(lines: Sequence[Line], chances: Sequence[float]) -> frozenset[int]:
    """The lines to keep: the likeliest ones, by words, up to the best expected F1."""
    words = [max(1, line.shape.words) for line in lines]
    hoped = sum(chance * count for chance, count in zip(chances, words, strict=True))
    best = right = kept = 0.0
    taken = 0
    order = sorted(range(len(lines)), key=lambda at: (-chances[at], at))
    for place, at in enumerate(order, start=1):
        if chances[at] < 0.05:
            break
        right += chances[at] * words[at]
        kept += words[at]
        expected = 2 * right / (kept + hoped)
        if expected > best:
            best, taken = expected, place
    return frozenset(order[:taken])
