"""Links on a page: to other pages of the archive, relative; to the open web, after a look at the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from urllib.parse import quote

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.markdown_text import escape_inline
from broadsheet.model import Entity
from broadsheet.outputs.language_spans import language_span
from broadsheet.outputs.words import Words

_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
# What ends a link, starts other Markdown, or is no part of an address; everything else stays readable.
_UNSAFE = re.compile(
    r"[\x00-\x20\x7f-\xa0\\()<>\[\]{}\"'`|*~^\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\U000e0000-\U000e0fff]"
)
_IN_TEXT = re.compile(r"(https?://[^\s<>\"'()\[\]{},;]*[^\s<>\"'()\[\]{},;.:!?])")
_REFERENCE = re.compile(r"&(?=#?\w+;)")

UNNAMED = "–"
"""What stands for a title or name of which nothing can be shown."""

shown = lru_cache(maxsize=1 << 15)(escape_inline)
"""Markdown that shows a name or title as it is; names come again on thousands of pages."""


def web_address(url: str | None) -> str | None:
    """`url` as Markdown may hold it, or None when it is not an http or https address."""
    url = (url or "").strip()
    if not _WEB.match(url):
        return None
    return _REFERENCE.sub("&amp;", _UNSAFE.sub(_percent, url))


def outside(url: str | None, text: str) -> str:
    """`text` (plain) linked to a page on the web, or alone where `url` is no web address."""
    address = web_address(url)
    return f"[{shown(text)}]({address})" if address else shown(text)


def on_the_web(edition: Edition) -> Callable[[str], str]:
    """What gives a page's or a file's address on the published site; empty ones where the site's is not known."""
    config = edition.config
    if not config.site_url:
        return lambda _: ""
    return partial(addresses.public, site_url=config.site_url, directory_urls=config.engine.directory_urls)


def to_feed(page: str, start: str, formats: Sequence[str], words: Words) -> str:
    """`Feed` on page `start`, linked to the feed that goes with a page; empty where the site has none."""
    return f"[{words('Feed')}]({relative(addresses.feed(page, formats[0]), start)})" if formats else ""


def with_links(text: str) -> str:
    """`text` (plain) with the web addresses in it linked: a licence's, in a statement of rights."""
    return "".join(outside(part, part) if _WEB.match(part) else _spaced(part) for part in _IN_TEXT.split(text))


def inside(target: str, start: str, text: str) -> str:
    """`text` (plain) on page `start`, linked to page `target`."""
    return f"[{shown(text) or UNNAMED}]({relative(target, start)})"


def relative(target: str, start: str) -> str:
    """The way from page `start` to page `target`, as a Markdown link may hold it."""
    folder = target[: target.find("/") + 1]
    if folder and not start.startswith(folder):
        return "../" * start.count("/") + _quoted(target)
    return _near(target, start[: start.rfind("/") + 1])


def to_entity(entity: Entity, start: str) -> str:
    """An entity's name on page `start`, linked to its page."""
    return _to_entity(entity.address, entity.name, entity.language, _way(start))


def named(entity: Entity) -> str:
    """An entity's name as Markdown, in its own language where that is not the site's."""
    return _named(entity.name, entity.language)


def to_kind(kind: str, start: str, words: Words) -> str:
    """`People` on page `start`, linked to the list of all of them."""
    return _to_kind(kind, _way(start), words)


def _way(start: str) -> str:
    """A page from which the way to every entity and kind is the same as from `start`: few stand for all."""
    # Elsewhere only the depth counts.
    return start[: start.rfind("/") + 1] if start.startswith("entities/") else "/" * start.count("/")


@lru_cache(maxsize=1 << 16)
def _to_entity(address: str, name: str, language: str | None, way: str) -> str:
    return f"[{_named(name, language)}]({relative(address, way)})"


def _named(name: str, language: str | None) -> str:
    markdown = shown(name) or UNNAMED
    return markdown if language is None else language_span(markdown, language)


@lru_cache
def _to_kind(kind: str, way: str, words: Words) -> str:
    return f"[{words.kinds(kind)}]({relative(addresses.entity_kind(kind), way)})"


def _spaced(text: str) -> str:
    # Showing trims a text: the spaces beside a link are put back. An exclamation mark would make it an image.
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    middle = re.sub(r"!\Z", "&#33;", shown(text))
    return f"{before}{middle}{after}" if middle else before


@lru_cache(maxsize=1 << 16)
def _quoted(path: str) -> str:
    return _UNSAFE.sub(_percent, path)


@lru_cache(maxsize=1 << 16)
def _near(target: str, folder: str) -> str:
    return _quoted(addresses.relative(target, folder))


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")
