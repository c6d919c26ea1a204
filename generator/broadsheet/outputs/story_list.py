"""The list of stories: a story stands where it began, so that a new day makes no old page another one.

The running ones, which somebody told of late, stand on the first page before all others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Story
from broadsheet.outputs.entries import outlets
from broadsheet.outputs.items import span, year_heading
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import shown
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.paging import Sheet, newest_first
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.story_entries import central, to_story
from broadsheet.outputs.summary import gist
from broadsheet.outputs.words import Words, words_for

RUNNING = 14
"""Days before the newest article within which a story of more than one day was told, to be running."""

MOST_RUNNING = 12


def story_list(edition: Edition) -> Iterator[Draft]:
    """All stories, by the day on which they began, latest first."""
    words = words_for(edition.config.language)
    began = {story.id: _days(edition, story)[0] for story in edition.stories}
    stories = sorted(edition.stories, key=lambda one: (-(began[one.id] or dt.date.min).toordinal(), one.id))

    sheets = newest_first(stories, edition.config.per_page)

    def write(of: Sequence[Story], start: str) -> str:
        parts = []
        for year, group in groupby(of, lambda one: day.year if (day := began[one.id]) else None):
            parts.append(f"## {year_heading(year, words)}")
            parts.append("\n".join(f"- {_line(edition, one, start, words)}" for one in group))
        return "\n\n".join(parts)

    listing = Listing(
        title=words("Stories"),
        address=addresses.stories,
        sheets=sheets,
        write=write,
        intro=words("What several articles tell, or one event over several days: each story by the day it began."),
        about=words.count("{count} story", "{count} stories", len(stories)),
        filters=_filters(edition, sheets, words),
    )
    running = _running(edition, words)
    for draft in list_pages(listing, words):
        if draft.address == addresses.STORIES and running:
            place = next(at for at, part in enumerate(draft.parts) if isinstance(part, Block) and part.name == "filter")
            parts = (*draft.parts[:place], Block("running", running), *draft.parts[place:])
            yield Draft(address=draft.address, front=draft.front, parts=parts)
        else:
            yield draft


def _filters(edition: Edition, sheets: Sequence[Sheet[Story]], words: Words) -> Sequence[str]:
    """The language filter of each page: of the languages in which headlines are."""
    told = [Sheet([central(edition, one) for one in of.entries], of.number, of.before, of.after) for of in sheets]
    return filters(told, [addresses.stories(sheet.number) for sheet in sheets], words)


def running_stories(edition: Edition) -> Sequence[Story]:
    """The stories of more than one day that were told of late, that with the newest article first."""
    newest = next(iter(edition.by_day), None)
    if newest is None:
        return ()
    since = newest - dt.timedelta(days=RUNNING)
    found = []
    for story in edition.stories:
        first, last = _days(edition, story)
        if first and last and first < last >= since:
            found.append(story)
    return found


def _running(edition: Edition, words: Words) -> str:
    parts = [f"## {words('Running stories')}"]
    for story in running_stories(edition)[:MOST_RUNNING]:
        told = edition.told_by(story)
        parts.append(f"### {to_story(edition, story, addresses.STORIES, words)}")
        said = gist([central(edition, story)], story.title)
        parts += [spoken(shown(said), central(edition, story).language, words)] if said else []
        parts.append(f"{_counts(edition, story, words)} · {span([one for one in told if one.day], words)}")
    return "\n\n".join(parts) if len(parts) > 1 else ""


def _line(edition: Edition, story: Story, start: str, words: Words) -> str:
    told = [one for one in edition.told_by(story) if one.day]
    small = [_counts(edition, story, words), span(told, words)]
    return f"{to_story(edition, story, start, words)}\n\n    *{' · '.join(part for part in small if part)}*"


def _counts(edition: Edition, story: Story, words: Words) -> str:
    told = edition.told_by(story)
    parts = [words.count("{count} article", "{count} articles", len(told))]
    sources = outlets(told)
    if len(sources) > 1:
        parts.append(words.count("{count} source", "{count} sources", len(sources)))
    return " · ".join(parts)


def _days(edition: Edition, story: Story) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a story."""
    days = [one.day for one in edition.told_by(story) if one.day]
    return (days[-1], days[0]) if days else (None, None)
