"""Listed names that are somebody's where they stand: Herr Mali, Werner von Siemens; Chad, a plumber from Leeds.

Where a capital tells a name, `longer_names` sees the first name before a last one; German gives all nouns one, so there
the list of given names is asked. How people are addressed tells everywhere.
"""

from __future__ import annotations

import re
from functools import cache

from broadsheet.entities.lists import bare, given_names
from broadsheet.entities.name_words import CAPITAL_NOUNS
from broadsheet.entities.starts import opens_sentence

_ADDRESS = {
    "de": "herr herrn hr frau fr fräulein familie ehepaar eheleute dr prof",
    "en": "mr mrs ms mx messrs dr prof",
    "fr": "m mm mme mmes mlle monsieur",
    "es": "sr sra srta señor señora don doña",
    "it": "signor signora sig",
    "pt": "sr sra senhor senhora",
    "nl": "meneer mevrouw dhr mevr",
    "sv": "herr fru fröken",
    "da": "hr fru frk",
    "nb": "herr fru",
    "no": "herr fru",
    "ru": "господин господина господину господином госпожа госпожи госпоже г-н г-жа",
    "uk": "пан пана",
}
"""By language, how people are addressed, in small letters; after some of these stands a point."""
_ADDRESSED = {language: frozenset(words.split()) for language, words in _ADDRESS.items()}
_WITH_CAPITALS = CAPITAL_NOUNS | {"en", "fr"}
"""Languages that write these with a capital: `m` and `fr` are no address in small letters."""
_PARTICLES = frozenset(["von", "van", "de"])
_OPENING = "(\"«“„‘'["

_KIN = re.compile(
    r", (?:his|her|their|my|our|your) (?:[a-z]+ )?(?:brother|sister|son|daughter|wife|husband|father|mother|cousin|"
    r"nephew|niece|uncle|aunt|boyfriend|girlfriend|fianc[ée]e?|roommate)\b"
)
_INTRODUCED = re.compile(r", (?:an? (?:[\w-]+ ){1,3}from [A-Z]|who [a-z]|\d\d?, [a-z])")
_PLACED = frozenset("in im nach aus über durch from to of across into inside en au a de du nel".split())  # noqa: SIM905 - words read best as words


def is_last_name(text: str, start: int, language: str, *, place: bool) -> bool:
    """Whether what begins at `start` in a folded text, and is listed as no person, is somebody's last name there.

    Where it is a `place`, somebody's who is from there (Leopold von Koburg) names it as well.
    """
    word, space = _word_before(text, start)
    if not word:
        return False
    if word.rstrip(".").lower() in _ADDRESSED.get(language, ()):
        written = language not in _WITH_CAPITALS or (word[0].isupper() and (word[1:].islower() or len(word) < 3))
        return written and word != "DR"  # DR Kongo
    if language not in CAPITAL_NOUNS:
        return False
    if word in _PARTICLES and not place:
        word, _ = _word_before(text, space + 1)
    return word[:1].isupper() and word.isalpha() and bare(word, language) in _sure(language)


def is_first_name(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence opens with somebody's first name, and says at once who that is."""
    if language != "en" or not text.startswith(", ", end):
        return False
    introduced = _INTRODUCED.match(text, end) and bare(text[start:end], language) in given_names(language)
    return bool(introduced or _KIN.match(text, end)) and opens_sentence(text, start)


def is_placed(text: str, start: int) -> bool:
    """Whether a small word before a name says that it is a place: `in Jordan`, though Mr Jordan was named."""
    return _word_before(text, start)[0].lower() in _PLACED


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word before a place, empty where none is, and where the space before that stands."""
    if start < 2 or text[start - 1] != " ":
        return "", -1
    space = text.rfind(" ", max(0, start - 20), start - 1)
    return text[space + 1 : start - 1].lstrip(_OPENING), space


@cache
def _sure(language: str) -> frozenset[str]:
    return frozenset(name for name, sure in given_names(language).items() if sure)
