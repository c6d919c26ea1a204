"""An index of shelves (topics, sources) and the list of articles on each: one idea, two outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.items import lines, span
from broadsheet.outputs.links import inside, relative
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.paging import in_order, newest_first
from broadsheet.outputs.shelves import shelf
from broadsheet.outputs.words import words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """All shelves of one sort."""

    title: str
    intro: str
    index: Callable[[int], str]
    """The address of each page of their index."""
    addresses: Mapping[str, str]
    """Each shelf's own page, by its name."""
    articles: Mapping[str, Sequence[Article]]
    """What stands on each, newest first."""
    searched: bool = False
    """Whether search finds the shelves themselves."""


def shelf_lists(edition: Edition, shelves: Shelves) -> Iterator[Draft]:
    """The index of shelves, in the order of their names, then each shelf's articles."""
    words = words_for(edition.config.language)

    def write_index(names: Sequence[str], start: str) -> str:
        return "\n".join(
            f"- {inside(shelves.addresses[name], start, name)} "
            f"*{words.count('{count} article', '{count} articles', len(shelves.articles[name]))}*"
            for name in names
        )

    def write(entries: Sequence[Article], start: str) -> str:
        return lines(entries, start, words)

    def back(start: str) -> str:
        return f"‹ [{shelves.title}]({relative(shelves.index(1), start)})"

    size = edition.config.per_page
    sheets = in_order(sorted(shelves.addresses, key=lambda name: (name.casefold(), name)), size)
    index = Listing(
        title=shelves.title,
        address=shelves.index,
        sheets=sheets,
        write=write_index,
        intro=shelves.intro,
        newer=False,
    )
    yield from list_pages(index, words)
    for name, address in shelves.addresses.items():
        listing = Listing(
            title=name,
            address=shelf(address),
            sheets=newest_first(shelves.articles[name], size),
            write=write,
            name=lambda entries: span(entries, words),
            above=back,
            searched=shelves.searched,
        )
        yield from list_pages(listing, words)
