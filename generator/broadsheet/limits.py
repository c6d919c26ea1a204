"""How much is too much: the limits at which a record, a file or a page is held to be a mistake or an attack.

What goes over a limit is rejected (or shortened, where that is kinder) and reported, and the run goes on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What stands under `plugins: - broadsheet: limits:` in mkdocs.yml, or is usual."""

    record: int = 16_000_000
    """Bytes of one record: a line of JSON Lines, an HTML page, a text dump; characters of a record in another file."""
    title: int = 1_000
    """Characters of a headline."""
    body: int = 2_000_000
    """Characters of an article's text."""
    entries: int = 1_000
    """Entries of a record's list (authors, topics, entities); columns of a table."""
    aliases: int = 200
    """Other names of one entity."""
    depth: int = 40
    """Levels of lists and objects, one in the other, in a record."""
    lines: int = 100_000
    """Lines of a text dump; tags of an HTML page; a third of the tags of a feed."""
    items: int = 1_000_000
    """Records in one input; lines, blank ones too, of JSON Lines."""
    rejections: int = 10_000
    """Rejected records in one input, before the rest of it is left unread."""
    file: int = 64_000_000
    """Bytes of an input that is read whole (any but JSON Lines), and of a line without an end."""
    unpacked: int = 20_000_000_000
    """Bytes in a gzipped input."""
    ratio: int = 200
    """How many times larger a gzipped input may be than what it is packed in."""
    entities_per_page: int = 500
    """Entities that one article links and lists."""


USUAL = Limits()
"""The limits where nobody set others."""


def or_raise(remedy: str, limit: str) -> str:
    """A remedy, and the other way out: the setting to raise."""
    return f"{remedy}, or raise `limits: {limit}` in mkdocs.yml"
