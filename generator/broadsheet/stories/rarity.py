"""How much it says that articles share something: the rarer, the more (TF-IDF), one kind of feature at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.language import is_common

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_UNSEEN = 100
"""Articles that we pretend to have read besides: in an archive of two, nothing is rare otherwise."""


def summed(places: Places, amounts: Floats, size: int) -> Floats:
    """The amounts, summed by place."""
    return np.bincount(places, amounts, minlength=size).astype(np.float64)


_BY_LENGTH = {1: 30.0, 2: 30.0, 3: 10.0, 4: 3.0}


class Vectors:
    """A row of weighted features for each article, of length one."""

    def __init__(self, owners: Places, ids: Places, weights: Floats, articles: int) -> None:
        """Takes the features article by article; `owners` are the articles' places."""
        self.owners, self.ids = owners, ids
        length = np.sqrt(np.bincount(owners, weights * weights, minlength=articles))
        self.weights: Floats = weights / np.maximum(length[owners], 1e-9)
        self.starts: Places = np.searchsorted(owners, np.arange(articles + 1)).astype(np.int64)
        self._scratch = np.zeros(int(ids.max(initial=-1)) + 1)

    def of(self, article: int) -> slice:
        """Where an article's features lie."""
        return slice(int(self.starts[article]), int(self.starts[article + 1]))

    def meetings(self, pairs: Places) -> tuple[Places, Places, Floats]:
        """What pairs share: the pair's place, the feature's place in the second's row, and the product of weights.

        In the order of the pairs. Fast where they are sorted by their first article.
        """
        changes = np.flatnonzero(np.diff(pairs[:, 0])) + 1
        bounds = [0, *changes.tolist(), len(pairs)] if len(pairs) else [0]
        parts: list[tuple[Places, Places, Floats]] = []
        for begin, end in pairwise(bounds):
            mine = self.of(int(pairs[begin, 0]))
            if mine.start == mine.stop:
                continue
            self._scratch[self.ids[mine]] = self.weights[mine]
            others = pairs[begin:end, 1]
            sizes = self.starts[others + 1] - self.starts[others]
            where = np.repeat(self.starts[others] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
            hit = self._scratch[self.ids[where]]
            found = np.flatnonzero(hit)
            where = where[found]
            pair = np.repeat(np.arange(begin, end), sizes)[found]
            parts.append((pair, where, hit[found] * self.weights[where]))
            self._scratch[self.ids[mine]] = 0
        if not parts:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        pair, where, product = map(np.concatenate, zip(*parts, strict=True))
        return pair, where, product

    def cosines(self, pairs: Places) -> Floats:
        """How alike the rows of each pair are, 0 to 1."""
        pair, _, product = self.meetings(pairs)
        return summed(pair, product, len(pairs))

    def strongest(self, most: int) -> Places:
        """The places of each article's `most` weightiest features, article by article."""
        order = np.lexsort((self.ids, -self.weights, self.owners))
        rank = np.arange(len(order)) - self.starts[self.owners[order]]
        return order[rank < most]


def _usual(word: str) -> float:
    """In how many of the articles that we pretend to have read a word stood: the shorter, the more."""
    if not word.isalpha() or word > "\u0e00":
        return 1.0
    return 50.0 if is_common(word) else _BY_LENGTH.get(len(word), 1.0)


class Features(Vectors):
    """The features of one kind (words, say) of all articles, weighted by how rare they are."""

    def __init__(self, by_article: Sequence[Sequence[str]], *, words: bool = False) -> None:
        """Takes the features article by article; of `words`, those that every text has are never rare."""
        index: dict[str, int] = {}
        ids: list[int] = []
        counts: list[int] = []
        sizes: list[int] = []
        for features in by_article:
            counted = Counter(features)
            ids += [index.setdefault(feature, len(index)) for feature in counted]
            counts += counted.values()
            sizes.append(len(counted))
        names = np.array(ids, dtype=np.int64)
        self.index = index
        self.spread: Places = np.bincount(names, minlength=len(index))
        """In how many articles each feature stands."""
        usual = np.array([_usual(word) for word in index], dtype=np.float64) if words else 1.0
        self.rarity: Floats = np.log((len(sizes) + _UNSEEN) / (self.spread + usual))
        self._rarest = np.log((len(sizes) + _UNSEEN) / 2)
        weights = (1 + np.log(np.array(counts, dtype=np.float64))) * self.rarity[names]
        super().__init__(np.repeat(np.arange(len(sizes)), sizes), names, weights, len(sizes))

    def shared(self, pairs: Places) -> tuple[Floats, Floats, Floats]:
        """Of each pair: the cosine, how rare all that both have is in sum, and the rarest of it.

        Rarity counts up to 1, which is that of what stands in one article only.
        """
        pair, where, product = self.meetings(pairs)
        rare = self.rarity[self.ids[where]] / self._rarest
        rarest = np.zeros(len(pairs))
        if len(pair):
            first = np.flatnonzero(np.diff(pair, prepend=-1))
            rarest[pair[first]] = np.maximum.reduceat(rare, first)
        return summed(pair, product, len(pairs)), summed(pair, rare, len(pairs)), rarest

    @cached_property
    def names(self) -> Sequence[str]:
        """Each feature by its number."""
        return list(self.index)

    def common(self, one: int, other: int) -> list[str]:
        """What two articles share, the rarest first."""
        both = np.intersect1d(self.ids[self.of(one)], self.ids[self.of(other)]).tolist()
        return [self.names[at] for at in sorted(both, key=lambda at: (self.spread[at], self.names[at]))]
