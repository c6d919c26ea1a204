"""Names found in a text: all of a gazetteer's at once, in one pass (Aho-Corasick)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import ahocorasick

from broadsheet.entities.boundaries import Edge, left, right
from broadsheet.entities.countries import base_language
from broadsheet.entities.folding import fold, key
from broadsheet.entities.gazetteer import Gazetteer, Name


class Found(NamedTuple):  # made by the million: a named tuple costs a third of a frozen dataclass
    """A name that stands in a text."""

    start: int
    end: int
    surface: str
    names: tuple[Name, ...]
    """Every entry of the gazetteer that is spelled like this, in the gazetteer's order."""


Find = Callable[[str, str | None], list[Found]]
"""Finds names in a text of a language (BCP 47; None: not known): in order, disjoint, offsets in that text."""


_Match = tuple[int, int, tuple[Name, ...]]
"""Start, end and names of a match in a folded text."""

_AFTER = frozenset(["", " ", ",", ";", ":", ")"])


class Matcher:
    """Finds a gazetteer's names: leftmost first, the longest there, never across each other, only whole words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        spelled: dict[str, list[Name]] = defaultdict(list)
        for name in gazetteer.names:
            for form in forms(name):
                if name not in spelled[form]:
                    spelled[form].append(name)
        self._automaton = ahocorasick.Automaton()
        for form, names in spelled.items():
            # Words that only look like a name give way to a real one that is spelled like them.
            names.sort(key=lambda name: not name.entity)
            anywhere = all(name.languages is None for name in names)
            self._automaton.add_word(form, (len(form), tuple(names), anywhere))
        self._empty = not spelled
        if spelled:
            self._automaton.make_automaton()

    def find(self, text: str, language: str | None = None) -> list[Found]:
        """The names in `text`."""
        if self._empty:
            return []
        folded = fold(text)
        chosen = _disjoint(self._candidates(folded.text, base_language(language)))
        if folded.offsets is None:
            places: Iterable[_Match] = chosen
        else:
            offsets = folded.offsets
            places = ((offsets[start], offsets[end], names) for start, end, names in chosen)
        return [Found(start, end, text[start:end], _real(names)) for start, end, names in places if names[0].entity]

    def _candidates(self, text: str, language: str) -> list[_Match]:
        """Every whole-word match, each possibly across others."""
        found: list[_Match] = []
        joined: list[tuple[int, int, bool, bool, tuple[Name, ...]]] = []
        for last, (length, names, anywhere) in self._automaton.iter(text):
            end = last + 1
            start = end - length
            # Names inside longer words are many: the look at one letter spares most of the work.
            if text[end : end + 1] not in _AFTER:
                if text[end] < "\u0370" and text[end].isalpha() and text[last] < "\u0370":
                    continue
                after = right(text, end, language)
            else:
                after = Edge.CLEAR
            before = Edge.CLEAR if start == 0 or text[start - 1] == " " else left(text, start)
            if before is Edge.INSIDE or after is Edge.INSIDE:
                continue
            valid = names
            if not anywhere:
                valid = tuple(name for name in names if name.languages is None or language in name.languages)
                if not valid:
                    continue
            if before is Edge.CLEAR and after is Edge.CLEAR:
                found.append((start, end, valid))
            else:
                joined.append((start, end, before is Edge.HYPHEN, after is Edge.HYPHEN, valid))
        if joined:
            found += _chains(found, joined)
        return found


def _real(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return names if names[-1].entity else tuple(name for name in names if name.entity)


def forms(name: Name) -> Iterator[str]:
    """The spellings under which a name is looked for, folded: as written, and in capitals."""
    text = key(name.text)
    short = text < "\u2e80" and len(text) < 3
    if len(text) < 2 or (short and not text.isupper()):
        return
    yield text
    if text[0].islower():
        yield text[0].upper() + text[1:]
    if len(text) > 3 and name.company is None and text != text.upper():
        yield text.upper()


def _chains(clear: list[_Match], joined: list[tuple[int, int, bool, bool, tuple[Name, ...]]]) -> Iterable[_Match]:
    """Those with a name on the other side of each hyphen: both of `Iran-Israel`, none of `Seine-Saint-Denis`."""
    kept = joined
    while True:
        starts = {start for start, *_ in clear} | {start for start, *_ in kept}
        ends = {end for _, end, *_ in clear} | {end for _, end, *_ in kept}
        still = [one for one in kept if (not one[2] or one[0] - 1 in ends) and (not one[3] or one[1] + 1 in starts)]
        if len(still) == len(kept):
            return [(start, end, names) for start, end, _, _, names in kept]
        kept = still


def _disjoint(found: list[_Match]) -> Iterator[_Match]:
    reached = 0
    for start, end, names in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= reached:
            reached = end
            yield start, end, names
