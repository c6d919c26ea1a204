"""Pages of entities that were merged into others: each keeps what it says of itself, and sends its readers on."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.archive import entity_page
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition


def merged_pages(edition: Edition) -> Iterator[Draft]:
    """A redirect for each merged entity that has a page."""
    for into, others in edition.merged.items():
        for one in others:
            front = entity_page.sent_on(one, edition.entities[into].address)
            yield Draft(address=one.address, front=front, parts=(one.description,))
