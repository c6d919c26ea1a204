"""What editions of every length have: the ways to others, how much is in them, their stories, the rule of rank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.calendar import calendar
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.entries import Entry, articles_of, outlets
from broadsheet.outputs.language_filter import language_filter
from broadsheet.outputs.links import relative, shown
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.ranking import most_named, most_named_list
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.words import Words

TOP = 10
"""Stories that a week or month tells; its days lead to the rest."""

HEADLINES = 3
"""Headlines a day shows in its week or month."""

Way = tuple[str, str]
"""What a link says, and the page it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A week or a month, to be published."""

    kind: str
    date: str
    """As front matter names it: `2026-W33`, `2026-08`."""
    title: str
    address: str
    ways: str
    days: Sequence[dt.date]
    """Those that have an article, newest first."""


def long_edition(edition: Edition, digest: Digest, stretch: Stretch, words: Words) -> Draft:
    """The edition of a week or a month: its top stories, its days, who is named most; a month's calendar."""
    start = stretch.address
    articles = [article for day in stretch.days for article in edition.by_day[day]]
    entries = digest.entries.of(articles)
    listed, schema = [entry.address for entry in entries[:TOP]], SchemaOrg(edition, words)
    month = stretch.days[0].replace(day=1) if stretch.kind == "month" else None
    return page(
        start,
        list_front(stretch.title, "edition.html", kind=stretch.kind, date=stretch.date),
        Block("about", "\n\n".join(filter(None, (stretch.ways, counts(articles, entries, words))))),
        Block("filter", language_filter(articles_of(entries[:TOP]), start, words)),
        Block("stories", _top_stories(digest, entries, start, words, sources=several_sources(articles))),
        Block("calendar", calendar(edition, month, start, words) if month else ""),
        Block("most-named", most_named_list(most_named(edition, articles), start, words)),
        Block("days", _days(edition, digest, stretch, words, headlines=len(entries) > TOP)),
        Block("rule", rule(words) if len(entries) > 1 else ""),
        Block("linked-data", schema.collection(stretch.title, start, listed, temporalCoverage=stretch.date)),
    )


def week_name(day: dt.date, words: Words) -> str:
    """`Week 33`: the ISO week that a day is in."""
    return words("Week {number}", number=words.number(day.isocalendar().week))


def beside(start: str, earlier: Way | None, up: Sequence[Way], later: Way | None) -> str:
    """The ways out of an edition: to the one before, to those it is part of, to the next."""
    links = [_link(way, start) for way in up]
    if earlier:
        links.insert(0, f"‹ {_link(earlier, start)}")
    if later:
        links.append(f"{_link(later, start)} ›")
    return " · ".join(links)


def counts(articles: Sequence[Article], entries: Sequence[Entry], words: Words) -> str:
    """`23 articles · 9 stories · 14 sources`; a single source by its name."""
    parts = [words.count("{count} article", "{count} articles", len(articles))]
    stories = sum(entry.story is not None for entry in entries)
    if stories:
        parts.append(words.count("{count} story", "{count} stories", stories))
    sources = outlets(articles)
    if len(sources) == 1 and not several_sources(articles):
        parts.append(shown(sources[0]))
    elif sources:
        parts.append(words.count("{count} source", "{count} sources", len(sources)))
    return " · ".join(parts)


def several_sources(articles: Sequence[Article]) -> bool:
    """Whether articles are not all of one source, so that each entry must say whose it is."""
    return len({article.source for article in articles}) > 1 or any(article.also_at for article in articles)


def rule(words: Words) -> str:
    """What readers are told of the order (`entries` has the rule)."""
    return words(
        "Ranked by how many sources tell a story, by how many articles, by how often its names stand in the other "
        "stories, and the newest first."
    )


def headlines(digest: Digest, articles: Sequence[Article], start: str, most: int = HEADLINES) -> str:
    """The first headlines of a day, linked."""
    return " · ".join(digest.headline(entry, start) for entry in digest.entries.of(articles)[:most])


def _top_stories(digest: Digest, entries: Sequence[Entry], start: str, words: Words, *, sources: bool) -> str:
    parts = [digest.told(entry, start, sources=sources) for entry in entries[:TOP]]
    # Below the page's heading, a story's must not skip a level.
    return "\n\n".join([f"## {words('Top stories') if len(parts) > 1 else words('Articles')}", *parts])


def _days(edition: Edition, digest: Digest, stretch: Stretch, words: Words, *, headlines: bool) -> str:
    parts = [f"## {words('Day by day')}"]
    oldest_first = reversed(stretch.days)
    for week, days in groupby(oldest_first, lambda day: day.isocalendar()[:2]):  # noqa: B007
        group = list(days)
        if stretch.kind == "month":
            parts.append(
                f"### {_link((week_name(group[0], words), addresses.week_edition(group[0])), stretch.address)}"
            )
        parts.append("\n".join(_day_lines(edition, digest, group, (stretch.address, headlines), words)))
    return "\n\n".join(parts)


def _day_lines(
    edition: Edition, digest: Digest, days: Sequence[dt.date], where: tuple[str, bool], words: Words
) -> Iterator[str]:
    start, with_headlines = where
    for day in days:
        articles = edition.by_day[day]
        count = words.count("{count} article", "{count} articles", len(articles))
        line = f"- {_link((words.weekday_of_month(day), addresses.day_edition(day)), start)} *{count}*"
        yield f"{line} {headlines(digest, articles, start)}" if with_headlines else line


def _link(way: Way, start: str) -> str:
    name, target = way
    return f"[{name}]({relative(target, start)})"
