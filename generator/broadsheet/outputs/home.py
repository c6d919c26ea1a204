"""The front page: the latest edition, what goes on, who is named most, and the ways into the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import KINDS, Article, Entity
from broadsheet.outputs.calendar import calendar
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_parts import counts, rule, several_sources, week_name
from broadsheet.outputs.entries import Entry, articles_of
from broadsheet.outputs.language_filter import language_filter, to_language
from broadsheet.outputs.links import inside, relative, shown, to_entity, to_kind
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.moments import newest_day
from broadsheet.outputs.present import WEEK, latest_day, present, running_stories, week_to
from broadsheet.outputs.ranking import most_named, most_named_list
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.shelves import source_addresses, topic_addresses
from broadsheet.outputs.svg import spark
from broadsheet.outputs.words import Words, words_for

STORIES = 6
"""Stories told in a sentence or two, after the first."""

BRIEFS = 10
"""Further stories of the latest edition, by their headline alone."""

WEEKS = 8
"""Weeks over which the bars beside a name go."""

RUNNING = 6
"""Running stories listed."""

DAYS = 30
"""Editions over which names are counted where the week names nobody twice."""

NAMED = 5
"""Names of a kind among the most named."""

RECENT = 7
"""Editions listed."""

SHELVES = 12
"""Topics and sources listed, those with the most articles."""

UNDATED = 200
"""Articles of an archive without any date that are looked at."""


_Day = tuple[dt.date, Sequence[Entry], Sequence[Entry]]


def home(edition: Edition) -> Iterator[Draft]:
    """The page a visitor sees first."""
    words = words_for(edition.config.language)
    start = addresses.HOME
    digest = Digest(edition, words)
    newest = latest_day(edition)
    # An archive without any date leads with what it has.
    latest = edition.by_day[newest] if newest else edition.articles[:UNDATED]
    entries = digest.entries.of(latest)
    front = list_front(edition.config.site_name, "home.html", updated=newest_day(edition.articles))
    if newest:
        front |= {"date": newest.isoformat(), "dateline": words.weekday(newest)}
    days = list(_earlier(edition, digest, entries, newest))
    running = _running(edition, digest, newest)
    told = [*entries[: 1 + STORIES + BRIEFS], *(entry for _, _, more in days for entry in more)]
    listed = (*articles_of(told), *(entry.first for entry in running))
    yield page(
        start,
        front,
        shown(edition.config.site_description),
        Block("lead", _lead(digest, entries, start, words)),
        Block("filter", language_filter(listed, start, words)),
        Block("stories", _stories(edition, digest, entries, newest, days, words)),
        Block("most-named", _named(edition, newest, start, words)),
        Block("calendar", _calendar(edition, newest, start, words)),
        Block("running", _going_on(digest, running, words)),
        Block("editions", _editions(edition, start, words)),
        Block("topics", _shelves(words("Topics"), edition.by_topic, topic_addresses(edition), words)),
        Block("sources", _shelves(words("Sources"), edition.by_source, source_addresses(edition), words)),
        Block("languages", _languages(edition, words)),
        Block("rule", rule(entries, words)),
        Block("linked-data", SchemaOrg(edition, words).site()),
    )


def _lead(digest: Digest, entries: Sequence[Entry], start: str, words: Words) -> str:
    if not entries:
        return words("There is no article yet. `broadsheet generate` brings them in.")
    return digest.told(entries[0], start, "##", news=True)


def _stories(
    edition: Edition,
    digest: Digest,
    entries: Sequence[Entry],
    newest: dt.date | None,
    days: Sequence[_Day],
    words: Words,
) -> str:
    parts = []
    # Where all there is stands as the lead, no heading stands over nothing.
    if newest and len(entries) > 1:
        parts = [_to_day(newest, words), counts(edition.by_day[newest], entries, words)]
    elif len(entries) > 1:
        target = relative(addresses.archive_undated(), addresses.HOME)
        parts = [f"## [{words('Articles')}]({target})", counts(edition.articles, entries, words)]
    # Above them stands the name of a single source.
    sources = several_sources(edition.by_day[newest] if newest else edition.articles)
    parts += [digest.told(entry, addresses.HOME, news=True, sources=sources) for entry in entries[1 : 1 + STORIES]]
    brief = entries[1 + STORIES : 1 + STORIES + BRIEFS]
    if brief:
        parts.append(f"### {words('In brief')}")
        parts.append("\n".join(f"- {digest.line(entry, addresses.HOME, sources=sources)}" for entry in brief))
    for day, found, told in days:
        parts += [_to_day(day, words), counts(edition.by_day[day], found, words)]
        sources = several_sources(edition.by_day[day])
        parts += [digest.told(entry, addresses.HOME, news=True, sources=sources) for entry in told]
    return "\n\n".join(parts)


def _earlier(edition: Edition, digest: Digest, entries: Sequence[Entry], newest: dt.date | None) -> Iterator[_Day]:
    """What a day of few stories leaves room for: those of the days before it, as far as they are of the week.

    Each day with all its entries, and those of them that are told.
    """
    room = STORIES + 1 - len(entries)
    told = {entry.story.id for entry in entries if entry.story}
    for day in week_to(edition, newest)[1:] if newest else ():
        if room <= 0:
            return
        found = digest.entries.of(edition.by_day[day])
        more = [entry for entry in found if not (entry.story and entry.story.id in told)][:room]
        told |= {entry.story.id for entry in more if entry.story}
        room -= len(more)
        if more:
            yield day, found, more


def _to_day(day: dt.date, words: Words) -> str:
    return f"## [{words.weekday(day)}]({relative(addresses.day_edition(day), addresses.HOME)})"


def _named(edition: Edition, newest: dt.date | None, start: str, words: Words) -> str:
    if newest:
        named = most_named(edition, present(edition, newest), KINDS[:3], NAMED)
        if any(named.values()):
            parts = [f"## {words('Most named in the last seven days')}"]
            for kind, entities in named.items():
                if entities:
                    lines = (_name(edition, newest, one, words) for one in entities)
                    parts.append("\n".join([f"- {to_kind(kind, start, words)}", *lines]))
            return "\n\n".join([parts[0], "\n".join(parts[1:])])
    recent = [article for day in list(edition.by_day)[:DAYS] for article in edition.by_day[day]]
    return most_named_list(most_named(edition, recent or edition.articles[:UNDATED], KINDS[:3], NAMED), start, words)


def _name(edition: Edition, newest: dt.date, named: tuple[Entity, int], words: Words) -> str:
    entity, count = named
    weeks = weekly(edition.by_entity[entity.id], newest)
    told = words("Articles week by week: {counts}", counts=words.listed(map(words.number, weeks)))
    return f"    - {to_entity(entity, addresses.HOME)} {words.number(count)} {spark(told, weeks)}"


def weekly(articles: Sequence[Article], newest: dt.date) -> list[int]:
    """How many of these articles (newest first) are of each of the last weeks up to `newest`, the present one last."""
    counts = [0] * WEEKS
    for article in articles:
        ago = (newest - article.day).days // WEEK if article.day else WEEKS
        if ago >= WEEKS:
            break
        if ago < 0:
            # Fetched since, and of no known date.
            continue
        counts[-1 - ago] += 1
    return counts


def _calendar(edition: Edition, newest: dt.date | None, start: str, words: Words) -> str:
    if newest is None:
        return ""
    month = newest.replace(day=1)
    heading = f"## [{words.month(month)}]({relative(addresses.month_edition(month), start)})"
    return f"{heading}\n\n{calendar(edition, month, start, words)}"


def _running(edition: Edition, digest: Digest, newest: dt.date | None) -> Sequence[Entry]:
    going_on = {story.id for story in running_stories(edition)}
    told = digest.entries.of(present(edition, newest)) if newest else []
    return [entry for entry in told if entry.story and entry.story.id in going_on][:RUNNING]


def _going_on(digest: Digest, running: Sequence[Entry], words: Words) -> str:
    lines = [f"- {digest.running(entry, addresses.HOME)}" for entry in running]
    return "\n".join([f"## {words('Running stories')}", "", *lines]) if lines else ""


def _editions(edition: Edition, start: str, words: Words) -> str:
    days = list(edition.by_day)[:RECENT]
    if not days:
        return ""
    lines = [
        f"- [{words.weekday(day)}]({relative(addresses.day_edition(day), start)}) "
        f"*{words.count('{count} article', '{count} articles', len(edition.by_day[day]))}*"
        for day in days
    ]
    week = f"[{week_name(days[0], words)}]({relative(addresses.week_edition(days[0]), start)})"
    month = f"[{words.month(days[0])}]({relative(addresses.month_edition(days[0]), start)})"
    more = f"[{words('All editions')}]({relative(addresses.EDITIONS, start)})"
    return "\n".join([f"## {words('Editions')}", "", *lines, "", f"{week} · {month} · {more}"])


def _shelves(title: str, articles: Mapping[str, Sequence[Article]], shelves: Mapping[str, str], words: Words) -> str:
    if not shelves:
        return ""
    largest = sorted(shelves, key=lambda name: (-len(articles[name]), name))[:SHELVES]
    lines = [
        f"- {inside(shelves[name], addresses.HOME, name)} *{words.number(len(articles[name]))}*" for name in largest
    ]
    return "\n".join([f"## {title}", "", *lines])


def _languages(edition: Edition, words: Words) -> str:
    ranked = sorted(edition.by_language.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    if len(ranked) < 2:
        return ""
    lines = [f"- {to_language(tag, addresses.HOME, words)} *{words.number(len(found))}*" for tag, found in ranked]
    title = f"## [{words('Languages')}]({relative(addresses.LANGUAGES, addresses.HOME)})"
    return "\n".join([title, "", *lines])
