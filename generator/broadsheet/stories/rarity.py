"""How much it says that articles share something: the rarer, the more (TF-IDF), one kind of feature at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.language import is_common

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Counts = NDArray[np.int64]

_UNSEEN = 100
"""Articles that we pretend to have read besides: in an archive of two, nothing is rare otherwise. And as many of each
source: one whose few articles tell one event must not part them."""


def summed(places: Places, amounts: Floats, size: int) -> Floats:
    """The amounts, summed by place."""
    return np.bincount(places, amounts, minlength=size).astype(np.float64)


_BY_LENGTH = {1: 30.0, 2: 30.0, 3: 10.0, 4: 3.0}
"""In how many of those a word of so few letters stood: short words are seldom about anything, in any language."""


class Vectors:
    """A row of weighted features for each article, of length one."""

    def __init__(
        self, owners: Places, ids: Places, weights: Floats, articles: int, *, counting: Floats | float = 1.0
    ) -> None:
        """Takes the features article by article; `owners` are the articles' places.

        `counting` is how much of each weight counts: what does not still makes the rest a smaller part of its row.
        """
        self.owners, self.ids = owners, ids
        length = np.sqrt(np.bincount(owners, weights * weights, minlength=articles))
        self.full: Floats = weights / np.maximum(length[owners], 1e-9)
        """What each feature is of its row."""
        self.weights: Floats = self.full * counting
        """What of it counts."""
        self.starts: Places = np.searchsorted(owners, np.arange(articles + 1)).astype(np.int64)
        self._sizes: Places = np.diff(self.starts)
        self._scratch: Places = np.zeros(int(ids.max(initial=-1)) + 1, dtype=np.int64)

    def of(self, article: int) -> slice:
        """Where an article's features lie."""
        return slice(int(self.starts[article]), int(self.starts[article + 1]))

    def meetings(self, pairs: Places) -> tuple[Places, Places, Places]:
        """What pairs share: the pair's place, and the feature's places in the first's row and in the second's.

        In the order of the pairs. Fast where they are sorted by their first article.
        """
        changes = np.flatnonzero(np.diff(pairs[:, 0])) + 1
        bounds = [0, *changes.tolist(), len(pairs)] if len(pairs) else [0]
        parts: list[tuple[Places, Places, Places]] = []
        for begin, end in pairwise(bounds):
            mine = self.of(int(pairs[begin, 0]))
            if mine.start == mine.stop:
                continue
            names = self.ids[mine]
            self._scratch[names] = np.arange(mine.start + 1, mine.stop + 1)
            others = pairs[begin:end, 1]
            sizes = self._sizes[others]
            ends = np.cumsum(sizes)
            where = np.repeat(self.starts[others] - (ends - sizes), sizes) + np.arange(ends[-1])
            hit = self._scratch[self.ids[where]]
            found = np.flatnonzero(hit)
            parts.append((np.searchsorted(ends, found, side="right") + begin, hit[found] - 1, where[found]))
            self._scratch[names] = 0
        if not parts:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
        pair, first, second = map(np.concatenate, zip(*parts, strict=True))
        return pair, first, second

    def cosines(self, pairs: Places) -> Floats:
        """How alike the rows of each pair are, 0 to 1."""
        pair, first, second = self.meetings(pairs)
        return summed(pair, self.weights[first] * self.weights[second], len(pairs))

    def strongest(self, most: int) -> Places:
        """The places of each article's `most` weightiest features, article by article."""
        # Most features are far from being among them: those are not sorted.
        some = np.flatnonzero(self.weights >= np.repeat(self._least(most), self._sizes))
        order = some[np.lexsort((self.ids[some], -self.weights[some], self.owners[some]))]
        owners = self.owners[order]
        rank = np.arange(len(order)) - np.searchsorted(owners, owners)
        return order[rank < most]

    def _least(self, most: int) -> Floats:
        """What the least of each article's `most` weightiest features weighs."""
        rows = (self.weights[start:end] for start, end in pairwise(self.starts.tolist()))
        return np.array([np.partition(row, -most)[-most] if len(row) > most else -np.inf for row in rows])


def _usual(word: str) -> float:
    """In how many of the articles that we pretend to have read a word stood: the shorter, the more."""
    if not word.isalpha() or word > "\u0e00":
        return 1.0
    return 50.0 if is_common(word) else _BY_LENGTH.get(len(word), 1.0)


@dataclass(frozen=True, slots=True)
class Shared:
    """What pairs of articles share of one kind of feature; a number for each pair.

    Rarity counts up to 1, which is that of what stands in one article only.
    """

    cosine: Floats
    rarity: Floats
    """How rare all that both have is, in sum."""
    rarest: Floats
    besides: Floats
    """The part of the cosine that does not come from the words of names."""
    rarity_besides: Floats
    count: Counts
    """How many features both have."""


class Features(Vectors):
    """The features of one kind (words, say) of all articles, weighted by how rare they are.

    Rare among all articles, and among those of the article's own source: what a form has in all its reports, whoever
    fills it in, is rare in an archive, and says nothing of any two of them.
    """

    def __init__(
        self,
        by_article: Sequence[Sequence[str]],
        sources: Sequence[str] = (),
        *,
        words: bool = False,
        of_names: Sequence[Collection[str]] = (),
    ) -> None:
        """Takes the features article by article; of `words`, those that every text has are never rare.

        `sources` are the articles', empty where one is not known; `of_names` are the words of the names in each.
        """
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
        owners: Places = np.repeat(np.arange(len(sizes)), sizes)
        self.index = index
        self.spread: Places = np.bincount(names, minlength=len(index))
        """In how many articles each feature stands."""
        usual = np.array([_usual(word) for word in index], dtype=np.float64) if words else np.ones(len(index))
        most = np.log((len(sizes) + _UNSEEN) / 2)
        rarity: Floats = np.log((len(sizes) + _UNSEEN) / (self.spread + usual))[names]
        weights = (1 + np.log(np.array(counts, dtype=np.float64))) * rarity
        self._rare: Floats = rarity / most
        if any(sources):
            self._rare = np.minimum(self._rare, _within(sources, owners, names, usual[names]))
        counting = self._rare * most / np.maximum(rarity, 1e-9)
        super().__init__(owners, names, weights, len(sizes), counting=counting)
        self._whole = np.bincount(owners, self._rare, minlength=len(sizes))
        self._plain = np.ones(len(owners), dtype=np.bool_)
        named = np.zeros(len(index), dtype=np.bool_)
        for article, some in enumerate(of_names):
            mine, names_of = self.of(article), [index[word] for word in some if word in index]
            named[names_of] = True
            self._plain[mine] = ~named[names[mine]]
            named[names_of] = False

    def shared(self, pairs: Places) -> Shared:
        """What the articles of each pair share."""
        pair, first, second = self.meetings(pairs)
        rare = np.minimum(self._rare[first], self._rare[second])
        rarest = np.zeros(len(pairs))
        if len(pair):
            start = np.flatnonzero(np.diff(pair, prepend=-1))
            rarest[pair[start]] = np.maximum.reduceat(rare, start)
        product = self.weights[first] * self.weights[second]
        plain = self._plain[first] & self._plain[second]
        return Shared(
            summed(pair, product, len(pairs)),
            summed(pair, rare, len(pairs)),
            rarest,
            summed(pair[plain], product[plain], len(pairs)),
            summed(pair[plain], rare[plain], len(pairs)),
            np.bincount(pair, minlength=len(pairs)).astype(np.int64),
        )

    def fewest(self, pairs: Places) -> Counts:
        """Of each pair: how many features the article has that has fewer."""
        found: Counts = np.minimum(self._sizes[pairs[:, 0]], self._sizes[pairs[:, 1]])
        return found

    def exchanged(self, pairs: Places, shared: Floats) -> Floats:
        """How much each of a pair has that the other has not, the less of the two: 0 where one has all of the other's.

        `shared` is how rare all that both have is in sum.
        """
        whole = np.minimum(self._whole[pairs[:, 0]], self._whole[pairs[:, 1]])
        found: Floats = np.where(whole > 0, 1 - shared / np.maximum(whole, 1e-9), 0.0)
        return np.maximum(found, 0.0)

    @cached_property
    def names(self) -> Sequence[str]:
        """Each feature by its number."""
        return list(self.index)

    def in_both(self, one: int, other: int) -> list[str]:
        """What two articles share, the rarest first."""
        both = np.intersect1d(self.ids[self.of(one)], self.ids[self.of(other)]).tolist()
        return [self.names[at] for at in sorted(both, key=lambda at: (self.spread[at], self.names[at]))]


def _within(sources: Sequence[str], owners: Places, features: Places, usual: Floats) -> Floats:
    """How rare each of the features is in its article's source, of 1; where that is not known, 1."""
    shelves = {source: at for at, source in enumerate(dict.fromkeys(sources))}
    shelf: Places = np.array([shelves[source] for source in sources], dtype=np.int64)
    size = np.bincount(shelf)[shelf][owners] + _UNSEEN
    _, which, spread = np.unique(
        shelf[owners] * (int(features.max(initial=0)) + 1) + features, return_inverse=True, return_counts=True
    )
    found: Floats = np.log(size / (spread[which] + usual)) / np.log(size / (1 + usual))
    found[~np.array([bool(source) for source in sources])[owners]] = 1.0
    return found
