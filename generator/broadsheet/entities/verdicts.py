"""What people judged about the entities that have pages: which stand, which are others, which were refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from broadsheet.addresses import slug
from broadsheet.entities.folding import likeness
from broadsheet.entities.identity import own_names
from broadsheet.entities.merges import Merges
from broadsheet.model import Entity, Kind, NamedEntity


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused: it never links and never comes back, in whatever spelling."""

    names: frozenset[str] = frozenset()
    """As `likeness` spells them; less those that something else rightly bears."""
    ids: frozenset[str] = frozenset()
    """An id spells the name that it was made from, whatever its page is called by now."""
    wikidata: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 codes."""
    spelled: tuple[tuple[str, Kind], ...] = ()
    """The names as they were written, and what each named."""

    def name(self, text: str) -> bool:
        """Whether a name was refused."""
        # (In ASCII the id is a likeness, and among the names.)
        return likeness(text) in self.names or (bool(self.ids) and not text.isascii() and slug(text) in self.ids)

    def record(self, named: NamedEntity) -> bool:
        """Whether what a record names was."""
        return self.name(named.name) or named.wikidata in self.wikidata


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The entities that have pages, by what was judged about them."""

    standing: Mapping[str, Entity] = field(default_factory=dict)
    """By id: those that may be linked."""
    merged: Mapping[str, Entity] = field(default_factory=dict)
    """By id: those that turned out to be one of the standing."""
    into: Mapping[str, str] = field(default_factory=dict)
    """By id of a merged one: the id of what it is."""
    refused: Refused = field(default_factory=Refused)


def verdicts(pages: Iterable[Entity], turned: Merges) -> Verdicts:
    """The verdicts on these entities, of which `turned` says who is whom.

    What was merged into something refused is refused with it: deleting or rejecting a thing means all its names.
    """
    by_id = {page.id: page for page in pages}
    ends = {one: by_id[turned.into.get(one, one)] for one in by_id}
    gone = [page for page in by_id.values() if ends[page.id].status == "rejected"]
    left = {one: page for one, page in by_id.items() if ends[one].status != "rejected"}
    merged = {one: page for one, page in left.items() if one in turned.into}
    refused = _refused(gone, left.values())
    standing = {one: _without(page, refused) for one, page in left.items() if one not in merged}
    return Verdicts(standing, merged, {one: turned.into[one] for one in merged}, refused)


def _refused(gone: Iterable[Entity], left: Iterable[Entity]) -> Refused:
    gone = list(gone)
    if not gone:
        return Refused()
    names = {likeness(name) for page in gone for name in (*own_names(page), page.id.replace("-", " "))}
    wikidata = {page.wikidata for page in gone if page.wikidata}
    borne: set[str] = set()
    for page in left:
        # A namesake is another thing; so is what a person gave the name to. An alias that records gave is neither.
        borne.update(likeness(name) for name in (own_names(page) if page.judged else (page.name,)))
        wikidata.discard(page.wikidata or "")
    return Refused(
        frozenset(names - borne),
        frozenset(page.id for page in gone if likeness(page.id.replace("-", " ")) not in borne),
        frozenset(wikidata),
        frozenset(page.country for page in gone if page.country),
        tuple(sorted({(name, one.kind) for one in gone for name in own_names(one) if likeness(name) not in borne})),
    )


def _without(page: Entity, refused: Refused) -> Entity:
    """An entity without the aliases that were refused; what a person wrote stays."""
    if page.judged or not refused.names or not any(map(refused.name, page.aliases)):
        return page
    return replace(page, aliases=tuple(alias for alias in page.aliases if not refused.name(alias)))
