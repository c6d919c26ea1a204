"""What is settled about two articles whatever the measures weigh: that they tell no story together, or very likely one.

The weights are fitted on short texts, half of them undated, of a few hundred articles. These rules, set by hand, say
what those cannot teach: `tests/benchmarks/stories.py` measures them on `strangers`, `forms` and `namesakes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from broadsheet.stories.rarity import Counts, Floats, Shared

Flags = NDArray[np.bool_]

_LONGEST_SILENCE = 21
"""Days after which an event is another one, however alike: the next earthquake, the next summit. (Copies are found
before this is asked.)"""
_NOBODY, _HARDLY_A_WORD = 0.3, 0.06
"""How little two reports in one language share, and are no story together, though they came on one day: in one
language a name that both have is a word that both have, so that it only sounds alike says nothing."""
_NAMES_OF_ITS_OWN, _FEW_WORDS = 2, 0.12
"""From how many names on a report says whom it is about, and how few words it then shares with another event's."""
_ANCHORS = 0.6
"""How much of what needs no translation (names, numbers, how names sound; cosines, in sum) texts in two languages share
at least: paragraphs of like lengths say nothing by themselves."""
_BARELY_MORE = ((1, 0.04, 0.8), (1, 1.0, 0.65), (2, 0.02, 0.35))
"""How many names two reports in one language share, and how little else (cosine of words, and how rare these are in
sum), that the same minister is named in two events. Who shares three shares enough."""

_ONE_EVENT = 7.5
"""Days within which reports that name the same rare things tell the same event,"""
_OTHER_TEXT = 0.4
"""unless one form was filled twice: how alike the texts run, word for word."""
_MANY_NAMES, _MOST_NAMES, _HALF_OF_THEM, _MANY_WORDS = 3.0, 0.6, 0.4, 0.4
"""How rare the names that both have are, in sum; what part of all names in the two (cosine) these are, or, where the
words agree by so much, at least."""
_SOME_WORDS, _TWO_WORDS = 0.08, 2.0
"""What they also share besides: of words, the cosine, and how rare these are in sum."""
_SOME_NAMES, _MOST_OF_SOME, _A_NUMBER, _ALL_OF = 2.0, 0.55, 0.3, 3
"""The same of texts in two languages that also share numbers, or where one names nobody (of three or more) whom the
other does not."""


class Names(NamedTuple):
    """The names that pairs share."""

    shared: Shared
    both: Counts
    """How many both have,"""
    fewer: Counts
    """and how many the article has that has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules ask about pairs; a value for each pair."""

    foreign: Flags
    """Whether the two are in two languages."""
    days: Floats
    """Between them; not a number where a date is not known."""
    words: Shared
    names: Names
    numbers: Floats
    sounds: Floats
    form: Floats
    """How alike the texts run, word for word."""


def apart(of: Evidence) -> Flags:
    """Which pairs tell no story together."""
    names = of.names.shared
    strangers = (names.rarity < _NOBODY) & (of.words.cosine < _HARDLY_A_WORD)
    others = (of.names.both == 0) & (of.names.fewer >= _NAMES_OF_ITS_OWN) & (of.words.cosine < _FEW_WORDS)
    unanchored = names.cosine + of.numbers + of.sounds < _ANCHORS
    by_name_alone = np.zeros(len(of.foreign), dtype=np.bool_)
    for count, cosine, rarity in _BARELY_MORE:
        few = (of.words.besides < cosine) & (of.words.rarity_besides < rarity)
        by_name_alone |= few & (of.names.both == count)
    found: Flags = (of.days > _LONGEST_SILENCE) | np.where(of.foreign, unanchored, strangers | others | by_name_alone)
    return found


def likely(of: Evidence) -> Flags:
    """Which pairs very likely tell one story: of one week, and both name what hardly anybody else does."""
    names, (_, both, fewer) = of.names.shared, of.names
    many, most = names.rarity >= _MANY_NAMES, names.cosine >= _MOST_NAMES
    more = (of.words.besides >= _SOME_WORDS) & (of.words.rarity_besides >= _TWO_WORDS)
    alike = many & more & (most | ((names.cosine >= _HALF_OF_THEM) & (of.words.cosine >= _MANY_WORDS)))
    nobody_else = (both == fewer) & (fewer >= _ALL_OF)
    some = (names.rarity >= _SOME_NAMES) & (names.cosine >= _MOST_OF_SOME)
    across = (many & most) | (some & ((of.numbers >= _A_NUMBER) | nobody_else))
    found: Flags = (of.days < _ONE_EVENT) & (of.form < _OTHER_TEXT) & np.where(of.foreign, across, alike)
    return found
