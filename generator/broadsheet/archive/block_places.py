"""Where a block goes in a page that is a person's in part: at its place in the order of the draft."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.archive import blocks, fingerprint
from broadsheet.archive.draft import Draft
from broadsheet.archive.fingerprint import TEXT


def order(draft: Draft) -> tuple[str, ...]:
    """The names of a draft's blocks from top to bottom, with `text` where its text stands."""
    return tuple(TEXT if isinstance(part, str) else part.name for part in draft.parts if part)


def put(text: str, start: int, name: str, block: str, order: Sequence[str]) -> str:
    """A page with a block put in: behind the one that comes before it, else before the one that comes after it.

    Args:
        text: the page.
        start: where its body starts.
        name: of the block.
        block: it, with its markers.
        order: of the draft's blocks and text, as `order` gives it.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    block = block.replace("\r\n", "\n").replace("\n", newline)
    standing = {one.name: one for one in blocks.find(text, start)}
    place = order.index(name)
    before = next((one for one in reversed(order[:place]) if one == TEXT or one in standing), None)
    later = [one for one in order[place + 1 :] if one == TEXT or one in standing]
    if before not in (None, TEXT):
        end = standing[before].end
        return _parted(text, end - (text[end - 1] == "\r"), block, newline)
    if later[:1] != [TEXT] or before == TEXT:
        # The draft's text may stand anywhere in the page: behind it is before what follows, or at the end.
        following = next((one for one in later if one != TEXT), None)
        return _parted(text, standing[following].start if following else len(text.rstrip("\r\n")), block, newline)
    return _parted(text, len(text) - len(text[start:].lstrip("\r\n")), block, newline)


def taken_out(text: str, start: int, standing: blocks.Standing, order: Sequence[str]) -> str | None:
    """A page without a block that would be put in just there again; None where its place says something."""
    end = standing.end - (text[standing.end - 1] == "\r")
    newline = "\r\n" if "\r\n" in text else "\n"
    block = text[standing.start : end]
    for low, high in ((standing.start - 2 * len(newline), end), (standing.start, end + 2 * len(newline))):
        left = text[: max(low, start)] + text[high:]
        if left.strip() and put(left, start, standing.name, block, order) == text:
            return left
    return None


def layout_with(layout: Sequence[str], text: str, start: int, name: str) -> tuple[str, ...]:
    """The layout that a page's fingerprint notes, with the name of a block that was put in."""
    standing = blocks.find(text, start)
    now = fingerprint.standing_layout(blocks.outside(text, start, standing), [one.name for one in standing])
    above = now[: now.index(name)]
    at = next((layout.index(one) + 1 for one in reversed(above) if one != TEXT and one in layout), 0)
    at += above[-1:] == (TEXT,) and tuple(layout[at : at + 1]) == (TEXT,)
    return (*layout[:at], name, *layout[at:])


def _parted(text: str, at: int, block: str, newline: str) -> str:
    """A text with a block put in, empty lines around it."""
    above, below = text[:at], text[at:]
    if above.rstrip(" \t") and not above.endswith(newline * 2):
        block = newline * (1 if above.endswith(newline) else 2) + block
    if not below.strip("\r\n"):
        return above + block + newline
    missing = 2 - (len(below) - len(below.lstrip("\r\n"))) // len(newline)
    return above + block + newline * max(0, missing) + below
