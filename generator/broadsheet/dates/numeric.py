"""Days written in figures: 2024-04-16, 16.04.2024, 04/16/2024, 2024年4月16日, 令和6年4月16日."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.dates.calendars import ERAS, buddhist, gregorian

_YEAR_FIRST = re.compile(r"(?<![\d.,/:-])(\d{4})(?P<by>\s?[-/.]\s?)(\d{1,2})(?P=by)(\d{1,2})(?!\d|[-/]\d|[.,]\d)")
_YEAR_LAST = re.compile(
    r"(?<![\d.,/:+-])(\d{1,2})(?P<by>\s?[-/.]\s?)(\d{1,2})(?P=by)(\d{4}|\d{2})(?!\d|[-/:%]\s?\d|[.,]\d|%)"
)
_CJK = re.compile(
    r"(?:(?P<era>" + "|".join(ERAS) + r")\s?(?P<count>\d{1,3}|元)|(?P<year>\d{4}))\s?[年년]\s?"
    r"(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})(?:\s?[日号號일]|(?!\d))"
)
# "2016年6月2911:30": a page lost the word for day before the hour.
_CJK_GLUED = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{2})(?=[0-2]\d:[0-5]\d)")
_CJK_FIGURES = re.compile(
    r"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号號]"
)
_VIETNAMESE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s*(?:,\s*)?(?:thang|thg|th)\s*\.?\s*(?P<month>\d{1,2})\s*,?\s*(?:nam\s*)?(?P<year>\d{4})(?!\d)"
)
_FIGURE = {figure: number for number, figure in enumerate("〇一二三四五六七八九")} | {"零": 0}


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a folded line states, and where."""

    day: dt.date
    start: int
    end: int
    full: bool = True
    """False where the year has two figures only."""


def find(line: str, languages: frozenset[str], weekday: int | None) -> Iterator[Day]:
    """Days written in figures, in the order of the forms; a day that could be two days is none."""
    for match in _YEAR_FIRST.finditer(line):
        yield from _when(gregorian(buddhist(int(match[1])), int(match[3]), int(match[4])), match)
    if "年" in line or "년" in line:
        line = _CJK_FIGURES.sub(lambda match: _in_digits(match[0]), line)
        for form in (_CJK_GLUED, _CJK):
            for match in form.finditer(line):
                yield from _when(gregorian(_cjk_year(match), int(match["month"]), int(match["day"])), match)
    for match in _YEAR_LAST.finditer(line):
        yield from _year_last(match, languages, weekday)
    for match in _VIETNAMESE.finditer(line):
        yield from _when(gregorian(int(match["year"]), int(match["month"]), int(match["day"])), match)


def _year_last(match: re.Match[str], languages: frozenset[str], weekday: int | None) -> Iterator[Day]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    full = len(match[4]) == 4
    year = buddhist(year) if full else year + (2000 if year < 70 else 1900)
    day_first, month_first = gregorian(year, second, first), gregorian(year, first, second)
    if day_first and month_first and day_first != month_first:
        # Where the line names the weekday, it decides.
        fitting = [day for day in (day_first, month_first) if day.weekday() == weekday]
        if len(fitting) == 1:
            yield from _when(fitting[0], match, full=full)
        # Whoever separates with dots puts the day first, everywhere.
        elif match["by"].strip() == "." or is_day_first(languages):
            yield from _when(day_first, match, full=full)
        elif is_month_first(languages):
            yield from _when(month_first, match, full=full)
    else:
        yield from _when(day_first or month_first, match, full=full)


def is_month_first(languages: frozenset[str]) -> bool:
    """Whether 03/04/2024 is 4 March to these readers: in the United States and the Philippines."""
    return bool(languages & {"en-us", "en-ph", "fil", "tl"})


def is_day_first(languages: frozenset[str]) -> bool:
    """Whether 03/04/2024 is 3 April to these readers. Bare `en` could be either, and so could no language."""
    return bool(languages) and not is_month_first(languages) and languages != {"en"}


def _when(day: dt.date | None, match: re.Match[str], *, full: bool = True) -> Iterator[Day]:
    if day:
        yield Day(day, match.start(), match.end(), full)


def _cjk_year(match: re.Match[str]) -> int:
    named = match.groupdict()
    if named.get("era"):
        return ERAS[named["era"]] + (1 if named["count"] == "元" else int(named["count"]))
    return int(named["year"])


def _in_digits(written: str) -> str:
    """`二〇二四年四月十六日` as `2024年4月16日`."""
    year, _, rest = written.partition("年")
    month, _, day = rest.partition("月")
    figures = "".join(str(_FIGURE[figure]) for figure in year)
    return f"{figures}年{_tens(month)}月{_tens(day[:-1])}{day[-1]}"


def _tens(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _FIGURE[ones[-1]]
    return 10 * (_FIGURE[tens[-1]] if tens else 1) + (_FIGURE[ones] if ones else 0)
