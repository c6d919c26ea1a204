"""Stretches of a text that are all in capitals: headlines and cries, whose capitals tell no names from words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.entities.starts import opens_sentence

_WORD = r"[^\W\d_a-zß-öø-ÿа-яёєіїґα-ωά-ώ]+(?:['’-][^\W\d_a-zß-öø-ÿа-яёєіїґα-ωά-ώ]+)*"
# Capitals in a row; acronyms in a list have commas between them, a cry has blanks.
_STRETCH = re.compile(rf"(?<![\w.]){_WORD}(?:[ ,:;!?\"«»“”()\d/%–—-]{{1,4}}{_WORD})+(?!\w|\.\w)")
_ROW = re.compile(rf"{_WORD}(?: {_WORD})+")
_LONG = 5
"""A word of so many letters is seldom an acronym."""


def shouted(text: str) -> Iterator[tuple[int, int]]:
    """Where lines, and words in a row, stand all in capitals: start and end, in order."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.isupper():
            words = re.findall(_WORD, line)
            if len(words) > 1 or any(len(word) >= _LONG for word in words):
                yield start, end
        elif any(map(str.isupper, line)):
            yield from ((start + low, start + high) for low, high in _in_line(line))
        start = end + 1


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    for match in _STRETCH.finditer(line):
        if match.group().isupper() and any(_is_cry(row, line, match) for row in _ROW.findall(match.group())):
            yield match.span()


def _is_cry(row: str, line: str, stretch: re.Match[str]) -> bool:
    """Whether words in a row, all in capitals, are a cry and no acronyms or one name."""
    words = row.split(" ")
    long = sum(len(word) >= _LONG for word in words)
    if len(words) > 2:
        return long > 1 or (len(words) > 3 and long > 0)
    closed = line[stretch.end() : stretch.end() + 1] in {".", ":", "!", "?"}
    return len(row) > 2 * _LONG and closed and opens_sentence(line, stretch.start())  # BREAKING NEWS: …
