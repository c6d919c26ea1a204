"""The part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts, and lists of these."""

from __future__ import annotations

from typing import Any

STEP = bytes({24: 2, 25: 3, 26: 5, 27: 9}.get(head & 31, 1) for head in range(256))
"""How many bytes a number takes, by the first of them; below 32 that is one from zero up."""
NUMBERS, NEGATIVES, TEXTS, LISTS = 0, 1, 3, 4


def decoded(packed: bytes) -> Any:
    """The item that `packed` holds.

    Raises:
        ValueError: it is in a form that Pagefind does not write.
        IndexError: it is cut off.
    """
    return item(packed, 0)[0]


def item(packed: bytes, at: int) -> tuple[Any, int]:
    """The item at a place, and the place behind it."""
    kind = packed[at] >> 5
    size, at = head(packed, at)
    if kind == NUMBERS:
        return size, at
    if kind == NEGATIVES:
        return -1 - size, at
    if kind == TEXTS:
        return packed[at : at + size].decode(), at + size
    if kind != LISTS:
        raise ValueError("an index in a form that is not read here")
    items = []
    for _ in range(size):
        one, at = item(packed, at)
        items.append(one)
    return items, at


def head(packed: bytes, at: int) -> tuple[int, int]:
    """The number that an item begins with (its size, if it is a text or a list), and the place behind that."""
    size = packed[at] & 31
    if size < 24:
        return size, at + 1
    if size > 27:
        raise ValueError("an index in a form that is not read here")
    behind = at + STEP[packed[at]]
    return int.from_bytes(packed[at + 1 : behind], "big"), behind
