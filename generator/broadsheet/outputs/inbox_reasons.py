"""Why something waits in the inbox, in a sentence of the site's language."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.edition import Edition
from broadsheet.outputs.words import Words


def reason(edition: Edition, words: Words, entity: str, kind: str, because: Sequence[str]) -> str:  # noqa: C901, PLR0911, PLR0912 - one a kind
    """A reason (see `model.Question.why`) in words."""
    name = edition.entities[entity].name if entity in edition.entities else entity
    said = words.listed(_named(edition, one) for one in because)
    pair = {"one": because[0], "other": because[-1]} if because else {}
    match kind:
        case "listed":
            return words("{name}: its page lists it.", name=name)
        case "recorded":
            return words("{name}: its record names it.", name=name)
        case "full name":
            return words("{name}: the article says “{said}”.", name=name, said=said)
        case "words around":
            return words("{name}: “{said}” stands beside it.", name=name, said=said)
        case "company":
            return words("{name}: elsewhere named with {said}.", name=name, said=said)
        case "habit":
            return words("{name}: what it mostly means elsewhere.", name=name)
        case "wikidata":
            return words("Both have the same Wikidata id.")
        case "spelling":
            return words("Nearly the same spelling: {one}, {other}.", **pair)
        case "script":
            return words("The same name in two scripts: {one}, {other}.", **pair)
        case "acronym":
            return words("One may be short for the other: {one}, {other}.", **pair)
        case "surname" | "longer":
            return words("One may be a fuller form of the other: {one}, {other}.", **pair)
        case "shared":
            return words("Both are named with {said}.", said=said)
        case _:
            return words("Not sure that it is a name: {said}.", said=said)


def _named(edition: Edition, one: str) -> str:
    entity = edition.entities.get(one)
    return entity.name if entity else one.removeprefix("topic:")
