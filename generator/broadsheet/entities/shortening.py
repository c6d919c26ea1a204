"""What would make a page too long: an article keeps the links of its first names, an entity its first aliases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from broadsheet.entities.linking import Mentions
from broadsheet.entities.outside_texts import Outside
from broadsheet.limits import or_raise
from broadsheet.model import Article, Entity, Mention


@dataclass(frozen=True, slots=True)
class Shortened:
    """A page on which not all that there is is listed."""

    address: str
    what: str
    """How much there was, and what became of it."""
    limit: str
    """The setting that says so."""

    def __str__(self) -> str:
        """`articles/…: names 612 entities, and the first 500 are linked; leave it so, or raise …`."""
        return f"{self.address}: {self.what}; {or_raise('leave it so', self.limit)}"


def few_named(
    mentions: Mentions, outside: Outside, articles: Sequence[Article], most: int
) -> tuple[Mentions, Outside, Sequence[Shortened]]:
    """At most so many entities that each article names, in its text and outside it, and the articles that name more."""
    kept: dict[str, Sequence[Mention]] = dict(mentions)
    headlines, records = dict(outside.headlines), dict(outside.records)
    shortened: list[Shortened] = []
    for article in articles:
        found = mentions.get(article.id, ())
        beside = (*headlines.get(article.id, ()), *records.get(article.id, ()))
        if len(found) + len(beside) <= most:
            continue  # nearly always
        named = [*dict.fromkeys(mention.entity for mention in found), *beside]
        if len(named) > most:
            first = frozenset(named[:most])
            kept[article.id] = [mention for mention in found if mention.entity in first]
            for lists in (headlines, records):
                lists[article.id] = [one for one in lists.get(article.id, ()) if one in first]
            what = f"names {len(named):,} entities, and the first {most:,} are linked and listed"
            shortened.append(Shortened(article.address, what, "entities_per_page"))
    return kept, Outside(headlines, records), shortened


def few_aliases(entities: Mapping[str, Entity], most: int) -> tuple[Mapping[str, Entity], Sequence[Shortened]]:
    """The entities with at most so many aliases each, and those that have more; what a person wrote stays."""
    kept = dict(entities)
    shortened: list[Shortened] = []
    for one, entity in entities.items():
        if len(entity.aliases) > most and not entity.judged:
            kept[one] = replace(entity, aliases=entity.aliases[:most])
            what = f"has {len(entity.aliases):,} aliases, and the first {most:,} are listed"
            shortened.append(Shortened(entity.address, what, "aliases"))
    return kept, shortened
