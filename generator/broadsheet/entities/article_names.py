"""What the names in one article mean: as far as it is sure by itself, and what is open until others are asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from broadsheet import markdown_text
from broadsheet.entities import countries
from broadsheet.entities.discovery.quoted import works
from broadsheet.entities.doubt import Ambiguity
from broadsheet.entities.evidence import NOBODY, Case, Judgement, Society, decided, names_place
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.identity import mark
from broadsheet.entities.matching.matcher import Find, Found
from broadsheet.entities.name_words import CAPITAL_NOUNS
from broadsheet.entities.regions import is_namesake_in_a_region
from broadsheet.entities.settled import NOBODY_WE_KNOW, settled
from broadsheet.entities.spans import Spans
from broadsheet.entities.starts import opens_sentence
from broadsheet.entities.surnames import with_surnames
from broadsheet.entities.word_names import is_word_here, is_word_too
from broadsheet.model import Article, Entity, Mention


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The names in an article."""

    article: Article
    sure: Sequence[Mention]
    """In the order of the text."""
    doubts: Sequence[Ambiguity] = ()
    """What nobody else can settle."""
    open: Sequence[Sequence[Case]] = ()
    """By name, its cases: it stands once or more, and means the same thing wherever nothing says otherwise."""
    titled: Sequence[Mention] = ()
    """What the title names, before the start of the text."""
    protected: Spans = field(default_factory=Spans)
    """Where no name is linked."""

    def settled(self, gazetteer: Gazetteer, society: Society) -> tuple[Sequence[Mention], Sequence[Ambiguity]]:
        """All mentions, and the doubts that stay, now that the company of each candidate is known."""
        named = [*self.titled, *self.sure]
        sure: list[Mention] = list(self.sure)
        doubts: list[Ambiguity] = []
        for cases in self.open:
            found, doubtful = _decided([replace(case, named=named, society=society) for case in cases])
            sure += found
            doubts += doubtful
        text = self.open[0][0].text
        found, shared = with_surnames(self.article, text, sorted(sure), self.titled, gazetteer, _places(self.open))
        clear = [one for one in found if not self.protected.touch(one.start, one.end)]
        told = {(one.start, one.surface) for one in (*doubts, *self.doubts)}
        return clear, [*_still(doubts, clear), *(one for one in shared if (one.start, one.surface) not in told)]


def article_names(article: Article, gazetteer: Gazetteer, find: Find) -> ArticleNames:
    """The names in an article, read by themselves."""
    view = markdown_text.plain(article.body)
    text, protected = view.text, Spans(view.protected)
    recorded = gazetteer.vouched.get(article.id, frozenset())
    titled = _titled(article, gazetteer, find)
    persons = _Persons(article, recorded, titled, gazetteer)
    sure: list[Mention] = []
    unsure: dict[str, list[Case]] = defaultdict(list)
    for found, meant in _read(article, text, _names(article, text, protected, find), persons, gazetteer):
        if len(meant) > 1:
            case = Case(article, text, found.start, found.end, found.surface, meant, gazetteer.entities, recorded)
            unsure[found.surface].append(case)
        elif not (article.unnamed and mark(meant[0]) in article.unnamed):  # a person struck it from this page
            sure.append(Mention(found.start, found.end, found.surface, meant[0]))
    places = _places(unsure.values())
    sure, shared = with_surnames(article, text, sure, titled, gazetteer, places)
    if unsure:
        named = [*titled, *sure]
        taken = Spans((one.start, one.end) for one in sure)
        free = ([case for case in cases if not taken.touch(case.start, case.end)] for cases in unsure.values())
        asked = [[replace(case, named=named) for case in cases] for cases in free if cases]
        decisions = [_decided(cases) for cases in asked]
        left = [cases for cases, (_, doubts) in zip(asked, decisions, strict=True) if doubts]
        sure = sorted([*sure, *(one for found, doubts in decisions if not doubts for one in found)])
        if not left:
            sure, shared = with_surnames(article, text, sure, titled, gazetteer, places)
    else:
        left = []
    clear = [one for one in sure if not protected.touch(one.start, one.end)]
    names_left = {cases[0].surface for cases in left}
    shared = [one for one in shared if one.surface not in names_left]
    return ArticleNames(article, clear, shared, left, titled, protected)


def named_in_headline(article: Article, gazetteer: Gazetteer, find: Find) -> Iterator[tuple[str, str]]:
    """What a headline surely names, read as a text is: each name as it stands there, and the entity's id."""
    title, recorded = article.title, gazetteer.vouched.get(article.id, frozenset())
    persons = _Persons(article, recorded, (), gazetteer)
    for found, meant in _read(article, title, _names(article, title, Spans(), find), persons, gazetteer):
        if len(meant) == 1:
            yield found.surface, meant[0]


def _read(
    article: Article, text: str, names: Iterable[Found], persons: _Persons, gazetteer: Gazetteer
) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """The names in a text, each with what it may mean there."""
    language = countries.base_language(article.language)
    titles = _Works(text)
    for found in names:
        said = settled(article, found.surface, gazetteer.entities, gazetteer.merged)
        if said == NOBODY_WE_KNOW:
            continue
        meant = (said,) if said else persons.meant(found, _meant(found, text, gazetteer), text)
        if not said and text[found.end : found.end + 2] in {", ", " ("}:
            meant = tuple(
                one
                for one in meant
                if not (one and is_namesake_in_a_region(gazetteer.entities[one], text, found.end, language))
            )
        if not said and titles.hold(found, [gazetteer.entities[one] for one in meant if one]):
            continue  # the film “Chicago”
        if any(meant):  # else the month of May; Paris, Texas
            yield found, meant


class _Works:
    """The titles of works in a text: a name in one is part of it, and a whole one is no place or person."""

    def __init__(self, text: str) -> None:
        self._whole = frozenset(works(text))
        self._spans = Spans(self._whole)

    def hold(self, found: Found, meant: Sequence[Entity]) -> bool:
        """Whether a name belongs to a title and means none of these."""
        if not (self._spans and self._spans.touch(found.start, found.end)):
            return False
        whole = (found.start, found.end) in self._whole
        return not whole or all(one.kind in {"person", "place"} for one in meant)


class _Persons:
    """The persons of an article whose full name has stood there: only then is `May` one of them, and no month."""

    def __init__(
        self, article: Article, recorded: frozenset[str], titled: Sequence[Mention], gazetteer: Gazetteer
    ) -> None:
        self._language = countries.base_language(article.language)
        self._entities = gazetteer.entities
        self._known = recorded | article.listed | {one.entity for one in titled if " " in one.surface}

    def meant(self, found: Found, meant: tuple[str, ...], text: str) -> tuple[str, ...]:
        """What a name may mean, without the persons that it does not mean here because it is a word as well."""
        if not is_word_too(found.surface, self._language):
            if " " in found.surface:
                self._known |= set(meant)
            return meant
        persons = {one for one in meant if one and self._entities[one].kind == "person"}
        if not persons:
            return meant
        if is_word_here(text, found.start, found.end, self._language):
            return tuple(one for one in meant if one not in persons)
        return tuple(one for one in meant if one not in persons or one in self._known or self._is_mononym(one))

    def _is_mononym(self, one: str) -> bool:
        return not any(" " in name for name in self._entities[one].every_name)


def _names(article: Article, text: str, protected: Spans, find: Find) -> Iterator[Found]:
    """The names that stand in a text as names, each for itself."""
    nouns = countries.base_language(article.language) in CAPITAL_NOUNS
    for found in find(text, article.language):
        if protected.touch(found.start, found.end) or _is_ordinary_word(found, text):
            continue
        if nouns and found.surface.isalpha() and not any(name.vouched for name in found.names):
            continue  # in German, `Rate` is no more a name than any noun
        if article.unnamed and any(name.merged and mark(name.merged) in article.unnamed for name in found.names):
            continue  # a person struck it from this page before it was merged
        yield found


def _places(names: Iterable[Sequence[Case]]) -> Spans:
    """Where a doubtful name stands for a place, as the words around it say."""
    return Spans(
        (case.start, case.end)
        for cases in names
        if any(one and cases[0].entities[one].kind == "place" for one in cases[0].candidates)
        for case in cases
        if names_place(case.text, case.start, case.end, countries.base_language(case.article.language))
    )


def _decided(cases: Sequence[Case]) -> tuple[list[Mention], list[Ambiguity]]:
    """The mentions of one name in an article that are sure, and the doubt where none of them tells of the others."""
    judgements = [decided(case) for case in cases]
    meant = {one.entity for one in judgements if one.entity is not None}
    unnamed = cases[0].article.unnamed
    mentions: list[Mention] = []
    left: list[tuple[Case, Judgement]] = []
    for case, judgement in zip(cases, judgements, strict=True):
        entity = judgement.entity
        if entity is None and len(meant) == 1 and not _speaks_against(judgement, *meant):
            (entity,) = meant
        if entity is None:
            left.append((case, judgement))
        elif not (unnamed and mark(entity) in unnamed):
            mentions.append(Mention(case.start, case.end, case.surface, entity))
    struck = unnamed and any(mark(one) in unnamed for one in cases[0].candidates)
    if not left or struck or len(meant) > 1:
        return mentions, []
    case, judgement = max(left, key=lambda pair: (len(pair[1].reasons), -pair[0].start))
    candidates = tuple(sorted(one for one in case.candidates if one))
    return mentions, [Ambiguity(case.article.id, case.start, case.surface, candidates, tuple(judgement.reasons))]


def _speaks_against(judgement: Judgement, entity: str) -> bool:
    """Whether the words around a name speak for another thing than it means elsewhere in the article."""
    return any(one.kind == "words around" and one.entity != entity and one.weight > 0 for one in judgement.reasons)


def _meant(found: Found, text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The ids that a name may mean here: one when it is sure, `NOBODY` among them when it may be none of ours."""
    if len(found.names) == 1 and found.names[0].company is None:
        return (found.names[0].entity,)  # nearly always
    candidates = tuple(dict.fromkeys(name.entity for name in found.names))
    if len(candidates) > 1:
        entities = gazetteer.entities
        adopted = [one for one in candidates if entities[one].status == "adopted"]
        if any(entities[one].name == found.surface for one in adopted):
            candidates = tuple(adopted)
        elif adopted:  # a country's own name is no less than a club's alias
            candidates = tuple(one for one in candidates if one in adopted or entities[one].country)
    sure = any(name.company is None or any(word in text for word in name.company) for name in found.names)
    return candidates if sure else (*candidates, NOBODY)


def _titled(article: Article, gazetteer: Gazetteer, find: Find) -> Sequence[Mention]:
    """What the title surely names; its offsets lie before the text's."""
    before = len(article.title) + 1
    found = ((one, _meant(one, article.title, gazetteer)) for one in find(article.title, article.language))
    return [
        Mention(one.start - before, one.end - before, one.surface, meant[0]) for one, meant in found if len(meant) == 1
    ]


def _still(doubts: Iterable[Ambiguity], mentions: Sequence[Mention]) -> list[Ambiguity]:
    """The doubts whose names have not been found to be surnames since."""
    taken = {mention.start for mention in mentions}
    return [one for one in doubts if one.start not in taken]


def _is_ordinary_word(found: Found, text: str) -> bool:
    """Whether a word with a sentence's first capital is written small elsewhere in the text (turkey, mali)."""
    before = text[found.start - 2 : found.start]
    if before[1:] == " " and before[0].isalnum():
        return False  # in mid-sentence: nearly always
    word = found.surface
    if not (word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    small = word.lower()
    if small not in text or not opens_sentence(text, found.start):
        return False
    return re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text) is not None
