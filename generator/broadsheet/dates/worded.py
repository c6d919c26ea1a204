"""Days whose month is a word, in any language: 16 avril 2024, April 16, 2024, 2024. április 16."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.dates import words
from broadsheet.dates.calendars import SOLAR_HIJRI_MONTHS, buddhist, gregorian, solar_hijri
from broadsheet.dates.numeric import Day

_TOKEN = re.compile(
    r"\d+|[^\s\d!-&(-/:-@\[-`{-~«»…·•–—،。、，．（）【】「」॰]+(?:\.(?=[^\W\d])[^\s\d!-&(-/:-@\[-`{-~«»…]+)*"
)
# Between the parts of one date: spaces and the lightest punctuation.
_GAP = re.compile(r"[\s.,،·()\[\]/'’॰-]*")
_LONGEST_NAME = 3  # words, as in "Tháng Mười Hai"
_LONGEST_FILLER = 4  # letters: of, de, del, শে, year
# "12 out of 2024" is no date, though `out` is October in Portuguese.
_NOT_AFTER = {"out": "of", "set": "of", "ago": "in"}
_NAMED_YEAR = frozenset("year anno año ano annee jahr года год г р року গাল সাল साल सन سنة عام سال y".split())  # noqa: SIM905 - words read best as words


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdecimal() and len(self.text) <= 4 else None


def find(line: str, languages: frozenset[str], weekday: int | None, latest: dt.date | None = None) -> Iterator[Day]:
    """Days with a named month in a folded line, left to right.

    Where the line has no year and `latest` is given, the year is the last one that puts the day before it.
    """
    tokens = [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(line)]
    at = 0
    while at < len(tokens):
        for length in () if tokens[at].text[0].isdecimal() else range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
            months = _months(tokens[at : at + length], languages)
            if months:
                day = _around(line, tokens, at, at + length, sorted(months), weekday, latest)
                if day:
                    yield day
                break
        else:
            length = 1
        at += length


def weekday(line: str, languages: frozenset[str]) -> int | None:
    """The one weekday that a folded line names, if it names one."""
    named: set[int] = set()
    for match in _TOKEN.finditer(line):
        if meanings := words.weekday(match[0]):
            likely = words.likely(match[0], meanings, languages)
            if len(likely) == 1:
                named.update(likely)
    return named.pop() if len(named) == 1 else None


def _months(tokens: Sequence[_Token], languages: frozenset[str]) -> frozenset[int]:
    name = " ".join(token.text for token in tokens)
    for spelling in (name, name.partition("'")[2], name.removeprefix("เดือน"), name.removeprefix("ב")):
        if meanings := words.month(spelling):
            if likely := words.likely(spelling, meanings, languages):
                return frozenset(likely)
        elif spelling in SOLAR_HIJRI_MONTHS:
            return frozenset((100 + SOLAR_HIJRI_MONTHS[spelling],))
    return frozenset()


def _around(  # noqa: PLR0913, PLR0917 - one date's parts, all needed at once
    line: str,
    tokens: Sequence[_Token],
    first: int,
    after: int,
    months: Sequence[int],
    weekday: int | None,
    latest: dt.date | None,
) -> Day | None:
    """The day whose month is `tokens[first:after]`, in the orders that languages use."""
    before, following = _neighbours(line, tokens, first, -1), _neighbours(line, tokens, after - 1, 1)
    one_before, two_before = before
    one_after, two_after = following
    # day month year; month day year; year month day; year day month
    for day, year in (
        (one_before, one_after),
        (one_after, two_after),
        (one_after, one_before),
        (one_before, two_before),
    ):
        if day is None or year is None or not _is_day(day) or not _is_year(year):
            continue
        if after < len(tokens) and tokens[after].text == _NOT_AFTER.get(tokens[first].text):
            continue
        found = _resolved(int(day.text), months, int(year.text), weekday)
        if found:
            return Day(
                found,
                min(day.start, year.start, tokens[first].start),
                max(day.end, year.end, tokens[after - 1].end),
            )
    if latest:
        for day in (one_before, one_after):
            if day and _is_day(day) and len(months) == 1:
                found = _before(int(day.text), months[0], latest)
                if found:
                    return Day(found, min(day.start, tokens[first].start), max(day.end, tokens[after - 1].end))
    return None


def _neighbours(line: str, tokens: Sequence[_Token], at: int, step: int) -> tuple[_Token | None, _Token | None]:
    """The nearest two numbers on one side, with at most one short word before each."""
    found: list[_Token] = []
    fillers = 0
    position, here = at + step, tokens[at]
    while 0 <= position < len(tokens) and len(found) < 2:
        token = tokens[position]
        gap = line[here.end : token.start] if step > 0 else line[token.end : here.start]
        if _GAP.fullmatch(gap) is None:
            break
        if token.number is not None:
            found.append(token)
            fillers = 0
        elif token.start and line[token.start - 1].isdecimal() and len(token.text) <= _LONGEST_FILLER:
            pass  # the ordinal's ending: 16th, 1er, 25শে
        elif len(token.text) > _LONGEST_FILLER and token.text not in _NAMED_YEAR:
            break
        else:
            fillers += 1
            if fillers > 1:
                break
        position, here = position + step, token
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def _is_day(token: _Token) -> bool:
    return len(token.text) <= 2 and 1 <= int(token.text) <= 31


def _is_year(token: _Token) -> bool:
    return len(token.text) == 4


def _resolved(day: int, months: Sequence[int], year: int, weekday: int | None) -> dt.date | None:
    days = []
    for month in months:
        found = solar_hijri(year, month - 100, day) if month > 100 else gregorian(buddhist(year), month, day)
        if found:
            days.append(found)
    if len(days) > 1:
        days = [found for found in days if found.weekday() == weekday]
    return days[0] if len(days) == 1 else None


def _before(day: int, month: int, latest: dt.date) -> dt.date | None:
    """The last such day that is not later than the day after `latest`."""
    for year in (latest.year + 1, latest.year, latest.year - 1):
        found = gregorian(year, month, day) if month < 100 else None
        if found and found <= latest + dt.timedelta(days=1):
            return found
    return None
