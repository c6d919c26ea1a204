"""What a name probably is, guessed from its words and from where it stands; each guess with how sure it is, and why."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from broadsheet.entities.kinds.name_cues import name_cues
from broadsheet.entities.kinds.sight_cues import Sight, sight_cues
from broadsheet.entities.kinds.weights import ANSWERS, BATCH, BESIDE, START, THINGS, WITHIN, Weights
from broadsheet.model import Kind

UNSURE = 0.4
"""A guess less sure than this is none: the name is `other`."""

NOTHING = 0.3
"""How sure it is at most what a single word is of which nothing speaks."""

_SELDOM_PLACES = frozenset(["en", "ru", "uk"])
"""Languages in whose texts a single word of which nothing speaks is a place less than half of the times."""
_SHAPE = frozenset(
    [
        "one word",
        "Cyrillic",
        "a hyphen",
        "opens a sentence",
        "a word in small letters behind",
        "in a consonant, Cyrillic",
    ]
)
"""Cues that say nothing by themselves."""
_MOST = 3.0
"""A cue that stands at seven places or more counts so many times."""
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a name."""

    language: str
    sights: Sequence[Sight] = ()
    titled: bool = False
    """Whether a person's title stands before it somewhere."""
    shortened: bool = False
    """Whether its last word stands alone for it somewhere, as a surname does."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a name probably is."""

    kind: Kind
    confidence: float
    """How often such a guess is right, 0 to 1."""
    why: str
    """What speaks for it, the weightiest first."""


def guesses(names: Mapping[str, Seen]) -> Mapping[str, Guess]:
    """A guess for each name; the names tell about each other (the surname of a person named in full)."""
    last: set[tuple[str, str]] = set()
    for name, seen in names.items():
        if " " in name and (
            seen.titled or seen.shortened or "begins with a given name" in name_cues(name, seen.language)
        ):
            last.add((seen.language, name.rpartition(" ")[2]))
    return {name: _guess(name, seen, of_person=(seen.language, name) in last) for name, seen in names.items()}


def _guess(name: str, seen: Seen, *, of_person: bool) -> Guess:
    cues = _cues(name, seen, of_person=of_person)
    totals = list(START)
    for weights, times in cues.values():
        for answer, weight in enumerate(weights or ()):
            totals[answer] += weight * times
    highest = max(totals)
    odds = [math.exp(total - highest) for total in totals]
    best = odds.index(max(odds))
    confidence = round(odds[best] / sum(odds), 2)
    if seen.language in _SELDOM_PLACES and _SHAPE.issuperset(cue for cue, (weights, _) in cues.items() if weights):
        confidence = min(confidence, NOTHING)
    if confidence < UNSURE:
        return Guess("other", confidence, "nothing says what it is")
    kind = ANSWERS[best]
    if kind == "other":
        kind = _thing(cues)
    speaking = sorted(
        ((weights[best] * times, cue) for cue, (weights, times) in cues.items() if weights and weights[best] > 0),
        key=lambda one: (-one[0], one[1]),
    )
    return Guess(kind, confidence, "; ".join(cue for _, cue in speaking[:_REASONS]))


def _cues(name: str, seen: Seen, *, of_person: bool) -> Mapping[str, tuple[Weights | None, float]]:
    """The cues of a name, each with its weights (None for one that has none) and how many times it counts."""
    cues: dict[str, tuple[Weights | None, float]] = {
        cue: (WITHIN.get(cue), 1.0) for cue in name_cues(name, seen.language)
    }
    batch = {
        "a title stands before it": seen.titled,
        "its last word stands for it": seen.shortened,
        "the last word of a person's name": of_person,
    }
    cues.update({cue: (BATCH[cue], 1.0) for cue, is_so in batch.items() if is_so})
    times = len(seen.sights)
    counted = Counter(cue for sight in seen.sights for cue in sight_cues(sight, seen.language))
    weight = min(math.log2(1 + times), _MOST)
    cues.update({cue: (BESIDE.get(cue), count / times * weight) for cue, count in counted.items()})
    return cues


def _thing(cues: Mapping[str, object]) -> Kind:
    kinds = Counter(THINGS[cue] for cue in THINGS if cue in cues)
    return kinds.most_common(1)[0][0] if kinds else "other"
