"""What is kept of a page's text once it is HTML: enough to make the page again, and to tell other pages of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import meta

from broadsheet.archive import own_yaml
from broadsheet.archive.front_matter import is_plain


def parted(text: str) -> tuple[str, dict[str, Any]]:
    """A page's Markdown and its front matter, as MkDocs has them; where we wrote it, five times as quick."""
    found = meta.YAML_RE.match(text)
    front = own_yaml.read(found.group(1), is_plain) if found else None
    return (text[found.end() :].lstrip("\n"), front) if found and front is not None else meta.get_data(text)


def rendered(page: Page) -> str:
    """What `Page.render` has set, as text."""
    return json.dumps([page.content, page._title_from_render, [toc_token(one) for one in page.toc]])  # noqa: SLF001 - there is no other


def take_rendered(page: Page, text: str) -> None:
    """Sets what `rendered` tells."""
    page.content, page._title_from_render, toc = json.loads(text)  # noqa: SLF001
    page.toc = get_toc(toc)


def links(page: Page, asked: Asked) -> dict[str, Any]:
    """Where a page's links lead, and what can be linked to in it: a part of what is kept, as JSON knows it."""
    return {
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": None
        if page.links_to_anchors is None
        else [[file.src_uri, there] for file, there in page.links_to_anchors.items()],
        "asked": asked.answers,
    }


def still_so(told: Mapping[str, Any], files: Files) -> bool:
    """Whether all files that a page asked for are what they were."""
    find = files.src_uris.get
    return all(
        _answer(find(path) or files.get_file_from_path(path)) == answer for path, answer in told["asked"].items()
    )


def take_links(page: Page, told: Mapping[str, Any], files: Files) -> None:
    """Sets what `links` tells."""
    found: dict[File, dict[str, str]] = {}
    for path, anchors in told["links"] or ():
        file = page.file if path == page.file.src_uri else files.get_file_from_path(path)
        if file is not None:
            found[file] = anchors
    page.present_anchor_ids = set(told["anchors"])
    page.links_to_anchors = None if told["links"] is None else found


class Asked:
    """The files of a site, which note what a page asks them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, list[Any] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file, as `Files` has it."""
        found = self._files.get_file_from_path(path)
        self.answers[path] = _answer(found)
        return found

    def find(self, address: str) -> File | None:
        """The file of an address that is as `File.src_uri` has it: ten times as quick."""
        found = self._files.src_uris.get(address)
        self.answers[address] = _answer(found)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


class Listening(logging.Handler):
    """Hears what MkDocs or an extension logs meanwhile; `quietly`, nobody else does."""

    def __init__(self, *, quietly: bool = False) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[logging.LogRecord] = []
        self._loggers = [logging.getLogger(), logging.getLogger("mkdocs")]
        self._quietly = quietly
        self._others: list[list[logging.Handler]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Notes what is said."""
        if record not in self.heard:  # one comes by the root, too
            self.heard.append(record)

    @property
    def told(self) -> bool:
        """Whether anything was said that is to be said again by the next build: all but what is for `-v`."""
        return any(one.levelno >= logging.INFO for one in self.heard)

    def __enter__(self) -> Self:
        self._others = [list(one.handlers) for one in self._loggers]
        for one in self._loggers:
            one.handlers = [self] if self._quietly else [*one.handlers, self]
        return self

    def __exit__(self, *_: object) -> None:
        for one, others in zip(self._loggers, self._others, strict=True):
            one.handlers = others


def _answer(file: File | None) -> list[Any] | None:
    """All that a page takes of a file that it links to."""
    return None if file is None else [file.src_uri, file.url, file.inclusion.name]


def toc_token(one: AnchorLink) -> dict[str, Any]:
    """A line of a table of contents, with those below it, as Python-Markdown gives them."""
    return {
        "name": one.title,
        "id": one.id,
        "level": one.level,
        "children": [toc_token(child) for child in one.children],
    }


def written(front: Any) -> Any:
    """Front matter as JSON knows it: a day or a moment as what stands for it.

    Raises:
        TypeError: there is something in it that JSON does not know.
    """
    if front is None or isinstance(front, (bool, int, float, str)):
        return front
    if isinstance(front, datetime):
        return {"": ["moment", front.isoformat()]}
    if isinstance(front, date):
        return {"": ["day", front.isoformat()]}
    if isinstance(front, list):
        return [written(one) for one in front]
    if isinstance(front, dict) and all(isinstance(key, str) and key for key in front):
        return {key: written(one) for key, one in front.items()}
    raise TypeError(type(front).__name__)


def read(text: Any) -> Any:
    """The front matter that `written` wrote."""
    if isinstance(text, list):
        return [read(one) for one in text]
    if not isinstance(text, dict):
        return text
    match text.get(""):
        case ["moment", said]:
            return datetime.fromisoformat(said)
        case ["day", said]:
            return date.fromisoformat(said)
    return {key: read(one) for key, one in text.items()}
