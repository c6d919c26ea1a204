"""Endings that are written onto a name without a mark: Merkels Rede, Sveriges, Türkiyenin, اروپای.

They are no part of any listed form, so the matcher asks here what it found behind a name, in the same word. Left out
is what makes another word of a name: Amsterdams in Dutch and Türkiyeli in Turkish say where something is from. (Dutch
countries have words of their own for that, so Oekraïnes is Ukraine's.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

GENITIVE_S = frozenset(["de", "sv", "da", "nb", "nn", "no", "is", "lb"])
"""Languages in which any name takes a bare -s."""

LANGUAGES = GENITIVE_S | {"nl", "tr", "fa"}
"""Languages in which names take such endings."""

_HISSING = ("s", "z", "x", "ß", "ce")
_LETTERS = re.compile(r"[^\W\d_]{1,6}")

# Turkish, by the last vowel of the name and whether it ends in a vowel: harmony leaves one form for each case.
_BACK, _FRONT = "aıou", "eiöü"
_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_VOICELESS = "fstkçşhp"

_COMPASS = re.compile(" (?:جنوبی|شمالی|مرکزی|لاتین|شرقی|غربی)")


def word_end(text: str, end: int) -> int:
    """Where the letters after `end` stop (six at most)."""
    letters = _LETTERS.match(text, end)
    return letters.end() if letters else end


def takes(name: str, ending: str, language: str, after: str, *, person: bool) -> bool:
    """Whether `ending`, in small letters, may be written onto `name` in a language; `after` is what follows.

    In Dutch only onto a person's name, or one that bends as those do (`person`).
    """
    if language in GENITIVE_S:
        return ending == "s" and _takes_s(name)
    if language == "nl":
        return ending == "s" and person and _takes_s(name)
    if language == "tr":
        return ending in _turkish(name)
    if language == "fa":
        return ending == "ی" and name[-1] in "او" and len(name) > 3 and not _COMPASS.match(after)
    return False


def shorter(word: str, language: str) -> Iterator[str]:
    """What may be left of a word (bare) when an ending is taken off."""
    if language in GENITIVE_S or language == "nl":
        if word.endswith("s") and len(word) > 4:
            yield word[:-1]
    elif language == "tr":
        for cut in range(1, min(6, len(word) - 4)):
            yield word[:-cut]


def _takes_s(name: str) -> bool:
    return len(name) > 3 and not name.lower().endswith(_HISSING) and name[-1].islower()


def _turkish(name: str) -> frozenset[str]:
    """The endings that a name takes; the shortest only where the name is long enough to be no other word."""
    small = name.replace("İ", "i").replace("I", "ı").lower()
    vowels = [one for one in small if one in _HIGH]
    if len(name) < 5 or not vowels or not name[-1].isalpha() or name.isupper():
        return frozenset()
    low = "a" if vowels[-1] in _BACK else "e"
    high = _HIGH[vowels[-1]]
    if small[-1] in _HIGH:
        endings = {f"n{high}n", f"y{low}", f"y{high}", f"yl{low}", f"d{low}", f"d{low}n", f"d{low}ki"}
        if " " in name:  # Bakanlığı, Birliği: names that end in a possessive
            endings |= {f"n{low}", f"n{high}", f"nd{low}", f"nd{low}n", f"nd{low}ki"}
        return frozenset(endings)
    hard = "t" if small[-1] in _VOICELESS else "d"
    endings = {f"{high}n", f"{hard}{low}", f"{hard}{low}n", f"{hard}{low}ki", f"l{low}"}
    if " " in name or len(name) > 6:
        endings |= {low, high}
    return frozenset(endings)
