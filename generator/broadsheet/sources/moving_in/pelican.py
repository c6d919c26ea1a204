"""Pelican: `content/`, with `Key: value` lines at the head of Markdown, or `<meta>` in HTML (https://docs.getpelican.com/).

Posts in reStructuredText are read with docutils, where that is installed: Pelican brings it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from broadsheet.sources.moving_in import blog_text
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.posts import MARKDOWN, Site, Way, first, read_posts, simple_slug
from broadsheet.sources.moving_in.settings_text import settings
from broadsheet.sources.raw import Item

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}(?:Title|Date|Slug|Category|Status)\s{0,9}:[ \t]", re.IGNORECASE)
_RST = re.compile(rb"^:(?:date|category|tags|slug):", re.MULTILINE)


def is_one(box: Box) -> bool:
    """Whether there are Pelican's settings, or posts that begin as only Pelican's do."""
    if box.near("pelicanconf.py") is not None:
        return True
    return any(_HEAD.match(box.head(name)) for name in box.ending(*MARKDOWN)[:50]) or any(
        _RST.search(box.head(name)) for name in box.ending(".rst")[:20]
    )


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The posts under content/, where there is one, else all; pages, drafts and hidden posts are left out."""
    told = settings(box.near("pelicanconf.py"), "python")
    published = settings(box.near("publishconf.py"), "python")
    site = Site(
        name=first(told, "sitename"),
        url=first(published, "siteurl") or first(told, "siteurl"),
        language=first(told, "default_lang"),
        author=first(told, "author"),
    )
    moved = {"article_url", "article_save_as"} & told.keys()
    way = Way(
        blog_text.pelican,
        _why_not,
        plain_keys=True,
        rst=True,
        commas_part=True,
        address=_nowhere if moved else _address,
    )
    inner = [name for name in box.names if name.startswith("content/")]
    yield from read_posts(box, iter(inner or box.names), way, site, notes)


def _why_not(name: str, front: Mapping[str, Any]) -> str:
    status = first(front, "status").lower()
    if status in ("draft", "hidden", "skip"):
        return "drafts" if status == "draft" else f"posts whose status is {status}"
    folders = PurePosixPath(name).parts[:-1]
    if "pages" in folders or (first(front, "template").lower() == "page" and not first(front, "date")):
        return "pages that are no posts"
    if "drafts" in folders:
        return "drafts"
    return ""


def _address(_name: str, front: Mapping[str, Any], site: Site) -> str:
    """Pelican's own: the slug, where the post says which."""
    slug = simple_slug(front)
    return f"{site.url.rstrip('/')}/{slug}.html" if slug else ""


def _nowhere(_name: str, _front: Mapping[str, Any], _site: Site) -> str:
    return ""
