"""How what stands in a text agrees with a name's spelling: to the letter, in capitals, or as a variant of it."""

from __future__ import annotations

import re
from enum import IntEnum

_PARTED = re.compile("[ \\-・\u200c]")
_SMALL = frozenset(
    """
    the le la les el los las lo il i gli o os a as der die das de het l du des di da do van von den bin ibn
    """.split()  # noqa: SIM905 - words read best as words
)
_TAILS = frozenset(
    """
    unies européenne nationale internationale mondiale populaire démocratique socialiste républicain européen national
    europea nacional internacional popular socialista nazionale internazionale popolare democratico socialdemocrat
    party union league group council committee congress parliament church agency
    """.split()  # noqa: SIM905 - the same
)
"""Last words of institutions' names, which some papers write small: Nations Unies, Nations unies."""
_SAINTS = frozenset("saint sainte san santa santo são st st. ste".split())  # noqa: SIM905 - the same
_SAME_LETTER = str.maketrans({"ی": "ي", "ک": "ك", "ۀ": "ه", "ё": "е", "Ё": "Е", "\u200c": " "})
_TONOS = str.maketrans("άέήίόύώΐΰϊϋΆΈΉΊΌΎΏΪΫ", "αεηιουωιυιυΑΕΗΙΟΥΩΙΥ")
_LAST_LETTERS = frozenset("ىيةه")


class Agreement(IntEnum):
    """How well words agree with a name; less is better."""

    EXACT = 0
    VARIANT = 1
    NONE = 2


def agreement(form: str, found: str) -> Agreement:
    """How `found` agrees with a name spelled `form`: both folded, and the same to `folding.bare`.

    An accent more or less makes a variant, but not of a word of four letters, which is soon another word.
    """
    if found == form or found == form[:1].upper() + form[1:]:
        return Agreement.EXACT
    form, found = (text.translate(_SAME_LETTER).translate(_TONOS) for text in (form, found))
    if found == form or (found.isupper() and len(found) > 3):
        return Agreement.EXACT
    return Agreement.VARIANT if not found.isupper() and _is_variant(form, found) else Agreement.NONE


def _is_variant(form: str, found: str) -> bool:
    words, others = _PARTED.split(form), _PARTED.split(found)
    if len(words) != len(others) or (len(words) == 1 and not _is_safe_alone(form, found)):
        return False
    if words[0].lower() in _SAINTS and form.count("-") != found.count("-"):
        return False  # Saint-Denis is a town, Saint Denis its saint
    return all(
        _same_capitals(word, other, first=not place, hyphen=_hyphen_before(found, others, place))
        for place, (word, other) in enumerate(zip(words, others, strict=True))
    )


def _same_capitals(word: str, other: str, *, first: bool, hyphen: bool) -> bool:
    """Whether two spellings of a word agree in capitals, but for those that each paper sets its own way."""
    if word == other:
        return True
    if not word or not other:
        return False
    if [one.isupper() for one in word[1:]] != [one.isupper() for one in other[1:]]:
        return False
    if word[0].isupper() and other[0].islower():
        return hyphen or other in _SMALL or (not first and other in _TAILS)
    return True


def _hyphen_before(text: str, words: list[str], place: int) -> bool:
    """Whether a hyphen stands before a word: Kim Jong-un."""
    start = sum(len(word) + 1 for word in words[:place])
    return start > 0 and text[start - 1] == "-"


def _is_safe_alone(form: str, found: str) -> bool:
    """Whether a single word with an accent more or less is still this name and no other word."""
    if "\u0620" <= form[0] <= "\u06ff":
        last = form[-1] != found[-1] and form[-1] in _LAST_LETTERS
        return len(form) >= (5 if last else 4)
    return len(form) > 4
