"""Week editions: the top stories of an ISO week, Monday to Sunday, and its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import Stretch, Way, beside, long_edition, week_name
from broadsheet.outputs.words import Words, words_for


def week_editions(edition: Edition) -> Iterator[Draft]:
    """An edition for each week that has an article, newest first."""
    words = words_for(edition.config.language)
    digest = Digest(edition, words)
    weeks = weeks_of(edition)
    for place, (monday, days) in enumerate(weeks):
        later = _way(weeks[place - 1][0], words) if place else None
        earlier = _way(weeks[place + 1][0], words) if place + 1 < len(weeks) else None
        start = addresses.week_edition(monday)
        # A week may lie in two months: both are told, where both have a page.
        months = dict.fromkeys(day.replace(day=1) for day in reversed(days))
        up = [(words.month(month), addresses.month_edition(month)) for month in months]
        stretch = Stretch(
            kind="week",
            date="{}-W{:02d}".format(*monday.isocalendar()[:2]),
            title=f"{week_name(monday, words)}{words.comma}{words.days(monday, monday + dt.timedelta(6))}",
            address=start,
            ways=beside(start, earlier, up, later),
            days=days,
        )
        yield long_edition(edition, digest, stretch, words)


def weeks_of(edition: Edition) -> list[tuple[dt.date, Sequence[dt.date]]]:
    """The Monday of each week that has an article, with its days that have one; newest first."""
    return [(monday, list(days)) for monday, days in groupby(edition.by_day, _monday)]


def _monday(day: dt.date) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))


def _way(monday: dt.date, words: Words) -> Way:
    return week_name(monday, words), addresses.week_edition(monday)
