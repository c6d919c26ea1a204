"""How a name goes on behind its words with capitals: Ligue nationale de hockey, Apollo 12, Jogos de 2004."""

from __future__ import annotations

import re
from functools import cache

from broadsheet.entities.discovery.fields import BEGINNINGS, FIELDS
from broadsheet.entities.heads import ADJECTIVES, COUNTED, EVENTS, HEADS
from broadsheet.entities.name_words import STARTERS, calendar_words, no_names

# What the names of agencies go on with: Agencia para la Evaluación y la Aplicación de Tecnología.
_GOES_ON = (" para ", " pour ", " per ")
_FOR = {
    "fr": re.compile(r" pour (?:la |le |les |l')?"),
    "es": re.compile(r" para (?:la |el |los |las )?"),
    "it": re.compile(r" per (?:la |il |lo |i |gli |le |l')?"),
    "pt": re.compile(r" para (?:a |o |as |os )?"),
}
_AND = {
    "fr": re.compile(r" et (?:la |le |les |l')?"),
    "es": re.compile(r" y (?:la |el |los |las )?"),
    "it": re.compile(r" e (?:la |il |lo |i |gli |le |l')?"),
    "pt": re.compile(r" e (?:a |o |as |os )?"),
}

# The number of a version, a model or an edition; not a score, a time, a price or the beginning of a longer number.
_NUMBER = re.compile(
    r" (?:\d{1,3}(?:[A-Z]{1,2}|ers)?|\d{3,4}[A-Za-z]?(?:-\d{2,4})?)"
    r"(?![\w%°$€£/]|[.,:]\d|[-:'] ?\d| (?:-|à|a|to|tegen) \d| ?[%°$€£]"
    r"| (?:millions?|milli|mil|billion|bilh|mlrd|milj)| (?:h|km|m|kg|ans|years)\b)"
)
_LAST = re.compile("[ \u00a0']")
_FOLLOWS = re.compile(r'[ "]+([^\W\d_]+)')
_OF_A_YEAR = re.compile(r" de (?:1[89]|20)\d\d\b")


def gone_on(text: str, run: re.Match[str], language: str, capitals: re.Pattern[str]) -> tuple[str, int]:
    """The words of a run with what belongs to it behind, and where that ends; no words where it is a mere beginning.

    `capitals` is what further words with capitals look like. Small words hang on by a non-breaking space.
    """
    words, start, end = run.group(), run.start(), run.end()
    heads = _heads(language)
    if text[end + 1 : end + 2].islower() and heads:
        if words.rpartition(" ")[2] in heads and not (words == "État" and text[start - 2 : start] == "d'"):
            words, end = _with(ADJECTIVES[language], text, words, end, capitals)
        if not heads.isdisjoint(words.replace("\u00a0", " ").split(" ")[:2]):
            if text.startswith(_GOES_ON, end):
                whole = _agency(text, end, language, run.re)
                if not whole:
                    return "", end  # Conseil national pour la défense …: no more than its beginning
                words, end = text[start:whole], whole
            for _ in range(3):
                words, end = _with(FIELDS[language], text, words, end, capitals)
                if _LAST.split(words)[-1] in HEADS[language]:
                    words, end = _with(ADJECTIVES[language], text, words, end, capitals)  # … des Nations unies
    if text[end : end + 1] == " " and text[end + 1 : end + 5].strip("de ")[:1].isdigit():
        numbered = _numbered(text, start, end, language)
        further = capitals.match(text, numbered) if numbered > end else None
        words += text[end:numbered] + (further.group() if further else "")
        end = further.end() if further else numbered
    return words, end


def _with(small: re.Pattern[str], text: str, words: str, end: int, capitals: re.Pattern[str]) -> tuple[str, int]:
    """The words with the small ones that follow, and with further ones that have capitals behind those."""
    match = small.match(text, end)
    if match is None:
        return words, end
    further = capitals.match(text, match.end())
    words += match.group().replace(" ", "\u00a0")
    return (words + further.group(), further.end()) if further else (words, match.end())


@cache
def _heads(language: str) -> frozenset[str]:
    return HEADS.get(language, frozenset()) | BEGINNINGS.get(language, frozenset())


def _numbered(text: str, start: int, end: int, language: str) -> int:
    """Where a name ends that a number belongs to (Apollo 12, Tour de France 2016, Jogos de 2004), or `end`."""
    first, _, last = text[start:end].lower().replace("'", " ").rpartition(" ")
    if not (last.isalnum() or "-" in last) or last in STARTERS or last in COUNTED or last in no_names(language):
        return end
    number = _NUMBER.match(text, end)
    if number:
        follows = _FOLLOWS.match(text, number.end())
        return end if follows and follows.group(1).lower() in calendar_words(language) else number.end()
    year = _OF_A_YEAR.match(text, end)
    return year.end() if year and first.partition(" ")[0] in EVENTS else end


def _agency(text: str, end: int, language: str, run: re.Pattern[str]) -> int:
    """Where an agency's name ends that goes on at `end` with what it is for; 0 where that is written small."""
    for number, joint in enumerate((_FOR[language], _AND[language])):
        small = joint.match(text, end)
        further = run.match(text, small.end()) if small else None
        if further is None:
            return end if number else 0
        end = further.end()
    return end
