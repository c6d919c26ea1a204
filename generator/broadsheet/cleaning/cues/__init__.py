"""Cue words: the phrases that boilerplate is made of, in the languages of the news, a file for each kind.

    kinds("Read more")    {"related": 1.0}

A phrase is found as whole words, in scripts without spaces as it stands. What counts is how much of its line
it covers: "share" alone is a button, "share" in a sentence is a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from broadsheet.cleaning.cues import (
    advertisement,
    byline,
    comments,
    credit,
    dateline,
    legal,
    navigation,
    pleas,
    related,
    share,
    subscribe,
    tags,
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "related": related.PHRASES,
        "share": share.PHRASES,
        "subscribe": subscribe.PHRASES,
        "advertisement": advertisement.PHRASES,
        "comments": comments.PHRASES,
        "legal": legal.PHRASES,
        "navigation": navigation.PHRASES,
        "tags": tags.PHRASES,
        "byline": byline.PHRASES,
        "dateline": dateline.PHRASES,
        "credit": credit.PHRASES,
        "pleas": pleas.PHRASES,
    }
)
"""Each kind's phrases; where two kinds have a phrase, the first named here keeps it."""

LONGEST = 60
"""Words of the longest line that is searched."""

BUTTON = 12
"""Words of the longest line whose first words weigh more: a heading or a button, not a sentence."""

_WORD = re.compile(r"\(c\)|[^\W_]+(?:['.-][^\W_]+)*|©")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_NOTHING: Mapping[str, float] = MappingProxyType({})


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _index() -> tuple[dict[str, str], dict[str, int], re.Pattern[str]]:
    """Phrase -> kind; a phrase's first word -> its longest phrase's number of words; the unspaced phrases."""
    spaced: dict[str, str] = {}
    longest: dict[str, int] = {}
    unspaced: dict[str, list[str]] = {}
    for kind, phrases in KINDS.items():
        for phrase in phrases.replace("\n", "|").split("|"):
            words = _words(phrase)
            if not words:
                continue
            if _UNSPACED.search(phrase):
                unspaced.setdefault(kind, []).append(re.escape(phrase.strip()))
                continue
            spaced.setdefault(" ".join(words), kind)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    groups = (f"(?P<{kind}>{'|'.join(sorted(found, key=len, reverse=True))})" for kind, found in unspaced.items())
    return spaced, longest, re.compile("|".join(groups))


_SPACED, _LONGEST_FROM, _IN_UNSPACED = _index()


@lru_cache(maxsize=20_000)
def kinds(text: str) -> Mapping[str, float]:
    """How much of a line each kind of cue covers, from 0 to 1; kinds that do not occur are left out."""
    if len(text) > 10 * LONGEST:
        return _NOTHING
    found: dict[str, float] = {}
    words = _words(text)
    count = len(words)
    if not count or count > LONGEST:
        return _NOTHING
    at = 0
    while at < count:
        longest = _LONGEST_FROM.get(words[at])
        step = 1
        if longest:
            for size in range(min(longest, count - at), 0, -1):
                kind = _SPACED.get(" ".join(words[at : at + size]))
                if kind:
                    found[kind] = found.get(kind, 0.0) + _weight(size, count, first=at == 0)
                    step = size
                    break
        at += step
    if not text.isascii() and _UNSPACED.search(text):
        for match in _IN_UNSPACED.finditer(text[:120]):
            kind = str(match.lastgroup)
            covered = len(match.group()) / len(text)
            if match.start() == 0 and len(text) <= 2 * BUTTON:
                covered = max(covered, 0.4)
            found[kind] = found.get(kind, 0.0) + covered
    return {kind: min(1.0, covered) for kind, covered in found.items()} if found else _NOTHING


def _weight(size: int, count: int, *, first: bool) -> float:
    """What a phrase of `size` words covers of a line of `count`; several words are no accident anywhere."""
    covered = size / count
    if first and count <= BUTTON:
        return max(covered, 0.3 if size == 1 else 0.5)
    return max(covered, 0.3) if size > 1 else covered
