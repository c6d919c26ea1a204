"""What an entity is known by: its id, given once, and its names."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache

from broadsheet import addresses
from broadsheet.entities import countries
from broadsheet.entities.folding import likeness
from broadsheet.model import Entity, Kind

MARK = 4
"""Digits of a `mark`."""


def free_id(name: str, taken: set[str]) -> str:
    """A new id for `name`, put among those `taken`: its slug, with `-2`, `-3` … where that is not free."""
    stem = addresses.slug(name)
    one, number = stem, 2
    while one in taken:
        one, number = f"{stem}-{number}", number + 1
    taken.add(one)
    return one


def own_names(entity: Entity) -> tuple[str, ...]:
    """The name, the aliases and the names by language, each once."""
    return entity.every_name


def still_means(entity: Entity, name: str) -> bool:
    """Whether an entity's page was made under this name, and a person has since only called or sorted it otherwise."""
    if not (entity.judged and entity.coined) or addresses.slug(name) != entity.id:
        return False
    return likeness(name) not in map(likeness, entity.not_meant)


@lru_cache(maxsize=1 << 16)
def mark(entity_id: str) -> str:
    """Four hexadecimal digits that stand for an entity in a page's fingerprint."""
    return hashlib.sha256(entity_id.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]


def country(code: str, site: str, taken: set[str]) -> Entity:
    """A country's entity as nobody has touched it yet; its id is put among those `taken`."""
    one = free_id(countries.display(code, "en"), taken)
    return Entity(id=one, name=countries.display(code, site), kind=kind_of_country(code), country=code)


def kind_of_country(code: str) -> Kind:
    """What a country is: a place, but for the unions."""
    return "organisation" if code in countries.UNIONS else "place"


@cache
def country_ids() -> frozenset[str]:
    """The ids that countries have before anybody has a page for them."""
    return frozenset(addresses.slug(countries.display(code, "en")) for code in countries.codes())


def is_untouched_country(entity: Entity, site: str) -> bool:
    """Whether a country's entity says nothing but what we would say of it ourselves."""
    if not entity.country or entity.country not in countries.codes():
        return False
    made = country(entity.country, site, set())
    return (entity.name, entity.kind, entity.description) == (made.name, made.kind, "") and not entity.names
