"""A dump as the rules see it: its lines, the cues in them, and a first guess at the article.

The first guess is the run of lines with the most sentences in it. It errs at both ends, but its words are
nearly always the article's words, which is what the rules need to know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadsheet.cleaning.cues import kinds
from broadsheet.cleaning.lines import Line, is_dateline
from broadsheet.cleaning.notices import notices

Column = NDArray[np.float64]
"""A number for each line of a page."""

_STEM = re.compile(r"[^\W\d_]{5,}")
_COMPARED = 3000
_TITLE_ABOVE = 40
_CUTS = ("related", "comments", "tags", "legal", "pleas", "subscribe")
_HEADING = 0.5
"""The part of a line that such words must cover to make it a heading."""
_FULL = 0.2
"""Prose from which a line's words count as the article's."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a dump before its lines are weighed; one entry a line in every sequence."""

    lines: Sequence[Line]
    cues: Sequence[Mapping[str, float]]
    """Kinds of cue words, and how much of the line they cover."""
    cued: Column
    """The same for all kinds together."""
    cuts: Sequence[bool]
    """True for a heading of boilerplate ("Related", "Comments", "Tags" …): it cuts off what lies beyond it."""
    again: Sequence[bool]
    """True where the dump has the same line more than once."""
    shared: Collection[int]
    """Lines that other dumps of the site have too."""
    notices: Mapping[int, str]
    """Lines that are boilerplate by what they say, each with its reason."""
    datelines: Sequence[bool]
    """True where a line seems to say when the article was published."""
    start: int
    end: int
    """The first guess is `lines[start:end]`."""
    title: int
    """The line above the first guess that shares most words with it; -1 where none does."""
    prose: Column
    """How much the line is running text, from 0 to 1."""
    stems: Column
    """How many longer words it has (pairs of characters in unspaced scripts)."""
    common: Column
    """How many of them the first guess has too."""
    part: Column
    """The part of them that the first guess has too; a little where there is none."""
    kin: Column
    """Prose that shares words with the first guess, above each line and in all (one entry more than lines)."""

    @classmethod
    def of(cls, lines: Sequence[Line], shared: Collection[int] = ()) -> Page:
        """The page with these lines."""
        counts = Counter(line.text for line in lines)
        again = [counts[line.text] > 1 for line in lines]
        cues = [kinds(line.text) for line in lines]
        cued = np.array([min(1.0, sum(found.values())) if found else 0.0 for found in cues])
        prose = np.array([_prose(line) for line in lines]) * (1 - cued)
        told = notices(lines)
        start, end = _first_guess(lines, again, cues, {*shared, *told})
        stems = [_stems(line) for line in lines]
        inside = [start <= at < end and amount > _FULL for at, amount in enumerate(prose.tolist())]
        common = _common(stems, inside)
        number = np.array([len(found) for found in stems], dtype=float)
        part = np.where(number > 0, common / np.maximum(number, 1), 0.2)
        return cls(
            lines=lines,
            cues=cues,
            cued=cued,
            cuts=[any(found.get(kind, 0.0) >= _HEADING for kind in _CUTS) if found else False for found in cues],
            again=again,
            shared=shared,
            notices=told,
            datelines=[is_dateline(line, "dateline" in found) for line, found in zip(lines, cues, strict=True)],
            start=start,
            end=end,
            title=_title(lines, start, common, part, cued, again),
            prose=prose,
            stems=number,
            common=common,
            part=part,
            kin=np.concatenate([[0.0], np.cumsum(prose * np.minimum(1.0, 2 * part))]),
        )


def trails_off(text: str) -> bool:
    """True for a line cut short, as teasers are."""
    return text.endswith(("…", "..."))


def _prose(line: Line) -> float:
    shape = line.shape
    amount = min(1.0, max(0.0, (shape.words - 4) / 20))
    if shape.final != "." and not shape.sentences:
        amount *= 0.25
    return amount * 0.6 if trails_off(line.text) else amount


def _first_guess(
    lines: Sequence[Line], again: Sequence[bool], cues: Sequence[Mapping[str, float]], shared: Collection[int]
) -> tuple[int, int]:
    """The run of lines with most sentences: a sentence counts its words, any other line takes seven away.

    A long headline may hold a sentence, too; but it does not end with one.
    """
    best = total = 0.0
    begin = first = last = 0
    for at, line in enumerate(lines):
        shape = line.shape
        worth = -7.0
        if shape.sentences and shape.words >= 8 and at not in shared and not trails_off(line.text):
            worth = -3.0 if again[at] else float(min(shape.words, 40))
            if "pleas" in cues[at] or "legal" in cues[at] or shape.final != ".":
                worth /= 4
        total += worth
        if total <= 0:
            total, begin = 0.0, at + 1
        elif total > best:
            best, first, last = total, begin, at + 1
    return first, last


def _stems(line: Line) -> frozenset[str]:
    text = line.text[:_COMPARED]
    if line.shape.unspaced:
        return frozenset([text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()])
    return frozenset([word[:6] for word in _STEM.findall(text.casefold())])


def _common(stems: Sequence[frozenset[str]], inside: Sequence[bool]) -> Column:
    """How many of each line's stems stand in another line of the first guess."""
    known = Counter(stem for found, full in zip(stems, inside, strict=True) if full for stem in found)
    twice = {stem for stem, times in known.items() if times > 1}
    once = known.keys()
    return np.array(
        [
            float(len(found & twice) if full else len(found & once)) if found else 0.0
            for found, full in zip(stems, inside, strict=True)
        ]
    )


def _title(lines: Sequence[Line], start: int, common: Column, part: Column, cued: Column, again: Sequence[bool]) -> int:
    best, found = 0.0, -1
    for at in range(max(0, start - _TITLE_ABOVE), min(len(lines), start + 1)):
        if not 3 <= lines[at].shape.words <= 28 or not common[at]:
            continue
        weight = min(float(common[at]), 6) / 3 + float(part[at]) - (start - at) * 0.03 - float(cued[at]) * 2
        weight += 0.5 * again[at]
        if lines[at].shape.final == ".":
            weight -= 0.7
        if weight > best:
            best, found = weight, at
    return found
