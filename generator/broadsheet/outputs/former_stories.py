"""Pages of stories that are told no more: each sends its readers to the story in which most of its articles are."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive import story_page
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition


def former_stories(edition: Edition) -> Iterator[Draft]:
    """A redirect for each story that has a page and no article; to the list of stories where all of it is gone."""
    for story in edition.former_stories:
        target = edition.story[story.into].address if story.into else addresses.STORIES
        yield Draft(address=story.address, front=story_page.sent_on(story, target))
