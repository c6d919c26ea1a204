"""dateparser, the last resort: it knows more forms and relative dates, and is slow and credulous."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache
from typing import Any

_LONGEST = 60
_MOST_WORDS = 9
# Without a day to count from, a text must have a day, a month and a year: figures and a word, hardly more.
_DATE_LIKE = re.compile(r"^(?=.*(?:\d.*\d{4}|\d{4}.*\d|\d.*\d\d))(?=.*[^\W\d_]{2})", re.DOTALL)
# With one, "yesterday" is enough, but it must be words and figures.
_NO_DATE = re.compile(r"[<>{}=\\$%@#;!?\"|]|https?:")
# Those that have more to them than `words` knows. All two hundred take seconds to load and to try.
_LANGUAGES = tuple("en fr es de it pt nl ru uk pl cs sv da fi tr ro hu el bg ar fa he hi bn id vi th zh ja ko".split())  # noqa: SIM905 - words read best as words
# Figures alone were read before, by rules that leave out what could be two days. dateparser would take one of them.
_IN_FIGURES = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d")
_LABEL = re.compile(r"^[^\d:]{3,40}:\s*(?=\S)")


@lru_cache(maxsize=1024)
def guess(text: str, languages: tuple[str, ...], reference: dt.date | None) -> dt.date | dt.datetime | None:
    """What dateparser makes of a text; without a `reference`, only what states day, month and year."""
    text = _LABEL.sub("", text)
    if len(text) > _LONGEST or _IN_FIGURES.search(text) or _NO_DATE.search(text) or len(text.split()) > _MOST_WORDS:
        return None
    if reference is None and not _DATE_LIKE.search(text):
        return None
    try:
        found = _parser(languages, reference).get_date_data(text)
    except (ValueError, OverflowError, TypeError, AttributeError, KeyError, IndexError, re.error):
        return None  # dateparser trips over some odd texts: they are no dates
    if found.date_obj is None or found.period not in ("day", "time"):
        return None
    moment: dt.datetime = found.date_obj
    offset = moment.utcoffset()
    if offset is not None:  # a zone of Python's own, as it is when the page is read back
        moment = moment.replace(tzinfo=dt.timezone(offset) if offset else dt.UTC)
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
    codes = list(dict.fromkeys(tag.partition("-")[0].lower() for tag in languages)) or _LANGUAGES
    try:
        return DateDataParser(languages=codes, settings=settings)
    except ValueError:  # a language that dateparser does not know
        return DateDataParser(languages=_LANGUAGES, settings=settings)
