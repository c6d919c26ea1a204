"""A Draft: what an output hands over, before anything is written.

A page is front matter, text and managed blocks. Text belongs to the person who edits it; a block is ours
and is refreshed on every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WHOLE = (".xml", ".json", ".jsonl", ".opml", ".txt", ".svg", ".csv")
"""What the names of files end in that we may write and that are no pages: they are compared as a whole."""


@dataclass(frozen=True, slots=True)
class Block:
    """A managed block: `<!-- broadsheet:NAME -->` … `<!-- /broadsheet:NAME sum:… -->`."""

    name: str
    """Lower-case letters and hyphens, once a page (`mentions`, `related`)."""
    text: str
    """Markdown, without markers; may be empty, then the block is left out of a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page of content/ as it should be."""

    address: str
    front: Mapping[str, Any]
    """Front matter, in the order in which it is written: text, numbers, booleans, lists and mappings of
    those. Dates are ISO 8601 text. Empty values are left out by the output. The archive adds `fingerprint`."""
    parts: tuple[str | Block, ...] = field(default=())
    """The page under the front matter, from top to bottom, parted by empty lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDraft:
    """A file that is no page (a feed): wholly ours or wholly a person's, compared and replaced as a whole."""

    address: str
    text: str
    mark: str = ""
    """What it begins with, where a person may have a file of this name: one that does not begin so is theirs."""
    sign: str = ""
    """What ours alone has near its beginning, where Broadsheet once wrote a file of this name and noted nothing."""


AnyDraft = Draft | FileDraft
