"""Managed blocks: the parts of a page that are ours, between two markers.

    <!-- broadsheet:mentions -->
    …
    <!-- /broadsheet:mentions sum:1f2e3d4c -->

The sum is over the text between, so that a person's edit in there is seen and kept. A block that a person
wrote empty, without a sum, asks to be filled.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# A line of its own. What begins with plain letters is searched for many times faster than what begins with `^`.
_MARKER = re.compile(r"<!-- (/?)broadsheet:([a-z][a-z0-9-]*)(?: sum:([0-9a-f]*))? -->[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A block as it stands in a page; offsets count in the page's text."""

    name: str
    start: int
    """Where its opening marker starts."""
    inside: tuple[int, int]
    """Where the text between the markers starts and ends."""
    end: int
    """Where its closing marker ends."""
    text: str
    """What stands between the markers, without the empty lines around it; lines end in a plain newline."""
    sum: str
    """What its closing marker says; empty when it says nothing."""

    @property
    def intact(self) -> bool:
        """Whether the text is as it was written."""
        return self.sum == sum_of(self.text) or not (self.text or self.sum)


def find(text: str, start: int = 0) -> list[Standing]:
    """The blocks of a page, in order. A marker without its partner is text; so is a second block of one name."""
    if "<!-- /broadsheet:" not in text:
        return []
    found: dict[str, Standing] = {}
    opened: re.Match[str] | None = None
    for marker in _MARKER.finditer(text, start):
        if marker.start() and text[marker.start() - 1] != "\n":
            continue
        if not marker[1]:
            opened = None if marker[2] in found else marker
        elif opened and opened[2] == marker[2]:
            name, inside = marker[2], (opened.end(), marker.start())
            between = plain_lines(text[inside[0] : inside[1]]).strip("\n")
            found[name] = Standing(name, opened.start(), inside, marker.end(), between, marker[3] or "")
            opened = None
    return list(found.values())


def render(name: str, text: str) -> str:
    """A block with its markers.

    Raises:
        ValueError: the text holds a marker: what an output writes must be escaped.
    """
    if "<!--" in text and _MARKER.search(text):
        raise ValueError(f"block {name}: its text holds a marker of a block; it should have been escaped")
    return between(name, text, sum_of(text))


def between(name: str, text: str, mark: str) -> str:
    """A text between the markers of a block, with this sum, be it right or not."""
    # Empty lines around the text: else some Markdown engines take it for a part of the comment.
    inside = f"\n{text}\n" if text else ""
    return f"<!-- broadsheet:{name} -->\n{inside}\n<!-- /broadsheet:{name} sum:{mark} -->"


def refreshed(text: str, standing: Iterable[Standing], texts: Mapping[str, str]) -> str:
    """A page's text with new texts in its intact blocks; everything else stays, byte for byte."""
    pieces: list[str] = []
    done = 0
    for block in standing:
        new = texts.get(block.name)
        if new is None or not block.intact or new == block.text:
            continue
        rendered = render(block.name, new)
        if text[block.inside[0] - 1] == "\r":
            rendered = rendered.replace("\n", "\r\n")
        pieces += [text[done : block.start], rendered]
        done = block.end - (text[block.end - 1] == "\r")
    return "".join([*pieces, text[done:]])


def outside(text: str, start: int, standing: Iterable[Standing]) -> list[str]:
    """The stretches of a page's text around its blocks: one more than there are blocks; plain newlines."""
    stretches: list[str] = []
    for block in standing:
        stretches.append(plain_lines(text[start : block.start]))
        start = block.end
    return [*stretches, plain_lines(text[start:])]


def sum_of(text: str) -> str:
    """The sum over a block's text: the first 8 hexadecimal digits of its SHA-256 digest."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def plain_lines(text: str) -> str:
    """`text` with plain newlines for those of Windows."""
    return text.replace("\r\n", "\n") if "\r" in text else text


def before_open(text: str) -> str:
    """A stretch of text up to an opening marker that has lost its partner: what follows was a block."""
    found = next((marker for marker in _MARKER.finditer(text) if not marker[1]), None) if "<!--" in text else None
    return text[: found.start()] if found else text


def alone(text: str, standing: Iterable[Standing]) -> list[int]:
    """Where markers stand that belong to none of these blocks."""
    edges = {edge for block in standing for edge in (block.start, block.inside[1])}
    return [found.start() for found in _MARKER.finditer(text) if found.start() not in edges]
