"""Which articles are worth comparing: those that share something rare, and not too far apart in time.

Each feature has the list of the articles that have it, newest first. In a short list every article meets every other,
in a long one only those next to it: the work grows with the articles, not with their square, and a story of many days
hangs together all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.stories.rarity import Features, Floats, Places, summed

_MOST_FEATURES = 24
"""The weightiest features of each kind by which an article is looked up."""
_REACH = 12
"""How far along a feature's list an article meets others."""
MOST_PAIRS = 24
"""The most promising pairs of an article."""


def candidates(kinds: Sequence[Features], articles: int) -> Places:
    """Pairs of articles (the earlier place first), sorted, each once."""
    parts = [_meetings(features, articles) for features in kinds]
    keys, which = np.unique(np.concatenate([keys for keys, _ in parts]), return_inverse=True)
    worth = summed(which, np.concatenate([worth for _, worth in parts]), len(keys))
    pairs: Places = np.stack([keys // articles, keys % articles], axis=1)
    kept = best(pairs[:, 0], worth) | best(pairs[:, 1], worth)
    return pairs[kept]


def _meetings(features: Features, articles: int) -> tuple[Places, Floats]:
    """Who meets whom by one kind of features (a number for the pair), and what that is worth."""
    places = features.strongest(_MOST_FEATURES)
    places = places[np.lexsort((features.owners[places], features.ids[places]))]
    owners, ids, weights = features.owners[places], features.ids[places], features.weights[places]
    keys: list[Places] = []
    worth: list[Floats] = []
    for step in range(1, _REACH + 1):
        same = ids[step:] == ids[:-step]
        keys.append(owners[:-step][same] * articles + owners[step:][same])
        worth.append((weights[:-step] * weights[step:])[same])
    return np.concatenate(keys), np.concatenate(worth)


def best(owners: Places, worth: Floats) -> NDArray[np.bool_]:
    """Which pairs are among the most promising of their article."""
    order = np.argsort(owners, kind="stable")
    starts = [*np.flatnonzero(np.diff(owners[order], prepend=-1)).tolist(), len(order)]
    rows = (worth[order[start:end]] for start, end in pairwise(starts))
    # Most pairs are far from being among them: those are not sorted by their worth.
    least = np.array(
        [np.partition(row, -MOST_PAIRS)[-MOST_PAIRS] if len(row) > MOST_PAIRS else -np.inf for row in rows]
    )
    some = order[worth[order] >= np.repeat(least, np.diff(starts))]
    some = some[np.lexsort((-worth[some], owners[some]))]  # (which leaves those that are alike in their order)
    rank = np.arange(len(some)) - np.searchsorted(owners[some], owners[some])
    found = np.zeros(len(owners), dtype=np.bool_)
    found[some[rank < MOST_PAIRS]] = True
    return found
