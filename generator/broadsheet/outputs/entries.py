"""Entries: the stories and single articles that an edition tells, ranked.

The rule, for a day as for a month. First comes what more sources tell: distinct outlets, those of verbatim copies too.
Of as many sources, what more articles tell, copies counted once. Of as many articles, that whose names stand in most of
the other entries: the sum for the five names that most of them share. Of the rest, the newest; last, the order of ids.
What was only fetched then, and may be of any age, comes after all that is known to be of that time.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from broadsheet.edition import Edition
from broadsheet.model import Article, Story

NAMES = 5
"""Names of an entry that count for its rank: an article of three hundred names is not the day's most important."""

EARLIER = 12
"""Articles before an edition that are read to tell what is new in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A story, or an article alone, as an edition tells it."""

    articles: Sequence[Article]
    """Those of the edition, the one that stands for them first, then the newest first."""
    copies: Mapping[str, Sequence[Article]]
    """By id of an article: others of these that are the same text."""
    story: Story | None = None
    since: dt.date | None = None
    """The story's first day, where that is before the edition."""
    earlier: int = 0
    """How many articles told it before."""
    before: Sequence[Article] = ()
    """The newest of them."""
    later: int = 0
    """How many told it after."""

    @property
    def first(self) -> Article:
        """The article that stands for all: its headline is the entry's."""
        return self.articles[0]

    @property
    def address(self) -> str:
        """The page its headline leads to: the story's, where the edition has several articles of it."""
        return self.story.address if self.story and len(self.articles) > 1 else self.first.address

    @property
    def is_dated(self) -> bool:
        """Whether it is known of any of the articles when it was published, not only when it was fetched."""
        return any(article.published for article in self.articles)

    @property
    def texts(self) -> Sequence[Article]:
        """The articles, of verbatim copies only one."""
        folded = {copy.id for copies in self.copies.values() for copy in copies}
        return [article for article in self.articles if article.id not in folded]


class Entries:
    """The entries that articles of one edition make."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._language = _base(edition.config.language)
        self._place: dict[str, int] = {}
        self._copied: dict[str, str] = {}
        """By id of an article: the first of those that are the same text."""
        self._dated: dict[str, int] = {}
        for story in edition.stories:
            self._place |= {article: place for place, article in enumerate(story.articles)}
            self._copied |= {article: run[0] for run in story.copies for article in run}
            self._dated[story.id] = sum(edition.by_id[article].day is not None for article in story.articles)

    def of(self, articles: Iterable[Article]) -> list[Entry]:
        """The entries that articles of one stretch of time make (newest first), ranked by the rule."""
        told: dict[str, list[Article]] = {}
        for article in articles:
            story = self._edition.story_of.get(article.id)
            told.setdefault(f"story {story.id}" if story else f"article {article.id}", []).append(article)
        return self._ranked([self._entry(group) for group in told.values()])

    def _entry(self, articles: list[Article]) -> Entry:
        story = self._edition.story_of.get(articles[0].id)
        if story is None:
            return Entry(articles=articles, copies={})
        first = self._standing(articles)
        copies: dict[str, list[Article]] = {}
        for one in (first, *articles):
            copies.setdefault(self._copied.get(one.id, one.id), []).append(one)
        # A story's articles are its newest first and its undated last, so the older ones follow this edition's oldest.
        oldest = max(self._place[one.id] for one in articles)
        dated = self._dated[story.id]
        earlier = max(0, dated - oldest - 1)
        return Entry(
            articles=[first, *(one for one in articles if one is not first)],
            copies={run[0].id: [one for one in run[1:] if one is not run[0]] for run in copies.values()},
            story=story,
            since=self._edition.by_id[story.articles[oldest + earlier]].day if earlier else None,
            earlier=earlier,
            later=max(0, dated - earlier - len(articles)),
            before=[
                self._edition.by_id[article]
                for article in story.articles[oldest + 1 : oldest + 1 + min(earlier, EARLIER)]
            ],
        )

    def _standing(self, articles: Sequence[Article]) -> Article:
        """The article that names most of what all do, of those in the site's language where there are any."""
        spoken = [one for one in articles if one.language and _base(one.language) == self._language] or articles
        named = Counter(entity for one in articles for entity in self._edition.ids_named_in(one))
        return max(spoken, key=lambda one: (one.published is not None, self._shared(named, one)))

    def _ranked(self, entries: Sequence[Entry]) -> list[Entry]:
        names = [{name for one in entry.articles for name in self._edition.ids_named_in(one)} for entry in entries]
        named = Counter(name for those in names for name in those)
        order = sorted(
            range(len(entries)),
            key=lambda place: (
                not entries[place].is_dated,
                -len(outlets(entries[place].articles)),
                -len(entries[place].texts),
                -sum(nlargest(NAMES, (named[name] - 1 for name in names[place]))),
                # They came in the order of their newest article.
                place,
            ),
        )
        return [entries[place] for place in order]

    def _shared(self, named: Mapping[str, int], article: Article) -> int:
        return sum(nlargest(NAMES, (named[name] - 1 for name in self._edition.ids_named_in(article))))


def articles_of(entries: Iterable[Entry]) -> Iterator[Article]:
    """All articles of some entries."""
    return (article for entry in entries for article in entry.articles)


def outlets(articles: Iterable[Article]) -> Sequence[str]:
    """The outlets that published articles or the same text as theirs, each once."""
    return list(
        dict.fromkeys(name for one in articles for name in (one.source, *(other.name for other in one.also_at)) if name)
    )


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
