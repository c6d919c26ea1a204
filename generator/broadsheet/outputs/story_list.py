"""The list of stories: a story stands where it began, so that a new day makes no old page another one.

The running ones (`present` has the rule) stand on the first page before all others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Story
from broadsheet.outputs.entries import outlets
from broadsheet.outputs.items import span, year_heading
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import shown
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.moments import newest_day
from broadsheet.outputs.paging import Sheet, newest_first
from broadsheet.outputs.present import first_and_last, running_stories
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.story_entries import central, to_story
from broadsheet.outputs.summary import gist
from broadsheet.outputs.words import Words, words_for

MOST_RUNNING = 12


def story_list(edition: Edition) -> Iterator[Draft]:
    """All stories, by the day on which they began, latest first."""
    words = words_for(edition.config.language)
    began = {story.id: first_and_last(edition, story)[0] for story in edition.stories}
    # One that lost all others but one keeps its page, and tells nothing here.
    several = [one for one in edition.stories if len(one.articles) > 1]
    stories = sorted(several, key=lambda one: (-(began[one.id] or dt.date.min).toordinal(), one.id))

    sheets = newest_first(stories, edition.config.per_page)

    running = running_stories(edition)[:MOST_RUNNING]

    def updated(of: Sequence[Story], start: str) -> str:
        told = (*of, *running) if start == addresses.STORIES else of
        return newest_day(edition.by_id[one.articles[0]] for one in told)

    def write(of: Sequence[Story], start: str) -> str:
        parts = []
        for year, group in groupby(of, lambda one: day.year if (day := began[one.id]) else None):
            parts.append(f"## {year_heading(year, words)}")
            # With a line between them: after an item's second paragraph, a dash would only go on with it.
            parts.append("\n\n".join(f"- {_line(edition, one, start, words)}" for one in group))
        return "\n\n".join(parts)

    listing = Listing(
        title=words("Stories"),
        address=addresses.stories,
        sheets=sheets,
        write=write,
        intro=words("What several articles tell, or one event over several days: each story by the day it began."),
        about=words.count("{count} story", "{count} stories", len(stories)),
        filters=_filters(edition, sheets, words),
        linked=SchemaOrg(edition, words).lists(attrgetter("address")),
        updated=updated,
    )
    for draft in list_pages(listing, words):
        if draft.address == addresses.STORIES and running:
            block = Block("running", _running(edition, running, words))
            place = next(at for at, part in enumerate(draft.parts) if isinstance(part, Block) and part.name == "filter")
            parts = (*draft.parts[:place], block, *draft.parts[place:])
            yield Draft(address=draft.address, front=draft.front, parts=parts)
        else:
            yield draft


def _filters(edition: Edition, sheets: Sequence[Sheet[Story]], words: Words) -> Sequence[str]:
    """The language filter of each page: of the languages in which headlines are."""
    told = [[central(edition, one) for one in sheet.entries] for sheet in sheets]
    return filters(told, [addresses.stories(sheet.number) for sheet in sheets], words)


def _running(edition: Edition, running: Sequence[Story], words: Words) -> str:
    parts = [f"## {words('Running stories')}"]
    for story in running:
        told = edition.told_by(story)
        parts.append(f"### {to_story(edition, story, addresses.STORIES, words)}")
        said = gist([central(edition, story)], story.title)
        parts += [spoken(shown(said), central(edition, story).language, words)] if said else []
        parts.append(f"{_counts(edition, story, words)} · {span([one for one in told if one.day], words)}")
    return "\n\n".join(parts)


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
