"""The other names on an entity's page: what else it is called, and what in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.edition import Edition
from broadsheet.entities import countries, inflection
from broadsheet.entities.name_languages import by_letters
from broadsheet.model import Entity
from broadsheet.outputs.links import shown
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.words import Words

_CYRILLIC = ("ru", "uk")
"""The languages whose endings are cut off what is written in Cyrillic letters: a name does not say which it is in."""


class Names:
    """What the entities of an edition are called besides their names."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self._edition, self._words = edition, words
        site = countries.base_language(edition.config.language)
        read = {countries.base_language(article.language) for article in edition.articles}
        self._languages = sorted(read - {site, ""})

    def of(self, entity: Entity) -> str:
        """The lines of an entity's page with its other names; empty for none."""
        abroad, words = self._abroad(entity), self._words
        told = {name for _, name in abroad}
        lines = []
        if others := [name for name in _apart(entity, self._edition.also_called(entity)) if name not in told]:
            listed = words.listed(spoken(shown(name), by_letters(name), words) for name in others)
            lines.append(f"- {words('Also called')}{words.colon} {listed}")
        if abroad:
            listed = words.listed(
                f"{spoken(shown(name), tag, words)} ({shown(words.language_name(tag))})" for tag, name in abroad
            )
            lines.append(f"- {words('In other languages')}{words.colon} {listed}")
        return "\n".join(lines)

    def _abroad(self, entity: Entity) -> Sequence[tuple[str, str]]:
        """Its names by language: those of its page, and CLDR's of a country where the page has none."""
        written = entity.spoken
        if not entity.country:
            return written
        has = {countries.base_language(tag) for tag, _ in written}
        known = ((tag, countries.names(tag).get(entity.country)) for tag in self._languages if tag not in has)
        return sorted(
            [*written, *((tag, names[0]) for tag, names in known if names and names[0] != entity.name)],
            key=lambda one: one[0],
        )


def _apart(entity: Entity, names: Sequence[str]) -> Iterator[str]:
    """Names without those that are another one in another case, or the surname of a person listed in full."""
    seen = set(_cases(entity.name))
    kept: set[str] = set()
    for name in inflection.plainest(names):
        cases = _cases(name)
        if seen.isdisjoint(cases):
            kept.add(name)
        seen.update(cases)
    surnames: set[tuple[str, str]] = set()
    if entity.kind == "person":
        surnames = {case for name in (entity.name, *kept) if " " in name for case in _cases(name.rpartition(" ")[2])}
    return (name for name in names if name in kept and (" " in name or surnames.isdisjoint(_cases(name))))


def _cases(name: str) -> frozenset[tuple[str, str]]:
    """What all cases of a name have in common, by language; the name itself in scripts whose cases we do not cut."""
    if any("\u0400" <= letter <= "\u04ff" for letter in name):
        return frozenset((language, inflection.stems(name, language)) for language in _CYRILLIC)
    return frozenset([("", name)])
