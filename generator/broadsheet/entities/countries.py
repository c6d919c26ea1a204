"""Countries and their names in every language that CLDR knows (through Babel), read language by language when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from broadsheet.entities.country_names import EVERYDAY
from broadsheet.entities.folding import key

UNIONS = ("EU", "UN")
"""Codes that ISO 3166-1 reserves for unions of countries; CLDR names them as well."""

# Codes in CLDR that name no country: groups, islets without inhabitants, test codes.
_NO_COUNTRY = frozenset(["AC", "BV", "CP", "CQ", "DG", "EA", "EZ", "HM", "IC", "QO", "TA", "UM", "XA", "XB", "ZZ"])

# A language whose regions or scripts spell countries in ways of their own: Irã and Irão, 韩国 and 韓國.
_ALSO = {"pt": ("pt_PT",), "zh": ("zh_Hant",), "sr": ("sr_Latn",), "uz": ("uz_Cyrl",), "no": ("nb",)}

# Countries whose brackets hold a second name; all others hold what tells namesakes apart: 刚果（金）.
_TWO_NAMES = frozenset(["FK", "MM"])
_IN_BRACKETS = re.compile(r"^(.+?)\s*[(（](.+)[)）]$")


@lru_cache(maxsize=1 << 10)
def base_language(tag: str | None) -> str:
    """The language of a BCP 47 tag, without region or script: `pt` for `pt-BR`; empty for None."""
    return re.split(r"[-_]", tag, maxsplit=1)[0].lower() if tag else ""


@cache
def codes() -> tuple[str, ...]:
    """The codes of all countries, in order."""
    return tuple(sorted(code for code in _territories("en") if code not in _NO_COUNTRY))


@cache
def names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Every name of each country in one language (ISO 639-1), CLDR's own first; empty for a language CLDR lacks."""
    found: dict[str, tuple[str, ...]] = {}
    territories = [_territories(locale) for locale in (language, *_ALSO.get(language, ()))]
    everyday = EVERYDAY.get(language, {})
    for code in codes():
        spelled: list[str] = []
        for given in territories:
            if code in given:
                spelled.extend(_spellings(given[code], code, language))
        usual = [name.strip() for name in everyday.get(code, "").split(",") if name.strip()]
        # CLDR's names for these two are long and official: nobody's first choice.
        spelled = usual + spelled if code in {"HK", "MO"} else spelled + usual
        # Where CLDR has no name of its own it repeats the code.
        known = tuple(dict.fromkeys(name for name in spelled if name != code or name in usual))
        if known:
            found[code] = known
    return found


def display(code: str, language: str) -> str:
    """A country's usual name in a language, else in English."""
    known = names(language).get(code) or names("en")[code]
    return known[0]


@cache
def _by_name(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, spelled in names(language).items():
        for name in spelled:
            found.setdefault(key(name), code)
    return found


def code_of(name: str, language: str) -> str | None:
    """The country that a language calls `name`."""
    return _by_name(language).get(key(name))


@cache
def first_words(language: str) -> frozenset[str]:
    """The words with which a language's names of countries begin, in small letters."""
    return frozenset(name.split(" ")[0].lower() for name in _by_name(language))


def _spellings(name: str, code: str, language: str) -> list[str]:
    """CLDR's name as people write it: `Myanmar (Burma)` is two names, `&` is `and`, `St.` is `Saint`."""
    match = _IN_BRACKETS.match(name)
    spelled = [name] if match is None else [match[1], match[2]] if code in _TWO_NAMES else [match[1]]
    if language == "en":
        for one in list(spelled):
            full = one.replace(" & ", " and ").replace("’", "'")
            spelled += [full, full.replace("St. ", "St ", 1), full.replace("St. ", "Saint ", 1)]
    return spelled


def _territories(locale: str) -> Mapping[str, str]:
    try:
        known = Locale.parse(locale).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in known.items() if len(code) == 2 and code.isalpha() and name}
