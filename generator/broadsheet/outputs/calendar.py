"""Calendars: the days of a month as a picture, each the darker the more articles it has, linked to its edition."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Mapping
from functools import partial

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.language_tags import rightward
from broadsheet.outputs.svg import WIDTH, linked, picture
from broadsheet.outputs.words import Words

SHADES = ("0.08", "0.16", "0.24", "0.32")
"""How dark a day is, from few articles to many: the number in it has a contrast of 4.5:1 in both schemes."""

_CELL, _HEAD, _ROW = WIDTH // 7, 40, 66
_GAP = 6


def calendar(edition: Edition, month: dt.date, start: str, words: Words) -> str:
    """The calendar of the month that begins with `month`, on page `start`."""
    weeks = months.Calendar(words.first_weekday).monthdatescalendar(month.year, month.month)
    counts = {day: len(edition.by_day.get(day, ())) for week in weeks for day in week if day.month == month.month}
    most = max(counts.values())
    to_day = partial(addresses.published, start=start, directory_urls=edition.config.engine.directory_urls)
    heads = [_text(_middle(column, words), 24, words.narrow_weekday(day)) for column, day in enumerate(weeks[0])]
    plain, filled = [], []
    for row, week in enumerate(weeks):
        for column, day in enumerate(week):
            middle, top = _middle(column, words), _HEAD + row * _ROW
            number = _text(middle, top + _ROW // 2 + 6, words.number(day.day))
            if counts.get(day):
                box = _box(middle - _CELL // 2 + _GAP // 2, top, shade(counts[day], most))
                articles = words.count("{count} article", "{count} articles", counts[day])
                name = f"{words.day_of_month(day)}{words.colon} {articles}"
                filled.append(linked(to_day(addresses.day_edition(day)), name, (box, number)))
            elif day in counts:
                plain.append(number)
    return picture(
        f"calendar-{month:%Y-%m}",
        words.month(month),
        described(counts, words),
        _HEAD + len(weeks) * _ROW,
        (
            f'<g text-anchor="middle" fill-opacity="0.65">{"".join((*heads, *plain))}</g>',
            *(f'<g text-anchor="middle">{day}</g>' for day in filled),
        ),
        role="group",
    )


def described(counts: Mapping[dt.date, int], words: Words) -> str:
    """`Most often: 16 August, 23 articles.`; the first of several such days."""
    busiest = max(counts, key=lambda day: counts[day])
    articles = words.count("{count} article", "{count} articles", counts[busiest])
    return words("Most often: {when}, {articles}.", when=words.day_of_month(busiest), articles=articles)


def shade(count: int, most: int) -> str:
    """How dark a day of `count` articles is in a month whose fullest day has `most`."""
    return SHADES[(count * len(SHADES) - 1) // most]


def _middle(column: int, words: Words) -> int:
    """Where the middle of a column is: the first is at the right where the language is written leftwards."""
    return (6 - column if rightward(words.tag) else column) * _CELL + _CELL // 2


def _box(x: int, y: int, opacity: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{_CELL - _GAP}" height="{_ROW - _GAP}" rx="4" fill-opacity="{opacity}"/>'


def _text(x: int, y: int, text: str) -> str:
    return f'<text x="{x}" y="{y}">{text}</text>'
