"""Month editions: the top stories of a month, its calendar, its days, and who is named most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import Stretch, Way, beside, long_edition
from broadsheet.outputs.words import Words, words_for


def month_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each month that has an article, newest first."""
    words = words_for(edition.config.language)
    digest = Digest(edition, words)
    months = months_of(edition)
    for place, (month, days) in enumerate(months):
        later = _way(months[place - 1][0], words) if place else None
        earlier = _way(months[place + 1][0], words) if place + 1 < len(months) else None
        start = addresses.month_edition(month)
        stretch = Stretch(
            kind="month",
            date=f"{month:%Y-%m}",
            title=words.month(month),
            address=start,
            ways=beside(start, earlier, [], later),
            days=days,
        )
        yield long_edition(edition, digest, stretch, words)


def months_of(edition: Edition) -> list[tuple[dt.date, Sequence[dt.date]]]:
    """The first day of each month that has an article, with its days that have one; newest first."""
    return [(month, list(days)) for month, days in groupby(edition.by_day, lambda day: day.replace(day=1))]


def _way(month: dt.date, words: Words) -> Way:
    return words.month(month), addresses.month_edition(month)
