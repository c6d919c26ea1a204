"""Paragraphs that a dump broke at a fixed width, joined again; all other lines stay as they are.

A terminal browser or a mail breaks each paragraph at 60 to 100 characters and sets a blank line after it. Only
where at least two paragraphs of three lines or more show this is anything joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.cleaning.lines import Line, measure

NARROWEST, WIDEST = 50, 100
_FILLED = 0.72
"""The part of the width that every line of a paragraph but its last must fill."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a dump with broken paragraphs put together."""
    width = max((len(line.text) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return list(lines)
    blocks = list(_blocks(lines))
    broken = [len(block) > 1 and _is_broken(block, width) for block in blocks]
    if sum(1 for block, is_broken in zip(blocks, broken, strict=True) if is_broken and len(block) > 2) < 2:
        return list(lines)
    return [
        line
        for block, is_broken in zip(blocks, broken, strict=True)
        for line in ([_together(block)] if is_broken else block)
    ]


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_broken(block: Sequence[Line], width: int) -> bool:
    """True where every line but the last is filled, and most of them stop in the middle of a sentence."""
    inner = block[:-1]
    if any(len(line.text) < _FILLED * width for line in inner):
        return False
    return 2 * sum(line.shape.final != "." for line in inner) > len(inner)


def _together(block: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in block)
    return Line(block[0].number, text, block[0].after_blank, measure(text), len(block))
