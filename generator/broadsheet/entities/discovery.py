"""Names that nobody listed, found by capitals and repetition across all the articles.

    runs of capitalised words ─► what each run holds ─► candidates, counted ─► sure | unsure

A capital tells only where names alone have one: not at the start of a sentence, not in German, not in
scripts without capitals (there only known names are found). What is already listed or was rejected is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from broadsheet import addresses, markdown_text, sentences
from broadsheet.entities import countries
from broadsheet.entities.candidates import Candidate, candidates
from broadsheet.entities.capitals import runs
from broadsheet.entities.folding import fold
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.identity import free_id
from broadsheet.entities.kinds import guessed_kind, may_be_person
from broadsheet.entities.name_words import NO_DISCOVERY
from broadsheet.entities.reading import Reading, Run
from broadsheet.entities.starts import opens_sentence
from broadsheet.model import Article, Entity


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be a name, but is not sure enough for a page."""

    name: str
    articles: Sequence[str]
    """The ids of articles it stands in, in order; at most `MOST_LISTED`."""
    count: int
    """How many articles it stands in."""
    example: str
    """A sentence with it."""
    why: str
    """What speaks for and against it."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What discovery found."""

    sure: Sequence[Entity] = ()
    """New entities, suggested, in the order of their ids."""
    unsure: Sequence[Suggestion] = ()
    """Those seen in most articles first."""
    unread: Sequence[str] = ()
    """Languages among the articles in which capitals do not tell, so that only known names are found."""


Discover = Callable[[Sequence[Article], Gazetteer], Discovery]
"""Finds names that nobody listed."""

MOST_LISTED = 5

_NOT_WORDS = re.compile(r"[^\w\s-]+")


@dataclass(slots=True)
class _Seen:
    """What is known about a name so far."""

    articles: list[str]
    count: int = 0
    titled: int = 0
    sure: bool = False
    why: str = ""
    surname_of: Counter[str] | None = None


def discover(articles: Sequence[Article], gazetteer: Gazetteer) -> Discovery:
    """The names that capitals give away."""
    readings: dict[str, Reading] = {}
    texts: list[tuple[str, str, tuple[Run, ...]]] = []
    unread: set[str] = set()
    shared: dict[Run, Run] = {}
    for article in sorted(articles, key=lambda one: one.id):
        language = countries.base_language(article.language)
        if language in NO_DISCOVERY:
            unread.add(language)
            continue
        reading = readings.setdefault(language, Reading(language))
        here, small = _runs(markdown_text.plain(article.body), language)
        reading.add(here, small)
        # The same run stands in many texts: keep one copy of it.
        texts.append((article.id, language, tuple(shared.setdefault(run, run) for run in here)))
    seen = _counted(texts, readings)
    by_id = {article.id: article for article in articles}
    return Discovery(*_sorted_out(seen, gazetteer, by_id), sorted(unread))


def _runs(view: markdown_text.Plain, language: str) -> tuple[Sequence[Run], set[str]]:
    """The runs of capitalised words in a text, each once, and its words in small letters."""
    folded = fold(view.text)
    text = folded.text
    # Folding hides line ends: look at the text itself where its offsets are the same.
    shown = view.text if folded.offsets is None else text
    protected = view.protected if folded.offsets is None else ()
    found: dict[Run, None] = {}
    length = 0
    for start, end, run in runs(text, language):
        length += end - start
        if protected and any(low < end and start < high for low, high in protected):
            continue
        if len(run) < 60 and " " in run and run.isupper() and len(run) > 6:
            continue  # shouted
        found[run, opens_sentence(shown, start)] = None
    if length * 2 > len(text) and len(text) > 120:
        return (), set()  # a list of names, a menu, a headline: its capitals say nothing
    return tuple(found), {word for word in _NOT_WORDS.sub(" ", text).split() if word.islower()}


def _counted(texts: Sequence[tuple[str, str, tuple[Run, ...]]], readings: Mapping[str, Reading]) -> dict[str, _Seen]:
    """Every candidate's name with what speaks for it."""
    memory: dict[tuple[str, Run], Sequence[Candidate]] = {}
    seen: dict[str, _Seen] = {}
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
                entry = seen[name] = _Seen([], why=candidate.why, surname_of=Counter())
            full = surnames.get(name)
            if full and entry.surname_of is not None:
                entry.surname_of[full] += 1
                continue
            entry.count += 1
            entry.titled += candidate.titled
            entry.sure = entry.sure or candidate.sure
            if len(entry.articles) < MOST_LISTED:
                entry.articles.append(article)
    return seen


def _surnames(here: Mapping[str, Candidate]) -> Mapping[str, str]:
    """Words that stand alone in a text and end exactly one person-like name in it, with that name."""
    full: dict[str, str | None] = {}
    for name, candidate in here.items():
        first, space, last = name.rpartition(" ")
        if space and candidate.sure and last in here and may_be_person(name):
            full[last] = None if last in full else name
    return {last: name for last, name in full.items() if name}


def _sorted_out(
    seen: Mapping[str, _Seen], gazetteer: Gazetteer, articles: Mapping[str, Article]
) -> tuple[Sequence[Entity], Sequence[Suggestion]]:
    """The candidates that are new, sure ones apart from the rest; spellings with one slug are one entity."""
    listed = {addresses.slug(name.text) for name in gazetteer.names} | gazetteer.rejected
    persons = {
        full
        for entry in seen.values()
        if entry.surname_of and entry.surname_of.total() >= entry.count
        for full in entry.surname_of
    }
    spelled: dict[str, list[str]] = defaultdict(list)
    for name in seen:
        slug = addresses.slug(name)
        if slug not in listed:
            spelled[slug].append(name)
    sure: dict[str, list[str]] = {}
    unsure: dict[str, str] = {}
    for slug in sorted(spelled):
        names = sorted(spelled[slug], key=lambda name: (-seen[name].count, name))
        full = Counter[str]()
        for name in names:
            full.update(seen[name].surname_of or ())
        if full.total() >= max(1, sum(seen[name].count for name in names)):
            unsure[names[0]] = f"the surname of {', '.join(sorted(full))}"
        elif any(seen[name].sure for name in names):
            sure[slug] = names
        else:
            unsure[names[0]] = seen[names[0]].why
    taken = set(gazetteer.ids)
    aliases = _surname_aliases(seen, unsure, sure)
    entities = [
        Entity(
            id=free_id(names[0], taken),
            name=names[0],
            kind=guessed_kind(names[0], person=any(name in persons or seen[name].titled for name in names)),
            aliases=tuple(sorted({*names[1:], *aliases.get(names[0], ())})),
            status="suggested",
        )
        for names in sure.values()
    ]
    listed_unsure = [_suggestion(name, why, seen[name], articles) for name, why in unsure.items() if seen[name].count]
    return sorted(entities, key=lambda one: one.id), sorted(listed_unsure, key=lambda one: (-one.count, one.name))


def _surname_aliases(
    seen: Mapping[str, _Seen], unsure: dict[str, str], sure: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """Surnames that only one new person has, by that person's name; they are taken out of `unsure`."""
    chosen = {names[0] for names in sure.values()}
    aliases: dict[str, list[str]] = defaultdict(list)
    for name in sorted(unsure):
        full = sorted(seen[name].surname_of or ())
        if len(full) == 1 and full[0] in chosen:
            aliases[full[0]].append(name)
            del unsure[name]
    return aliases


def _suggestion(name: str, why: str, entry: _Seen, articles: Mapping[str, Article]) -> Suggestion:
    example = ""
    article = articles[entry.articles[0]]
    text = markdown_text.plain(article.body).text
    start = fold(text).text.find(name)
    if 0 <= start and fold(text).offsets is None:
        low, high = sentences.around(text, start, start + len(name), article.language)
        example = text[low:high]
    return Suggestion(name, tuple(entry.articles), entry.count, example, why)
