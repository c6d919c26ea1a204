"""Words: what the pages say around the articles, in the site's language.

English stands in the code. Other languages are gettext catalogues (`catalogues/fr.po`), read as they are:
translators know the form, it has every language's plural rules, and nothing needs to be compiled. Dates,
numbers and languages' names are CLDR's, through Babel, remembered because Babel is slow.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from broadsheet import language_tags
from broadsheet.model import Moment

# CLDR's plain English writes "August 16, 2026"; we write the day first.
_ENGLISH = "en_GB"

_KINDS: Mapping[str, tuple[str, str]] = {
    "person": ("person", "People"),
    "organisation": ("organisation", "Organisations"),
    "place": ("place", "Places"),
    "event": ("event", "Events"),
    "work": ("work", "Works"),
    "product": ("product", "Products"),
    "other": ("other", "Other names"),
}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.locale, self.language = _locale(language)
        self.tag = language_tags.tag(language) or "en"
        """The site's language, also where these words are English for want of a catalogue."""
        self._catalogue = _catalogue(self.language)
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
            self._numbers[number] = format_decimal(number, locale=self.locale)
        return self._numbers[number]

    def day(self, moment: Moment) -> str:
        """`16 August 2026`, without its time."""
        return self._date(moment.date() if isinstance(moment, dt.datetime) else moment, "long")

    def weekday(self, day: dt.date) -> str:
        """`Sunday 16 August 2026`, `Dimanche 16 août 2026`: an edition's title."""
        return _capitalised(self._date(day, "full"))

    def day_of_month(self, day: dt.date) -> str:
        """`16 August`, where the year is plain."""
        return self._date(day, "MMMMd")

    def weekday_of_month(self, day: dt.date) -> str:
        """`Sun 16`, where the month is plain; it begins a line."""
        return _capitalised(self._date(day, "Ed"))

    def month(self, day: dt.date) -> str:
        """`August 2026`, `Août 2026`: an edition's title."""
        return _capitalised(self._date(day, "yMMMM"))

    def month_of_year(self, day: dt.date) -> str:
        """`August`, where the year is plain; it begins a line."""
        return _capitalised(self._date(day, "LLLL"))

    def moment(self, moment: Moment) -> str:
        """A day, with the time where it is known: `16 August 2026, 10:32 UTC`."""
        if not isinstance(moment, dt.datetime):
            return self.day(moment)
        zone = moment.strftime(" %Z") if moment.tzinfo else ""
        return f"{self.day(moment)}, {moment:%H:%M}{zone}"

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

    def kinds(self, kind: str) -> str:
        """What many are: `People`."""
        return self(_KINDS[kind][1])

    @cached_property
    def colon(self) -> str:
        """The colon, after a no-break space in French."""
        return "\u00a0:" if self.language == "fr" else ":"

    def _date(self, day: dt.date, form: str) -> str:
        if (day, form) not in self._days:
            if form in {"long", "full", "LLLL"}:
                text = format_date(day, form, locale=self.locale)
            else:
                text = format_skeleton(form, day, locale=self.locale)
            if self.language == "fr":
                # CLDR writes "1 août"; French says "1er août".
                text = re.sub(r"\b1 (?=\w*[a-zé])", "1er ", text)
            elif str(self.locale) == _ENGLISH:
                # And "Sunday, 16 August": a headline needs no comma.
                text = text.replace(",", "")
            self._days[day, form] = text
        return self._days[day, form]


@lru_cache
def words_for(language: str) -> Words:
    """The Words of a site's language (`theme.language`); English where there is no catalogue."""
    return Words(language)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _locale(language: str) -> tuple[Locale, str]:
    short = re.split(r"[-_]", language)[0].lower()
    if short != "en" and not (short.isalpha() and _catalogue_path(short).is_file()):
        return Locale.parse(_ENGLISH), "en"
    try:
        return Locale.parse(_ENGLISH if language == "en" else language.replace("-", "_")), short
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_ENGLISH if short == "en" else short), short


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
