"""The word lists in this folder (`*.txt`), each language's as a set or a table of what its words speak for.

A list has sections: `[place]` is for every language, `[place ru]` for Russian texts beside it. Entries are words, or
names of several words parted by semicolons. They are handed out as `bare` spells them, so that a case of a name is
found like the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from broadsheet.entities import countries
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.inflection import INFLECTED, stems

_GIVEN = ("english", "romance", "germanic", "slavic", "elsewhere")
_PLAIN_WORDS = frozenset(["Nome", "Oral", "Regina", "Resolute"])
_CONTINENTS = frozenset(["Africa", "America", "Asia", "Australia", "Europe"])
# These read each other's lists of Cyrillic names.
_NEAR = {"be": "uk", "bg": "ru", "kk": "ru", "mk": "ru", "sr": "ru"}


@lru_cache(maxsize=200_000)
def bare(word: str, language: str) -> str:
    """A word as the lists spell it: its stem where the language bends it, else its `likeness`."""
    if language not in INFLECTED:
        return likeness(word)
    stem = stems(word, language)
    # Нижний keeps an и that Нижнем has lost.
    return stem.rstrip("иыі") if len(stem) > 4 else stem


@lru_cache(maxsize=100_000)
def spelled(name: str, language: str) -> str:
    """A name as the lists spell it."""
    return " ".join(bare(word, language) for word in key(name).split(" "))


@cache
def heads(language: str) -> Mapping[str, tuple[str, ...]]:
    """The kinds for which words inside names speak: Ministry, Lake, Festival."""
    return _kinds("head_words.txt", language)


@cache
def company(language: str) -> Mapping[str, tuple[str, ...]]:
    """The kinds for which words beside names speak (`says` for what persons do): the river …, … said."""
    return _kinds("company_words.txt", language)


@cache
def topics(language: str) -> Mapping[str, tuple[str, ...]]:
    """What the talk is about where these words stand near a name: sport, music, a river."""
    return _kinds("topic_words.txt", language)


@cache
def well_known(language: str) -> Mapping[str, tuple[str, ...]]:
    """The kinds of names that everybody knows."""
    return _kinds("well_known.txt", language)


@cache
def given_names(language: str) -> Mapping[str, bool]:
    """Given names, each with whether it is one beyond doubt: Georgia is as often a place."""
    sections = _sections("given_names.txt")
    near = _NEAR.get(language, language)
    doubtful = {bare(name, language) for name in sections["doubtful"]}
    names = [name for section in (*_GIVEN, near) for name in sections.get(section, ())]
    return {one: one not in doubtful for one in (bare(name, language) for name in names)}


@cache
def sure_given_names(language: str) -> tuple[str, ...]:
    """Given names at home in one language that are nothing else, as it writes them."""
    sections = _sections("given_names.txt")
    doubtful = {name.lower() for name in sections["doubtful"]}
    return tuple(name for name in sections.get(language, ()) if name.lower() not in doubtful)


@cache
def family_names(language: str) -> frozenset[str]:
    """Family names that very many or very well-known people bear."""
    return _set("family_names.txt", "family", language)


@cache
def places(language: str) -> frozenset[str]:
    """Cities, regions, waters and parts of the world: those listed and those of CLDR in the language and English."""
    known = {spelled(name, language) for one in (language, "en") for name in _of_cldr(one)}
    known |= {spelled(name, language) for name in _of_time_zones()}
    return (_set("place_names.txt", "place", language) | known) - {""}


@cache
def country_names(language: str) -> frozenset[str]:
    """Countries, in the language and in English."""
    return frozenset(
        spelled(name, language)
        for one in (language, "en")
        for code, names in countries.names(one).items()
        if code not in countries.UNIONS
        for name in names
    )


@cache
def tongues(language: str) -> frozenset[str]:
    """What the languages of the world are called in the language and in English (CLDR)."""
    locales = [_locale(one) for one in (language, "en")]
    return frozenset(spelled(name, language) for locale in locales if locale for name in locale.languages.values())


def _of_cldr(language: str) -> set[str]:
    """The cities after which time zones are called, and the parts of the world."""
    locale = _locale(language)
    if locale is None:
        return set()
    cities = {str(zone["city"]) for zone in locale.time_zones.values() if zone.get("city")}
    return cities | {name for code, name in locale.territories.items() if code.isdigit() and code != "001"}


@cache
def _of_time_zones() -> set[str]:
    """The cities after which time zones are called, in English; CLDR only lists those unlike the zones' ids."""
    zones = (zone.split("/") for zone in get_global("zone_territories"))
    cities = {parts[1].replace("_", " ") for parts in zones if len(parts) == 2 and parts[0] in _CONTINENTS}
    return cities - _PLAIN_WORDS


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def _kinds(file: str, language: str) -> Mapping[str, tuple[str, ...]]:
    near = _NEAR.get(language, language)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for title, entries in _sections(file).items():
        kind, _, only = title.partition(" ")
        if only in {"", near}:
            for entry in entries:
                found[spelled(entry, language)][kind] = None
    return {entry: tuple(kinds) for entry, kinds in found.items()}


def _set(file: str, title: str, language: str) -> frozenset[str]:
    sections = _sections(file)
    near = _NEAR.get(language, language)
    entries = [*sections[title], *sections.get(f"{title} {near}", ())]
    return frozenset(spelled(entry, language) for entry in entries)


@cache
def _sections(file: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, str] = {}
    title = ""
    for line in resources.files(__package__).joinpath(file).read_text("utf-8").splitlines():
        if line.startswith("["):
            title = line[1:-1]
            found[title] = ""
        elif title and not line.startswith("#"):
            found[title] += f" {line}"
    return {
        title: tuple(" ".join(entry.split()) for entry in (text.split(";") if ";" in text else text.split()))
        for title, text in found.items()
    }
