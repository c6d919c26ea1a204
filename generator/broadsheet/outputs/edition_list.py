"""The list of editions: every day that has an article, month by month, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import headlines
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import relative, shown, to_feed
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.paging import newest_first
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.words import words_for


def edition_list(edition: Edition) -> Iterator[Draft]:
    """The list of all editions."""
    words = words_for(edition.config.language)
    digest = Digest(edition, words)

    def write(days: Sequence[dt.date], start: str) -> str:
        parts = []
        for month, group in groupby(days, lambda day: day.replace(day=1)):
            lines = [f"## [{words.month(month)}]({relative(addresses.month_edition(month), start)})", ""]
            for day in group:
                articles = edition.by_day[day]
                count = words.count("{count} article", "{count} articles", len(articles))
                link = f"[{words.weekday(day)}]({relative(addresses.day_edition(day), start)})"
                own = edition.titles.get(addresses.day_edition(day), "")
                lines.append(f"- {link} *{count}* {shown(own) or headlines(digest, articles, start, words, 1)}")
            parts.append("\n".join(lines))
        return "\n\n".join(parts)

    def name(days: Sequence[dt.date]) -> str:
        return f"{words.day(days[-1])} – {words.day(days[0])}"

    sheets = newest_first(list(edition.by_day), edition.config.per_page)
    told = [[article for day in sheet.entries for article in edition.by_day[day]] for sheet in sheets]
    listing = Listing(
        title=words("Editions"),
        address=addresses.editions,
        sheets=sheets,
        write=write,
        name=name,
        filters=filters(told, [addresses.editions(sheet.number) for sheet in sheets], words),
        intro=words("Every day on which there is something to read, the newest first."),
        linked=SchemaOrg(edition, words).lists(addresses.day_edition),
        updated=lambda days, _: max(days).isoformat() if days else "",
        about=to_feed(addresses.EDITIONS, addresses.EDITIONS, edition.config.feed_formats, words),
    )
    return list_pages(listing, words)
