"""The gazetteer: every entity that may be linked, and every name under which it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from broadsheet.entities import countries
from broadsheet.entities.country_names import DOUBTFUL, NOT_COUNTRIES
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.identity import country, kind_of_country, own_names
from broadsheet.entities.merges import merges
from broadsheet.entities.name_words import is_no_name
from broadsheet.entities.named import name_records
from broadsheet.entities.verdicts import Refused, Verdicts, verdicts
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
    merged: str = ""
    """The id of the entity whose name it was, before a person said that it is this one."""
    own: str = ""
    """The language the name is in (ISO 639-1), which says how it bends; empty where nobody says."""


@dataclass(frozen=True)
class Gazetteer:
    """Everything that may be linked."""

    entities: Mapping[str, Entity]
    """By id, in the order of ids; none that was rejected."""
    names: Sequence[Name]
    """In a fixed order."""
    language: str
    """The site's."""
    refused: Refused = field(default_factory=Refused)
    """What a person refused: it never links and never comes back."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """By id of an entity that a person merged into another: the id of that other."""
    vouched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the entities that an article's own record names, by article id."""
    ids: frozenset[str] = frozenset()
    """Every id that is taken, rejected ones too."""

    spoken: frozenset[str] = frozenset()
    """The languages of the archive's texts (ISO 639-1)."""

    not_meant: Sequence[Name] = ()
    """Phrases in which a name of the entity stands and means something else: `Paris Hilton` for Paris."""

    former: Mapping[str, str] = field(default_factory=dict)
    """The ids of names that discovery found before and finds anew, by `likeness`: each keeps its id."""

    @property
    def rejected(self) -> frozenset[str]:
        """The names that a person refused, as `likeness` spells them."""
        return self.refused.names

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
    turned = merges(pages)
    loose = [page for page in pages if anew and page.status == "suggested" and not (page.judged or page.country)]
    # (A person who merged something into a suggestion has touched that, too.)
    loose = [page for page in loose if page.id not in turned.into.values()]
    former = {likeness(name): page.id for page in reversed(loose) for name in reversed(own_names(page))}
    kept = {page.id for page in pages} - {page.id for page in loose}
    said = verdicts([page for page in pages if page.id in kept], turned)
    site = countries.base_language(language) or "en"
    spoken = {countries.base_language(article.language) for article in articles}
    languages = tuple(sorted((spoken | {site, "en"}) - {""}))
    said = replace(said, standing=_with_countries(said, taken, site))
    named = name_records(said, articles, taken, site, former)
    entities = {one: named.entities[one] for one in sorted(named.entities)}
    names = [name for entity in entities.values() for name in _own_names(entity, languages)]
    names += _merged_names(said, languages, names)
    names += [Name(text, entity) for text, entity in named.names]
    names += _country_names(_countries(entities, said), languages, site)
    return Gazetteer(
        entities=entities,
        names=tuple(dict.fromkeys(name for name in names if not is_no_name(name.text))),
        language=site,
        refused=said.refused,
        merged=said.into,
        vouched=named.vouched,
        ids=frozenset(taken),
        former={name: one for name, one in former.items() if one not in entities},
        spoken=frozenset(spoken - {""}),
        not_meant=tuple(Name(phrase, one) for one, entity in entities.items() for phrase in entity.not_meant),
    )


def _own_names(entity: Entity, languages: Iterable[str]) -> list[Name]:
    spelled = own_names(entity)
    if entity.country:
        # What CLDR calls it is read language by language (`_country_names`), where the doubtful names are known.
        asked = {*languages, *(countries.base_language(tag) for tag in entity.names)}
        listed = {text for tag in sorted(asked) for text in countries.names(tag).get(entity.country, ())}
        spelled = tuple(text for text in spelled if text not in listed)
    adopted = entity.status == "adopted"
    own: dict[str, set[str]] = {}
    for tag, text in entity.spoken:
        own.setdefault(text, set()).add(countries.base_language(tag))
    return [Name(text, entity.id, vouched=adopted, own=one) for text in spelled for one in sorted(own.get(text, {""}))]


def _merged_names(said: Verdicts, languages: Iterable[str], known: Iterable[Name]) -> list[Name]:
    """The names of merged entities, for what these turned out to be; less those that it has itself."""
    own = {(key(name.text), name.entity) for name in known} if said.merged else set()
    names = [
        replace(name, entity=said.into[page.id], merged=page.id, vouched=True)
        for page in said.merged.values()
        for name in _own_names(page, languages)
    ]
    return [name for name in names if (key(name.text), name.entity) not in own]


def _countries(entities: Mapping[str, Entity], said: Verdicts) -> dict[str, str]:
    """The entity of each country, by code: its own page, else what that was merged into."""
    merged = {page.country: said.into[page.id] for page in said.merged.values() if page.country}
    return merged | {entity.country: entity.id for entity in entities.values() if entity.country}


def _with_countries(said: Verdicts, taken: set[str], site: str) -> dict[str, Entity]:
    """The standing entities and every country, as the page that is already there or as a new entity."""
    entities = dict(said.standing)
    pages = _countries(entities, said)
    by_name = {
        key(text): said.into.get(page.id, page.id)
        for page in (*said.merged.values(), *entities.values())
        if not page.country and page.kind in {"place", "other", "organisation"}
        for text in own_names(page)
    }
    for code in countries.codes():
        if code in said.refused.countries or code in pages:
            continue
        spelled = [*countries.names("en").get(code, ()), *countries.names(site).get(code, ())]
        page = next((by_name[key(text)] for text in spelled if key(text) in by_name), None)
        if page and not _is_country(entities[page], code, spelled):
            page = None
        if page and not entities[page].country:
            entities[page] = replace(entities[page], country=code)
        elif spelled and not said.refused.name(spelled[0]):
            entity = country(code, site, taken)
            entities[entity.id] = entity
    return entities


def _is_country(page: Entity, code: str, spelled: Iterable[str]) -> bool:
    """Whether a page that bears a country's name (one of those `spelled`) is the country's."""
    titled = key(page.name) in set(map(key, spelled))
    if page.judged or not page.coined:
        return titled or page.kind != "organisation"  # a club that is called like its country for short
    # Made of records, which were asked then whether they mean the country: what was none is none in the next run.
    return titled and page.kind in {kind_of_country(code), "other"}


def _country_names(pages: Mapping[str, str], languages: Sequence[str], site: str) -> list[Name]:
    """Every country's names, each for texts of its language (texts of no known language: the site's and English)."""
    names: list[Name] = []
    for language in languages:
        valid = frozenset([language, ""] if language in {site, "en"} else [language])
        doubtful = DOUBTFUL.get(language, {})
        for code, spelled in countries.names(language).items():
            if code in pages:
                names += [Name(text, pages[code], valid, doubtful.get(text), own=language) for text in spelled]
                if language == "ar":
                    # Russia Today, and every broadcaster called like it.
                    names += [Name(f"{text} اليوم", "", valid) for text in spelled]
        for text in NOT_COUNTRIES.get(language, "").split(";"):
            if text.strip():
                names.append(Name(" ".join(text.split()), "", valid))
    return names
