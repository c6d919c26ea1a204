"""A page as the site's own Markdown engine renders it: its links, and the anchors that links may lead to.

Where headings get their anchors, and what is code and what a link, no second reader of Markdown could tell for
certain: it depends on the extensions, and on what is set of each.
"""

from __future__ import annotations

import logging
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.utils import meta

from broadsheet.engine import Engine

# Extensions that bring in text from files, found from the folder in which the command runs.
_BRINGING = ("pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page links to, and what in it can be linked to."""

    links: Mapping[str, int]
    """The targets of Markdown links and images, which MkDocs follows, and how often each stands there."""
    raw: Mapping[str, int]
    """The targets in raw HTML, which MkDocs leaves as they are."""
    ids: frozenset[str]


class Renderer:
    """The Markdown engine of a site."""

    def __init__(self, engine: Engine) -> None:
        self.unknown: list[str] = []
        """Extensions that cannot be set up, or not here: anchors are not certain then."""
        loaded = [name for name in engine.extensions if self._loads(name, engine)]
        if engine.root and engine.root.resolve() != Path.cwd():
            self.unknown += [name for name in loaded if name in _BRINGING]
        self._markdown = _made(loaded, engine)
        self._links = _Links(self._markdown)
        self._markdown.treeprocessors.register(self._links, "broadsheet_links", -1)  # the last of all

    def rendered(self, text: str) -> Rendered | None:
        """A page from its text; None where an extension cannot cope with it."""
        body, _ = meta.get_data(text.replace("\r\n", "\n").replace("\r", "\n"))
        self._links.found = Counter()
        reading = _Html()
        try:
            with _hushed():
                reading.feed(self._markdown.reset().convert(body))
                reading.close()
        except Exception:  # noqa: BLE001 - extensions are anybody's code; MkDocs will say what ails them
            return None
        return Rendered(self._links.found, reading.links, frozenset(reading.ids))

    def _loads(self, name: str, engine: Engine) -> bool:
        try:
            _made([name], engine)
        except Exception:  # noqa: BLE001 - as above
            self.unknown.append(name)
            return False
        return True


def _made(names: list[str], engine: Engine) -> Markdown:
    with _hushed():
        return Markdown(
            extensions=names, extension_configs={name: dict(engine.settings.get(name, {})) for name in names}
        )


@contextmanager
def _hushed() -> Iterator[None]:
    """Extensions' warnings are for those who write them."""
    log = logging.getLogger("MARKDOWN")
    log.addFilter(_nothing)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            log.removeFilter(_nothing)


def _nothing(_: logging.LogRecord) -> bool:
    return False


class _Links(Treeprocessor):
    """Collects the links of the tree and takes them out, so that what is left is raw HTML's."""

    found: Counter[str]

    def run(self, root: Any) -> None:
        """Walks the tree."""
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag) if isinstance(element.tag, str) else None
            target = element.attrib.pop(key, None) if key else None
            if target and AMP_SUBSTITUTE not in target:  # by that, addresses of mail are hidden from robots
                self.found[str(target)] += 1


class _Html(HTMLParser):
    """Reads links and anchors out of HTML."""

    ATTRIBUTES: ClassVar = {"a": "href", "area": "href", "link": "href", "object": "data"}

    def __init__(self) -> None:
        super().__init__()
        self.links: Counter[str] = Counter()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        for key, value in attrs:
            if value is None:
                continue
            if key == "id" or (key == "name" and tag == "a"):
                self.ids.add(value)
            if key == self.ATTRIBUTES.get(tag, "src") or (key == "poster" and tag == "video"):
                self.links[value] += 1
