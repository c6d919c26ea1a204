"""A text as the matcher reads it: one kind of apostrophe, dash and space, letters with their accents composed.

Almost always a character stays one character, so that offsets stay what they are; where they cannot
(decomposed accents, vowel points, invisible characters), the folded text comes with a map back.
`bare` goes further, to find what is spelled a little otherwise: no capitals, no accents, a space for a hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from broadsheet.entities.character_tables import Table, code_points, small_letters, table, text_of

# One character each, so that offsets do not move. A line break inside a name equals a space; an empty line
# becomes two spaces, which no name contains.
_ALIKE = {
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "′": "'", "＇": "'", "׳": "'",
    "״": '"', "＂": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "﹣": "-", "－": "-", "־": "-",
    "·": "・", "‧": "・", "•": "・", "･": "・", "゠": "・", "＝": "・",
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u3000": " ",
    "\t": " ", "\r": " ",
}  # fmt: skip
_ALIKE |= {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F) if chr(wide) not in _ALIKE}
_TO_FOLD = re.compile(f"[{re.escape(''.join(sorted(_ALIKE)))}]")
# What shows nothing, or only how a word is said: joiners, Hebrew and Arabic vowel points, the stretched Arabic line.
# (The zero-width non-joiner parts Persian words, so there it stays.)
_SILENT = (
    "\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
)
_INVISIBLE = re.compile(f"[{_SILENT}]|\u200c(?![\u0600-\u06ff])")
_MARKS = "\u0300-\u036f\u0483-\u0487\u0653-\u0655\u3099\u309a"
_HALF_KATAKANA = "[\uff66-\uff9d][\uff9e\uff9f]?"
_TO_MEND = re.compile(f"{_INVISIBLE.pattern}|[^{_MARKS}][{_MARKS}{_SILENT}]*[{_MARKS}]+|{_HALF_KATAKANA}")
_UNUSUAL = re.compile(f"[{_SILENT}\u200c{_MARKS}\uff66-\uff9f]")
"""What may have to be mended."""
_LONG = 200
"""Characters from which on a table is faster than looking for what is to be changed."""
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]|[\u0653-\u0655]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its folded form."""

    text: str
    offsets: Sequence[int] | None
    """For each character, and one past the last, its offset in the text given; None: the same offsets."""


def fold(text: str, *, lines: bool = False) -> Folded:
    """`text` as the matcher reads it; with `lines`, line breaks stay what they are."""
    if not text.isascii() and _UNUSUAL.search(text):
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


def bare(folded: str) -> str:
    """A folded text in small letters, without accents, with spaces for hyphens: each character in its place."""
    if folded.isascii():
        return folded.lower().replace("-", " ")
    if len(folded) >= _LONG:
        return text_of(_bare_table().take(code_points(folded)))
    text = folded.replace("İ", "I").lower()
    if len(text) != len(folded):  # no letter but İ is known to grow
        text = "".join(one if len(one.lower()) > 1 else one.lower() for one in folded)
    for one in sorted(set(_TO_BARE.findall(text))):
        text = text.replace(one, _BARE[one])
    return text


def _plainer() -> Mapping[str, str]:
    """Each letter that `bare` writes otherwise, small, and how."""
    found = {"-": " ", "・": " ", "\u200c": " ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ς": "σ"}
    # Arabic as it is typed: the hamza left out, Persian letters in Arabic texts, the last letter one or the other.
    found |= {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ۂ": "ه"}
    for code in (*range(0xE0, 0x250), *range(0x1E00, 0x1F00), *range(0x386, 0x3D0), *range(0x1F00, 0x2000), 0x451):
        small = chr(code)
        base = unicodedata.normalize("NFD", small)[0]
        if small.islower() and base != small and base.isalpha():
            found[small] = "σ" if base == "ς" else base
    return found


_BARE = _plainer()
_TO_BARE = re.compile(f"[{re.escape(''.join(sorted(_BARE)))}]")


@cache
def _bare_table() -> Table:
    return table(_BARE)[small_letters()]


def _alike(text: str, *, lines: bool) -> str:
    if text.isascii():
        for one in ("`", "\t", "\r"):
            if one in text:
                text = text.replace(one, _ALIKE[one])
        return text if lines else text.replace("\n", " ")
    for one in sorted(set(_TO_FOLD.findall(text))):
        text = text.replace(one, _ALIKE[one])
    return text if lines else text.replace("\n", " ")


def _moved(text: str, *, lines: bool) -> Folded:
    """The slow way: piece by piece, with a map back."""
    parts: list[str] = []
    offsets = array("L")
    done = 0
    for match in _TO_MEND.finditer(text):
        start, end = match.span()
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", match.group()))
        composed = unicodedata.normalize("NFKC", composed) if "\uff66" <= composed[:1] <= "\uff9f" else composed
        composed = _STRESS.sub("", composed)
        parts += [text[done:start], composed]
        offsets.extend(range(done, start))
        offsets.extend([start] * len(composed))
        done = end
    parts.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Folded(_alike("".join(parts), lines=lines), offsets)
