"""Letters: under which one a name stands, and in which order."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from broadsheet.model import Entity

T = TypeVar("T")

_DIGITS = "0-9"
_NOT_IN_ORDER = re.compile(r"(?:(?! )[\W_])+")
SCRIPTS = {
    # The first word of a letter's Unicode name, and the list that its names stand in.
    "GREEK": "Greek",
    "CYRILLIC": "Cyrillic",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "HEBREW": "Hebrew",
    "ARABIC": "Arabic",
    "DEVANAGARI": "Devanagari",
    "THAI": "Thai",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese characters",
    "HANGUL": "Korean",
}
OTHER = "Other scripts"


def letter_of(name: str) -> str:
    """The list a name stands in: its first letter without accents, `0-9`, or its script."""
    for character in name:
        if character.isdecimal():
            return _DIGITS
        if character.isalpha():
            return _letter(character)
    return OTHER


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[:1].upper()[:1]
    if "A" <= plain <= "Z":
        return plain
    # Letters such as ø and ß have no parts, but their name says which letter they are.
    name = unicodedata.name(character, "").split()
    if name[:1] == ["LATIN"]:
        return next((word for word in name[1:] if len(word) == 1), name[-1][:1])
    return SCRIPTS.get(name[0] if name else "", OTHER)


def alphabetical(entity: Entity) -> tuple[str, str, str]:
    """The sort key of the order of names, without accents and marks; ties by name and id."""
    return in_alphabet(entity.name), entity.name, entity.id


def in_alphabet(name: str) -> str:
    """A name without accents, marks and signs, as the order of names takes it."""
    return _NOT_IN_ORDER.sub("", unicodedata.normalize("NFKD", name.casefold()))


def by_letter(things: Iterable[T], name: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    """Things by the list their name stands in: digits, A to Z, then the other scripts."""
    lists: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        lists[letter_of(name(thing))].append(thing)
    scripts = [*dict.fromkeys(SCRIPTS.values()), OTHER]
    order = {letter: place for place, letter in enumerate(scripts)}
    return {letter: lists[letter] for letter in sorted(lists, key=lambda one: (order.get(one, -1), one))}
