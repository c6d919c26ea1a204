"""Where each candidate name was seen, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.entities.candidates import ADJECTIVE, Candidate, candidates
from broadsheet.entities.kinds import may_be_person
from broadsheet.entities.reading import Reading, Run

MOST_LISTED = 5
"""How many articles of a sighting are remembered."""

Text = tuple[str, str, Sequence[Run]]
"""An article's id, its language, and its runs of capitalised words."""


@dataclass(slots=True)
class Sighting:
    """All that was seen of one name."""

    why: str
    language: str
    """Of the first text it stands in."""
    articles: list[str] = field(default_factory=list)
    """The first articles it stands in."""
    count: int = 0
    """The number of articles it stands in, those not counted where it is the surname of a full name beside it."""
    sure: bool = False
    titled: bool = False
    """Whether a person's title stood before it."""
    surname_of: dict[str, int] = field(default_factory=dict)
    """In how many articles it is the surname of which full name."""

    @property
    def may_be_case(self) -> bool:
        """Whether it may be a case of another name: of Бобров, Бобровым looks like an adjective's."""
        return self.sure or self.why == ADJECTIVE

    @property
    def is_surname(self) -> bool:
        """Whether it is mostly a surname of somebody whose full name stands in the same article."""
        return bool(self.surname_of) and sum(self.surname_of.values()) >= self.count


def sightings(texts: Sequence[Text], readings: Mapping[str, Reading]) -> Mapping[str, Sighting]:
    """Every candidate's sighting, by name."""
    memory: dict[tuple[str, Run], Sequence[Candidate]] = {}
    seen: dict[str, Sighting] = {}
    for article, language, runs in texts:
        here: dict[str, Candidate] = {}
        for run in runs:
            held = memory.get((language, run))
            if held is None:
                held = memory[language, run] = candidates(run, readings[language])
            for candidate in held:
                before = here.get(candidate.name)
                if before is None or (candidate.sure, candidate.titled) > (before.sure, before.titled):
                    here[candidate.name] = candidate
        surnames = _surnames(here)
        for name, candidate in here.items():
            entry = seen.get(name)
            if entry is None:
                entry = seen[name] = Sighting(candidate.why, language)
            full = surnames.get(name)
            if full:
                entry.surname_of[full] = entry.surname_of.get(full, 0) + 1
                continue
            entry.count += 1
            entry.titled = entry.titled or candidate.titled
            entry.sure = entry.sure or candidate.sure
            if len(entry.articles) < MOST_LISTED:
                entry.articles.append(article)
    return seen


def _surnames(here: Mapping[str, Candidate]) -> Mapping[str, str]:
    """Words that stand alone in a text and end exactly one person-like name in it, with that name."""
    full: dict[str, str | None] = {}
    for name, candidate in here.items():
        space = name.rfind(" ")
        if space > 0 and name[space + 1 :] in here and candidate.sure and may_be_person(name):
            last = name[space + 1 :]
            full[last] = None if last in full else name
    return {last: name for last, name in full.items() if name}
