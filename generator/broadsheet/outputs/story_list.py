"""The list of stories, running ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.model import Story
from broadsheet.outputs.links import inside
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.paging import newest_first
from broadsheet.outputs.words import words_for


def story_list(edition: Edition) -> Iterator[Draft]:
    """All stories."""
    words = words_for(edition.config.language)

    def write(stories: Sequence[Story], start: str) -> str:
        return "\n".join(f"- {inside(story.address, start, story.title)}" for story in stories)

    sheets = newest_first(edition.stories, edition.config.per_page)
    listing = Listing(title=words("Stories"), address=addresses.stories, sheets=sheets, write=write)
    yield from list_pages(listing, words)
