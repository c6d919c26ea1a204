"""What would make a page too long: an article keeps the links of its first names, an entity its first aliases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from broadsheet.entities.linking import Mentions
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


def few_mentions(mentions: Mentions, articles: Sequence[Article], most: int) -> tuple[Mentions, Sequence[Shortened]]:
    """The mentions of at most so many entities in each article, and the articles that name more."""
    kept: dict[str, Sequence[Mention]] = dict(mentions)
    shortened: list[Shortened] = []
    for article in articles:
        found = mentions.get(article.id, ())
        if len(found) <= most:
            continue  # nearly always
        named = list(dict.fromkeys(mention.entity for mention in found))
        if len(named) > most:
            first = frozenset(named[:most])
            kept[article.id] = [mention for mention in found if mention.entity in first]
            what = f"names {len(named):,} entities, and the first {most:,} are linked and listed"
            shortened.append(Shortened(article.address, what, "entities_per_page"))
    return kept, shortened


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
