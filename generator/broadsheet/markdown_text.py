"""Markdown syntax: escape, link, unlink, and the plain view of a text. No other module knows any.

The plain view of a Markdown text is what a reader sees of its words: escapes resolved. Mentions count
their offsets in it, so that a name is found whether or not a character in it needed escaping.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain view of a Markdown text."""

    text: str
    offsets: Sequence[int] | None
    """For each character of `text`, and one past the last, its offset in the Markdown; None: the same offsets."""
    protected: Sequence[tuple[int, int]]
    """Spans of `text`, in order, that must not be linked: links, images, code, URLs, headings, raw HTML."""


def escape(text: str) -> str:
    """Markdown (blocks, paragraph by paragraph) that shows `text` exactly, with nothing in it that acts."""
    raise NotImplementedError


def escape_inline(text: str) -> str:
    """Markdown for one line inside other Markdown (a link's text, a list item): shows `text`, line breaks as spaces."""
    raise NotImplementedError


def plain(markdown: str) -> Plain:
    """The plain view."""
    raise NotImplementedError


def link(markdown: str, links: Iterable[tuple[int, int, str]]) -> str:
    """`markdown` with each span (start and end in the plain view, ordered, disjoint) linked to its target."""
    raise NotImplementedError


def unlink(markdown: str) -> str:
    """`markdown` without its entity links: `unlink(link(text, links)) == text`."""
    raise NotImplementedError
