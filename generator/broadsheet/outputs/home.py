"""The home page: the latest edition, who is named most, and the ways into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import KINDS, Article
from broadsheet.outputs.day_editions import counts
from broadsheet.outputs.items import digest, line
from broadsheet.outputs.links import inside, relative, shown
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.ranking import most_connected, most_named, most_named_list
from broadsheet.outputs.shelves import source_addresses, topic_addresses
from broadsheet.outputs.words import Words, words_for

STORIES = 6
"""Articles of the latest edition shown with their lead text, after the first."""

BRIEFS = 10
"""Further articles, by their headline alone."""

DAYS = 30
"""Editions over which names are counted."""

RECENT = 7
"""Editions listed."""

SHELVES = 12
"""Topics and sources listed, those with the most articles."""


def home(edition: Edition) -> Iterator[Draft]:
    """The page a visitor sees first."""
    words = words_for(edition.config.language)
    start = addresses.HOME
    day = next(iter(edition.by_day), None)
    # An archive without any date leads with what it has.
    latest = edition.by_day[day] if day else edition.articles
    shown_first = most_connected(edition, latest[:200])
    front = list_front(edition.config.site_name, "home.html")
    if day:
        front |= {"date": day.isoformat(), "dateline": words.weekday(day)}
    recent = [article for one in list(edition.by_day)[:DAYS] for article in edition.by_day[one]] or latest[:200]
    yield page(
        start,
        front,
        shown(edition.config.site_description),
        Block("lead", _lead(edition, shown_first, start, words)),
        Block("stories", _stories(edition, shown_first[1:], start, words)),
        Block("most-named", most_named_list(most_named(edition, recent, KINDS[:3]), start, words)),
        Block("editions", _editions(edition, start, words)),
        Block("topics", _shelves(words("Topics"), edition.by_topic, topic_addresses(edition), words)),
        Block("sources", _shelves(words("Sources"), edition.by_source, source_addresses(edition), words)),
        Block("languages", _languages(edition, words)),
    )


def _lead(edition: Edition, articles: Sequence[Article], start: str, words: Words) -> str:
    if not articles:
        return words("There is no article yet. `broadsheet generate` brings them in.")
    return digest(edition, articles[0], start, "##")


def _stories(edition: Edition, articles: Sequence[Article], start: str, words: Words) -> str:
    day = next(iter(edition.by_day), None)
    parts = []
    if day:
        target = relative(addresses.day_edition(day), start)
        parts.append(f"## [{words.weekday(day)}]({target})\n\n{counts(edition.by_day[day], words)}")
    elif edition.articles:
        target = relative(addresses.archive_undated(), start)
        parts.append(f"## [{words('Articles')}]({target})\n\n{counts(edition.articles, words)}")
    parts += [digest(edition, article, start) for article in articles[:STORIES]]
    brief = articles[STORIES : STORIES + BRIEFS]
    if brief:
        parts.append(f"### {words('In brief')}")
        parts.append("\n".join(f"- {line(article, start, words)}" for article in brief))
    return "\n\n".join(parts)


def _editions(edition: Edition, start: str, words: Words) -> str:
    days = list(edition.by_day)[:RECENT]
    if not days:
        return ""
    lines = [
        f"- [{words.weekday(day)}]({relative(addresses.day_edition(day), start)}) "
        f"*{words.count('{count} article', '{count} articles', len(edition.by_day[day]))}*"
        for day in days
    ]
    more = f"[{words('All editions')}]({relative(addresses.EDITIONS, start)})"
    return "\n".join([f"## {words('Editions')}", "", *lines, "", more])


def _shelves(title: str, articles: Mapping[str, Sequence[Article]], shelves: Mapping[str, str], words: Words) -> str:
    if not shelves:
        return ""
    largest = sorted(shelves, key=lambda name: (-len(articles[name]), name))[:SHELVES]
    lines = [
        f"- {inside(shelves[name], addresses.HOME, name)} *{words.number(len(articles[name]))}*" for name in largest
    ]
    return "\n".join([f"## {title}", "", *lines])


def _languages(edition: Edition, words: Words) -> str:
    spoken = Counter(article.language for article in edition.articles if article.language)
    ranked = sorted(spoken.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) < 2:
        return ""
    lines = [f"- {shown(words.language_name(tag))} *{words.number(count)}*" for tag, count in ranked]
    return "\n".join([f"## {words('Languages')}", "", *lines])
