"""Related coverage: the articles that share the rarest names and words with an article, the nearest in time first.

An article's few rarest names and words decide, and of each one's articles only those next to it in time are looked
at: the work grows with the number of articles, however often a name is in the news. Names are the same in every
language; words tell articles apart that share but a country's name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest

from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.links import named, shown
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.telling_words import TellingWords
from broadsheet.outputs.words import Words

MOST = 5
"""Related articles under an article."""

NAMES = 8
"""How many of an article's names are followed, the rarest first."""

WORDS = 12
"""How many of its words."""

REACH = 6
"""How many newer and how many older articles of one name or word are looked at."""

CHOSEN = 4 * MOST
"""Of the articles looked at, those that are compared in full."""

FEWEST = 1.0
"""The least that two articles share: a name that no third one has, or several names or words."""

WORD = 0.4
"""What a word counts for, beside a name in as many articles."""

FADES = 60.0
"""Days apart after which what is shared counts for half. (`tests/benchmarks/related.py` tries these numbers.)"""

TOLD = 6
"""Names, and words, that a reason tells."""

UNDATED = 0.5
"""What it counts for where a date is not known."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another article, and why it is related."""

    article: Article
    shared: Sequence[Entity]
    """The names both have, the rarest first."""
    words: Sequence[str] = ()
    """The telling words both have, the rarest first."""
    days: int | None = None
    """How far apart they are; None where a date is not known."""


def reason(other: Related, words: Words) -> str:
    """Why an article is related: `3 shared names: Iran, Israel, Axios; 12 days apart; shared words: roadmap, talks`."""
    parts = []
    if other.shared:
        names = words.listed(named(entity) for entity in other.shared[:TOLD])
        names += "…" if len(other.shared) > TOLD else ""
        count = words.count("{count} shared name", "{count} shared names", len(other.shared))
        parts.append(f"{count}{words.colon} {names}")
    if other.days == 0:
        parts.append(words("the same day"))
    elif other.days:
        parts.append(words.count("{count} day apart", "{count} days apart", other.days))
    if other.words:
        said = spoken(words.listed(shown(word) for word in other.words[:TOLD]), other.article.language, words)
        parts.append(f"{words('shared words')}{words.colon} {said}")
    return words.semicolon.join(parts)


def related(edition: Edition) -> Iterator[tuple[Article, Sequence[Related]]]:
    """Each article, newest first, with its related articles, the nearest first."""
    search = _Search(edition)
    for article in edition.articles:
        yield article, search.next(article)


class _Search:
    """The archive, read from its newest article on."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.words = TellingWords(edition)
        self.names = edition.by_entity
        self.place: dict[tuple[str, str], int] = defaultdict(int)
        """How many articles of a name or word have gone by: where in its list the present one stands."""
        self.ids: dict[tuple[str, str], list[str]] = {}
        """The ids of the articles of a name or word that was asked for."""

    @cache  # noqa: B019 - a search lives as long as its edition is written
    def weight(self, number: int, everything: int = 0) -> float:
        """What something counts for that so many articles of all, or of one language, have: 1 for two of all."""
        # The next power of two: else each new article would weigh, and rank, all others anew.
        most = 1 << len(self.edition.articles).bit_length()
        return math.log1p((everything or most) / number) / math.log1p(most / 2)

    def next(self, article: Article) -> list[Related]:
        """The related articles of the next article."""
        named = sorted(self.edition.ids_named_in(article), key=lambda one: (len(self.names[one]), one))
        said = self.words.of[article.id]
        scores: dict[str, float] = defaultdict(float)
        size = self.words.sizes[article.id]
        for kind, lists, keys, most, worth, everything in (
            ("name", self.names, named, NAMES, 1.0, 0),
            ("word", self.words.lists, said, WORDS, WORD, size),
        ):
            for key in keys[:most]:
                ids = self.ids.get((kind, key))
                if ids is None:
                    ids = self.ids[kind, key] = [one.id for one in lists[key]]
                here, value = self.place[kind, key], worth * self.weight(len(ids), everything)
                for other in ids[max(0, here - REACH) : here + REACH + 1]:
                    scores[other] += value
            for key in keys:
                self.place[kind, key] += 1
        scores.pop(article.id, None)
        # What tells the same story is listed as such.
        told = self.edition.story_of
        story = told.get(article.id)
        others = scores if story is None else {one: scores[one] for one in scores if told.get(one) is not story}
        return self._best(article, named, said, others)

    def _best(
        self, article: Article, named: Sequence[str], said: Sequence[str], scores: Mapping[str, float]
    ) -> list[Related]:
        found = []
        size, day = self.words.sizes[article.id], article.day
        weights = {one: self.weight(len(self.names[one])) for one in named}
        weights_of_words = {one: self.weight(self.words.counts[one], size) for one in said}
        # More than are wanted, since some share too little; ties go by id.
        for _, other_id in nsmallest(CHOSEN, ((-score, other) for other, score in scores.items())):
            other = self.edition.by_id[other_id]
            theirs, their_words = self._said(other_id)
            names = [entity for entity in named if entity in theirs]
            words = [word for word in said if word in their_words]
            shared = sum([weights[one] for one in names])
            shared += WORD * sum([weights_of_words[one] for one in words])
            other_day = other.day
            days = abs((day - other_day).days) if day and other_day else None
            near = UNDATED if days is None else 1 / (1 + days / FADES)
            # Words alone say something of what is in the news at one time.
            if shared < FEWEST or (not names and shared * near < FEWEST / 2):
                continue
            found.append((-shared * near, other_id, Related(other, self._entities(names), words, days)))
        return [one for _, _, one in sorted(found, key=lambda one: one[:2])[:MOST]]

    @lru_cache(maxsize=1 << 12)  # noqa: B019 - as above
    def _said(self, article: str) -> tuple[frozenset[str], frozenset[str]]:
        """An article's names and words, to be looked up: those near it in time are asked again and again."""
        return frozenset(self.edition.ids_named_in(self.edition.by_id[article])), frozenset(self.words.of[article])

    def _entities(self, names: Sequence[str]) -> list[Entity]:
        return [self.edition.entities[one] for one in names]
