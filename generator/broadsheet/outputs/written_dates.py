"""Written dates: the days and months of pages as newspapers of each language write them.

Unicode's CLDR knows the forms (`1 de agosto de 2026`, `8月1日`, `1 серпня`); where the press does otherwise, so do we.
The calendar is the Gregorian one everywhere: an archive of many languages is ordered by it, and by it alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import partial

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

# CLDR's plain English writes "August 16, 2026"; we write the day first.
ENGLISH = "en_GB"

_CLDR_NAMES = frozenset({"long", "full", "LLLL"})
"""The forms that CLDR has a pattern for, or that are one; the others are skeletons."""

_PATTERNS: Mapping[tuple[str, str], str] = {
    # A month alone is `八月` beside the `2026年8月` of the same list; Taiwan's weekday after a bare number.
    ("zh", "LLLL"): "M月",
    ("zh_Hant", "Ed"): "d日 E",
}

_MENDED = {
    # French says "1er août"; a headline needs no comma ("Sunday, 16 August"), the press no word for "year" ("2026 г.").
    "fr": partial(re.compile(r"\b1 (?=\w*[a-zé])").sub, "1er "),
    ENGLISH: partial(re.compile(",").sub, ""),
    "it": partial(re.compile(r"\b0(?=\d )").sub, ""),
    "ru": partial(re.compile(r"(?<=\d)\s*г\.(?!\w)").sub, ""),
    "uk": partial(re.compile(r"(?<=\d)\s*рр?(?:\.|(?!\w))").sub, ""),
}


def written(day: dt.date, form: str, locale: Locale) -> str:
    """A date in a form: `long`, `full`, `LLLL` (a month alone), or a CLDR skeleton (`MMMMd`, `yMMMM`, `Ed`)."""
    script = f"{locale.language}_{locale.script}"
    pattern = _PATTERNS.get((script, form)) or _PATTERNS.get((locale.language, form))
    if pattern or form in _CLDR_NAMES:
        text = format_date(day, pattern or form, locale=locale)
    else:
        text = format_skeleton(form, day, locale=locale)
    return _mended(text, locale)


def span(first: dt.date, last: dt.date, locale: Locale) -> str:
    """`10 – 16 Aug 2026`, without CLDR's thin spaces, which many a font lacks."""
    return _mended(" ".join(format_interval(first, last, "yMMMMd", locale=locale).split()), locale)


def _mended(text: str, locale: Locale) -> str:
    mend = _MENDED.get(str(locale)) or _MENDED.get(locale.language)
    return mend(text) if mend else text
