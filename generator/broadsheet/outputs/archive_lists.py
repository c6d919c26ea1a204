"""The archive: years and months with their counts, every article of a month by day, and those without a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.items import line, span
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import relative
from broadsheet.outputs.listing import Listing, list_front, list_pages, page
from broadsheet.outputs.moments import newest_day, newest_headline
from broadsheet.outputs.paging import newest_first
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.shelf_lists import Shelf, article_list, found
from broadsheet.outputs.words import Words, words_for

T = TypeVar("T")

Months = Mapping[dt.date, Sequence[Article]]
"""Articles by the first day of their month, newest month first."""


def archive_lists(edition: Edition) -> Iterator[Draft]:
    """The archive's front, a page for each year, a list for each month, and one of undated articles."""
    words = words_for(edition.config.language)
    dated = (article for article in edition.articles if article.day)
    months = {month: list(group) for month, group in groupby(dated, lambda article: month_of(article.day))}
    years = [year for year, _ in groupby(months, lambda month: month.year)]
    yield _front(edition, months, years, words)
    for place, year in enumerate(years):
        yield _year(year, months, _beside(years, place), words)
    for place in range(len(months)):
        yield from _month(edition, months, place, words)
    if edition.undated:
        address = addresses.archive_undated
        about = found(edition.undated, address(1), words)
        yield from article_list(edition, Shelf(words("Without a date"), address, about), edition.undated)


def month_of(day: dt.date | None) -> dt.date:
    """The first day of a day's month."""
    return (day or dt.date.min).replace(day=1)


def _front(edition: Edition, months: Months, years: Sequence[int], words: Words) -> Draft:
    start = addresses.ARCHIVE
    parts = []
    for year in years:
        own = {month: articles for month, articles in months.items() if month.year == year}
        count = _count(sum(map(len, own.values())), words)
        listed = "\n".join(_entry(month, articles, start, words) for month, articles in own.items())
        parts.append(
            f"## [{words.digits(str(year))}]({relative(addresses.archive_year(year), start)})\n\n{count}\n\n{listed}"
        )
    if edition.undated:
        target = relative(addresses.archive_undated(), start)
        parts.append(f"## [{words('Without a date')}]({target})\n\n{_count(len(edition.undated), words)}")
    return page(
        start,
        list_front(words("Archive"), updated=newest_day(edition.articles)),
        Block("letters", _ways(edition, start, words)),
        words("Every article, by the day on which it was published or, where that is not known, fetched."),
        Block("list", "\n\n".join(parts)),
    )


def _ways(edition: Edition, start: str, words: Words) -> str:
    """The other orders in which the archive can be read."""
    ways = [
        (words("Topics"), addresses.TOPICS, True),
        (words("Sources"), addresses.SOURCES, True),
        (words("Authors"), addresses.AUTHORS, bool(edition.by_author)),
        (words("Languages"), addresses.LANGUAGES, bool(edition.by_language)),
        (words("People, places, organisations"), addresses.ENTITIES, True),
    ]
    return " · ".join(f"[{title}]({relative(target, start)})" for title, target, there in ways if there)


def _year(year: int, months: Months, beside: tuple[int | None, int | None], words: Words) -> Draft:
    start = addresses.archive_year(year)
    own = {month: articles for month, articles in months.items() if month.year == year}
    later, earlier = beside
    ways = [f"‹ [{words.digits(str(earlier))}]({relative(addresses.archive_year(earlier), start)})"] if earlier else []
    ways += [f"[{words.digits(str(later))}]({relative(addresses.archive_year(later), start)}) ›"] if later else []
    everything = [article for articles in own.values() for article in articles]
    return page(
        start,
        list_front(words("Archive {year}", year=words.digits(str(year))), updated=newest_day(everything)),
        Block("about", found(everything, start, words)),
        Block("letters", " · ".join(ways)),
        Block("list", "\n".join(_entry(month, articles, start, words) for month, articles in own.items())),
    )


def _month(edition: Edition, months: Months, place: int, words: Words) -> Iterator[Draft]:
    ordered = list(months)
    month = ordered[place]
    later, earlier = _beside(ordered, place)
    address = partial(addresses.archive_month, month)

    def ways(start: str) -> str:
        # On the first page alone: the others stay as they are, whatever comes later.
        if start != address(1):
            return ""
        edited = words("Edition of {month}", month=words.month(month))
        links = [f"[{edited}]({relative(addresses.month_edition(month), start)})"]
        if earlier:
            links.insert(0, f"‹ [{words.month(earlier)}]({relative(addresses.archive_month(earlier), start)})")
        if later:
            links.append(f"[{words.month(later)}]({relative(addresses.archive_month(later), start)}) ›")
        return " · ".join(links)

    sheets = newest_first(months[month], edition.config.per_page)
    listing = Listing(
        title=words("Archive, {month}", month=words.month(month)),
        address=address,
        sheets=sheets,
        write=partial(_days, words=words),
        name=lambda entries: span(entries, words),
        about=found(months[month], address(1), words),
        filters=filters([sheet.entries for sheet in sheets], [address(sheet.number) for sheet in sheets], words),
        above=ways,
        linked=SchemaOrg(edition, words).lists(attrgetter("address")),
        updated=lambda entries, _: newest_headline(entries),
    )
    return list_pages(listing, words)


def _days(articles: Sequence[Article], start: str, words: Words) -> str:
    parts = []
    for day, group in groupby(articles, lambda article: article.day):
        if day:
            heading = f"## [{words.weekday(day)}]({relative(addresses.day_edition(day), start)})"
            listed = "\n".join(f"- {line(article, start, words, day=False)}" for article in group)
            parts.append(f"{heading}\n\n{listed}")
    return "\n\n".join(parts)


def _entry(month: dt.date, articles: Sequence[Article], start: str, words: Words) -> str:
    target = relative(addresses.archive_month(month), start)
    return f"- [{words.month_of_year(month)}]({target}) *{_count(len(articles), words)}*"


def _count(number: int, words: Words) -> str:
    return words.count("{count} article", "{count} articles", number)


def _beside(ordered: Sequence[T], place: int) -> tuple[T | None, T | None]:
    """What comes before and after in an order."""
    before = ordered[place - 1] if place else None
    return before, ordered[place + 1] if place + 1 < len(ordered) else None
