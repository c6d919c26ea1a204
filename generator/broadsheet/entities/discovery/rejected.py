"""Rejected names in texts, in every form: their pieces are no new names where they stand (Peskov, of Dmitry Peskov)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cached_property

from broadsheet.entities.family_names import family_names, pattern_of
from broadsheet.entities.folding import bare, fold, key
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.model import Entity

IsPiece = Callable[[str], bool]
"""Whether a word is a piece of a rejected name that stands in a text."""
_FIRST = 3
"""Letters of a word by which texts are chosen that may hold a rejected name."""


class Rejected:
    """The names that a person rejected."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        pages = {f"{number}": page for number, page in enumerate(gazetteer.refused.spelled)}
        self.gazetteer = replace(
            gazetteer,
            entities={one: Entity(id=one, name=text, kind=kind) for one, (text, kind) in pages.items()},
            names=tuple(Name(text, one) for one, (text, _) in pages.items()),
            not_meant=(),
        )
        """They alone, as if they were known."""
        words = [word for name in self.gazetteer.names for word in key(name.text).split(" ")[1:]]
        self._begin = frozenset(bare(word)[:_FIRST] for word in words)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.gazetteer)

    def pieces(self, text: str, runs: Iterable[str], language: str) -> IsPiece | None:
        """What tells the pieces of rejected names of several words in a text; `runs` are its capitalised words."""
        begin = self._begin
        if not begin or not any(bare(word)[:_FIRST] in begin for run in runs for word in run.split(" ")):
            return None
        found = [one for one in self._matcher.find(text, language) if " " in one.surface]
        if not found:
            return None
        full = {key(one) for place in found for one in (place.surface, *(name.text for name in place.names))}
        words: Collection[str] = {word for one in full for word in one.split(" ")}
        patterns = [pattern_of(last, language) for one in sorted(full) for last in family_names(fold(one).text)]
        return lambda word: word in words or any(pattern.fullmatch(word) for pattern in patterns)
