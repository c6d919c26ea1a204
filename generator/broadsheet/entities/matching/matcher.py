"""Names found in a text: all of a gazetteer's at once, whole words only, leftmost first and the longest there."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from broadsheet.entities.countries import base_language
from broadsheet.entities.demonyms import DEMONYMS
from broadsheet.entities.folding import bare, fold, key
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.matching import endings
from broadsheet.entities.matching.boundaries import Edge, left, right
from broadsheet.entities.matching.lexicon import ASCII_WORD, FILED, WORD, Entry, Filed, Lexicon, lexicon
from broadsheet.entities.matching.longer_names import whole_names
from broadsheet.entities.matching.other_words import is_other_word
from broadsheet.entities.matching.plain_names import PlainNames
from broadsheet.entities.matching.shelves import Shelves
from broadsheet.entities.matching.somebodys import is_first_name, is_last_name, is_placed
from broadsheet.entities.matching.spelling import Agreement, agreement
from broadsheet.entities.matching.unparted import is_unparted_piece
from broadsheet.model import Entity


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

_Named = tuple[tuple[Name, ...], tuple[str, ...]]
"""The names that words are, and the ids of the entities that they do not mean."""

_AFTER = frozenset(["", " ", ",", ";", ":", ")"])


@dataclass(slots=True)
class _Reading:
    """A text while it is read, and what must wait until all of it has been."""

    text: str
    """Folded."""
    bare: str
    language: str
    ends: bool
    """Whether names take endings in this language."""
    joined: list[tuple[int, int, bool, bool, tuple[Name, ...]]] = field(default_factory=list)
    """Matches with a hyphen before or after them."""
    refused: list[tuple[int, int, str]] = field(default_factory=list)
    """Phrases in which an entity's name means something else, and its id."""


class Matcher:
    """Finds a gazetteer's names: leftmost first, the longest there, never across each other, only whole words."""

    def __init__(self, gazetteer: Gazetteer, spellings: Lexicon | None = None) -> None:
        """Made of the gazetteer, and of its lexicon where that was made before."""
        self._gazetteer = gazetteer
        self._lexicon = spellings or lexicon(gazetteer)
        self._names = (*gazetteer.names, *gazetteer.not_meant)
        self._shelves = Shelves(self._lexicon)
        self._plain_names = PlainNames(self._lexicon.plain)
        self._judged: dict[tuple[str, str], _Named] = {}
        self._remembered: dict[str, dict[str, tuple[Name, ...]]] = defaultdict(dict)

    def find(self, text: str, language: str | None = None) -> list[Found]:
        """The names in `text`."""
        folded = fold(text)
        spoken = base_language(language)
        reading = _Reading(folded.text, bare(folded.text), spoken, spoken in endings.LANGUAGES)
        found = [*self._filed(reading), *self._plain(reading)]
        if reading.joined:
            found += _chains(found, reading.joined)
        if reading.refused:
            found = _allowed(found, reading.refused)
        apart = list(self._as_meant(folded.text, spoken, _disjoint(found)))
        places: Iterable[_Match] = whole_names(folded.text, apart, spoken, self._is_whole)
        if folded.offsets is not None:
            offsets = folded.offsets
            places = [(offsets[start], _visible_end(text, offsets[end]), names) for start, end, names in places]
        return [Found(start, end, text[start:end], _real(names)) for start, end, names in places if names[0].entity]

    def _is_whole(self, match: _Match) -> bool:
        """Whether it is a person's full name or one that discovery found: no piece of a longer name."""
        name = match[2][0]
        if not name.entity:
            return True
        return not name.vouched or (" " in name.text and self._gazetteer.entities[name.entity].kind == "person")

    def _as_meant(self, text: str, language: str, matches: Iterable[_Match]) -> Iterator[_Match]:
        """The matches that mean what they name, each without the names that it does not mean there."""
        somebodys: set[str] = set()
        for start, end, names in matches:
            if not names[0].entity:
                yield start, end, names
                continue
            if self._is_unparted(text, language, (start, end, names)) or is_other_word(text, start, end, language):
                continue
            words = text[start:end]
            place = self._is_place(names[0])
            bears_s = words[-1] == "s" and not names[0].text.endswith("s")  # die reichste Frau Chinas
            named = not bears_s and is_last_name(text, start, language, place=place)
            named = named or is_first_name(text, start, end, language)
            kept = tuple(name for name in names if self._may_be_somebodys(name)) if named else names
            if named and not kept:
                somebodys.add(words)
            elif place and words in somebodys and not is_placed(text, start):
                continue
            if kept:
                yield start, end, kept

    def _may_be_somebodys(self, name: Name) -> bool:
        return not name.entity or self._gazetteer.entities[name.entity].kind in {"person", "other"}

    def _is_place(self, name: Name) -> bool:
        return self._gazetteer.entities[name.entity].kind == "place"

    def _is_unparted(self, text: str, language: str, match: _Match) -> bool:
        """Whether a name is a piece of a longer one in a script that parts no words."""
        start, end, names = match
        if text[end - 1] < "\u3040" or not names[0].entity:
            return False
        country = self._gazetteer.entities[names[0].entity].country is not None
        return is_unparted_piece(text, start, end, language, country=country)

    def _filed(self, reading: _Reading) -> list[_Match]:  # noqa: C901 - run for every word: no calls for what is quick
        """Whole-word matches of spellings with a capital, each possibly across others."""
        text, small = reading.text, reading.bare
        shelves, remembered, reached = self._shelves, self._remembered[reading.language], 0
        matches: list[_Match] = []
        for word in (ASCII_WORD if text.isascii() else WORD).finditer(text):
            start, end = word.span()
            if start < reached:
                continue  # inside a name that was found
            head = small[start:end]
            shelf, found = shelves[head], None
            if shelf is not None:
                alone, longer, openings, lengths, before = shelf
                for length in lengths:
                    if small[end : end + length] in openings:
                        found = self._longest(reading, start, end, longer)
                        break
                else:
                    if before and small.endswith(before, 0, start):
                        found = self._longest(reading, start, end, longer)
                if found is None and alone is not None:
                    # Nearly always a word by itself that was met before.
                    known = remembered.get(text[start:end])
                    if known and text[end : end + 1] in _AFTER and (start == 0 or text[start - 1] == " "):
                        found = start, end, known
                    else:
                        found = self._whole(reading, start, end, alone)
            if found is None and reading.ends:
                found = self._shorter(reading, start, head)
            if found is not None:
                reached = found[1]
                matches.append(found)
        return matches

    def _shorter(self, reading: _Reading, start: int, head: str) -> _Match | None:
        """A match of a word without its ending."""
        for shorter in endings.shorter(head, reading.language):
            shelf = self._shelves[shorter]
            if shelf is not None and shelf.alone is not None:
                found = self._whole(reading, start, start + len(shorter), shelf.alone)
                if found is not None:
                    return found
        return None

    def _longest(self, reading: _Reading, start: int, end: int, filed: dict[str, list[Filed]]) -> _Match | None:
        """The longest name around a head that is whole words."""
        small = reading.bare
        for listed in (filed.get(small[end : end + FILED]), filed.get("")):
            for before, rest, whose in listed or ():
                if rest and not small.startswith(rest, end):
                    continue
                first = start - len(before)
                if before and (first < 0 or not small.startswith(before, first)):
                    continue
                found = self._whole(reading, first, end + len(rest), whose)
                if found is not None:
                    return found
        return None

    def _plain(self, reading: _Reading) -> Iterator[_Match]:
        """Whole-word matches of spellings without a capital, each possibly across others."""
        for start, end, whose in self._plain_names.found(reading.bare):
            found = self._whole(reading, start, end, whose)
            if found is not None:
                yield found

    def _whole(self, reading: _Reading, start: int, end: int, whose: list[Entry]) -> _Match | None:
        """The match, if it is whole words that agree with a name; what stands at a hyphen is noted for later."""
        text = reading.text
        stop = end
        if text[end : end + 1] in _AFTER:
            after = Edge.CLEAR
        else:
            after = right(text, end, reading.language)
            if after is Edge.INSIDE and reading.ends:
                stop = endings.word_end(text, end)
                after = right(text, stop, reading.language) if stop > end else after
        before = Edge.CLEAR if start == 0 or text[start - 1] == " " else left(text, start, reading.language)
        if before is Edge.INSIDE or after is Edge.INSIDE:
            return None
        names, refused = self._named(text[start:end], reading.language, whose)
        if refused:
            reading.refused += [(start, end, one) for one in refused]
        if stop > end:
            names = self._bearing(names, reading, start, end, stop)
        if not names:
            return None
        if before is Edge.CLEAR and after is Edge.CLEAR:
            return start, stop, names
        reading.joined.append((start, stop, before is Edge.HYPHEN, after is Edge.HYPHEN, names))
        return None

    def _named(self, words: str, language: str, whose: list[Entry]) -> _Named:
        """The names that words are in a language: those spelled like this before all that only may be."""
        known = self._judged.get((words, language))
        if known is None:
            known = self._judged[words, language] = self._judge(words, language, whose)
            if not known[1]:
                self._remembered[language][words] = known[0]
        return known

    def _judge(self, words: str, language: str, whose: list[Entry]) -> _Named:
        spoken = language or self._gazetteer.language
        ranked: list[tuple[int, bool, int, Name]] = []
        refused: list[str] = []
        for number, form, only in whose:
            if not 0 <= number < len(self._names):
                continue  # a lexicon that somebody else wrote
            name = self._names[number]
            valid = name.languages is None or language in name.languages
            own = key(name.text)
            if not valid or (only and only != spoken) or (name.company is not None and words != own):
                continue
            agreed = agreement(form or own, words)
            if agreed is Agreement.NONE or (agreed is Agreement.VARIANT and not name.vouched):
                continue
            if number >= len(self._gazetteer.names):
                refused.append(name.entity)
            else:
                ranked.append((agreed + 2 * bool(form), not name.entity, number, name))
        best = min((rank for rank, *_ in ranked), default=0)
        # Words that only look like a name give way to a real one that is spelled like them.
        chosen = sorted(((last, number, name) for rank, last, number, name in ranked if rank == best), key=_first_two)
        once: dict[tuple[str, tuple[str, ...] | None], Name] = {}
        for _, _, name in chosen:
            same = once.setdefault((name.entity, name.company), name)
            if name.vouched and not same.vouched:  # in texts of this language somebody vouches for it
                once[name.entity, name.company] = name
        return tuple(once.values()), tuple(refused)

    def _bearing(self, names: tuple[Name, ...], reading: _Reading, start: int, end: int, stop: int) -> tuple[Name, ...]:
        """Those of the names that take the ending they have here."""
        text, entities = reading.text, self._gazetteer.entities
        return tuple(
            name
            for name in names
            if name.entity
            and name.company is None
            and endings.takes(
                text[start:end],
                text[end:stop],
                reading.language,
                text[stop : stop + 10],
                person=entities[name.entity].kind == "person"
                or _is_bare_country(entities[name.entity], reading, start, stop),
            )
        )


def _is_bare_country(entity: Entity, reading: _Reading, start: int, stop: int) -> bool:
    """Whether a country's name with its ending is no word for what is from there: Oekraïnes, but not Nederlands."""
    return entity.country is not None and reading.text[start:stop].lower() not in DEMONYMS.get(reading.language, ())


def _first_two(one: tuple[bool, int, Name]) -> tuple[bool, int]:
    return one[:2]


def _visible_end(text: str, end: int) -> int:
    """The end of a match, without the invisible characters after it."""
    while unicodedata.category(text[end - 1]) == "Cf":
        end -= 1
    return end


def _real(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return names if names[-1].entity else tuple(name for name in names if name.entity)


def _allowed(found: Iterable[_Match], refused: Iterable[tuple[int, int, str]]) -> list[_Match]:
    """The matches without the entities that a phrase around them does not mean."""
    allowed = []
    for start, end, names in found:
        not_meant = {one for low, high, one in refused if low <= start and end <= high}
        kept = tuple(name for name in names if name.entity not in not_meant) if not_meant else names
        if kept:
            allowed.append((start, end, kept))
    return allowed


def _chains(clear: list[_Match], joined: list[tuple[int, int, bool, bool, tuple[Name, ...]]]) -> Iterable[_Match]:
    """Those with a name on the other side of each hyphen: both of `Iran-Israel`, none of `Seine-Saint-Denis`."""
    # In the order of the text: all that one may lean on before it has been seen. Then the same from the end.
    ends = {end for _, end, *_ in clear}
    kept = []
    for one in sorted(joined, key=lambda one: one[:2]):
        if not one[2] or one[0] - 1 in ends:
            kept.append(one)
            ends.add(one[1])
    starts = {start for start, *_ in clear}
    found = []
    for one in reversed(kept):
        if not one[3] or one[1] + 1 in starts:
            found.append((one[0], one[1], one[4]))
            starts.add(one[0])
    return found


def _disjoint(found: list[_Match]) -> Iterator[_Match]:
    reached = 0
    for start, end, names in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= reached:
            reached = end
            yield start, end, names
