"""Writes `names.txt` anew from Babel's CLDR tables: `python -m broadsheet.dates.cldr`.

Reading three hundred locales takes more than a second, reading the file a few milliseconds. One line a
language: its code; twelve months; seven weekdays from Monday. Spellings of one name stand side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel import Locale, localedata

from broadsheet.dates.spelling import fold

NAMES = Path(__file__).with_name("names.txt")
_ENGLISH_DAYS = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def names() -> str:
    """The whole file, as CLDR has it today."""
    regions: dict[str, list[str]] = defaultdict(list)
    for identifier in sorted(localedata.locale_identifiers()):
        regions[identifier.partition("_")[0]].append(identifier)
    lines = []
    for language, identifiers in sorted(regions.items()):
        locales = [Locale.parse(identifier) for identifier in identifiers]
        months = [_spellings((locale.months for locale in locales), number) for number in range(1, 13)]
        days = [_spellings((locale.days for locale in locales), number) for number in range(7)]
        if language != "en":  # CLDR falls back to English where it has no name of a weekday
            days = ["/".join(word for word in day.split("/") if word not in _ENGLISH_DAYS) for day in days]
        # A language whose months are plain numbers, or untranslated, has nothing to add.
        if any(months):
            lines.append(f"{language};{'|'.join(months)};{'|'.join(days)}\n")
    return "".join(lines)


def _spellings(tables: Iterable[Any], number: int) -> str:
    found = (
        fold(table[context][width][number]).strip(" .'")
        for table in tables
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        if number in table.get(context, {}).get(width, {})
    )
    # A name with a digit in it ("tháng 4", "4月", "M04") is a number with a word: the forms know those.
    return "/".join(
        dict.fromkeys(word for word in found if len(word) > 1 and not any(letter.isdigit() for letter in word))
    )


if __name__ == "__main__":
    NAMES.write_text(names(), encoding="utf-8")
