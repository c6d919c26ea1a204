"""The bare words of a line: how two lines are compared, whatever their quotes, dashes and spaces."""

from __future__ import annotations

import re
import unicodedata

from broadsheet.unspaced import UNSPACED

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")

STEM = 5
"""How many first letters of a word count, so that an inflected form still matches."""


def bare(text: str) -> str:
    """The words alone, folded and separated by one space: equal for two spellings of one headline."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(text.casefold()))


def stems(words: str) -> frozenset[str]:
    """The beginnings of the longer of some bare words (pairs of characters in scripts without spaces)."""
    found: set[str] = set()
    for word in words.split():
        if not word.isascii() and _UNSPACED.search(word):
            found.update(word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) > 3:
            found.add(word[:STEM])
    return frozenset(found)
