"""Who and what the articles name: known names, names found out, and where each stands.

    known pages, records, countries ─► gazetteer ─► Gazetteer ─┬─► discovery ─► new entities, unsure names
                                                               └─► matcher ─► linking ─► mentions, ambiguities

`discovery/` finds names, `kinds/` says what they are, `matching/` finds known ones in a text (`surface_forms/`: their
other spellings, `bent/`: cases), `evidence/` tells namesakes apart, `speech/` says who said what.

`name_all` goes the whole way. The matcher (`Find`) and discovery (`Discover`) are functions that can be
exchanged for others of the same signature.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.entities.discovery.discover import Discover, Discovery, Suggestion, discover
from broadsheet.entities.doubt import Ambiguity
from broadsheet.entities.gazetteer import Gazetteer, gazetteer
from broadsheet.entities.linking import Mentions, Together, in_turn, name_articles, present
from broadsheet.entities.matching.matcher import Find, Matcher
from broadsheet.entities.name_languages import with_languages
from broadsheet.entities.outside_texts import Outside, outside_texts
from broadsheet.entities.questions import questions
from broadsheet.entities.readings import Readings
from broadsheet.entities.shortening import Shortened, few_aliases, few_named
from broadsheet.limits import USUAL, Limits
from broadsheet.model import Article, Entity, Question

__all__ = [
    "Ambiguity",
    "Discover",
    "Discovery",
    "Find",
    "Gazetteer",
    "Matcher",
    "Mentions",
    "Naming",
    "Outside",
    "Readings",
    "Shortened",
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
    merged: Mapping[str, Sequence[Entity]]
    """By id of an entity: those that a person merged into it, in the order of ids."""
    mentions: Mentions
    outside: Outside
    """What headlines and records name, and the texts do not."""
    ambiguities: Sequence[Ambiguity]
    """Names that were not linked because they may mean several things."""
    suggestions: Sequence[Suggestion]
    """What may be names but is not sure enough for a page."""
    shortened: Sequence[Shortened]
    """Pages on which not all that there is is listed."""
    questions: Sequence[Question]
    """What only a person can settle."""
    unread: Sequence[str]
    """Languages in which only known names are found, because capitals do not tell there."""


def name_all(  # noqa: PLR0913 - what may be exchanged, by name
    known: Iterable[Entity],
    articles: Sequence[Article],
    language: str,
    limits: Limits = USUAL,
    *,
    suggest: bool = True,
    find_names: Discover = discover,
    matcher: Callable[[Gazetteer], Matcher] = Matcher,
    together: Together = in_turn,
    readings: Readings | None = None,
) -> Naming:
    """Who and what the articles name.

    Args:
        known: the entities that have a page, rejected ones included.
        articles: every article of the archive.
        language: the site's own.
        limits: how many entities an article may link, and how many aliases one may have.
        suggest: whether names that nobody listed are looked for.
        find_names: how they are looked for.
        matcher: makes what finds the names in a text (`archive.keeping_matcher` keeps what takes time).
        together: reads the articles (`archive.together` with as many processes as there are cores).
        readings: what the last run read; what still holds is taken over (`archive.keeping_readings` keeps it).
    """
    pages = {one.id: one for one in known}
    names = gazetteer(pages.values(), articles, language, anew=suggest)
    suggestions: Sequence[Suggestion] = ()
    unread: Sequence[str] = ()
    if suggest:
        discovery = find_names(articles, names)
        names = names.with_entities(discovery.sure, discovery.forms)
        suggestions, unread = discovery.unsure, discovery.unread
    find = matcher(names).find
    mentions, ambiguities = name_articles(articles, names, find, together, readings)
    outside = outside_texts(articles, names, mentions, find)
    mentions, outside, crowded = few_named(mentions, outside, articles, limits.entities_per_page)
    entities, renamed = few_aliases(present(names, mentions, outside.lists), limits.aliases)
    entities = with_languages(entities, mentions, outside, articles, language)
    judged = frozenset(names.merged.values())
    asked = questions(entities, mentions, ambiguities, suggestions, judged)
    merged: dict[str, list[Entity]] = defaultdict(list)
    for one in sorted(names.merged):
        merged[names.merged[one]].append(pages[one])
    return Naming(entities, merged, mentions, outside, ambiguities, suggestions, [*crowded, *renamed], asked, unread)
