"""Story pages: who tells it and since when, day by day, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.archive import story_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.items import lines
from broadsheet.outputs.listing import page
from broadsheet.outputs.words import words_for


def story_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each story."""
    words = words_for(edition.config.language)
    for story in edition.stories:
        articles = edition.told_by(story)
        yield page(
            story.address,
            story_page.front(story),
            Block("about", words.count("{count} article", "{count} articles", len(articles))),
            Block("list", lines(articles, story.address, words)),
        )
