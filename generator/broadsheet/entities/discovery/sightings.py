"""Where each candidate name was seen, and what speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.entities.discovery.candidates import ADJECTIVE, Candidate, candidates
from broadsheet.entities.discovery.reading import Reading, Run
from broadsheet.entities.discovery.rejected import IsPiece
from broadsheet.entities.family_names import pattern_of
from broadsheet.entities.kinds import may_be_person

MOST_LISTED = 5
"""How many articles of a sighting are remembered."""

_BENDING = frozenset(["el", "uk", "ru", "pl"])
_STEM = 3
"""Letters that all the cases of a surname share."""

Text = tuple[str, str, Sequence[Run], Mapping[str, str], IsPiece | None]
"""An article's id, its language, its runs of capitalised words, its acronyms with their full names, and what tells the
pieces of rejected names in it."""


_STORMS = ("Hurricane ", "Typhoon ", "Cyclone ", "Ouragan ")


@dataclass(slots=True)
class Sighting:
    """All that was seen of one name."""

    why: str
    language: str
    """Of the first text it stands in."""
    articles: list[str] = field(default_factory=list)
    """The first articles it stands in."""
    count: int = 0
    """The number of articles it stands in, those not counted where it is short for a name beside it."""
    sure: bool = False
    titled: bool = False
    """Whether a person's title stood before it."""
    short_for: dict[str, int] = field(default_factory=dict)
    """In how many articles it is short for which name: a surname or given name, an acronym."""

    @property
    def may_be_case(self) -> bool:
        """Whether it may be a case of another name: of Бобров, Бобровым looks like an adjective's."""
        return self.sure or self.why == ADJECTIVE

    @property
    def is_short(self) -> bool:
        """Whether it is mostly short for a name that stands in the same article: a surname, an acronym."""
        return bool(self.short_for) and sum(self.short_for.values()) >= self.count


def sightings(texts: Sequence[Text], readings: Mapping[str, Reading]) -> Mapping[str, Sighting]:
    """Every candidate's sighting, by name."""
    memory: dict[tuple[str, Run], Sequence[Candidate]] = {}
    seen: dict[str, Sighting] = {}
    for article, language, runs, acronyms, is_piece in texts:
        here: dict[str, Candidate] = {}
        for run in runs:
            held = memory.get((language, run))
            if held is None:
                held = memory[language, run] = candidates(run, readings[language])
            for candidate in held:
                before = here.get(candidate.name)
                if before is None or (candidate.sure, candidate.titled) > (before.sure, before.titled):
                    here[candidate.name] = candidate
        here = _whole(here, is_piece)
        short = _shortened(here, acronyms, readings[language])
        for name, candidate in here.items():
            entry = seen.get(name)
            if entry is None:
                entry = seen[name] = Sighting(candidate.why, language)
            full = short.get(name)
            if full:
                entry.short_for[full] = entry.short_for.get(full, 0) + 1
                continue
            entry.count += 1
            entry.titled = entry.titled or candidate.titled
            entry.sure = entry.sure or candidate.sure
            if len(entry.articles) < MOST_LISTED:
                entry.articles.append(article)
    return seen


def _with_particles(name: str) -> str:
    """A person's surname with its particles, as it is written alone: Van der Quill; empty where it has none."""
    words = name.split(" ")
    first = next((place for place, word in enumerate(words) if word[0].islower()), 0)
    return f"{words[first].capitalize()} {' '.join(words[first + 1 :])}" if first else ""


def _whole(here: dict[str, Candidate], is_piece: IsPiece | None) -> dict[str, Candidate]:
    """The candidates without pieces of rejected names."""
    if is_piece is None:
        return here
    return {name: one for name, one in here.items() if " " in name or not is_piece(name)}


def _cases_of(surname: str, alone: Mapping[str, Sequence[str]], language: str) -> Sequence[str]:
    """The words that are a surname in another case, of those that stand alone, by their first letters."""
    near = [word for word in alone.get(surname[:_STEM], ()) if word != surname]
    return [word for word in near if pattern_of(surname, language).fullmatch(word)]


def _shortened(here: Mapping[str, Candidate], acronyms: Mapping[str, str], reading: Reading) -> Mapping[str, str]:
    """Words that stand alone in a text and are short for one name in it, with that name."""
    full: dict[str, str | None] = {}
    given: dict[str, str] = {}
    kinds = reading.known.kinds
    cases: dict[str, list[str]] | None = None
    if reading.language in _BENDING:
        cases = defaultdict(list)
        for name in here:
            if " " not in name:
                cases[name[:_STEM]].append(name)
    for name, candidate in here.items():
        space = name.rfind(" ")
        if space < 0 or not candidate.sure:
            continue
        person = kinds.get(name) == "person"
        if person:
            given[name[: name.find(" ")]] = name
        if person or may_be_person(name) or name.startswith(_STORMS):
            last = name[space + 1 :]
            bent = [] if cases is None else _cases_of(last, cases, reading.language)
            for surname in (last, _with_particles(name), *bent):
                if surname in here:
                    full[surname] = None if surname in full else name
    found = {**given, **{word: name for word, name in full.items() if name}}
    found.update({short: name for short, name in acronyms.items() if name in here or name in kinds})
    return found
