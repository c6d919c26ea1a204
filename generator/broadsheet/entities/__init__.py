"""Who and what the articles name: known names, names found out, and where each stands.

    known pages, records, countries ─► gazetteer ─► Gazetteer ─┬─► discovery ─► new entities, unsure names
                                                               └─► matcher ─► linking ─► mentions, ambiguities

`name_all` goes the whole way. The matcher (`Find`) and discovery (`Discover`) are functions that can be
exchanged for others of the same signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.entities.discovery import Discover, Suggestion, discover
from broadsheet.entities.gazetteer import Gazetteer, gazetteer
from broadsheet.entities.linking import Ambiguity, Mentions, name_articles, present
from broadsheet.entities.matcher import Find, Matcher
from broadsheet.model import Article, Entity

__all__ = [
    "Ambiguity",
    "Discover",
    "Find",
    "Gazetteer",
    "Mentions",
    "Naming",
    "Suggestion",
    "discover",
    "gazetteer",
    "name_all",
    "name_articles",
    "present",
]


@dataclass(frozen=True, slots=True)
class Naming:
    """Who and what all the articles name."""

    entities: Mapping[str, Entity]
    """The edition's entities, by id, in the order of ids."""
    mentions: Mentions
    ambiguities: Sequence[Ambiguity]
    """Names that were not linked because they may mean several things."""
    suggestions: Sequence[Suggestion]
    """What may be names but is not sure enough for a page."""
    unread: Sequence[str]
    """Languages in which only known names are found, because capitals do not tell there."""


def name_all(
    known: Iterable[Entity],
    articles: Sequence[Article],
    language: str,
    *,
    suggest: bool = True,
    find_names: Discover = discover,
) -> Naming:
    """Who and what the articles name.

    Args:
        known: the entities that have a page, rejected ones included.
        articles: every article of the archive.
        language: the site's own.
        suggest: whether names that nobody listed are looked for.
        find_names: how they are looked for.
    """
    names = gazetteer(known, articles, language, anew=suggest)
    suggestions: Sequence[Suggestion] = ()
    unread: Sequence[str] = ()
    if suggest:
        discovery = find_names(articles, names)
        names = names.with_entities(discovery.sure, discovery.forms)
        suggestions, unread = discovery.unsure, discovery.unread
    mentions, ambiguities = name_articles(articles, names, Matcher(names).find)
    return Naming(present(names, mentions), mentions, ambiguities, suggestions, unread)
