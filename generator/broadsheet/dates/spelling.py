"""How dates are spelled before they are compared: ASCII digits, small letters, no accents, plain spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks that show nothing: soft hyphen, joiners, direction marks.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Accents, Arabic hamza and vowel signs, the dot below of Hindi and Bangla: many leave them out.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0655\u0670\u093c\u09bc]")
_SAME = str.maketrans("’ʼ‘`‐‑–ıيىك", "''''---iییک")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` as dates are compared: `1ᵉʳ FÉVRIER` and `1er fevrier` are the same, and so are `१६` and `16`."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", _UNSEEN.sub("", text.translate(_SAME)))
    text = unicodedata.normalize("NFC", _ACCENTS.sub("", text)).casefold()
    return "".join(_digit(letter) for letter in text)


def _digit(letter: str) -> str:
    if letter.isascii() or not letter.isdecimal():
        return letter
    return str(unicodedata.decimal(letter))
