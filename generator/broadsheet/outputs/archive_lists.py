"""The archive: years and months with their counts, every article of a year, and those without a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.items import by_year, line, span
from broadsheet.outputs.links import relative
from broadsheet.outputs.listing import Listing, list_front, list_pages, page
from broadsheet.outputs.month_editions import months_of
from broadsheet.outputs.paging import newest_first
from broadsheet.outputs.words import Words, words_for


def archive_lists(edition: Edition) -> Iterator[Draft]:
    """The archive's front, a list for each year, and one of undated articles."""
    words = words_for(edition.config.language)
    size = edition.config.per_page
    yield page(
        addresses.ARCHIVE,
        list_front(words("Archive")),
        words("Every article, by the day on which it was published or, where that is not known, fetched."),
        Block("list", _years(edition, words)),
    )

    def back(start: str) -> str:
        return f"‹ [{words('Archive')}]({relative(addresses.ARCHIVE, start)})"

    for year, articles in by_year(edition.articles):
        listing = Listing(
            title=words("Archive {year}", year=str(year)) if year else words("Without a date"),
            address=partial(addresses.archive_year, year) if year else addresses.archive_undated,
            sheets=newest_first(articles, size),
            write=partial(_months, words=words),
            name=lambda entries: span(entries, words),
            above=back,
        )
        yield from list_pages(listing, words)


def _years(edition: Edition, words: Words) -> str:
    counted = Counter(article.day.year if article.day else None for article in edition.articles)
    months = months_of(edition)
    parts = []
    for year in sorted((year for year in counted if year), reverse=True):
        count = words.count("{count} article", "{count} articles", counted[year])
        parts.append(f"## [{year}]({relative(addresses.archive_year(year), addresses.ARCHIVE)})\n\n{count}")
        lines = []
        for month, days in months:
            if month.year == year:
                number = sum(len(edition.by_day[day]) for day in days)
                target = relative(addresses.month_edition(month), addresses.ARCHIVE)
                count = words.count("{count} article", "{count} articles", number)
                lines.append(f"- [{words.month_of_year(month)}]({target}) *{count}*")
        parts.append("\n".join(lines))
    if edition.undated:
        target = relative(addresses.archive_undated(), addresses.ARCHIVE)
        count = words.count("{count} article", "{count} articles", len(edition.undated))
        parts.append(f"## [{words('Without a date')}]({target})\n\n{count}")
    return "\n\n".join(parts)


def _months(articles: Sequence[Article], start: str, words: Words) -> str:
    parts: list[str] = []
    month = None
    for article in articles:
        if article.day and article.day.replace(day=1) != month:
            month = article.day.replace(day=1)
            heading = f"## [{words.month(month)}]({relative(addresses.month_edition(month), start)})"
            parts += ["", heading, ""] if parts else [heading, ""]
        parts.append(f"- {line(article, start, words, year=False)}")
    return "\n".join(parts)
