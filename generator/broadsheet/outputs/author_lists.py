"""Authors: the list of all, and for each its articles, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.outputs.shelf_lists import Shelves, shelf_lists
from broadsheet.outputs.shelves import author_addresses
from broadsheet.outputs.words import words_for


def author_lists(edition: Edition) -> Iterator[Draft]:
    """The list of authors, and a list of articles for each; nothing where no article says who wrote it."""
    if not edition.by_author:
        return
    words = words_for(edition.config.language)
    shelves = Shelves(
        title=words("Authors"),
        intro=words("Who wrote what the archive holds, with the number of articles."),
        index=addresses.authors,
        addresses=author_addresses(edition),
        articles=edition.by_author,
    )
    yield from shelf_lists(edition, shelves)
