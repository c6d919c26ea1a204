"""Words: what the pages say around the articles, in the site's language.

English stands in the code. Other languages are gettext catalogues (`catalogues/fr.po`), read as they are:
translators know the form, it has every language's plural rules, and nothing needs to be compiled. Dates
(`written_dates.py`), numbers and languages' names are CLDR's, through Babel, remembered because Babel is slow.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from broadsheet import language_tags
from broadsheet.model import Moment
from broadsheet.outputs.written_dates import ENGLISH, span, written

_KINDS: Mapping[str, tuple[str, str]] = {
    "person": ("person", "People"),
    "organisation": ("organisation", "Organisations"),
    "place": ("place", "Places"),
    "event": ("event", "Events"),
    "work": ("work", "Works"),
    "product": ("product", "Products"),
    "other": ("other", "Other names"),
}

# Between the names of a list; before what narrows a title (`Ukraine, page 2`); after a label. Latin names in a list
# that is read from the right would change places but for the mark behind the comma (as in CLDR's Persian lists).
_LISTING = {"ar": "،\u200f ", "fa": "،\u200f ", "he": ",\u200f ", "ja": "、", "zh": "、"}
# Between the last of a list and "and 3 more": no comma, as in CLDR's lists, but for Persian's. Chinese says no "and".
_BEFORE_MORE = {"fa": _LISTING["fa"], "ja": "", "zh": "，"}
_COMMAS = {"ar": "، ", "fa": "، ", "ja": "、", "zh": "，"}
_SEMICOLONS = {"ar": "؛ ", "el": "· ", "fa": "؛ ", "fr": "\u00a0; ", "ja": "。", "zh": "；"}
_COLONS = {"fr": "\u00a0:", "ja": "：", "zh": "："}

# Iranian papers write their own digits. Arabic ones on the web write 0-9 (Al Jazeera, BBC Arabic, Asharq Al-Awsat),
# as CLDR has it for Arabic at large: Egypt's ٠-٩ would be foreign to the Maghreb.
_DIGITS = {"fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}
_NUMBERING = {"fa": "arabext"}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.locale, catalogue = _locale(language)
        self.language = self.locale.language
        self.tag = language_tags.tag(language) or "en"
        """The site's language, also where these words are English for want of a catalogue."""
        self.comma = _COMMAS.get(self.language, ", ")
        """What stands between a title and what narrows it."""
        self.semicolon = _SEMICOLONS.get(self.language, "; ")
        """What parts reasons that are told in a row, after a no-break space in French."""
        self.colon = _COLONS.get(self.language, ":")
        """The colon, after a no-break space in French."""
        self._catalogue = _catalogue(catalogue)
        self._days: dict[tuple[dt.date, str], str] = {}
        self._numbers: dict[int, str] = {}
        self._counts: dict[tuple[str, int], str] = {}
        self._languages: dict[str, str] = {}

    def __call__(self, text: str, **values: Any) -> str:
        """`text` in this language, its `{names}` filled in. Values must be Markdown already."""
        translated = self._catalogue.gettext(text)
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, number: int, **values: Any) -> str:
        """The plural form for `number`, which fills in `{count}`."""
        if values:
            return self._catalogue.ngettext(one, many, number).format(count=self.number(number), **values)
        if (one, number) not in self._counts:
            self._counts[one, number] = self._catalogue.ngettext(one, many, number).format(count=self.number(number))
        return self._counts[one, number]

    def number(self, number: int) -> str:
        """`12,345` as this language writes it."""
        if number not in self._numbers:
            system = _NUMBERING.get(self.language, "latn")
            self._numbers[number] = self.digits(format_decimal(number, locale=self.locale, numbering_system=system))
        return self._numbers[number]

    def digits(self, text: str) -> str:
        """A year or an hour in this language's digits: `2026`, `۲۰۲۶`."""
        return text.translate(_DIGITS[self.language]) if self.language in _DIGITS else text

    def listed(self, parts: Iterable[str], more: str = "") -> str:
        """`Iran, Israel, Ukraine`: names one after the other; with `more`, which counts the rest, behind them."""
        told = _LISTING.get(self.language, ", ").join(parts)
        return _BEFORE_MORE.get(self.language, " ").join(filter(None, (told, more)))

    def day(self, moment: Moment) -> str:
        """`16 August 2026`, without its time."""
        return self._date(moment.date() if isinstance(moment, dt.datetime) else moment, "long")

    def weekday(self, day: dt.date) -> str:
        """`Sunday 16 August 2026`, `Dimanche 16 août 2026`: an edition's title."""
        return self._capitalised(self._date(day, "full"))

    def day_of_month(self, day: dt.date) -> str:
        """`16 August`, where the year is plain."""
        return self._date(day, "MMMMd")

    def weekday_of_month(self, day: dt.date) -> str:
        """`Sun 16`, where the month is plain; it begins a line."""
        return self._capitalised(self._date(day, "Ed"))

    def days(self, first: dt.date, last: dt.date) -> str:
        """`10 – 16 Aug 2026`: some days of a week, in short."""
        if (first, last.isoformat()) not in self._days:
            self._days[first, last.isoformat()] = self.digits(span(first, last, self.locale))
        return self._days[first, last.isoformat()]

    def month(self, day: dt.date) -> str:
        """`August 2026`, `Août 2026`: an edition's title."""
        return self._capitalised(self._date(day, "yMMMM"))

    def month_of_year(self, day: dt.date) -> str:
        """`August`, where the year is plain; it begins a line."""
        return self._capitalised(self._date(day, "LLLL"))

    def moment(self, moment: Moment) -> str:
        """A day, with the time where it is known: `16 August 2026, 10:32 UTC`."""
        if not isinstance(moment, dt.datetime):
            return self.day(moment)
        zone = moment.strftime(" %Z") if moment.tzinfo else ""
        between = " " if self.language in {"ja", "zh"} else self.comma
        return f"{self.day(moment)}{between}{self.digits(f'{moment:%H:%M}')}{zone}"

    def language_name(self, tag: str) -> str:
        """`French`; the tag itself where CLDR does not know it."""
        if tag not in self._languages:
            self._languages[tag] = _language_name(tag, self.locale)
        return self._languages[tag]

    def own_name(self, tag: str) -> str:
        """A language's name in itself: `français`; the tag where CLDR does not know it."""
        return _language_name(tag, _parsed(tag) or self.locale)

    def kind(self, kind: str) -> str:
        """What one entity is: `person`."""
        return self(_KINDS[kind][0])

    def leading_kind(self, kind: str) -> str:
        """What one entity is, where that begins a line: `Person`."""
        return self._capitalised(self.kind(kind))

    def kinds(self, kind: str) -> str:
        """What many are: `People`."""
        return self(_KINDS[kind][1])

    def narrow_weekday(self, day: dt.date) -> str:
        """`M`: the head of a calendar's column."""
        narrow: str = self.locale.days["stand-alone"]["narrow"][day.weekday()]
        return narrow

    @cached_property
    def first_weekday(self) -> int:
        """The day a week begins with, Monday 0, where most people who speak this language live."""
        if self.locale.territory is None:
            likely = get_global("likely_subtags").get(str(self.locale), str(self.locale))
            return Locale.parse(likely).first_week_day
        return self.locale.first_week_day

    def _date(self, day: dt.date, form: str) -> str:
        if (day, form) not in self._days:
            self._days[day, form] = self.digits(written(day, form, self.locale))
        return self._days[day, form]

    def _capitalised(self, text: str) -> str:
        # Turkish has an i with a dot in capitals, too.
        first = "İ" if self.language == "tr" and text[:1] == "i" else text[:1].upper()
        return first + text[1:]


@lru_cache
def words_for(language: str) -> Words:
    """The Words of a site's language (`theme.language`); English where there is no catalogue."""
    return Words(language)


def _locale(language: str) -> tuple[Locale, str]:
    """A language as CLDR knows it, and its catalogue: the first there is of `zh_Hant_TW`, `zh_Hant`, `zh`."""
    short = re.split(r"[-_]", language)[0].lower()
    if language == "en" or not re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*", language):
        return Locale.parse(ENGLISH), "en"
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        try:
            locale = Locale.parse(ENGLISH if short == "en" else short)
        except (UnknownLocaleError, ValueError):
            return Locale.parse(ENGLISH), "en"
    catalogue = f"{short}_{locale.script}" if locale.script else short
    for one in (catalogue, short):
        if one == "en" or _catalogue_path(one).is_file():
            return locale, one
    return Locale.parse(ENGLISH), "en"


def _catalogue_path(language: str) -> Any:
    return files(__package__) / "catalogues" / f"{language}.po"


def _catalogue(language: str) -> gettext.NullTranslations:
    path = _catalogue_path(language)
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes()), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _language_name(tag: str, locale: Locale) -> str:
    known = _parsed(tag)
    return (known.get_display_name(locale) if known else None) or tag


@lru_cache
def _parsed(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
