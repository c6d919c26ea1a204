"""Text as XML and other files for machines may hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 cannot hold, escaped or not, halves of surrogate pairs among it; and what it may hold but HTML may not:
# control characters and code points that are no characters.
_NO_CHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_NO_TEXT = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")


DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def clean(text: str) -> str:
    """`text` without what no file for machines should hold."""
    # What can be printed is none of those, and most texts can.
    return text if text.isprintable() else _NO_TEXT.sub("", text)


def filled(text: str) -> str:
    """The same for a place that may not be empty: a dash, where nothing is left."""
    return clean(text).strip() or "–"


def filled_ones(texts: Iterable[str]) -> Iterator[str]:
    """Those texts of which something is left."""
    return (text for text in texts if clean(text).strip())


def line(text: str) -> str:
    """The same as one line."""
    return " ".join(clean(text).split())


def content(text: str) -> str:
    """`text` between two tags."""
    return escape(clean(text))


def indented(lines: Iterable[str]) -> str:
    """Elements as they stand within another."""
    return "".join(f"  {line}\n" for line in lines)


def value(text: str) -> str:
    """`text` as an attribute's value, in its quotation marks."""
    return quoteattr(clean(text))
