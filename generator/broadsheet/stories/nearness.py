"""How likely it is that two articles tell the same story: a probability from what they share and when they came out.

Twice: at first sight by what the two share themselves; then also by what the articles nearest to each share, because
short texts on one event often have few words in common, but each has some with a third.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from broadsheet.model import Article, Moment
from broadsheet.stories.candidates import candidates
from broadsheet.stories.certainty import Evidence, Names, apart, likely
from broadsheet.stories.rarity import Features, Floats, Places, Vectors, summed
from broadsheet.stories.reading import Reading
from broadsheet.stories.sketches import Sketch
from broadsheet.stories.weights import AT_FIRST_SIGHT, IN_COMPANY, Weights

_NEIGHBOURS = 5
_STRONGEST = 64
"""Features of an article that its neighbours take over."""
_SURE = 6.0
"""Logits beyond which nothing is surer."""
_LIKELY = 0.4
"""The logit that what is very likely has at least: above the threshold of linkage, and nothing sure."""
_UNLIKELY = 0.02
"""Probability at first sight below which a pair is left alone."""
_BLOCK = 50_000
"""Pairs measured at a time."""
_SEVERAL = 3
"""From how many names, or numbers, on an article says enough that another without any of them tells something else."""
_SHORT = 70
"""Words of a text up to which the weights know what it says that two share some: longer ones do so by chance. Where the
dates tell, too, that does no harm."""
_FEWEST_PARAGRAPHS = 4
_MANY_PARAGRAPHS = 8

Measures = Mapping[str, Floats]
"""What was measured of each pair, by the names used in `weights`."""


class Nearness:
    """What each article says, ready to be compared in pairs."""

    def __init__(
        self,
        articles: Sequence[Article],
        readings: Sequence[Reading],
        sketches: Sequence[Sketch],
        named: Sequence[Sequence[str]],
    ) -> None:
        sources = [article.source for article in articles]
        self.names = Features(named, sources)
        of_names = [one.of_names for one in readings]
        self._words = Features([one.words for one in readings], sources, words=True, of_names=of_names)
        self._lengths = np.log(np.array([max(_SHORT, len(one.words)) for one in readings]) / _SHORT)
        self._titles = Features([one.title for one in readings], sources, words=True)
        self._numbers = Features([one.numbers for one in readings], sources)
        self._sounds = Features([one.sounds for one in readings], sources)
        self._sketches = np.stack(sketches)
        self._many_names = np.diff(self.names.starts) >= _SEVERAL
        self._many_numbers = np.diff(self._numbers.starts) >= _SEVERAL
        self._paragraphs = [one.paragraphs for one in readings]
        self._hours = np.array([hours(article) for article in articles], dtype=np.float64)
        tongues = {one: at for at, one in enumerate(dict.fromkeys(map(tongue, articles)))}
        self._tongues = np.array([tongues[tongue(one)] for one in articles], dtype=np.int64)
        kinds = (self._words, self._numbers, self._sounds, self.names)
        pairs = candidates(kinds, len(articles))
        first = _in_blocks(lambda some: probability(self.measured(some), AT_FIRST_SIGHT), pairs)
        self._company = _company(self._words, pairs, first)
        self.pairs: Places = pairs[first >= _UNLIKELY]
        """The pairs worth comparing."""

    def of(self, pairs: Places) -> Floats:
        """How likely it is of each pair that both tell one story."""
        return _in_blocks(lambda some: probability(self.in_company(some), IN_COMPANY), pairs)

    def in_company(self, pairs: Places) -> dict[str, Floats]:
        """What is measured of each pair, and how much what the nearest of each say is alike."""
        return self.measured(pairs) | {"company": self._company.cosines(pairs)}

    def measured(self, pairs: Places) -> dict[str, Floats]:
        """What is measured of each pair."""
        words, names = self._words.shared(pairs), self.names.shared(pairs)
        numbers, sounds = self._numbers.shared(pairs), self._sounds.shared(pairs)
        many_names, many_numbers = self._many_names[pairs].all(axis=1), self._many_numbers[pairs].all(axis=1)
        foreign = self._tongues[pairs[:, 0]] != self._tongues[pairs[:, 1]]
        # A later count of one event has other figures, but the same names; another event told in one form has both.
        other_names = self.names.exchanged(pairs, names.rarity)
        other_numbers = self._numbers.exchanged(pairs, numbers.rarity)
        form = np.sqrt((self._sketches[pairs[:, 0]] == self._sketches[pairs[:, 1]]).mean(axis=1))
        days = np.abs(self._hours[pairs[:, 0]] - self._hours[pairs[:, 1]]) / 24
        undated = np.isnan(days)
        evidence = Evidence(
            foreign=foreign,
            days=days,
            words=words,
            names=Names(names, names.count, self.names.fewest(pairs)),
            numbers=numbers.cosine,
            sounds=sounds.cosine,
            form=form,
        )
        return {
            "foreign": foreign.astype(np.float64),
            "words": words.cosine,
            "words in sum": np.log1p(words.rarity),
            "rarest word": words.rarest,
            "names": names.cosine,
            "names in sum": np.log1p(names.rarity),
            "rarest name": names.rarest,
            "numbers": numbers.cosine,
            "numbers in sum": np.log1p(numbers.rarity),
            "no name in common": (many_names & (names.rarity == 0)).astype(np.float64),
            "no number in common": (many_numbers & (numbers.rarity == 0)).astype(np.float64),
            "filled anew": form * np.sqrt(other_names * other_numbers),
            "sounds": sounds.cosine,
            "sounds in sum": np.log1p(sounds.rarity),
            "title": self._titles.cosines(pairs),
            "shape": self._shapes(pairs),
            "dated": (~undated).astype(np.float64),
            "days": np.log1p(np.nan_to_num(days)),
            "long and undated": np.where(undated, self._lengths[pairs].min(axis=1), 0.0),
            "apart": apart(evidence).astype(np.float64),
            "likely": likely(evidence).astype(np.float64),
        }

    def _shapes(self, pairs: Places) -> Floats:
        """How alike the lengths of the paragraphs run: translations keep them."""
        found = np.zeros(len(pairs))
        foreign = self._tongues[pairs[:, 0]] != self._tongues[pairs[:, 1]]
        for at in np.flatnonzero(foreign).tolist():
            one, other = self._paragraphs[pairs[at, 0]], self._paragraphs[pairs[at, 1]]
            if len(one) == len(other) >= _FEWEST_PARAGRAPHS:
                one, other = one - one.mean(), other - other.mean()
                size = float(np.sqrt((one @ one) * (other @ other)))
                if size > 0:
                    found[at] = (one @ other) / size * min(1.0, len(one) / _MANY_PARAGRAPHS)
        return found


def _in_blocks(near: Callable[[Places], Floats], pairs: Places) -> Floats:
    """What `near` says of all pairs, asked a block at a time: what pairs share takes much memory."""
    blocks = [near(pairs[start : start + _BLOCK]) for start in range(0, len(pairs), _BLOCK)]
    return np.concatenate([*blocks, np.zeros(0)])


def probability(measures: Measures, weights: tuple[Weights, Weights]) -> Floats:
    """The probability that each pair tells one story, by the weights for one language or for two."""
    within, across = (
        sum((weight * measures[name] for name, weight in one.items() if name), np.float64(one[""])) for one in weights
    )
    logit = np.where(measures["foreign"] > 0, across, within)
    logit = np.where(measures["likely"] > 0, np.maximum(logit, _LIKELY), logit)
    logit = np.where(measures["apart"] > 0, -_SURE, logit)
    probable: Floats = 1 / (1 + np.exp(-np.clip(logit, -_SURE, _SURE)))
    return probable


def hours(article: Article) -> float:
    """When an article was published, in hours since the year 1; not a number when that is not known."""
    moment: Moment | None = article.published
    if moment is None:
        return float("nan")
    if not isinstance(moment, dt.datetime):
        return 24.0 * moment.toordinal()
    plain = (moment - (moment.utcoffset() or dt.timedelta())).replace(tzinfo=None)
    return 24.0 * plain.toordinal() + plain.hour + plain.minute / 60


def tongue(article: Article) -> str:
    """The language of an article without region or script; empty where it is not known."""
    return (article.language or "").partition("-")[0].lower()


def _company(words: Vectors, pairs: Places, near: Floats) -> Vectors:
    """Each article's words and those of its nearest, which count as much together as its own at most."""
    articles = len(words.starts) - 1
    both = np.concatenate([pairs, pairs[:, ::-1]])
    weights = np.concatenate([near, near])
    order = np.lexsort((both[:, 1], -weights, both[:, 0]))
    owners, others, weights = both[order, 0], both[order, 1], weights[order]
    kept = np.arange(len(owners)) - np.searchsorted(owners, owners) < _NEIGHBOURS
    owners, others, weights = owners[kept], others[kept], weights[kept]
    weights = weights / np.maximum(1.0, np.bincount(owners, weights, minlength=articles))[owners]
    owners = np.concatenate([np.arange(articles), owners])
    others = np.concatenate([np.arange(articles), others])
    weights = np.concatenate([np.ones(articles), weights])
    rows = words.strongest(_STRONGEST)
    starts = np.searchsorted(words.owners[rows], np.arange(articles + 1))
    sizes = np.diff(starts)[others]
    where = rows[np.repeat(starts[others] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())]
    features = int(words.ids.max(initial=0)) + 1
    keys, which = np.unique(np.repeat(owners, sizes) * features + words.ids[where], return_inverse=True)
    weights = np.repeat(weights, sizes)
    full = summed(which, weights * words.full[where], len(keys))
    counting = summed(which, weights * words.weights[where], len(keys)) / np.maximum(full, 1e-9)
    return Vectors(keys // features, keys % features, full, articles, counting=counting)
