"""Names that everybody knows: given names, with which a person's full name begins, cities, companies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from broadsheet.entities.kinds import is_head
from broadsheet.entities.lists import bare, family_names, given_names, places, spelled, well_known
from broadsheet.entities.name_words import STARTERS


@lru_cache(maxsize=1 << 14)
def is_given(word: str, language: str) -> bool:
    """Whether a word is a given name and little else: Ada, Jean-Pierre."""
    names = given_names(language)
    known = names.get(bare(word, language))
    if known is None and "-" in word:
        known = names.get(bare(word.partition("-")[0], language))
    return bool(known)


def person_begins(words: Sequence[str], language: str) -> bool:
    """Whether words begin with a person's full name."""
    return (
        len(words) > 1
        and words[1][0].isupper()
        and words[1].lower() not in STARTERS
        and is_given(words[0], language)
        and not is_head(words[1], language)
        and not is_head(words[-1], language)
    )


def is_place(name: str, language: str) -> bool:
    """Whether everybody knows a name as a place's: Madrid, New York."""
    return spelled(name, language) in places(language)


def is_organisation(name: str, language: str) -> bool:
    """Whether everybody knows a name as an organisation's: Microsoft, Morgan Stanley."""
    return "organisation" in well_known(language).get(spelled(name, language), ())


@lru_cache(maxsize=1 << 14)
def is_well_known(word: str, language: str) -> bool:
    """Whether a word is a name wherever it stands, a sentence's start included: Madrid, Microsoft, Cyrus."""
    alike = bare(word, language)
    return (
        alike in places(language)
        or alike in well_known(language)
        or is_given(word, language)
        or alike in family_names(language)
    )
