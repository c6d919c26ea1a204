"""The names that somebody vouches for, as they stand in runs of capitalised words.

`Catalogne Carles Puigdemont` is a place and a person once the person is known; `University of Orme` stays one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.entities import countries
from broadsheet.entities.folding import key
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.kinds import is_head, may_be_person
from broadsheet.entities.name_words import is_demonym
from broadsheet.model import Kind


@dataclass(frozen=True)
class Known:
    """Vouched names and what they name; countries are left out, since `countries` knows them."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """By name, folded."""
    firsts: frozenset[str] = frozenset()
    """The words with which they begin."""
    surnames: Mapping[str, str] = field(default_factory=dict)
    """Persons' full names by their last words, the first in the order of names where several share one."""

    def parted(self, words: Sequence[str], language: str) -> Iterator[list[str]]:
        """The words parted at the known names among them."""
        if len(words) > 1 and not self.firsts.isdisjoint(words):
            for start, word in enumerate(words):
                if word in self.firsts:
                    end = self._end(words, start, language)
                    if end:
                        yield from self.parted(words[:start], language)
                        yield list(words[start:end])
                        yield from self.parted(words[end:], language)
                        return
        if words:
            yield list(words)

    def _end(self, words: Sequence[str], start: int, language: str) -> int:
        """Where the known name ends that begins at `start` and is no part of a longer one; else 0."""
        for end in range(len(words), start, -1):
            kind = self.kinds.get(_joined(words[start:end]))
            if kind and end - start < len(words):
                return end if self._is_apart(words, start, end, kind, language) else 0
        return 0

    def _is_apart(self, words: Sequence[str], start: int, end: int, kind: Kind, language: str) -> bool:
        before, after = words[:start], words[end:]
        if before and not after and all(is_demonym(word.lower(), language) for word in before):
            return True  # a Spanish F/A-18 Hornet
        if kind == "person" and end - start > 1:
            # But the Ada Quill Foundation, Fondation Ada Quill, University of Ada Quill.
            named_after = bool(after) and is_head(after[-1], language)
            heads = before[:1] if len(before) == 2 and before[1].islower() else before[-1:]
            return not named_after and not any(is_head(word, language) for word in heads)
        rest = _joined(after[1:] if after and after[0].islower() else after)
        if after:
            apart = rest in self.kinds or (after[0].islower() and countries.code_of(rest, language) is not None)
            return apart and end - start > 1 and not before
        if not before[-1][0].islower():
            return _joined(before) in self.kinds
        if any(is_head(word, language) for word in before):
            return kind == "person"
        return kind in {"person", "organisation"}


def known_names(gazetteer: Gazetteer) -> Known:
    """What discovery knows beforehand: the names of adopted entities."""
    kinds: dict[str, Kind] = {}
    surnames: dict[str, str] = {}
    for name in gazetteer.names:
        entity = gazetteer.entities.get(name.entity)
        if entity is None or entity.country or entity.status != "adopted" or name.company is not None:
            continue
        text = key(name.text)
        if not text[:1].isupper():
            continue
        kinds.setdefault(text, entity.kind)
        if entity.kind == "person" and may_be_person(text):
            surnames.setdefault(text.rpartition(" ")[2], text)
    return Known(kinds, frozenset(text.partition(" ")[0] for text in kinds), surnames)


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("' ", "'")
