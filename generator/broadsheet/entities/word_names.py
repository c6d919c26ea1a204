"""Names of persons that are words as well: May, Will, Rose. When one stands in a text, is it the word?

Months and first names only: whoever is called Brown or Green is seldom taken for a colour, because a capital tells.
Such a name needs the full one before it, and then a sign that somebody is meant wherever a capital says nothing: at a
sentence's start, in a headline, in German, and for a month in English everywhere.
"""

from __future__ import annotations

import re
from functools import cache

from broadsheet.entities.matching.longer_names import is_headline
from broadsheet.entities.name_words import CAPITAL_NOUNS, TITLES, calendar_words
from broadsheet.entities.speech.words import SPEECH
from broadsheet.entities.starts import opens_sentence

_WORDS = {
    "en": "will mark hope rose grace joy faith art bill frank grant chase rich dean drew sue dawn eve amber ivy holly "
    "iris lily daisy violet olive ruby pearl jade penny robin jack rob pat nick guy miles ray earl skip summer autumn "
    "charity patience prudence constance victor victoria melody carol christian gene max page reed clay cliff dale "
    "ernest faithful felicity forest glen harmony heath heather jewel laurel lance mercy misty norm pansy peg piper "
    "sandy sterling stormy trinity wade ward",
    "fr": "pierre rose marguerite claire juste aimé désiré constant clément clémence prudence constance victoire grâce "
    "jasmin olive capucine violette noël parfait espérance modeste blanche reine ange fleur iris ambre jade perle "
    "aurore solange olivier",
    "de": "rose mark wolf ernst heide christ viola iris jasmin erika dahlie gloria linde stein",
    "es": "rosa esperanza mercedes pilar dolores consuelo luz paz cruz alba estrella ángel gloria soledad socorro "
    "remedios blanca clara nieves rocío victoria pura lázaro",
    "it": "rosa speranza gioia chiara serena bianca viola margherita letizia vittoria grazia felice angelo fortunato "
    "stella luce alba aurora celeste primo marina santo",
    "pt": "rosa esperança glória graça luz paz cruz estrela ângelo branca clara vitória aurora linda",
    "nl": "roos hoop wil iris vrede",
    "ru": "вера надежда любовь роман лев слава роза мир злата лилия марина",
    "uk": "віра надія любов роман лев слава роза мир лілія",
    "pl": "róża wiktoria lilia gloria",
}
_CAPITAL_MONTHS = CAPITAL_NOUNS | {"en"}
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th|\.)?(?: of)? \Z")
_NUMBER_AFTER = re.compile(r",? ?\d")
_HAS = {"en": "has|had|who|himself|herself", "fr": "a|avait|qui", "de": "hat|hatte", "es": "ha|había", "it": "ha|aveva"}
_AGE = re.compile(r", \d\d,")


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(_WORDS.get(language, "").split()) | calendar_words(language)


@cache
def _speech(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What says after and before a name that somebody speaks."""
    words = SPEECH.get(language)
    if words is None:
        return None
    has = f"|{_HAS[language]}" if language in _HAS else ""
    return re.compile(rf" (?:{words.verbs}{has})\b"), re.compile(rf"\b(?:{words.verbs}) \Z")


def is_word_too(surface: str, language: str) -> bool:
    """Whether a name is also a month, a weekday or another word of the language."""
    return surface.isalpha() and surface.lower() in _words(language)


def is_word_here(text: str, start: int, end: int, language: str) -> bool:
    """Whether such a name is nothing but the word where it stands, as far as one can tell."""
    if (_NUMBER_AFTER.match(text, end) and not _AGE.match(text, end)) or _NUMBER_BEFORE.search(
        text, max(0, start - 10), start
    ):
        return True
    month = language in _CAPITAL_MONTHS and text[start:end].lower() in calendar_words(language)
    capital_tells = not (month or language in CAPITAL_NOUNS or opens_sentence(text, start))
    if capital_tells and not is_headline(text, start, end):
        return False
    return not _is_somebody(text, start, end, language)


def _is_somebody(text: str, start: int, end: int, language: str) -> bool:
    if text[end : end + 2] in {"'s", "\u2019s"} or _AGE.match(text, end):
        return True
    before = text[max(0, start - 24) : start]
    if before.rstrip().rpartition(" ")[2].lower().rstrip(".") in TITLES:
        return True
    speech = _speech(language)
    return speech is not None and (speech[0].match(text, end) or speech[1].search(before)) is not None
