"""What recognisers propose, put beside what capitals give away: neither overrides what is known, judged or rejected."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from broadsheet import markdown_text
from broadsheet.entities import countries
from broadsheet.entities.discovery.discover import Discover, Discovery, Suggestion, example_of, new_entities
from broadsheet.entities.discovery.sightings import MOST_LISTED
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.identity import own_names
from broadsheet.entities.inflection import INFLECTED, plainest, stems
from broadsheet.entities.kinds import Guess
from broadsheet.entities.name_words import CAPITAL_NOUNS
from broadsheet.entities.recognisers.span import Recogniser, Span
from broadsheet.model import KINDS, Article, Entity, Kind

SURE = 0.5
"""A name proposed with this confidence, on the average of its places, gets a page; one with less is listed."""

_SAYS_SO = "a recogniser says so"
_LONGEST = 80
_WORD = re.compile(r"\w+")
_AROUND = " \t\n.,;:!?\"'«»“”„‘’()[]<>*_#|–—-"


def with_proposals(find_names: Discover, recognisers: Sequence[Recogniser]) -> Discover:
    """A discovery that finds what `find_names` finds, and what the recognisers propose beyond it."""

    def discover(articles: Sequence[Article], gazetteer: Gazetteer) -> Discovery:
        found = find_names(articles, gazetteer)
        proposed, read = _proposed(articles, recognisers)
        found = replace(found, unread=[language for language in found.unread if language not in read])
        return _joined(found, proposed, gazetteer, {article.id: article for article in articles})

    return discover


@dataclass(slots=True)
class _Proposed:
    """A name, and all that recognisers said of it."""

    language: str
    articles: dict[str, None] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    """How many articles of each language it was proposed in."""
    scores: dict[Kind, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def kind(self) -> Kind:
        """What most of the confidence says it is."""
        return max(self.scores, key=lambda kind: (math.fsum(self.scores[kind]), -KINDS.index(kind)))

    @property
    def confidence(self) -> float:
        """The confidence in that kind, on the average of all places."""
        places = sum(map(len, self.scores.values()))
        return round(math.fsum(self.scores[self.kind]) / places, 2)


def _proposed(
    articles: Sequence[Article], recognisers: Sequence[Recogniser]
) -> tuple[Mapping[str, _Proposed], frozenset[str]]:
    """The names proposed, and the languages that were read."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.id):
        by_language[countries.base_language(article.language)].append(article)
    names: dict[str, _Proposed] = {}
    read: set[str] = set()
    words: Counter[tuple[str, str]] = Counter()
    for language, those in sorted(by_language.items()):
        texts = [markdown_text.plain(article.body).text for article in those]
        if language in CAPITAL_NOUNS:
            words.update((language, word) for text in texts for word in set(_WORD.findall(text)))
        for recogniser in recognisers:
            if not recogniser.reads(language):
                continue
            read.add(language)
            for article, text, spans in zip(those, texts, recogniser(texts, language), strict=True):
                for name, span in _names(text, spans):
                    entry = names.setdefault(name, _Proposed(language))
                    entry.seen[language] += article.id not in entry.articles
                    entry.articles[article.id] = None
                    entry.scores[span.kind].append(span.confidence)
    return _without_nouns(names, words), frozenset(read)


def _without_nouns(names: Mapping[str, _Proposed], words: Counter[tuple[str, str]]) -> Mapping[str, _Proposed]:
    """The names that are none of a language's nouns.

    Where every noun has a capital, a word that most texts use without its being proposed is a noun.
    """
    kept: dict[str, _Proposed] = {}
    for name, one in names.items():
        held = [language for language in one.seen if 2 * one.seen[language] >= words[language, name]]
        if held:
            one.language = one.language if one.language in held else held[0]
            kept[name] = one
    return kept


def _names(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """The names that the spans of one text hold, without surnames of persons whose full name is among them."""
    held = [(key(text[span.start : span.end].strip(_AROUND)), span) for span in sorted(spans)]
    full = {name.rpartition(" ")[2] for name, span in held if span.kind == "person" and " " in name}
    for name, span in held:
        plain = 1 < len(name) <= _LONGEST and any(map(str.isalpha, name)) and "\n\n" not in text[span.start : span.end]
        if plain and not (span.kind == "person" and name in full):
            yield name, span


def _joined(
    found: Discovery, proposed: Mapping[str, _Proposed], gazetteer: Gazetteer, articles: Mapping[str, Article]
) -> Discovery:
    """The discovery with what was proposed beyond what it and the gazetteer hold."""
    found = _better_told(found, proposed)
    is_taken = _taken(found, gazetteer)
    fresh: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, one in proposed.items():
        if not is_taken(name, one):
            language = one.language if one.language in INFLECTED else ""
            fresh[language, stems(name, language)].append(name)
    sure: dict[str, Sequence[str]] = {}
    kinds: dict[str, Guess] = {}
    doubtful: list[Suggestion] = []
    for (language, _), names in sorted(fresh.items()):
        spelled = plainest(names) if language else sorted(names, key=lambda name: (-len(proposed[name].articles), name))
        name = spelled[0]
        one = _summed(proposed[each] for each in names)
        if one.confidence >= SURE:
            sure[name] = spelled
            kinds[name] = Guess(one.kind, one.confidence, _SAYS_SO)
        else:
            doubtful.append(_suggestion(name, one, articles))
    mine = {entity.id for entity in found.sure}
    former = {alike: one for alike, one in gazetteer.former.items() if one not in mine}
    added = new_entities(sure, {}, kinds, replace(gazetteer.with_entities(found.sure), former=former))
    fits = {likeness(name) for names in sure.values() for name in names}
    listed = {likeness(one.name) for one in found.unsure}
    unsure = [one for one in found.unsure if likeness(one.name) not in fits]
    unsure += [one for one in doubtful if likeness(one.name) not in listed]
    # Linking takes no lone noun for a name unless somebody vouches for it.
    alone = [
        Name(spelling, added[name].id, frozenset([proposed[spelling].language]))
        for name, spelled in sorted(sure.items())
        for spelling in spelled
        if proposed[spelling].language in CAPITAL_NOUNS
    ]
    return replace(
        found,
        forms=[*found.forms, *alone],
        sure=sorted([*found.sure, *added.values()], key=lambda one: one.id),
        unsure=sorted(unsure, key=lambda one: (-one.count, one.name)),
        kinds={**found.kinds, **{entity.id: kinds[name] for name, entity in added.items()}},
    )


def _better_told(found: Discovery, proposed: Mapping[str, _Proposed]) -> Discovery:
    """The discovery with the recognisers' kinds for its new names, where they are surer than the guess."""
    kinds = dict(found.kinds)
    sure: list[Entity] = []
    said = {likeness(name): proposed[name] for name in sorted(proposed, reverse=True)}
    for entity in found.sure:
        one = said.get(likeness(entity.name))
        if one and one.confidence > kinds[entity.id].confidence:
            kinds[entity.id] = Guess(one.kind, one.confidence, _SAYS_SO)
        sure.append(replace(entity, kind=kinds[entity.id].kind))
    return replace(found, sure=sure, kinds=kinds)


def _taken(found: Discovery, gazetteer: Gazetteer) -> Callable[[str, _Proposed], bool]:
    """Whether a name is known, found already, or refused: also as a case of one, or inside a known person's."""
    spelled = [name.text for name in gazetteer.names] + [name.text for name in found.forms]
    spelled += [name for entity in found.sure for name in own_names(entity)]
    alike = {likeness(name) for name in spelled} | gazetteer.rejected
    persons = {
        key(name)
        for one in gazetteer.entities.values()
        if one.kind == "person"
        for name in own_names(one)
        if " " in name
    }
    surnames = {name.rpartition(" ")[2] for name in persons}

    @cache
    def cases(language: str) -> frozenset[str]:
        return frozenset(stems(name, language) for name in (*spelled, *gazetteer.rejected))

    def is_taken(name: str, one: _Proposed) -> bool:
        if likeness(name) in alike or (one.language in INFLECTED and stems(name, one.language) in cases(one.language)):
            return True
        # Chancellor Ada Quill, and Quill alone, are the Ada Quill who is known.
        words = name.split(" ")
        inside = (" ".join(words[low:high]) for low in range(len(words)) for high in range(low + 2, len(words) + 1))
        return one.kind == "person" and (name in surnames or not persons.isdisjoint(inside))

    return is_taken


def _summed(several: Iterable[_Proposed]) -> _Proposed:
    total = _Proposed("")
    for one in several:
        total.articles.update(one.articles)
        for kind, scores in one.scores.items():
            total.scores[kind] += scores
    return total


def _suggestion(name: str, one: _Proposed, articles: Mapping[str, Article]) -> Suggestion:
    listed = sorted(one.articles)
    example = example_of(name, articles[listed[0]])
    why = "a recogniser says so, without being sure"
    return Suggestion(name, tuple(listed[:MOST_LISTED]), len(listed), example, why, one.kind, one.confidence)
