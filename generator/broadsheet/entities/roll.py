"""The roll: the entities that have pages, found by what a person calls them, and what is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from broadsheet.entities.folding import key, likeness
from broadsheet.entities.merges import Merges, merges
from broadsheet.errors import UsageError
from broadsheet.model import Article, Entity

NEAREST = 3
"""Names that are offered for one that nobody knows."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an entity."""

    entity: Entity
    articles: Sequence[Article] = ()
    """Those that name it, newest first."""
    into: Entity | None = None
    """What it turned out to be in the end."""
    merged: Sequence[Entity] = ()
    """Those that turned out to be it."""

    @property
    def status(self) -> str:
        """`adopted`, `suggested`, `rejected` or `merged`."""
        return "merged" if self.into else self.entity.status


@dataclass(frozen=True)
class Roll:
    """The entities of an archive."""

    entities: Mapping[str, Entity]
    """By id."""
    gone: frozenset[str] = frozenset()
    """The ids of those whose pages a person deleted."""
    articles: Mapping[str, Sequence[Article]] = field(default_factory=dict)
    """By id: the articles whose pages list it, newest first."""

    @cached_property
    def merges(self) -> Merges:
        """Who was merged into whom."""
        return merges(self.entities.values())

    def known(self) -> list[Known]:
        """All of them, in the order of ids, less those that are gone."""
        return [self.of(one) for id_, one in self.entities.items() if id_ not in self.gone]

    def of(self, entity: Entity) -> Known:
        """What is known of an entity."""
        into = self.merges.into.get(entity.id)
        merged = [self.entities[one] for one in self._merged.get(entity.id, ()) if one not in self.gone]
        return Known(entity, self.articles.get(entity.id, ()), self.entities[into] if into else None, merged)

    def named(self, said: str) -> Entity:
        """The entity that a person means by an id, an address or a name.

        Raises:
            UsageError: there is none, its page is gone, or there are several.
        """
        found = self.find(said)
        if not found:
            near = "; ".join(f"{name} ({one})" for name, one in self.nearest(said))
            hint = f"did you mean {near}?" if near else "`broadsheet entities list` lists all that are"
            raise UsageError(f"{said}: is the id or the name of no entity; {hint}")
        if len(found) > 1:
            ids = ", ".join(f"{one.id} ({one.kind})" for one in found)
            raise UsageError(f"{said}: is the name of several; say which by its id: {ids}")
        if found[0].id in self.gone:
            raise UsageError(f"{said}: its page was deleted; `broadsheet restore {found[0].id}` brings it back")
        return found[0]

    def find(self, said: str) -> list[Entity]:
        """All that may be meant: by id or address one, else those of that name, else those of a name like it."""
        if said in self.entities:
            return [self.entities[said]]
        # (A page may be named from anywhere above it: content/entities/ukraine.md.)
        at = [one for one in self.entities.values() if said == one.address or said.endswith(f"/{one.address}")]
        return at or self._there(self._by_name.get(key(said), ())) or self._there(self._alike.get(likeness(said), ()))

    def surnamed(self, said: str) -> list[str]:
        """The names of the persons whose last word is this one."""
        return sorted(
            {
                name
                for one in self.entities.values()
                if one.kind == "person" and one.status != "rejected" and one.id not in self.gone
                for name in one.every_name
                if key(name).endswith(f" {key(said)}")
            }
        )

    def nearest(self, said: str) -> list[tuple[str, str]]:
        """Names that are spelled much like it, each with its entity's id."""
        spelled = {
            likeness(name): (name, one.id)
            for one in self.entities.values()
            for name in (one.id, *reversed(one.every_name))
        }
        return [spelled[near] for near in _near(likeness(said), sorted(spelled))]

    def _there(self, ids: Iterable[str]) -> list[Entity]:
        """Of those that share a name: the ones with a page that are not merged, if there are any."""
        found = [self.entities[one] for one in dict.fromkeys(ids)]
        there = [one for one in found if one.id not in self.gone]
        return [one for one in there if one.id not in self.merges.into] or there or found

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for one in self.entities.values():
            for name in one.every_name:
                names[key(name)].append(one.id)
        return names

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for one in self.entities.values():
            for name in one.every_name:
                names[likeness(name)].append(one.id)
        return names

    @cached_property
    def _merged(self) -> Mapping[str, Sequence[str]]:
        merged: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.merges.into):
            merged[self.merges.into[one]].append(one)
        return merged


def _near(said: str, spelled: Sequence[str]) -> list[str]:
    """The nearest of these spellings, the nearest first."""
    return [one for one, _, _ in process.extract(said, spelled, scorer=fuzz.ratio, limit=NEAREST, score_cutoff=60)]
