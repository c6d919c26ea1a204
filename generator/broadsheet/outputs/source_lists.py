"""Sources: the list of all, and for each its articles, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition, folded
from broadsheet.outputs.links import web_address
from broadsheet.outputs.shelf_lists import Shelves, shelf_lists
from broadsheet.outputs.shelves import source_addresses
from broadsheet.outputs.words import words_for


def source_lists(edition: Edition) -> Iterator[Draft]:
    """The list of sources, and a list of articles for each."""
    words = words_for(edition.config.language)

    def website(name: str) -> str:
        # The address that its newest article knows.
        own = (one for one in edition.by_source[name] if folded(one.source) == folded(name))
        found = (web_address(article.source_url) for article in own)
        home = next(filter(None, found), None)
        return f"[{words('website')}]({home})" if home else ""

    shelves = Shelves(
        title=words("Sources"),
        intro=words("Who published what the archive holds, with the number of articles."),
        index=addresses.sources,
        addresses=source_addresses(edition),
        articles=edition.by_source,
        beside=website,
        sources=False,
    )
    return shelf_lists(edition, shelves)
