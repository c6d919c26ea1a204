"""Topics: the list of all, and for each the articles on it, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.shelf_lists import Shelves, shelf_lists
from broadsheet.outputs.shelves import topic_addresses
from broadsheet.outputs.words import words_for


def topic_lists(edition: Edition) -> Iterator[Draft]:
    """The list of topics, and a list of articles for each."""
    words = words_for(edition.config.language)
    shelves = Shelves(
        title=words("Topics"),
        intro=words("Running stories and subjects, with the number of articles on each."),
        index=addresses.topics,
        addresses=topic_addresses(edition),
        articles=edition.by_topic,
        searched=True,
    )
    return shelf_lists(edition, shelves)
