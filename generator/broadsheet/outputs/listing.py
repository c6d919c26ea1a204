"""List pages: a title, a line of introduction, the list, the way to its other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from broadsheet.archive.draft import Block, Draft
from broadsheet.outputs.links import UNNAMED, shown
from broadsheet.outputs.paging import Sheet, neighbours, ways
from broadsheet.outputs.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """A list to be published."""

    title: str
    address: Callable[[int], str]
    sheets: Sequence[Sheet[T]]
    write: Callable[[Sequence[T], str], str]
    """The Markdown of some entries on the page of that address."""
    name: Callable[[Sequence[T]], str] | None = None
    """What tells a further page from others (the days it spans); its number, where there is none."""
    intro: str = ""
    """A line of Markdown above the first page's list: a person may rewrite it."""
    about: str = ""
    """A line of facts under the first page's title: how many, from when to when."""
    filters: Sequence[str] = ()
    """The language filter of each page."""
    above: Callable[[str], str] | None = None
    """Ways to related lists on the page of that address (the letters of an A–Z)."""
    newer: bool = True
    """Whether "before" means newer articles, not the previous letters."""
    linked: Callable[[str, str, Sequence[T]], str] | None = None
    """What says for machines what is listed on the page of that title and address (`SchemaOrg.lists`)."""
    updated: Callable[[Sequence[T], str], str] = lambda _entries, _address: ""
    """The newest day of which the page of some entries and that address tells."""
    searched: bool = False
    """Whether the first page is found by search: a topic is, an index is not."""


def list_pages(listing: Listing[T], words: Words) -> Iterator[Draft]:
    """The pages of a list."""
    filters = listing.filters or [""] * len(listing.sheets)
    for sheet, languages in zip(listing.sheets, filters, strict=True):
        address = listing.address(sheet.number)
        title = sheet_title(sheet, listing, words)
        first = sheet.number == 1
        yield page(
            address,
            _front(title, listing, sheet),
            Block("about", listing.about if first else ""),
            Block("letters", listing.above(address) if listing.above else ""),
            listing.intro if first else "",
            Block("filter", languages),
            Block("list", listing.write(sheet.entries, address) if sheet.entries else words("Nothing here yet.")),
            Block("pages", ways(sheet, listing.address, words, newer=listing.newer)),
            Block("linked-data", listing.linked(title, address, sheet.entries) if listing.linked else ""),
        )


def _front(title: str, listing: Listing[T], sheet: Sheet[T]) -> dict[str, Any]:
    updated = listing.updated(sheet.entries, listing.address(sheet.number))
    front = list_front(title, updated=updated, **neighbours(sheet, listing.address))
    if listing.searched and sheet.number == 1:
        del front["search"]
    return front


def page(address: str, front: Mapping[str, Any], *parts: str | Block, heading: str = "") -> Draft:
    """A page that begins with its title, or a heading (Markdown) that says more.

    An empty block stays in the draft: it empties one that was written before.
    """
    title = Block("title", f"# {heading or shown(front.get('title', '')) or UNNAMED}")
    kept = (part for part in parts if part)
    return Draft(address=address, front=front, parts=(title, *kept))


def list_front(title: str, template: str = "list.html", *, updated: str = "", **more: Any) -> dict[str, Any]:
    """The front matter of a page that only lists others: not searched, since what it lists is.

    `updated` is the newest day of which it tells, for search engines.
    """
    dated = {"updated": updated} if updated else {}
    return {"title": title, "template": template, **dated, **more, "search": {"exclude": True}}


def sheet_title(sheet: Sheet[T], listing: Listing[T], words: Words) -> str:
    """The list's own title, or that of a further page: `Ukraine, 3 March 2026 – 16 April 2026`."""
    if sheet.number == 1:
        return listing.title
    name = listing.name(sheet.entries) if listing.name else ""
    return f"{listing.title}{words.comma}{name or words('page {number}', number=words.number(sheet.number))}"
