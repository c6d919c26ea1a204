"""Long lists, cut into pages.

A list that grows at its front (articles, newest first) is cut from its *end*: the oldest entries make page
2, the next page 3, and the front page holds what is left. So a full page never changes again, however
many articles come. A list in the order of the alphabet is cut from its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from broadsheet.outputs.links import relative
from broadsheet.outputs.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list."""

    entries: Sequence[T]
    number: int
    """1 is the page that carries the list's own address."""
    before: int | None
    """The number of the page that a reader has seen before it (newer entries, or earlier letters)."""
    after: int | None


def newest_first(entries: Sequence[T], size: int) -> list[Sheet[T]]:
    """The pages of a list that grows at its front; the front page holds from half a page to one and a half."""
    full = max(0, len(entries) - (size + 1) // 2) // size
    front = len(entries) - full * size
    sheets = [Sheet(entries[:front], 1, None, full + 1 if full else None)]
    for number in range(full + 1, 1, -1):
        start = front + (full + 1 - number) * size
        before = number + 1 if number <= full else 1
        sheets.append(Sheet(entries[start : start + size], number, before, number - 1 if number > 2 else None))
    return sheets


def in_order(entries: Sequence[T], size: int) -> list[Sheet[T]]:
    """The pages of a list whose beginning stays where it is."""
    last = max(1, -(-len(entries) // size))
    return [
        Sheet(
            entries[(number - 1) * size : number * size],
            number,
            number - 1 if number > 1 else None,
            number + 1 if number < last else None,
        )
        for number in range(1, last + 1)
    ]


def ways(sheet: Sheet[T], address: Callable[[int], str], words: Words, *, newer: bool = True) -> str:
    """The links to the pages before and after: `[‹ Newer](…) · [Older ›](…)`; empty for a list of one page."""
    start = address(sheet.number)
    before, after = ("Newer", "Older") if newer else ("Previous page", "Next page")
    links = []
    if sheet.before:
        links.append(f"[‹ {words(before)}]({relative(address(sheet.before), start)})")
    if sheet.after:
        links.append(f"[{words(after)} ›]({relative(address(sheet.after), start)})")
    return " · ".join(links)


def neighbours(sheet: Sheet[T], address: Callable[[int], str]) -> dict[str, str]:
    """The same as front matter, for the links in a page's head: `prev` and `next`."""
    ways = (("prev", sheet.before), ("next", sheet.after))
    return {relation: address(number) for relation, number in ways if number}
