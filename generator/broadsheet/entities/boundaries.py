"""Whether the words found are a name there: what may stand before and after it in which script."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

# French, Italian, Catalan and Occitan words that lose their vowel before a name.
_ELIDED = frozenset(
    "l d j n s c t m qu jusqu lorsqu puisqu quoiqu presqu quelqu "  # noqa: SIM905 - words read best as words
    "dell all nell sull dall coll quell quest sant anch un".split()
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
_BEFORE_SENTENCE = re.compile(r"(?:\A|[.!?:…»”\"“«(\[]|  )[\s\"“«(\[]*\Z")

# `anti-Iran` names Iran. Other words before a hyphen make another name of it (Seine-Saint-Denis, al-Bab).
_PREFIXES = frozenset(
    "anti pro non ex post pré pre pan mid intra inter trans contra vice neo néo "  # noqa: SIM905 - the same
    "анти про экс пост нео анти".split()
)
# `Ukraine-based` names Ukraine; `Saint-Jean-de-Luz` does not name Saint-Jean.
_INNER = frozenset(
    "de du des d la le les l lès en sur sous au aux et y del della di da do dos das "  # noqa: SIM905 - the same
    "van von der den am an im upon on by the of und na nad w".split()
)
_HAN = ("\u3400", "\u9fff")
_ARABIC_CLITICS = "وبلفك"


class Edge(Enum):
    """What one edge of a match says."""

    CLEAR = "the name ends here"
    HYPHEN = "a hyphen follows: only if a name stands on its other side as well"
    INSIDE = "in the middle of a word"


def left(text: str, start: int) -> Edge:  # noqa: PLR0911 - one return a case reads best
    """The edge before a match; `text` is folded."""
    if start == 0:
        return Edge.CLEAR
    before, first = text[start - 1], text[start]
    if before == " ":
        return Edge.CLEAR
    if before == "'":
        return _elision(text, start)
    if before == "-":
        word = _WORD_BEFORE.search(text, max(0, start - 24), start - 1)
        if word is None:
            return Edge.CLEAR if start < 2 or not text[start - 2].isalnum() else Edge.INSIDE
        return Edge.CLEAR if word.group() in _PREFIXES else Edge.HYPHEN
    if before in "@_":
        return Edge.INSIDE
    if not _goes_on(before, first):
        return Edge.CLEAR
    if before in _ARABIC_CLITICS and "\u0620" <= first <= "\u064a":
        return Edge.INSIDE if start > 1 and text[start - 2].isalnum() else Edge.CLEAR
    return Edge.INSIDE


def right(text: str, end: int, language: str) -> Edge:  # noqa: PLR0911 - the same
    """The edge after a match; `text` is folded."""
    if end == len(text):
        return Edge.CLEAR
    after, last = text[end], text[end - 1]
    if after == " ":
        return Edge.CLEAR
    if after == "'":
        return _suffix(text, end, language)
    if after == "-":
        word = _WORD_AFTER.match(text, end + 1)
        if word is None:
            return Edge.CLEAR
        clear = word.group().islower() and word.group() not in _INNER
        return Edge.CLEAR if clear else Edge.HYPHEN
    if after == ".":
        word = _WORD_AFTER.match(text, end + 1)
        return Edge.INSIDE if word and word.group().islower() else Edge.CLEAR
    if after == "_" or unicodedata.category(after).startswith("M"):
        return Edge.INSIDE
    if "\uac00" <= last <= "\ud7a3":
        return Edge.CLEAR  # Korean particles hang on the noun
    return Edge.INSIDE if _goes_on(last, after) else Edge.CLEAR


def _goes_on(one: str, other: str) -> bool:
    """Whether two neighbouring characters are of one word."""
    if not (one.isalnum() and other.isalnum()):
        return False
    if one < "\u0e00" and other < "\u0e00":
        return True
    kinds = _script(one), _script(other)
    # Han, Hiragana, Thai … do not part words; a run of Katakana, like one of letters, is one word.
    return kinds[0] == kinds[1] and kinds[0] in {"letters", "katakana"}


def _script(character: str) -> str:
    if "\u30a0" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f":
        return "katakana"
    if "\u3040" <= character <= "\u309f" or _HAN[0] <= character <= _HAN[1] or character >= "\U00020000":
        return "unparted"
    if "\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff":
        return "unparted"
    return "letters"


def _elision(text: str, start: int) -> Edge:
    word = _WORD_BEFORE.search(text, max(0, start - 12), start - 1)
    if word is None:
        return Edge.CLEAR  # an opening quote
    particle = word.group()
    if particle in _ELIDED:
        return Edge.CLEAR
    # `L'Ukraine` opens a sentence; in mid-sentence a capital belongs to the name (Beverly D'Angelo).
    opens = particle[0].isupper() and _BEFORE_SENTENCE.search(text, max(0, word.start() - 12), word.start())
    return Edge.CLEAR if particle.lower() in _ELIDED and opens else Edge.INSIDE


def _suffix(text: str, end: int, language: str) -> Edge:
    word = _WORD_AFTER.match(text, end + 1)
    if word is None or language == "tr":
        return Edge.CLEAR  # a closing quote, James', or a Turkish ending
    return Edge.CLEAR if word.group() in {"s", "S"} else Edge.INSIDE
