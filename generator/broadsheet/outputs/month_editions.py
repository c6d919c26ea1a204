"""Month editions: the days of a month with their headlines, and who is named most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.day_editions import counts
from broadsheet.outputs.links import relative
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.ranking import most_connected, most_named, most_named_list
from broadsheet.outputs.spoken import headline
from broadsheet.outputs.words import Words, words_for

HEADLINES = 3
"""Headlines a day shows in its month."""


def month_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each month that has an article, newest first."""
    words = words_for(edition.config.language)
    months = months_of(edition)
    for place, (month, days) in enumerate(months):
        later = months[place - 1][0] if place else None
        earlier = months[place + 1][0] if place + 1 < len(months) else None
        start = addresses.month_edition(month)
        articles = [article for day in days for article in edition.by_day[day]]
        about = f"{_beside(earlier, later, start, words)}\n\n{counts(articles, words)}"
        yield page(
            start,
            list_front(words.month(month), "edition.html", kind="month", date=f"{month:%Y-%m}"),
            Block("about", about),
            Block("days", "\n".join(_day(edition, day, start, words) for day in reversed(days))),
            Block("most-named", most_named_list(most_named(edition, articles), start, words)),
        )


def months_of(edition: Edition) -> list[tuple[dt.date, Sequence[dt.date]]]:
    """The first day of each month that has an article, with its days that have one; newest first."""
    return [(month, list(days)) for month, days in groupby(edition.by_day, lambda day: day.replace(day=1))]


def headlines(edition: Edition, articles: Sequence[Article], start: str, most: int = HEADLINES) -> str:
    """The first headlines of a day, linked."""
    first = most_connected(edition, articles)[:most]
    words = words_for(edition.config.language)
    return " · ".join(headline(article, start, words) for article in first)


def _day(edition: Edition, day: dt.date, start: str, words: Words) -> str:
    articles = edition.by_day[day]
    link = f"[{words.weekday_of_month(day)}]({relative(addresses.day_edition(day), start)})"
    count = words.count("{count} article", "{count} articles", len(articles))
    return f"- {link} *{count}* {headlines(edition, articles, start)}"


def _beside(earlier: dt.date | None, later: dt.date | None, start: str, words: Words) -> str:
    links = [f"[{words('All editions')}]({relative(addresses.EDITIONS, start)})"]
    if earlier:
        links.insert(0, f"‹ [{words.month(earlier)}]({relative(addresses.month_edition(earlier), start)})")
    if later:
        links.append(f"[{words.month(later)}]({relative(addresses.month_edition(later), start)}) ›")
    return " · ".join(links)
