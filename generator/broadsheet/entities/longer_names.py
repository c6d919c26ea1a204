"""Whether a listed name is only a piece of a longer one that nobody listed: Paris in Paris Saint-Germain.

Capitals tell: a capitalised word right beside a name, in mid-sentence, belongs to it (Chicago White Sox, Gilles Simon),
and so does one that a small word ties to it (University of Copenhagen, Conseil d'État). Titles, demonyms, days and
the like stand beside names without being part of them, and so does another listed name. Where every word has a
capital (headlines, German nouns) capitals tell little or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import TypeVar

from broadsheet.entities.kinds import is_head
from broadsheet.entities.name_words import CAPITAL_NOUNS, STARTERS, describing, is_demonym
from broadsheet.entities.starts import opens_sentence

_Match = TypeVar("_Match", bound=tuple[int, int, object])

_BEFORE = re.compile(r"([^\W\d_][\w'.&-]*) \Z")
_AFTER = re.compile(r" ([^\W\d_][\w'&-]*)")
# `of`, `de la`, `d'` and what they tie to the name; between, the small adjectives of Jeux olympiques.
_TIED = re.compile(
    r"(?<![\w'-])([^\W\d_][\w'&.-]*)((?: [^\W\d_A-Z][\w-]*){0,2}) "
    r"(?:of(?: the)?|de(?: la| las| los| l')?|du|des|d'|del|della|dello|dei|delle|dell'|di|do|da|dos|das|"
    r"van(?: de| het)?)"
    r"(?: |(?<='))\Z"
)
_COMPASS = re.compile(
    r" (?:(?:de l'|dell'|d')(?:Ouest|Est|Ovest)|(?:du|del|do) (?:Nord|Norte|Sud|Sul|Sur|Este|Oeste|Leste)|"
    r"(?:central[ea]?|latin[ae]) (?!bank))\b",
)
_TEAM = re.compile(r"(?:[A-Z]{2,4}|Vf[BLR]|Fort|Grand|Grande|Great|New|Nueva|Nuovo|Nova|Saint|San|Santa|Baja|Alta)\Z")
_NO_TEAM = frozenset(
    ["US", "USA", "EU", "UN", "UK", "UE", "ONU", "DDR", "BRD", "SPD", "CDU", "CSU", "FDP", "GOP", "TV"]
)
_STOP = re.compile("[.!?] |  |\n")
_WORDS = re.compile(r"[^\W\d_]{3,}")


def whole_names(
    text: str, matches: Sequence[_Match], language: str, is_whole: Callable[[_Match], bool]
) -> Sequence[_Match]:
    """The matches that are no piece of a longer name.

    Args:
        text: folded.
        matches: in order.
        language: of the text.
        is_whole: whether a match needs no look: a full name, or one that was found in this text.
    """
    starts = {one[0] for one in matches}
    ends = {one[1] for one in matches}
    return [one for one in matches if is_whole(one) or not _is_piece(text, one[0], one[1], language, starts, ends)]


def _is_piece(text: str, start: int, end: int, language: str, starts: Container[int], ends: Container[int]) -> bool:
    after = text[end + 1 : end + 2]
    goes_on = text[end : end + 1] == " " and after.isupper() and end + 1 not in starts
    before = text[start - 1 : start]
    tied = before in {" ", "'"}
    if not (goes_on or tied) or (end - start > 5 and text[start:end].isupper()):
        return False
    if goes_on and language not in CAPITAL_NOUNS:
        word = _AFTER.match(text, end)
        if word and not _stands_beside(word[1], language) and not _is_headline(text, start, end):
            return True
    if _COMPASS.match(text, end):
        return True
    return tied and _is_end_of_one(text, start, end, language, ends)


def _is_end_of_one(text: str, start: int, end: int, language: str, ends: Container[int]) -> bool:
    """Whether the name ends a longer one."""
    low = max(0, start - 60)
    before = _BEFORE.search(text, low, start)
    if before and before[1][0].isupper():
        free = before.end(1) not in ends and not _stands_beside(before[1], language)
        return free and _belongs(before[1], before.start(), text, start, end, language)
    tied = _TIED.search(text, low, start)
    if not tied or not tied[1][0].isupper() or language in CAPITAL_NOUNS:
        return False
    if tied.end(1) in ends or _stands_beside(tied[1], language):
        return False
    if tied[2] or opens_sentence(text, tied.start()):
        return is_head(tied[1], language)
    return not _is_headline(text, start, end)


def _belongs(word: str, place: int, text: str, start: int, end: int, language: str) -> bool:
    """Whether a capitalised word right before a name is part of it."""
    team = _TEAM.match(word) is not None and word not in _NO_TEAM
    if _is_headline(text, start, end) or (language in CAPITAL_NOUNS and not team):
        return False
    if word.endswith("."):
        return len(word) == 2 and " " not in text[start:end]
    return team or not opens_sentence(text, place) or (" " not in text[start:end] and _is_no_word(word, text))


@lru_cache(maxsize=1 << 16)
def _stands_beside(word: str, language: str) -> bool:
    """Whether a capitalised word beside a name is no part of it."""
    small = word.lower().rstrip(".")
    small = small.removesuffix("'s").removesuffix("s'")
    return small in STARTERS or small in describing(language) or is_demonym(small, language)


def _is_no_word(word: str, text: str) -> bool:
    """Whether a sentence's first word seems to be a name: it never stands small in the text."""
    return word.isalpha() and word.lower() not in text


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether all longer words around a place begin with a capital, so that capitals say nothing there."""
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    sentence = _STOP.split(before)[-1] + text[start:end] + _STOP.split(after)[0]
    words = _WORDS.findall(sentence)
    return len(words) > 3 and sum(word[0].islower() for word in words) * 6 <= len(words)
