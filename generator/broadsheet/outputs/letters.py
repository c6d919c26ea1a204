"""Letters: under which one a name stands, and in which order."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from broadsheet.model import Entity

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
    folded = unicodedata.normalize("NFKD", entity.name.casefold())
    return _NOT_IN_ORDER.sub("", folded), entity.name, entity.id


def by_letter(entities: Sequence[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Entities by the list they stand in: digits, A to Z, then the other scripts."""
    lists: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        lists[letter_of(entity.name)].append(entity)
    scripts = [*dict.fromkeys(SCRIPTS.values()), OTHER]
    order = {letter: place for place, letter in enumerate(scripts)}
    return {letter: lists[letter] for letter in sorted(lists, key=lambda one: (order.get(one, -1), one))}
