"""Long editions: those of weeks and of months, which tell their top stories and lead to their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.calendar import calendar
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import (
    Way,
    beside,
    counts,
    headlines,
    rule,
    several_sources,
    to_edition,
    week_name,
)
from broadsheet.outputs.language_filter import language_filter
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.ranking import most_named, most_named_list
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.words import Words, words_for

TOP = 10
"""Stories that a week or month tells; its days lead to the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A week or a month, to be published."""

    kind: str
    date: str
    """As front matter names it: `2026-W33`, `2026-08`."""
    name: str
    """What links to it say."""
    title: str
    address: str
    part_of: Sequence[Way] = ()
    """The longer ones that it lies in."""
    days: Sequence[dt.date]
    """Those that have an article, newest first."""

    @property
    def way(self) -> Way:
        """The way to it."""
        return self.name, self.address


def long_editions(edition: Edition, stretches: Sequence[Stretch]) -> Iterator[Draft]:
    """The editions of all weeks or of all months, the newest first."""
    words = words_for(edition.config.language)
    digest, schema = Digest(edition, words), SchemaOrg(edition, words)
    for place, stretch in enumerate(stretches):
        later = stretches[place - 1].way if place else None
        earlier = stretches[place + 1].way if place + 1 < len(stretches) else None
        ways = beside(stretch.address, earlier, stretch.part_of, later)
        yield _long_edition(_Told(edition, stretch, digest, words), ways, schema)


def _long_edition(told: _Told, ways: str, schema: SchemaOrg) -> Draft:
    stretch, words = told.stretch, told.words
    start, articles = stretch.address, told.articles
    listed, updated = [entry.address for entry in told.top], stretch.days[0].isoformat()
    title = told.edition.called(start, stretch.title)
    return page(
        start,
        list_front(title, "edition.html", updated=updated, kind=stretch.kind, date=stretch.date),
        Block("about", "\n\n".join(filter(None, (ways, counts(articles, told.entries, words))))),
        Block("filter", told.filter),
        Block("stories", told.stories()),
        Block("calendar", told.calendar()),
        Block("most-named", most_named_list(most_named(told.edition, articles), start, words)),
        Block("days", told.days()),
        Block("rule", rule(told.entries, words)),
        Block("linked-data", schema.collection(title, start, listed, temporalCoverage=stretch.date)),
    )


class _Told:
    """A week or a month, ready to be told."""

    def __init__(self, edition: Edition, stretch: Stretch, digest: Digest, words: Words) -> None:
        self.edition, self.stretch, self.digest, self.words = edition, stretch, digest, words
        self.articles = [article for day in stretch.days for article in edition.by_day[day]]
        self.entries = digest.entries.of(self.articles)
        self.top = self.entries[:TOP]
        self.filter = language_filter(self.articles, stretch.address, words)

    def stories(self) -> str:
        """The top stories."""
        words, sources = self.words, several_sources(self.articles)
        parts = [self.digest.told(entry, self.stretch.address, sources=sources) for entry in self.top]
        # Below the page's heading, a story's must not skip a level.
        return "\n\n".join([f"## {words('Top stories') if len(parts) > 1 else words('Articles')}", *parts])

    def calendar(self) -> str:
        """A month's calendar."""
        if self.stretch.kind != "month":
            return ""
        return calendar(self.edition, self.stretch.days[0].replace(day=1), self.stretch.address, self.words)

    def days(self) -> str:
        """Its days, the oldest first; those of a month week by week."""
        parts = [f"## {self.words('Day by day')}"]
        for _, days in groupby(reversed(self.stretch.days), lambda day: day.isocalendar()[:2]):
            group = list(days)
            if self.stretch.kind == "month":
                week = (week_name(group[0], self.words), addresses.week_edition(group[0]))
                parts.append(f"### {to_edition(week, self.stretch.address)}")
            parts.append("\n".join(map(self._day, group)))
        return "\n\n".join(parts)

    def _day(self, day: dt.date) -> str:
        articles, start, words = self.edition.by_day[day], self.stretch.address, self.words
        way = (words.weekday_of_month(day), addresses.day_edition(day))
        count = words.count("{count} article", "{count} articles", len(articles))
        line = f"- {to_edition(way, start)} *{count}*"
        # Of few stories each stands above; but the language filter asks each day for its headlines.
        told = len(self.entries) > TOP or self.filter
        return f"{line} {headlines(self.digest, articles, start, words)}" if told else line
