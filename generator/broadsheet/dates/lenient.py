"""dateparser, the last resort: it knows more forms and relative dates, and is slow and credulous."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache
from typing import Any

_LONGEST = 60
# Something must say that this is a date at all: dateparser takes "may" for one.
_DATE_LIKE = re.compile(r"\d")
# Figures alone were read before, by rules that leave out what could be two days. dateparser would take one of them.
_IN_FIGURES = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d")
_LABEL = re.compile(r"^[^\d:]{3,40}:\s*(?=\S)")


@lru_cache(maxsize=1024)
def guess(text: str, languages: tuple[str, ...], reference: dt.date | None) -> dt.date | dt.datetime | None:
    """What dateparser makes of a text; without a `reference`, only what states day, month and year."""
    text = _LABEL.sub("", text)
    if len(text) > _LONGEST or _IN_FIGURES.search(text) or not (reference or _DATE_LIKE.search(text)):
        return None
    try:
        found = _parser(languages, reference).get_date_data(text)
    except (ValueError, OverflowError, TypeError, AttributeError, KeyError, IndexError, re.error):
        return None  # dateparser trips over some odd texts: they are no dates
    if found.date_obj is None or found.period not in ("day", "time"):
        return None
    moment: dt.datetime = found.date_obj
    return moment if found.period == "time" else moment.date()


@cache
def _parser(languages: tuple[str, ...], reference: dt.date | None) -> Any:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - a quarter of a second, seldom needed

    base = dt.datetime.combine(reference, dt.time()) if reference else None
    settings: dict[str, Any] = {
        "RETURN_TIME_AS_PERIOD": True,
        "PREFER_DATES_FROM": "past",
        "STRICT_PARSING": reference is None,
        "PARSERS": ["absolute-time"] if reference is None else ["relative-time", "absolute-time"],
    }
    if base:
        settings["RELATIVE_BASE"] = base
    codes = list(dict.fromkeys(tag.partition("-")[0].lower() for tag in languages)) or None
    try:
        return DateDataParser(languages=codes, settings=settings)
    except ValueError:  # a language that dateparser does not know
        return DateDataParser(settings=settings)
