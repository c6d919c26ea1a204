"""Day editions: what the archive has of one day, by section, with what is new and who is named most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.items import digest
from broadsheet.outputs.links import relative, shown, to_entity
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.paging import in_order, ways
from broadsheet.outputs.ranking import first_named, most_connected, most_named, most_named_list
from broadsheet.outputs.words import Words, words_for

MOST_NEW = 40
"""Names seen for the first time that a day lists."""


def day_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each day that has an article, newest first."""
    words = words_for(edition.config.language)
    new = first_named(edition)
    days = list(edition.by_day)
    for place, day in enumerate(days):
        later = days[place - 1] if place else None
        earlier = days[place + 1] if place + 1 < len(days) else None
        yield from _day(edition, day, (earlier, later), new.get(day, ()), words)


def _day(
    edition: Edition,
    day: dt.date,
    beside: tuple[dt.date | None, dt.date | None],
    new: Sequence[Entity],
    words: Words,
) -> Iterator[Draft]:
    articles = edition.by_day[day]

    def address(number: int) -> str:
        return addresses.day_edition(day, number)

    for sheet in in_order(by_section(edition, articles), edition.config.per_page):
        start = address(sheet.number)
        first = sheet.number == 1
        title = words.weekday(day)
        if not first:
            title += f", {words('page {number}', number=words.number(sheet.number))}"
        yield page(
            start,
            list_front(title, "edition.html", kind="day", date=day.isoformat()),
            Block("about", f"{_beside(day, beside, start, words)}\n\n{counts(articles, words)}"),
            Block("articles", _articles(edition, sheet.entries, start, words)),
            Block("new-names", _new_names(new, start, words) if first else ""),
            Block("most-named", most_named_list(most_named(edition, articles), start, words) if first else ""),
            Block("pages", ways(sheet, address, words, newer=False)),
        )


def section(article: Article) -> str:
    """The heading an article stands under in an edition: its section, else its first topic."""
    return article.section or next(iter(article.topics), "")


def by_section(edition: Edition, articles: Sequence[Article]) -> list[Article]:
    """Articles of a day, those of one section together: the largest section first, those without one last."""
    ranked = most_connected(edition, articles)
    sections: dict[str, list[Article]] = {}
    for article in ranked:
        sections.setdefault(section(article), []).append(article)
    order = sorted(sections, key=lambda name: (not name, -len(sections[name]), name))
    return [article for name in order for article in sections[name]]


def counts(articles: Sequence[Article], words: Words) -> str:
    """`23 articles · 14 sources`."""
    parts = [words.count("{count} article", "{count} articles", len(articles))]
    sources = {article.source for article in articles if article.source}
    if sources:
        parts.append(words.count("{count} source", "{count} sources", len(sources)))
    return " · ".join(parts)


def _articles(edition: Edition, articles: Sequence[Article], start: str, words: Words) -> str:
    parts = []
    heading = ""
    for article in articles:
        if section(article) != heading:
            heading = section(article)
            # Articles without a section come last: a heading must end the section before them.
            parts.append(f"## {shown(heading) or words('Further articles')}")
        parts.append(digest(edition, article, start))
    return "\n\n".join(parts)


def _beside(day: dt.date, beside: tuple[dt.date | None, dt.date | None], start: str, words: Words) -> str:
    earlier, later = beside
    links = [f"[{words.month(day)}]({relative(addresses.month_edition(day), start)})"]
    if earlier:
        links.insert(0, f"‹ [{words.day(earlier)}]({relative(addresses.day_edition(earlier), start)})")
    if later:
        links.append(f"[{words.day(later)}]({relative(addresses.day_edition(later), start)}) ›")
    return " · ".join(links)


def _new_names(new: Sequence[Entity], start: str, words: Words) -> str:
    if not new:
        return ""
    text = ", ".join(to_entity(entity, start) for entity in new[:MOST_NEW])
    if len(new) > MOST_NEW:
        text += ", " + words.count("and {count} more", "and {count} more", len(new) - MOST_NEW)
    return f"## {words('Named for the first time')}\n\n{text}"
