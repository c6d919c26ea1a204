"""Day editions: what happened on one day, told as stories, with what is new and who is named most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.chips import some
from broadsheet.outputs.copies import Pair, copied_on, lines
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import Way, beside, counts, rule, several_sources, week_name
from broadsheet.outputs.entries import Entry, articles_of
from broadsheet.outputs.language_filter import language_filter
from broadsheet.outputs.links import shown, to_entity
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.paging import Sheet, in_order, ways
from broadsheet.outputs.ranking import first_named, most_named, most_named_list
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.words import Words, words_for

TOP = 4
"""Stories that stand before all sections on a day that has several."""

FEW = 8
"""Entries up to which a day needs no sections."""

MOST_NEW = 40
"""Names seen for the first time that a day lists."""


def day_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each day that has an article, newest first."""
    words = words_for(edition.config.language)
    digest = Digest(edition, words)
    new, copied = first_named(edition), copied_on(edition)
    days = list(edition.by_day)
    for place, day in enumerate(days):
        later = _way(days[place - 1], day, words) if place else None
        earlier = _way(days[place + 1], day, words) if place + 1 < len(days) else None
        names = _new_names(new.get(day, ()), day, words)
        yield from _day(edition, digest, day, (earlier, later), names, copied.get(day, ()))


def _day(
    edition: Edition,
    digest: Digest,
    day: dt.date,
    near: tuple[Way | None, Way | None],
    new_names: str,
    copied: Sequence[Pair],
) -> Iterator[Draft]:
    words = words_for(edition.config.language)
    articles = edition.by_day[day]
    entries, schema = digest.entries.of(articles), SchemaOrg(edition, words)
    # Its month stands in its trail.
    up = [(week_name(day, words), addresses.week_edition(day))]

    def address(number: int) -> str:
        return addresses.day_edition(day, number)

    for sheet in in_order(by_section(entries), edition.config.per_page):
        start = address(sheet.number)
        first = sheet.number == 1
        title = edition.called(address(1), words.weekday(day))
        if not first:
            title += f"{words.comma}{words('page {number}', number=words.number(sheet.number))}"
        told, also = [entry for _, entry in sheet.entries], copied if first else ()
        listed = [entry.address for entry in told]
        named = most_named_list(most_named(edition, articles), start, words) if first else ""
        yield page(
            start,
            list_front(title, "edition.html", kind="day", date=day.isoformat()),
            Block("about", f"{beside(start, near[0], up, near[1])}\n\n{counts(articles, entries, words)}"),
            Block("filter", language_filter(chain(articles_of(told), (one for one, _ in also)), start, words)),
            Block("articles", _told(digest, sheet, start, words, sources=several_sources(articles))),
            Block("copies", _copies(also, start, words)),
            Block("new-names", new_names if first else ""),
            Block("most-named", named),
            Block("pages", ways(sheet, address, words, newer=False)),
            Block("rule", rule(entries, words)),
            Block("linked-data", schema.collection(title, start, listed, temporalCoverage=day.isoformat())),
        )


def section(article: Article) -> str:
    """The heading an article stands under in an edition: its section, else its first topic."""
    return article.section or next(iter(article.topics), "")


def by_section(entries: Sequence[Entry]) -> list[tuple[str | None, Entry]]:
    """Entries with the section each stands in: the first of all in none, then those of one section together.

    Sections stand in the order of their first entry, what is in none last. A day of few entries, or of one section,
    has no sections.
    """
    if len(entries) <= FEW or len({section(entry.first) for entry in entries}) < 2:
        return [(None, entry) for entry in entries]
    sections: dict[str, list[Entry]] = {}
    for entry in entries[TOP:]:
        sections.setdefault(section(entry.first), []).append(entry)
    without = sections.pop("", [])
    return [
        *((None, entry) for entry in entries[:TOP]),
        *((name, entry) for name, group in sections.items() for entry in group),
        *(("", entry) for entry in without),
    ]


def _told(digest: Digest, sheet: Sheet[tuple[str | None, Entry]], start: str, words: Words, *, sources: bool) -> str:
    parts = []
    heading = None
    for name, entry in sheet.entries:
        # Entries without a section come last: a heading must end the section before them.
        here = shown(name or "") or words("Further articles")
        if name is None and sheet.number == 1:
            here = words("Top stories") if len(sheet.entries) > 1 else words("Articles")
        if here != heading:
            heading = here
            parts.append(f"## {here}")
        parts.append(digest.told(entry, start, news=True, sources=sources))
    return "\n\n".join(parts)


def _copies(copied: Sequence[Pair], start: str, words: Words) -> str:
    """What others had published, or did later, and some outlets on this day."""
    return f"## {words('Also published on this day')}\n\n{lines(copied, start, words)}" if copied else ""


def _new_names(new: Sequence[Entity], day: dt.date, words: Words) -> str:
    if not new:
        return ""
    start = addresses.day_edition(day)
    listed = some([to_entity(entity, start) for entity in new], words, MOST_NEW)
    return f"## {words('Named for the first time')}\n\n{listed}"


def _way(day: dt.date, near: dt.date, words: Words) -> Way:
    return words.day_of_month(day) if day.year == near.year else words.day(day), addresses.day_edition(day)
