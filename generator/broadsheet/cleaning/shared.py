"""Lines that many dumps of one site share: boilerplate, learnt from the whole batch in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from broadsheet.cleaning.lines import Line

_SENTENCE = 12
"""Words from which a line is no menu: two pages that share it may be two copies of one article."""

_PART = 0.3
"""The part of the site's dumps that must have such a line."""


def shared_lines(dumps: Sequence[Sequence[Line]]) -> list[frozenset[int]]:
    """For each dump of one site the lines, from 0, that other dumps of the site have too."""
    if len(dumps) < 2:
        return [frozenset() for _ in dumps]
    counts = Counter(text for lines in _distinct(dumps) for text in {line.text for line in lines})
    least = max(3, _PART * len(dumps))
    found: list[frozenset[int]] = []
    for lines in dumps:
        shared = [at for at, line in enumerate(lines) if counts[line.text] >= (least if _is_long(line) else 2)]
        found.append(frozenset(shared) if not _is_copy(lines, shared) else frozenset())
    return found


def _distinct(dumps: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The dumps without those whose long lines are those of an earlier one: the same page, fetched again."""
    seen: dict[tuple[str, ...], Sequence[Line]] = {}
    for lines in dumps:
        seen.setdefault(
            tuple(line.text for line in lines if _is_long(line)) or tuple(line.text for line in lines), lines
        )
    return list(seen.values())


def _is_long(line: Line) -> bool:
    return line.shape.words >= _SENTENCE


def _is_copy(lines: Sequence[Line], shared: Sequence[int]) -> bool:
    """True where most of a dump's running text is shared: then it is the article that is in the batch again."""
    every = sum(line.shape.words for line in lines if _is_long(line))
    return bool(every) and 2 * sum(lines[at].shape.words for at in shared if _is_long(lines[at])) > every
