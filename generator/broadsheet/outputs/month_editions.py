"""Month editions: the top stories of a month, its calendar, its days, and who is named most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.long_editions import Stretch, long_editions
from broadsheet.outputs.words import Words, words_for


def month_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each month that has an article, newest first."""
    words = words_for(edition.config.language)
    months = groupby(edition.by_day, lambda day: day.replace(day=1))
    return long_editions(edition, [_month(month, list(days), words) for month, days in months])


def _month(month: dt.date, days: Sequence[dt.date], words: Words) -> Stretch:
    return Stretch(
        kind="month",
        date=f"{month:%Y-%m}",
        name=words.month(month),
        title=words.month(month),
        address=addresses.month_edition(month),
        days=days,
    )
