"""The gazetteer: every entity that may be linked, and every name under which it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from broadsheet.entities import countries
from broadsheet.entities.country_names import DOUBTFUL, NOT_COUNTRIES
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.identity import country, own_names
from broadsheet.entities.named import name_records
from broadsheet.model import Article, Entity


@dataclass(frozen=True, slots=True)
class Name:
    """A name under which an entity is looked for."""

    text: str
    entity: str
    """The entity's id; empty for words that only look like a name and keep shorter ones from matching."""
    languages: frozenset[str] | None = None
    """Only in texts of these languages (ISO 639-1; empty text for an unknown one); None: in any."""
    company: tuple[str, ...] | None = None
    """For a name that is as often something else: words of which one must stand in the text too; None: no doubt."""
    vouched: bool = True
    """A person or a record says so (not discovery): even two letters are enough then."""


@dataclass(frozen=True)
class Gazetteer:
    """Everything that may be linked."""

    entities: Mapping[str, Entity]
    """By id, in the order of ids; none that was rejected."""
    names: Sequence[Name]
    """In a fixed order."""
    language: str
    """The site's."""
    rejected: frozenset[str] = frozenset()
    """The names that a person refused, as `likeness` spells them: they never link and never come back."""
    vouched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the entities that an article's own record names, by article id."""
    ids: frozenset[str] = frozenset()
    """Every id that is taken, rejected ones too."""

    former: Mapping[str, str] = field(default_factory=dict)
    """The ids of names that discovery found before and finds anew, by `likeness`: each keeps its id."""

    def with_entities(self, more: Iterable[Entity], forms: Iterable[Name] = ()) -> Gazetteer:
        """This gazetteer and `more` entities, and further forms of any names."""
        added = sorted(more, key=lambda entity: entity.id)
        entities = {**self.entities, **{entity.id: entity for entity in added}}
        names = [*self.names, *(name for entity in added for name in _own_names(entity, ())), *forms]
        return replace(
            self,
            entities={one: entities[one] for one in sorted(entities)},
            names=tuple(names),
            ids=self.ids | {entity.id for entity in added},
        )


def gazetteer(known: Iterable[Entity], articles: Sequence[Article], language: str, *, anew: bool = False) -> Gazetteer:
    """The gazetteer of the archive's entities, those the articles' records name, and the countries.

    Args:
        known: the entities that have a page, rejected ones included.
        articles: every article; the languages of their texts decide which names of countries are read.
        language: the site's own.
        anew: whether names are discovered now. Then what discovery once suggested and nobody touched is left to it,
            so that a second run knows no more than the first did.
    """
    pages = sorted(known, key=lambda entity: entity.id)
    taken = {page.id for page in pages}
    loose = [page for page in pages if anew and page.status == "suggested" and not (page.judged or page.country)]
    former = {likeness(name): page.id for page in reversed(loose) for name in reversed(own_names(page))}
    kept = {page.id for page in pages} - {page.id for page in loose}
    pages = [page for page in pages if page.id in kept]
    site = countries.base_language(language) or "en"
    spoken = {countries.base_language(article.language) for article in articles}
    languages = tuple(sorted((spoken | {site, "en"}) - {""}))
    rejected = frozenset(likeness(name) for page in pages if page.status == "rejected" for name in own_names(page))
    entities = {page.id: page for page in pages if page.status != "rejected"}
    refused_codes = {page.country for page in pages if page.status == "rejected" and page.country}
    _add_countries(entities, taken, rejected, refused_codes, site)
    named = name_records(entities, articles, taken, rejected, site, former)
    entities = {one: named.entities[one] for one in sorted(named.entities)}
    names = [name for entity in entities.values() for name in _own_names(entity, languages)]
    names += [Name(text, entity) for text, entity in named.names]
    names += _country_names(entities, languages, site)
    return Gazetteer(
        entities=entities,
        names=tuple(dict.fromkeys(names)),
        language=site,
        rejected=rejected,
        vouched=named.vouched,
        ids=frozenset(taken),
        former={name: one for name, one in former.items() if one not in entities},
    )


def _own_names(entity: Entity, languages: Iterable[str]) -> list[Name]:
    spelled = own_names(entity)
    if entity.country:
        # What CLDR calls it is read language by language (`_country_names`), where the doubtful names are known.
        asked = {*languages, *(countries.base_language(tag) for tag in entity.names)}
        listed = {text for tag in sorted(asked) for text in countries.names(tag).get(entity.country, ())}
        spelled = tuple(text for text in spelled if text not in listed)
    return [Name(text, entity.id, vouched=entity.status == "adopted") for text in spelled]


def _add_countries(
    entities: dict[str, Entity], taken: set[str], rejected: frozenset[str], refused: set[str], site: str
) -> None:
    """Put every country in, as the page that is already there or as a new entity."""
    pages = {page.country: page.id for page in entities.values() if page.country}
    by_name = {
        key(text): page.id
        for page in entities.values()
        if not page.country and page.kind in {"place", "other", "organisation"}
        for text in own_names(page)
    }
    for code in countries.codes():
        if code in refused or code in pages:
            continue
        spelled = [*countries.names("en").get(code, ()), *countries.names(site).get(code, ())]
        page = next((by_name[key(text)] for text in spelled if key(text) in by_name), None)
        if page and not entities[page].country:
            entities[page] = replace(entities[page], country=code)
        elif spelled and likeness(spelled[0]) not in rejected:
            entity = country(code, site, taken)
            entities[entity.id] = entity


def _country_names(entities: Mapping[str, Entity], languages: Sequence[str], site: str) -> list[Name]:
    """Every country's names, each for texts of its language (texts of no known language: the site's and English)."""
    names: list[Name] = []
    pages = {entity.country: entity.id for entity in entities.values() if entity.country}
    for language in languages:
        valid = frozenset([language, ""] if language in {site, "en"} else [language])
        doubtful = DOUBTFUL.get(language, {})
        for code, spelled in countries.names(language).items():
            if code in pages:
                names += [Name(text, pages[code], valid, doubtful.get(text)) for text in spelled]
                if language == "ar":
                    # Russia Today, and every broadcaster called like it.
                    names += [Name(f"{text} اليوم", "", valid) for text in spelled]
        for text in NOT_COUNTRIES.get(language, "").split(";"):
            if text.strip():
                names.append(Name(" ".join(text.split()), "", valid))
    return names
