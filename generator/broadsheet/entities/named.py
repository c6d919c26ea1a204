"""The entities that the articles' own records name, joined to those the archive knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from broadsheet.addresses import slug
from broadsheet.entities import countries
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.identity import free_id, own_names, still_means
from broadsheet.entities.name_words import is_no_name
from broadsheet.entities.verdicts import Refused, Verdicts
from broadsheet.model import Article, Entity, Kind, NamedEntity

NO_FORMER: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Named:
    """What the records add."""

    entities: Mapping[str, Entity]
    """Those there were and the new ones, by id."""
    names: Sequence[tuple[str, str]]
    """The names that records use, each with the id it stands for."""
    vouched: Mapping[str, frozenset[str]]
    """The ids that an article's record names, by article id."""


def name_records(
    said: Verdicts, articles: Iterable[Article], taken: set[str], site: str, former: Mapping[str, str] = NO_FORMER
) -> Named:
    """What the articles' records add to the entities, whatever the order of the articles; new ids go into `taken`.

    Args:
        said: the entities that the archive knows and the countries, and what people judged about them.
        articles: every article.
        taken: the ids in use.
        site: the site's language.
        former: ids of names that were only suggested so far, by `likeness`.
    """
    index = _Index(said, site, former)
    names: dict[tuple[str, str], None] = {}
    vouched: dict[str, set[str]] = defaultdict(set)
    for group in _groups(articles, said.refused):
        one = index.joined(group) or index.added(group, taken)
        for article, named in group:
            vouched[article.id].add(one)
            names.update({(text, one): None for text in index.spelled(named, one)})
    return Named(index.entities, sorted(names), {article: frozenset(ids) for article, ids in vouched.items()})


_Text = TypeVar("_Text", bound=str)
_Said = list[tuple[Article, NamedEntity]]
"""One thing, as the records of several articles name it."""


def _groups(articles: Iterable[Article], refused: Refused) -> list[_Said]:
    """What the records name, each thing once: by Wikidata id, else by name and kind; ids first."""
    groups: dict[tuple[bool, str, str], _Said] = defaultdict(list)
    for article in articles:
        for named in article.entities:
            if not (refused.record(named) or is_no_name(named.name)):
                mark = named.wikidata or key(named.name)
                groups[not named.wikidata, mark, "" if named.wikidata else named.kind or ""].append((article, named))
    return [groups[mark] for mark in sorted(groups)]


class _Index:
    """The entities known so far, by what a record may call them."""

    def __init__(self, said: Verdicts, site: str, former: Mapping[str, str]) -> None:
        self._former = former
        self.entities = dict(said.standing)
        self._said = said
        self._site = site
        self._by_wikidata = {one.wikidata: one.id for one in _everyone(said) if one.wikidata}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._countries = {one.country: one.id for one in _everyone(said) if one.country}
        for one in (*said.standing.values(), *said.merged.values()):
            self._list(one)
        self._others = {
            (key(text), other) for one in _everyone(said) for other in one.not_same_as for text in own_names(one)
        }
        """Names, each with an entity that a person said is another than the one that bears it."""

    def joined(self, said: _Said) -> str | None:
        """The id of the entity that the records mean, if it is known."""
        one = self._known(said)
        return one and self._said.into.get(one, one)

    def spelled(self, named: NamedEntity, one: str) -> Iterator[str]:
        """The names under which a record knows an entity; less those that were refused, or said to be another's."""
        for text in (named.name, *named.aliases):
            if not (is_no_name(text) or self._said.refused.name(text) or (key(text), one) in self._others):
                yield text

    def _known(self, said: _Said) -> str | None:
        """The id of the entity that the records mean, be it merged into another or not."""
        wikidata = said[0][1].wikidata
        kind = _commonest(named.kind for _, named in said if named.kind)
        if wikidata and wikidata in self._by_wikidata:
            return self._by_wikidata[wikidata]
        for article, named in said:
            for one in [*self._called(key(named.name)), *self._country(article, named)]:
                entity = self._entity(one)
                same_id = not (wikidata and entity.wikidata)
                same_kind = not kind or "other" in {kind, entity.kind} or kind == entity.kind
                if same_id and same_kind:
                    self._confirm(entity, wikidata, kind)
                    return one
        return self._judged(said)

    def _judged(self, said: _Said) -> str | None:
        """The entity that had the name when its page was made, if a person has since named or sorted it otherwise."""
        for _, named in said:
            one = slug(named.name)
            entity = self._said.merged.get(one) or self.entities.get(one)
            if entity and still_means(entity, named.name):
                return one
        return None

    def _confirm(self, entity: Entity, wikidata: str | None, kind: Kind | None) -> None:
        """Notes what a record says of an entity that nobody has vouched for yet; a person's page is left alone."""
        if wikidata:
            self._by_wikidata[wikidata] = entity.id
        if entity.id in self._said.merged:
            return
        if entity.status == "suggested":
            said = kind if kind and entity.kind == "other" else entity.kind
            self.entities[entity.id] = replace(entity, status="adopted", kind=said, wikidata=wikidata)
        elif entity.country and wikidata:
            self.entities[entity.id] = replace(entity, wikidata=wikidata)

    def added(self, said: _Said, taken: set[str]) -> str:
        """The id of a new entity, made of what the records say."""
        name = _commonest(named.name for _, named in said) or ""
        spelled = sorted({text for _, named in said for text in self.spelled(named, "")} - {name, ""})
        kind = _commonest(named.kind for _, named in said if named.kind and named.kind != "other")
        entity = Entity(
            id=self._id(name, taken),
            name=name,
            kind=kind or "other",
            aliases=tuple(spelled),
            wikidata=said[0][1].wikidata,
        )
        self.entities[entity.id] = entity
        if entity.wikidata:
            self._by_wikidata[entity.wikidata] = entity.id
        self._list(entity)
        return entity.id

    def _id(self, name: str, taken: set[str]) -> str:
        former = self._former.get(likeness(name))
        return former if former and former not in self.entities else free_id(name, taken)

    def _list(self, entity: Entity) -> None:
        for text in own_names(entity):
            self._by_name[key(text)].append(entity.id)

    def _called(self, name: str) -> list[str]:
        """The ids of the entities that bear a name (as `key` spells it): first those that have it before all others."""
        known = self._by_name.get(name, [])
        if len(known) < 2:
            return known
        # By id, so that it is nothing to them whether they had pages before.
        return sorted(known, key=lambda one: (key(self._entity(one).name) != name, one))

    def _entity(self, one: str) -> Entity:
        return self._said.merged.get(one) or self.entities[one]

    def _country(self, article: Article, named: NamedEntity) -> list[str]:
        """The country that the record names in its article's language, the site's or English."""
        languages = (countries.base_language(article.language), self._site, "en")
        found = (countries.code_of(named.name, language) for language in languages if language)
        return [self._countries[code] for code in found if code in self._countries]


def _everyone(said: Verdicts) -> Iterator[Entity]:
    """The merged entities, then those that stand: of two that are known by the same, the later counts."""
    yield from said.merged.values()
    yield from said.standing.values()


def _commonest(words: Iterable[_Text]) -> _Text | None:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None
