"""What of an article can be compared with another: its words, numbers, names as they sound, its paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from broadsheet import markdown_text
from broadsheet.model import Article
from broadsheet.remembered import Remembered
from broadsheet.stories.sketches import Sketch, sketch
from broadsheet.stories.sounds import sounds
from broadsheet.unspaced import UNSPACED

LONGEST = 20_000
"""Characters of a text that are read: what comes later tells no more about which story it is."""
_SHINGLE = 3
"""Words in a row by which texts are found to be the same."""

_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")
_TOKEN = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*|[^\W\d_]+")
_ASCII_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_ASCII_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+")
"""The same of a text in the letters of English alone: most are, and these are found in two thirds of the time."""
_UNSPACED = re.compile(f"[{UNSPACED}]+")
_GROUPED = re.compile(r"[.,٬\u00a0\u202f](?=\d{3}(?!\d))")
_COMMA = re.compile("[,٫]")
_PIECE = re.compile(r"(?<=[.!?…。！？؟])\s+|\n+|(?<=[。！？])")
_ASCII_PIECE = re.compile(r"\s(?:(?<=[.!?]\s)\s*|(?<=\n)\n*)")
"""The same in a text of English letters: only where there is white space is it looked at what stands before it."""
_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_MANY = 1 << 20
"""Words of which it is remembered what was made of them."""
_STEM = 6
"""Letters of a word that count: endings say how it is used."""

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """An article, read for comparison."""

    words: Sequence[str]
    """Stems and pairs of unspaced characters, in the order of the text."""
    of_names: frozenset[str]
    """Those of them that belong to the names in the text."""
    title: Sequence[str]
    numbers: Sequence[str]
    sounds: Sequence[str]
    size: int
    """How many shingles it has."""
    sketch: Sketch
    """That of its shingles."""
    paragraphs: NDArray[np.float64]
    """How long each paragraph is (logarithms)."""

    @cached_property
    def shingles(self) -> NDArray[np.uint64]:
        """A number for each run of three words, sorted, each once."""
        return _shingles(self.words)


Pieces = Sequence[Sequence[str]]
"""A text's sentences and lines, paragraph by paragraph."""


def pieces(article: Article) -> Pieces:
    """The sentences of an article's text."""
    text = markdown_text.plain(article.body[:LONGEST]).text
    parts = (_ASCII_PIECE if text.isascii() else _PIECE).split
    paragraphs = ([piece for piece in map(str.strip, parts(one)) if piece] for one in text.split("\n\n"))
    return [paragraph for paragraph in paragraphs if paragraph]


def without(text: Pieces, footers: frozenset[str]) -> str:
    """The text that is left without the footers."""
    left = ([piece for piece in paragraph if piece not in footers] for paragraph in text)
    return "\n\n".join(" ".join(paragraph) for paragraph in left if paragraph)


def read(article: Article, text: str, surfaces: Collection[str] = ()) -> Reading:
    """An article read; `text` is what of its plain text counts, `surfaces` the names in it as they stand there."""
    words, title, numbers, heard, size, least = _read(article.title, text, article.language)
    return Reading(
        words=_parted(words),
        of_names=frozenset(chain.from_iterable(map(_words, surfaces))),
        title=_parted(title),
        numbers=_parted(numbers),
        sounds=_parted(heard),
        size=int(size),
        sketch=np.frombuffer(bytes.fromhex(least), dtype="<u8"),
        paragraphs=np.log([5.0 + len(one) for one in text.split("\n\n")]),
    )


@Remembered
def _read(title: str, text: str, language: str | None) -> list[str]:
    """What follows from an article alone, each kind a line a word: stems, the title's, numbers, sounds; the size, and
    the sketch in digits.
    """
    words, whole = _words(text), f"{title}\n{text}"
    numbers = map(_number, (_ASCII_NUMBER if whole.isascii() else _NUMBER).findall(whole))
    shingles = _shingles(words)
    lists = (words, _words(title), numbers, sounds(whole, language))
    return [*map("\n".join, lists), str(len(shingles)), sketch(shingles).astype("<u8").tobytes().hex()]


def _parted(lines: str) -> list[str]:
    return list(map(_WORDS.__getitem__, lines.split("\n"))) if lines else []


def _words(text: str) -> list[str]:
    """The words of a text, numbers among them: their stems; of unspaced scripts, pairs of characters."""
    if text.isascii():
        return list(map(_STEMS.__getitem__, _ASCII_TOKEN.findall(text)))
    tokens = _TOKEN.findall(text)
    if not _UNSPACED.search(text):
        return list(map(_STEMS.__getitem__, tokens))
    words: list[str] = []
    for token in tokens:
        if _UNSPACED.match(token):
            words += [token[place : place + 2] for place in range(max(1, len(token) - 1))]
        else:
            words.append(_STEMS[token])
    return words


def _shingles(words: Sequence[str]) -> NDArray[np.uint64]:
    one = np.array(list(map(_HASHES.__getitem__, words)), dtype=np.uint64)
    if len(one) >= _SHINGLE:
        one = one[:-2] * _FIRST + one[1:-1] * _SECOND + one[2:]
    return np.unique(one)


class _Known(dict[str, T]):
    """What was made of words so far; begun anew when it is large."""

    def __init__(self, made: Callable[[str], T]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, word: str) -> T:
        if len(self) >= _MANY:
            self.clear()
        self[word] = made = self._made(word)
        return made


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _stem(word: str) -> str:
    if not word.isascii():
        parted = unicodedata.normalize("NFKD", word)
        word = "".join(character for character in parted if not unicodedata.combining(character)) or word
    return word.lower()[:_STEM]


def _number(token: str) -> str:
    """A number in one way of writing it: 1 500, 1.500 and ١٬٥٠٠ are 1500."""
    digits = token if token.isascii() else "".join(str(unicodedata.digit(one, one)) for one in token)
    return digits if digits.isdigit() else _COMMA.sub(".", _GROUPED.sub("", digits))


_STEMS = _Known(lambda word: _number(word) if word[0].isdigit() else _stem(word))
"""Words and numbers in the form in which they are compared."""
_WORDS = _Known(str)
"""Each word once, however many texts have it."""
_HASHES = _Known(_hash)
"""A number for each word, the same on every machine."""
