"""The index of shelves: all topics, sources or authors from A to Z, and those with the most articles first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from broadsheet.archive.draft import Draft
from broadsheet.model import Article
from broadsheet.outputs.letters import by_letter, in_alphabet, letter_of
from broadsheet.outputs.links import inside, relative
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.moments import newest_day
from broadsheet.outputs.paging import in_order
from broadsheet.outputs.words import Words

LARGEST = 10
"""Shelves with the most articles, above a long index."""

LONG = 30
"""Shelves from which on an index is long."""

LONGEST_TITLE = 90
"""Characters of a name that are shown: an author line may hold a biography."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What an index of shelves lists."""

    title: str
    intro: str
    address: Callable[[int], str]
    shelves: Mapping[str, str]
    """Each shelf's page, by its name."""
    articles: Mapping[str, Sequence[Article]]
    linked: Callable[[str, str, Sequence[str]], str]
    """What says for machines what is listed: see `Listing`."""


def shelf_index(index: Index, size: int, words: Words) -> Iterator[Draft]:
    """The pages of an index; a long one has letters, each linked to the page where its names begin."""
    letters = by_letter(sorted(index.shelves, key=lambda name: (in_alphabet(name), name)), str)
    sheets = in_order([name for names in letters.values() for name in names], size)
    long = len(index.shelves) > LONG
    first: dict[str, int] = {}
    for sheet in sheets:
        for name in sheet.entries:
            first.setdefault(letter_of(name), sheet.number)

    def entry(name: str, start: str) -> str:
        count = words.count("{count} article", "{count} articles", len(index.articles[name]))
        return f"- {inside(index.shelves[name], start, short(name))} *{count}*"

    largest = sorted(index.shelves, key=lambda name: (-len(index.articles[name]), name))[: LARGEST if long else 0]

    def updated(names: Sequence[str], start: str) -> str:
        told = (*names, *largest) if start == index.address(1) else names
        return newest_day(one for name in told for one in index.articles[name][:1])

    def write(names: Sequence[str], start: str) -> str:
        if not long:
            return "\n".join(entry(name, start) for name in names)
        parts = []
        if start == index.address(1):
            parts.append("\n".join([f"## {words('Most articles')}", "", *(entry(name, start) for name in largest)]))
        for letter, group in groupby(names, letter_of):
            parts.append("\n".join([f"## {words(letter)}", "", *(entry(name, start) for name in group)]))
        return "\n\n".join(parts)

    def bar(start: str) -> str:
        ways = (f"[{words(one)}]({relative(index.address(number), start)})" for one, number in first.items())
        return " · ".join(ways) if len(sheets) > 1 else ""

    listing = Listing(
        title=index.title,
        address=index.address,
        sheets=sheets,
        write=write,
        intro=index.intro,
        above=bar,
        linked=index.linked,
        updated=updated,
        newer=False,
    )
    return list_pages(listing, words)


def short(name: str) -> str:
    """A name as it is shown: cut where it is no name any more."""
    return name if len(name) <= LONGEST_TITLE else name[: LONGEST_TITLE - 1].rstrip() + "…"
