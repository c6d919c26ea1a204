"""What of an article can be compared with another: its words, numbers, names as they sound, its paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from broadsheet import markdown_text
from broadsheet.model import Article
from broadsheet.stories.sounds import sounds

LONGEST = 20_000
"""Characters of a text that are read: what comes later tells no more about which story it is."""
_SHINGLE = 3
"""Words in a row by which texts are found to be the same."""

_TOKEN = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*|[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_GROUPED = re.compile(r"[.,٬\u00a0\u202f](?=\d{3}(?!\d))")
_COMMA = re.compile("[,٫]")
_PIECE = re.compile(r"(?<=[.!?…。！？؟])\s+|\n+|(?<=[。！？])")
_STEM = 6
"""Letters of a word that count: endings say how it is used."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, read for comparison."""

    words: Sequence[str]
    """Stems and pairs of unspaced characters, in the order of the text."""
    title: Sequence[str]
    numbers: Sequence[str]
    sounds: Sequence[str]
    shingles: NDArray[np.uint64]
    """A number for each run of three words, sorted, each once."""
    paragraphs: NDArray[np.float64]
    """How long each paragraph is (logarithms)."""


Pieces = Sequence[Sequence[str]]
"""A text's sentences and lines, paragraph by paragraph."""


def pieces(article: Article) -> Pieces:
    """The sentences of an article's text."""
    text = markdown_text.plain(article.body[:LONGEST]).text
    paragraphs = ([piece for piece in map(str.strip, _PIECE.split(one)) if piece] for one in text.split("\n\n"))
    return [paragraph for paragraph in paragraphs if paragraph]


def without(text: Pieces, footers: frozenset[str]) -> str:
    """The text that is left without the footers."""
    left = ([piece for piece in paragraph if piece not in footers] for paragraph in text)
    return "\n\n".join(" ".join(paragraph) for paragraph in left if paragraph)


def read(article: Article, text: str) -> Reading:
    """An article read; `text` is what of its plain text counts."""
    words, numbers = _words(text)
    title, title_numbers = _words(article.title)
    return Reading(
        words=words,
        title=title,
        numbers=[*numbers, *title_numbers],
        sounds=sounds(f"{article.title}\n{text}", article.language),
        shingles=_shingles(words),
        paragraphs=np.log([5.0 + len(one) for one in text.split("\n\n")]),
    )


def _words(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, numbers among them, and the numbers alone."""
    words: list[str] = []
    numbers: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0].isdigit():
            numbers.append(_number(token))
            words.append(numbers[-1])
        elif token[0] < "\u0e00" or not _UNSPACED.match(token):
            words.append(_stem(token))
        else:
            words += [token[place : place + 2] for place in range(max(1, len(token) - 1))]
    return words, numbers


@lru_cache(maxsize=1 << 17)
def _stem(word: str) -> str:
    if not word.isascii():
        parted = unicodedata.normalize("NFKD", word)
        word = "".join(character for character in parted if not unicodedata.combining(character)) or word
    return word.lower()[:_STEM]


def _number(token: str) -> str:
    """A number in one way of writing it: 1 500, 1.500 and ١٬٥٠٠ are 1500."""
    digits = "".join(str(unicodedata.digit(one, one)) for one in token)
    return _COMMA.sub(".", _GROUPED.sub("", digits))


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hashes(words: Iterable[str]) -> NDArray[np.uint64]:
    """A number for each word, the same on every machine."""
    return np.fromiter(map(_hash, words), dtype=np.uint64)


def _shingles(words: Sequence[str]) -> NDArray[np.uint64]:
    one = hashes(words)
    if len(one) >= _SHINGLE:
        one = one[:-2] * np.uint64(0x9E3779B97F4A7C15) + one[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F) + one[2:]
    return np.unique(one)
