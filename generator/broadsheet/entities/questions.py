"""What only a person can settle, in the order of the inbox: names in doubt, likely duplicates, suggested names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from broadsheet.entities.discovery.discover import Suggestion
from broadsheet.entities.doubt import Ambiguity
from broadsheet.entities.duplicates import likely_duplicates
from broadsheet.model import Entity, Mention, Question

OFTEN = 2
"""In so many articles a suggested name must stand to be asked about: the rest may come again, or not."""

FURTHER = 5
"""Of the articles in which the same name is in doubt, so many are told."""

_ORDINARY = frozenset(["two letters", "an office", "also written small", "words that are no names by themselves"])
"""Reasons for doubting a name that are nearly always right."""


def questions(
    entities: Mapping[str, Entity],
    mentions: Mapping[str, Sequence[Mention]],
    doubts: Sequence[Ambiguity],
    suggestions: Sequence[Suggestion],
    judged: AbstractSet[str] = frozenset(),
) -> Sequence[Question]:
    """The questions that the archive's names leave open; `judged` are the ids into which a person merged others."""
    waiting = {one for one, entity in entities.items() if entity.status == "suggested"} - judged
    return [*_doubtful(doubts), *_alike(entities, mentions), *_suggested(entities, mentions, suggestions, waiting)]


def _doubtful(doubts: Iterable[Ambiguity]) -> list[Question]:
    """Names in doubt, each once for all articles in which it may mean the same; those in most articles first."""
    alike: dict[tuple[str, tuple[str, ...]], list[Ambiguity]] = defaultdict(list)
    for doubt in doubts:
        alike[doubt.surface, doubt.candidates].append(doubt)
    asked = [
        Question(
            about="ambiguous",
            name=surface,
            candidates=candidates,
            article=found[0].article,
            start=found[0].start,
            others=tuple(one.article for one in found[1:FURTHER]),
            articles=len(found),
            why=tuple((one.entity, one.kind, one.because) for one in found[0].why if one.entity and one.weight >= 0),
        )
        for (surface, candidates), found in alike.items()
    ]
    return sorted(asked, key=lambda one: (-one.articles, one.name, one.candidates))


def _alike(entities: Mapping[str, Entity], mentions: Mapping[str, Sequence[Mention]]) -> list[Question]:
    return [
        Question(
            about="duplicate",
            name=one.names[0],
            candidates=(one.first, one.second),
            why=(
                ("", one.sign, one.names),
                *((("", "shared", one.shared),) if one.shared else ()),
            ),
        )
        for one in likely_duplicates(entities, mentions)
    ]


def _suggested(
    entities: Mapping[str, Entity],
    mentions: Mapping[str, Sequence[Mention]],
    suggestions: Iterable[Suggestion],
    waiting: AbstractSet[str],
) -> list[Question]:
    """Names that have a page and wait for a word, and names that were not sure enough for one."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for article in sorted(mentions):
        for mention in mentions[article]:
            if mention.entity in waiting and first.setdefault(mention.entity, (article, mention.start)):
                counts.setdefault(mention.entity, 0)
        counts.update(one for one in {mention.entity for mention in mentions[article]} if one in counts)
    paged = [
        Question(
            about="suggested",
            name=entities[one].name,
            candidates=(one,),
            article=first[one][0],
            start=first[one][1],
            articles=count,
        )
        for one, count in counts.items()
        if count >= OFTEN
    ]
    unsure = [
        Question(
            about="suggested",
            name=one.name,
            article=one.articles[0] if one.articles else "",
            articles=one.count,
            why=(("", "unsure", (one.why,)),),
        )
        for one in suggestions
        if one.count >= OFTEN and one.why not in _ORDINARY
    ]
    return sorted([*paged, *unsure], key=lambda one: (-one.articles, one.name, one.candidates))
