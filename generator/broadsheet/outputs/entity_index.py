"""The index of entities: by kind, from A to Z (other scripts by script), suggested names apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import KINDS, Entity
from broadsheet.outputs.links import relative, to_entity
from broadsheet.outputs.listing import Listing, list_front, list_pages, page
from broadsheet.outputs.paging import in_order
from broadsheet.outputs.words import Words, words_for

_DIGITS = "0-9"
_SCRIPTS = {
    # The first word of a letter's Unicode name, and the list that its names stand in.
    "GREEK": "Greek",
    "CYRILLIC": "Cyrillic",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "HEBREW": "Hebrew",
    "ARABIC": "Arabic",
    "DEVANAGARI": "Devanagari",
    "THAI": "Thai",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese characters",
    "HANGUL": "Korean",
}
_OTHER = "Other scripts"


def entity_index(edition: Edition) -> Iterator[Draft]:
    """The index's front, then a list for each kind, each letter and script, and the suggested names."""
    words = words_for(edition.config.language)
    adopted = sorted((one for one in edition.entities.values() if one.status == "adopted"), key=_order)
    suggested = sorted((one for one in edition.entities.values() if one.status == "suggested"), key=_order)
    letters = _by_letter(adopted)
    yield _front(edition, letters, len(suggested), words)

    def write(entries: Sequence[Entity], start: str) -> str:
        return "\n".join(f"- {_entry(edition, entity, start, words)}" for entity in entries)

    def listed(
        title: str, address: Callable[[int], str], entities: Sequence[Entity], above: Callable[[str], str]
    ) -> Iterator[Draft]:
        sheets = in_order(entities, edition.config.per_page)
        listing = Listing(title=title, address=address, sheets=sheets, write=write, above=above, newer=False)
        return list_pages(listing, words)

    for kind in KINDS:
        entities = [entity for entity in adopted if entity.kind == kind]
        # The pages of suggested entities link to their kind as well; the site's navigation, to the first three.
        if kind in KINDS[:3] or entities or any(entity.kind == kind for entity in suggested):
            yield from listed(words.kinds(kind), partial(addresses.entity_kind, kind), entities, _back(words))
    for letter, under in letters.items():
        bar = partial(_letter_bar, letters, words, here=letter)
        yield from listed(words(letter), partial(addresses.entity_letter, letter), under, bar)
    if suggested:
        yield from listed(words("Suggested names"), addresses.entities_suggested, suggested, _back(words))


def letter_of(name: str) -> str:
    """The list a name stands in: its first letter without accents, `0-9`, or its script."""
    for character in name:
        if character.isdecimal():
            return _DIGITS
        if character.isalpha():
            return _letter(character)
    return _OTHER


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[:1].upper()[:1]
    if "A" <= plain <= "Z":
        return plain
    # Letters such as ø and ß have no parts, but their name says which letter they are.
    name = unicodedata.name(character, "").split()
    if name[:1] == ["LATIN"]:
        return next((word for word in name[1:] if len(word) == 1), name[-1][:1])
    return _SCRIPTS.get(name[0] if name else "", _OTHER)


def _order(entity: Entity) -> tuple[str, str, str]:
    folded = unicodedata.normalize("NFKD", entity.name.casefold())
    return "".join(c for c in folded if c.isalnum() or c == " "), entity.name, entity.id


def _by_letter(entities: Sequence[Entity]) -> Mapping[str, Sequence[Entity]]:
    lists: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        lists[letter_of(entity.name)].append(entity)
    scripts = [*dict.fromkeys(_SCRIPTS.values()), _OTHER]
    order = {letter: place for place, letter in enumerate(scripts)}
    return {letter: lists[letter] for letter in sorted(lists, key=lambda one: (order.get(one, -1), one))}


def _front(edition: Edition, letters: Mapping[str, Sequence[Entity]], suggested: int, words: Words) -> Draft:
    start = addresses.ENTITIES
    counts = dict.fromkeys(KINDS, 0)
    for entity in edition.entities.values():
        counts[entity.kind] += entity.status == "adopted"
    lines = [
        f"- [{words.kinds(kind)}]({relative(addresses.entity_kind(kind), start)}) *{words.number(count)}*"
        for kind, count in counts.items()
        if count
    ]
    if suggested:
        target = relative(addresses.entities_suggested(), start)
        lines.append(f"- [{words('Suggested names')}]({target}) *{words.number(suggested)}*")
    return page(
        start,
        list_front(words("People, places, organisations")),
        Block("letters", _letter_bar(letters, words, start)),
        words("Everyone and everything the articles name, by kind and from A to Z."),
        Block("list", "\n".join(lines)),
    )


def _letter_bar(letters: Mapping[str, Sequence[Entity]], words: Words, start: str, here: str = "") -> str:
    links = [
        f"**{words(letter)}**"
        if letter == here
        else f"[{words(letter)}]({relative(addresses.entity_letter(letter), start)})"
        for letter in letters
    ]
    return " · ".join(links)


def _back(words: Words) -> Callable[[str], str]:
    return lambda start: f"‹ [{words('People, places, organisations')}]({relative(addresses.ENTITIES, start)})"


def _entry(edition: Edition, entity: Entity, start: str, words: Words) -> str:
    number = len(edition.by_entity.get(entity.id, ()))
    count = words.count("{count} article", "{count} articles", number)
    return f"{to_entity(entity, start)} *{words.kind(entity.kind)} · {count}*"
