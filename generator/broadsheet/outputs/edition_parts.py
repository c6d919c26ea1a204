"""What editions of every length have: the ways to others, how much is in them, headlines, the rule of rank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from broadsheet.language_tags import tag
from broadsheet.model import Article
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.entries import Entry, articles_of, outlets
from broadsheet.outputs.links import relative, shown
from broadsheet.outputs.spoken import headline
from broadsheet.outputs.words import Words

HEADLINES = 3
"""Headlines a day shows in its week or month."""

Way = tuple[str, str]
"""What a link says, and the page it leads to."""


def week_name(day: dt.date, words: Words) -> str:
    """`Week 33`: the ISO week that a day is in."""
    return words("Week {number}", number=words.number(day.isocalendar().week))


def beside(start: str, earlier: Way | None, up: Sequence[Way], later: Way | None) -> str:
    """The ways out of an edition: to the one before, to those it is part of, to the next."""
    links = [to_edition(way, start) for way in up]
    if earlier:
        links.insert(0, f"‹ {to_edition(earlier, start)}")
    if later:
        links.append(f"{to_edition(later, start)} ›")
    return " · ".join(links)


def counts(articles: Sequence[Article], entries: Sequence[Entry], words: Words) -> str:
    """`23 articles · 9 stories · 14 sources`; a single source by its name."""
    parts = [words.count("{count} article", "{count} articles", len(articles))]
    stories = sum(entry.story is not None for entry in entries)
    if stories:
        parts.append(words.count("{count} story", "{count} stories", stories))
    sources = outlets(articles)
    if len(sources) == 1 and not several_sources(articles):
        parts.append(shown(sources[0]))
    elif sources:
        parts.append(words.count("{count} source", "{count} sources", len(sources)))
    return " · ".join(parts)


def several_sources(articles: Sequence[Article]) -> bool:
    """Whether articles are not all of one source, so that each entry must say whose it is."""
    return len({article.source for article in articles}) > 1 or any(article.also_at for article in articles)


def rule(entries: Sequence[Entry], words: Words) -> str:
    """What readers are told of the order (`entries` has the rule); nothing where there is none to tell."""
    if len(entries) < 2:
        return ""
    told = words(
        "Ranked by how many sources tell a story, by how many articles, by how often its names stand in the other "
        "stories, and the newest first."
    )
    dated = {entry.is_dated for entry in entries}
    return f"{told} {words('What has no known date of publication stands last.')}" if len(dated) > 1 else told


def headlines(digest: Digest, articles: Sequence[Article], start: str, words: Words, most: int = HEADLINES) -> str:
    """The first headlines of a day, linked, and the first in each other language: the language filter shows those."""
    entries = digest.entries.of(articles)
    told = [digest.headline(entry, start) for entry in entries[:most]]
    known = {"", *map(digest.spoken_in, entries[:most])}
    for article in articles_of(entries):
        if (language := tag(article.language or "")) not in known:
            known.add(language)
            told.append(headline(article, start, words))
    return " · ".join(told)


def to_edition(way: Way, start: str) -> str:
    """An edition, linked on page `start`."""
    name, target = way
    return f"[{name}]({relative(target, start)})"
