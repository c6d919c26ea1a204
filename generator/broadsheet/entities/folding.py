"""A text as the matcher reads it: one kind of apostrophe, dash and space, letters with their accents composed.

Almost always a character stays one character, so that offsets stay what they are; where they cannot
(decomposed accents, invisible characters), the folded text comes with a map back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

# One character each, so that offsets do not move. A line break inside a name equals a space; an empty line
# becomes two spaces, which no name contains.
_ALIKE = {
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "′": "'", "＇": "'", "׳": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "﹣": "-", "－": "-",
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u3000": " ",
    "\t": " ", "\r": " ",
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u3099\u309a"
_TO_MEND = re.compile(f"{_INVISIBLE.pattern}|[^{_MARKS}][{_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its folded form."""

    text: str
    offsets: Sequence[int] | None
    """For each character, and one past the last, its offset in the text given; None: the same offsets."""


def fold(text: str, *, lines: bool = False) -> Folded:
    """`text` as the matcher reads it; with `lines`, line breaks stay what they are."""
    if not text.isascii() and (_INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text)):
        return _moved(text, lines=lines)
    return Folded(_alike(text, lines=lines), None)


def key(name: str) -> str:
    """The form under which a name is looked up: folded, single spaces."""
    if name.isascii() and name.isprintable() and "  " not in name and "`" not in name:
        return name.strip()
    return " ".join(fold(name).text.split())


def likeness(name: str) -> str:
    """What is left of a name without capitals, accents, hyphens and apostrophes: two spellings of one name share it."""
    if not name.isascii():
        parted = unicodedata.normalize("NFKD", name)
        name = "".join(character for character in parted if not unicodedata.combining(character))
        name = fold(name).text
    return name.lower().replace("-", " ").replace("'", "").replace(".", "")


def _alike(text: str, *, lines: bool) -> str:
    for one, other in _ALIKE.items():
        if one in text:
            text = text.replace(one, other)
    return text if lines else text.replace("\n", " ")


def _moved(text: str, *, lines: bool) -> Folded:
    """The slow way: piece by piece, with a map back."""
    parts: list[str] = []
    offsets = array("L")
    done = 0
    for match in _TO_MEND.finditer(text):
        start, end = match.span()
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", match.group()))
        parts += [text[done:start], composed]
        offsets.extend(range(done, start))
        offsets.extend([start] * len(composed))
        done = end
    parts.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Folded(_alike("".join(parts), lines=lines), offsets)
