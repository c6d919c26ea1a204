"""The spellings of a lexicon without a capital, all looked for at once (Aho-Corasick): صباح, ランカ, bitcoin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from broadsheet.entities.matching.lexicon import Entry

_NO_CAPITALS = re.compile("[\u0590-\u1dff\u2e80-\U0010ffff]")

_FEW = 50_000
"""Letters up to which the fastest kind of automaton takes a tenth of a second to make, and some megabytes."""

_Search = Callable[[str], Sequence[tuple[int, int, int]]]
"""Number of a spelling, start and end of each place where one stands, across each other."""


class PlainNames:
    """Finds spellings anywhere in a text, in the middle of words too."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Made of the lexicon's: by spelling (bare), the line that says whose it is."""
        self._lines = lines

    def found(self, bare: str) -> Iterator[tuple[int, int, list[Entry]]]:
        """Start, end and whose spelling it is, for each place in a bare text."""
        if bare.isascii():
            yield from self._ascii(bare)
            return
        if _NO_CAPITALS.search(bare):
            yield from self._without_capitals(bare)
        yield from self._others(bare)

    # An automaton each, made when a text first has such letters.

    @cached_property
    def _ascii(self) -> _Automaton:
        return _Automaton({one: line for one, line in self._lines.items() if one.isascii()}, only_ascii=True)

    @cached_property
    def _without_capitals(self) -> _Automaton:
        return _Automaton({one: line for one, line in self._lines.items() if _NO_CAPITALS.search(one)})

    @cached_property
    def _others(self) -> _Automaton:
        return _Automaton({one: line for one, line in self._lines.items() if not _NO_CAPITALS.search(one)})


class _Automaton:
    """Finds some of the spellings."""

    def __init__(self, lines: Mapping[str, str], *, only_ascii: bool = False) -> None:
        """Made of the spellings and their lines; with `only_ascii`, for texts of nothing else, which is faster."""
        self._lines = list(lines.values())
        self._whose: dict[int, list[Entry]] = {}
        self._search = _search(list(lines), only_ascii=only_ascii) if lines else None

    def __call__(self, bare: str) -> Iterator[tuple[int, int, list[Entry]]]:
        if self._search is not None:
            for number, start, end in self._search(bare):
                whose = self._whose.get(number)
                if whose is None:
                    whose = self._whose[number] = json.loads(self._lines[number])
                yield start, end, whose


def _search(spellings: Sequence[str], *, only_ascii: bool) -> _Search:
    if only_ascii:
        kind = Implementation.DFA if sum(map(len, spellings)) < _FEW else None
        in_bytes = BytesAhoCorasick([one.encode() for one in spellings], implementation=kind)
        return lambda bare: in_bytes.find_matches_as_indexes(bare.encode(), overlapping=True)
    automaton = AhoCorasick(spellings, store_patterns=False)
    return lambda bare: automaton.find_matches_as_indexes(bare, overlapping=True)
