"""The index of entities: by kind, from A to Z (other scripts by script), suggested names apart; and their network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import KINDS, Entity
from broadsheet.outputs.archive_network import network_page, strongest
from broadsheet.outputs.letters import alphabetical, by_letter
from broadsheet.outputs.links import relative, to_entity
from broadsheet.outputs.listing import Listing, list_front, list_pages, page
from broadsheet.outputs.moments import newest_day
from broadsheet.outputs.paging import in_order
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.words import Words, words_for


def entity_index(edition: Edition) -> Iterator[Draft]:
    """The index's front, then a list for each kind, each letter and script; the same again for suggested names.

    Where some names belong together most surely, the front leads to a picture of them.
    """
    words = words_for(edition.config.language)
    adopted = _Names(edition, words, "adopted", addresses.entity_letter)
    suggested = _Names(edition, words, "suggested", addresses.suggested_letter)
    ties = strongest(edition)
    yield _front(adopted, len(suggested.entities), words, network=bool(ties))
    if ties:
        yield network_page(edition, ties)
    for kind in KINDS:
        entities = [entity for entity in adopted.entities if entity.kind == kind]
        # The pages of suggested entities link to their kind as well; the site's navigation, to the first three.
        if kind in KINDS[:3] or entities or any(entity.kind == kind for entity in suggested.entities):
            address = partial(addresses.entity_kind, kind)
            yield from adopted.listed(words.kinds(kind), address, entities, _back(words), of_one_kind=True)
    yield from adopted.by_letter()
    if suggested.entities:
        yield _suggested_front(suggested, words)
        yield from suggested.by_letter()


class _Names:
    """All entities of one status, in the order of the alphabet."""

    def __init__(self, edition: Edition, words: Words, status: str, address: Callable[[str, int], str]) -> None:
        self.edition, self.words, self.address = edition, words, address
        self.entities = sorted((one for one in edition.entities.values() if one.status == status), key=alphabetical)
        self.linked = SchemaOrg(edition, words).lists(attrgetter("address"))
        self.letters = by_letter(self.entities, lambda entity: entity.name)

    def by_letter(self) -> Iterator[Draft]:
        """A list for each letter and script."""
        for letter, entities in self.letters.items():
            yield from self.listed(
                self.words(letter), partial(self.address, letter), entities, partial(self.bar, here=letter)
            )

    def listed(
        self,
        title: str,
        address: Callable[[int], str],
        entities: Sequence[Entity],
        above: Callable[[str], str],
        *,
        of_one_kind: bool = False,
    ) -> Iterator[Draft]:
        """The pages of one list."""
        listing = Listing(
            title=title,
            address=address,
            sheets=in_order(entities, self.edition.config.per_page),
            write=partial(self.write, of_one_kind=of_one_kind),
            about=self.words.count("{count} name", "{count} names", len(entities)) if entities else "",
            above=above,
            linked=self.linked,
            updated=lambda entries, _: self.newest(entries),
            newer=False,
        )
        return list_pages(listing, self.words)

    def write(self, entities: Sequence[Entity], start: str, *, of_one_kind: bool) -> str:
        """Entities as list items: name, kind (where the list has several), number of articles."""
        return "\n".join(f"- {self._entry(entity, start, of_one_kind=of_one_kind)}" for entity in entities)

    def _entry(self, entity: Entity, start: str, *, of_one_kind: bool) -> str:
        number = len(self.edition.by_entity.get(entity.id, ()))
        facts = [] if of_one_kind else [self.words.kind(entity.kind)]
        facts.append(self.words.count("{count} article", "{count} articles", number))
        return f"{to_entity(entity, start)} *{' · '.join(facts)}*"

    def newest(self, entities: Iterable[Entity]) -> str:
        """The newest day on which one of these was named."""
        return newest_day(one for each in entities for one in self.edition.by_entity.get(each.id, ())[:1])

    def bar(self, start: str, here: str = "") -> str:
        """The letters in a row, each linked to its list."""
        return " · ".join(
            f"**{self.words(letter)}**"
            if letter == here
            else f"[{self.words(letter)}]({relative(self.address(letter, 1), start)})"
            for letter in self.letters
        )


def _front(adopted: _Names, suggested: int, words: Words, *, network: bool) -> Draft:
    start = addresses.ENTITIES
    counts: Counter[str] = Counter(entity.kind for entity in adopted.entities)
    lines = [
        f"- [{words.kinds(kind)}]({relative(addresses.entity_kind(kind), start)}) *{words.number(counts[kind])}*"
        for kind in KINDS
        if counts[kind]
    ]
    if suggested:
        target = relative(addresses.SUGGESTED, start)
        lines.append(f"- [{words('Suggested names')}]({target}) *{words.number(suggested)}*")
    if network:
        lines.append(f"- [{words('Who is named together')}]({relative(addresses.NETWORK, start)})")
    return page(
        start,
        list_front(words("People, places, organisations")),
        Block("letters", adopted.bar(start)),
        words("Everyone and everything the articles name, by kind and from A to Z."),
        Block("list", "\n".join(lines)),
    )


def _suggested_front(suggested: _Names, words: Words) -> Draft:
    start = addresses.SUGGESTED
    lines = [
        f"- [{words(letter)}]({relative(addresses.suggested_letter(letter), start)}) *{words.number(len(entities))}*"
        for letter, entities in suggested.letters.items()
    ]
    return page(
        start,
        list_front(words("Suggested names")),
        Block("letters", _back(words)(start)),
        words("Names that the texts suggest and that nobody has confirmed yet."),
        Block("list", "\n".join(lines)),
    )


def _back(words: Words) -> Callable[[str], str]:
    return lambda start: f"‹ [{words('People, places, organisations')}]({relative(addresses.ENTITIES, start)})"
