"""Dates as people and software write them, in any language: `read_date` for a field, `find_date` for a line.

Never more exact than the source: a day stays a `date`, a time with an offset is an aware `datetime`, a time
without one a naive `datetime`. What could be two days (03/04/2024, where nothing tells) is none.

    spelling.py    ASCII digits, small letters, no accents
    words.py       month and weekday names of every CLDR language (names.txt, written by cldr.py)
    numeric.py     days in figures
    worded.py      days with a named month
    clock.py       times of day and their offsets
    calendars.py   Thai, Iranian, Taiwanese and Japanese years
    lenient.py     dateparser, the slow last resort
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from broadsheet.dates import clock, numeric, worded
from broadsheet.dates.calendars import EARLIEST, LATEST
from broadsheet.dates.lenient import guess
from broadsheet.dates.spelling import fold

__all__ = ["find_date", "read_date"]

Moment = dt.date | dt.datetime
"""A day, or a day with a time. (The nouns in `model` say the same; neither module may know the other.)"""

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|z|[+-]\d\d(?::?\d\d)?)?)?"
    r"|\d{8}T\d{4,6}(?:Z|[+-]\d{4})?|\d{8}"
)
_LONGEST_LINE = 120
# A year and a day in figures (those of any script), or figures in the Chinese manner.
_MAY_HOLD_A_DATE = re.compile(r"\d\D.*\d\d|\d\d.*\D\d|\d{6}|〇.?年|[一二三四五六七八九]年")
_OTHER_WORDS = re.compile(r"[^\W\d_]{2,}")


def read_date(text: str, languages: Sequence[str] = (), reference: dt.date | None = None) -> Moment | None:
    """The moment that a date field states, or None.

    `languages` (tags, likeliest first) settle `03/04/2024`: month first for `en-US` and the Philippines, day first
    for any other; with bare `en` or none it is ambiguous and None. `reference` is the day on which "yesterday" or
    "16 April" (without a year) was written; without it, such texts are None.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return _iso(text)
    if not text or len(text) > _LONGEST_LINE:
        return None
    spoken = _folded_tags(languages)
    return _stated(fold(text), spoken, reference) or guess(text, tuple(languages), reference)


def find_date(line: str, languages: Sequence[str] = ()) -> Moment | None:
    """The moment that a short line (of a page, a masthead, a by-line) states: day, month and year, or None."""
    if len(line) > _LONGEST_LINE or not _MAY_HOLD_A_DATE.search(line):
        return None
    return _stated(fold(line.strip()), _folded_tags(languages), None, strict=True)


def _stated(line: str, languages: frozenset[str], reference: dt.date | None, *, strict: bool = False) -> Moment | None:
    weekday = worded.weekday(line, languages)
    days = [*numeric.find(line, languages, weekday), *worded.find(line, languages, weekday)]
    time = None
    if strict:
        days = [day for day in days if day.full or _alone(line, day, languages)]
    if not days:
        # The time may stand between the day and the year ("Wed Aug 05 12:00:00 2015"): look again without it.
        time = clock.find(line)
        if time:
            days = list(worded.find(_without(line, time), languages, weekday))
        if reference and not days:
            days = list(worded.find(_without(line, time), languages, weekday, reference))
        if reference and not days and time and weekday is not None:
            return _last_weekday(_without(line, time), weekday, reference, time)
    if not days:
        return None
    first = min(days, key=lambda day: (day.start, -day.end))
    if time is None:
        time = clock.find(line[: first.start] + " " * (first.end - first.start) + line[first.end :])
    if time is None:
        return first.day
    return dt.datetime.combine(first.day, time.time)


def _last_weekday(rest: str, weekday: int, reference: dt.date, time: clock.Clock) -> Moment | None:
    """The moment that "Thu 15:12" means on the day of `reference`; None where the line says more than that."""
    if len(_OTHER_WORDS.findall(rest)) != 1:
        return None
    day = reference - dt.timedelta(days=(reference.weekday() - weekday) % 7)
    return dt.datetime.combine(day, time.time)


def _without(line: str, time: clock.Clock | None) -> str:
    return line if time is None else line[: time.start] + " " * (time.end - time.start) + line[time.end :]


def _alone(line: str, day: numeric.Day, languages: frozenset[str]) -> bool:
    """Whether a day stands with its time or weekday only: `18.10.14` in a sentence is a version or a score."""
    rest = line[: day.start] + " " + line[day.end :]
    if clock.find(rest):
        return True
    return all(worded.weekday(word, languages) is not None for word in _OTHER_WORDS.findall(rest))


def _iso(text: str) -> Moment | None:
    try:
        if len(text) <= 10 and "T" not in text:
            moment: Moment = dt.date.fromisoformat(text)
        else:
            moment = dt.datetime.fromisoformat(text.upper().replace(" +", "+").replace(" -", "-"))
    except ValueError:
        return None
    return moment if EARLIEST <= moment.year <= LATEST else None


def _folded_tags(languages: Iterable[str]) -> frozenset[str]:
    """Tags and their languages, in small letters: `pt-BR` is `pt-br` and `pt`."""
    tags = {tag.lower().replace("_", "-") for tag in languages}
    return frozenset(tags | {tag.partition("-")[0] for tag in tags})
