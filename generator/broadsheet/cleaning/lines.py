"""The lines of a dump, measured once: what every rule of cleaning looks at.

A blank line is no Line; it only leaves a mark (`after_blank`) on the line that follows it. Nothing here knows
a language: words, marks and capitals are counted alike in every script. A script that puts no space between
words (Chinese, Japanese, Thai …) counts two characters as a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from broadsheet.unspaced import UNSPACED

_UNSPACED = re.compile(f"[{UNSPACED}]")
_CLOSING = "\"'”’»›)]）」』】 \xa0"
_FINAL = ".!?…。！？．؟।۔"
_MEASURED = 20_000
"""A line longer than this is measured by its beginning: nothing changes after a few thousand words."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d年")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_DATELINE = 20
"""Words of the longest line in which a date can be a dateline."""
_SHORT = 24
"""Characters below which a line holds no two sentences."""
_PARAGRAPH = 200
"""Characters from which a line hardly comes twice, and is not remembered."""
_INITIALS = 40
"""How many words are looked at for their first letter."""


class Shape(NamedTuple):
    """What can be counted in a line, whatever its language."""

    words: int
    """Words; two characters of an unspaced script count as one."""
    sentences: int
    """Sentence ends inside the line, the last one included."""
    commas: int
    capitals: int
    """Words that begin with a capital, among the first forty."""
    small: int
    """Words that begin with a small letter (scripts without case have neither)."""
    digits: int
    """Words that begin with a digit."""
    final: str
    """Its last mark: `.` for any that ends a sentence (closing quotes skipped), else the last character."""
    unspaced: bool
    """True where the line is in a script that puts no spaces between words."""


class Line(NamedTuple):
    """A line of a dump that is not blank."""

    number: int
    """Its place in the dump, from 1, blank lines counted."""
    text: str
    """Its text without the space around it."""
    after_blank: bool
    """True where a blank line stands before it."""
    shape: Shape
    span: int = 1
    """How many lines of the dump it was put together from."""


def measure(text: str) -> Shape:
    """The shape of a line that is not blank."""
    return _remembered(text) if len(text) < _PARAGRAPH else _measure(text)


def _measure(text: str) -> Shape:
    text = text[:_MEASURED]
    tokens = text.split()
    first = [token[0] for token in tokens[:_INITIALS]]
    last = (text.rstrip(_CLOSING) or text)[-1]
    words = len(tokens)
    sentences = commas = unspaced = 0
    count = text.count
    if len(text) > _SHORT:
        sentences = count(". ") + count("? ") + count("! ") + count('." ') + count(".” ")
        commas = count(", ") + count("; ")
    if not text.isascii():
        unspaced = len(_UNSPACED.findall(text))
        sentences += count("。") + count("！") + count("？") + count("؟") + count("।") + count("… ")
        commas += count("،") + count("，") + count("、") + count("；") + count("؛")
        words += unspaced // 2
    if last in _FINAL and last not in "。！？؟।":
        sentences += 1
    return Shape(
        words=words,
        sentences=sentences,
        commas=commas,
        capitals=sum(map(str.isupper, first)),
        small=sum(map(str.islower, first)),
        digits=sum(map(str.isdigit, first)),
        final="." if last in _FINAL else text[-1],
        unspaced=unspaced * 3 > len(text),
    )


_remembered = lru_cache(maxsize=20_000)(_measure)


def split(text: str) -> list[Line]:
    """The lines of a dump that are not blank, in order."""
    found: list[Line] = []
    after_blank = False
    for number, raw in enumerate(text.split("\n"), start=1):
        stripped = raw.strip()
        if stripped:
            found.append(Line(number, stripped, after_blank, measure(stripped)))
            after_blank = False
        else:
            after_blank = True
    return found


def has_date(line: Line) -> bool:
    """True for a short line that holds something like a date."""
    return line.shape.words <= _DATELINE and bool(_DATE.search(line.text))


def has_time(line: Line) -> bool:
    """True for a short line that holds a time of day."""
    return line.shape.words <= _DATELINE and bool(_TIME.search(line.text))


def is_dateline(line: Line, cued: bool) -> bool:  # noqa: FBT001 - whether its words say so too
    """True for a line that seems to say when the article was published."""
    return (line.shape.words <= 8 or cued) and (has_date(line) or has_time(line))
