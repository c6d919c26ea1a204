"""Week editions: the top stories of an ISO week, Monday to Sunday, and its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.edition_parts import week_name
from broadsheet.outputs.long_editions import Stretch, long_editions
from broadsheet.outputs.words import Words, words_for


def week_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each week that has an article, newest first."""
    words = words_for(edition.config.language)
    weeks = groupby(edition.by_day, _monday)
    return long_editions(edition, [_week(monday, list(days), words) for monday, days in weeks])


def _week(monday: dt.date, days: Sequence[dt.date], words: Words) -> Stretch:
    name = week_name(monday, words)
    # It may lie in two months: both are told, where both have a page.
    months = dict.fromkeys(day.replace(day=1) for day in reversed(days))
    return Stretch(
        kind="week",
        date="{}-W{:02d}".format(*monday.isocalendar()[:2]),
        name=name,
        title=f"{name}{words.comma}{words.days(monday, monday + dt.timedelta(6))}",
        address=addresses.week_edition(monday),
        part_of=[(words.month(month), addresses.month_edition(month)) for month in months],
        days=days,
    )


def _monday(day: dt.date) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
