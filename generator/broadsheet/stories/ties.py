"""What binds an article to its story: the article of it that is nearest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from broadsheet.model import Article, Tie
from broadsheet.stories.copies import shared_text
from broadsheet.stories.nearness import Nearness, hours, tongue
from broadsheet.stories.rarity import Features
from broadsheet.stories.reading import Reading

_SMALL, _ONE_NAME, _LITTLE_TEXT = 5, 1, 0.08
"""Up to how many articles a group of no known date must say why each is in it, and how many names and how much text are
no reason: of two short notes, a rare word or a name in both makes one story likely, as far as the weights know. In a
larger group all that the others share speaks for it. (Two in two languages share neither, and yet what they tell.)"""


class Ties:
    """The ties of all articles, asked for group by group."""

    def __init__(
        self, articles: Sequence[Article], readings: Sequence[Reading], named: Mapping[str, Sequence[str]]
    ) -> None:
        self._articles = articles
        self._readings = readings
        self._names = Features([named.get(article.id, ()) for article in articles])
        self._hours = [hours(article) for article in articles]
        self._tongues = {article.id: tongue(article) for article in articles}

    def binding(
        self, runs: Sequence[Sequence[int]], nearness: Nearness, unit: Mapping[int, int]
    ) -> tuple[Sequence[Sequence[int]], dict[str, Tie]]:
        """The runs of copies of a group, less those that nothing binds to it that could be told; and their ties."""
        while True:
            members = sorted(one for run in runs for one in run)
            ties = self.of(members, runs, nearness, unit)
            if not 1 < len(members) <= _SMALL:
                return runs, ties
            bound = [run for run in runs if not all(self._is_loose(one, ties[self._articles[one].id]) for one in run)]
            if len(bound) == len(runs):
                return runs, ties
            runs = bound

    def _is_loose(self, one: int, tie: Tie) -> bool:
        untold = tie.hours is None and len(tie.names) <= _ONE_NAME and tie.text < _LITTLE_TEXT
        return untold and self._tongues[self._articles[one].id] == self._tongues[tie.article]

    def of(
        self, members: Sequence[int], runs: Sequence[Sequence[int]], nearness: Nearness, unit: Mapping[int, int]
    ) -> dict[str, Tie]:
        """By article id: the tie of each member of a group, given its runs of copies."""
        if len(members) < 2:
            return {}
        nearest = self._nearest(runs, nearness, unit)
        return {self._articles[one].id: self._tie(one, nearest[one]) for one in members}

    def _nearest(self, runs: Sequence[Sequence[int]], nearness: Nearness, unit: Mapping[int, int]) -> dict[int, int]:
        """For each article the one that is nearest: its copy, else the likeliest to tell the same."""
        found = {one: run[at - 1] if at else run[1] for run in runs if len(run) > 1 for at, one in enumerate(run)}
        alone = [run[0] for run in runs if len(run) == 1]
        units = np.array(sorted(unit[run[0]] for run in runs), dtype=np.int64)
        head = {unit[run[0]]: run[0] for run in runs}
        for one in alone:
            others = units[units != unit[one]]
            pairs = np.stack([np.full(len(others), unit[one]), others], axis=1)
            found[one] = head[int(others[nearness.of(pairs).argmax()])]
        return found

    def _tie(self, one: int, nearest: int) -> Tie:
        gap = abs(self._hours[one] - self._hours[nearest])
        return Tie(
            self._articles[nearest].id,
            tuple(self._names.in_both(one, nearest)),
            round(shared_text(self._readings[one], self._readings[nearest]), 4),
            None if math.isnan(gap) else round(gap, 2),
        )
