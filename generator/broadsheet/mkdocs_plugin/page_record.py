"""What is kept of a page besides its HTML: all that templates of the whole site, links and search need of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.mkdocs_plugin.page_text import read, still_so, take_links, take_rendered
from broadsheet.search import SearchedPage


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page's."""

    said: Mapping[str, Any]
    """`meta`, `title`, `search`, what `page_text.links` tells, and the digest of its `html`; as JSON knows it."""

    @classmethod
    def kept(cls, results: KeptResults, key: bytes) -> Self | None:
        """That of the page with this mark, if an earlier build kept it."""
        found = results.get(key + b" record")
        return None if found is None else cls(json.loads(found))

    def keep(self, results: KeptResults, key: bytes) -> None:
        """Keeps it."""
        results.put(key + b" record", json.dumps(self.said))

    def holds(self, files: Files) -> bool:
        """Whether all that the page links to is where it was."""
        return still_so(self.said, files)

    def tell(self, page: Page, files: Files) -> None:
        """Sets all of a page but its text."""
        page.title = read(self.said["title"])
        page.meta = read(self.said["meta"])
        page.markdown = ""
        page.content = None
        take_links(page, self.said, files)

    @property
    def searched(self) -> SearchedPage | None:
        """The page as search knows it."""
        found = self.said["search"]
        if found is None:
            return None
        fields: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in found.items()}
        return SearchedPage(**fields)


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A page's text that an earlier build made HTML of."""

    record: PageRecord
    html: str
    """As `page_text.rendered` has it."""

    @classmethod
    def of(cls, results: KeptResults, key: bytes, files: Files) -> Self | None:
        """That of the page with this mark, if it is kept, and all that it links to is where it was."""
        record = PageRecord.kept(results, key)
        html = results.get(key + b" html") if record and record.holds(files) else None
        return cls(record, html) if record and html and record.said["html"] == digest([html]).hex() else None

    def take(self, page: Page, files: Files) -> dict[str, Any]:
        """Sets what `Page.render` does; what `page_text.links` tells of it."""
        take_rendered(page, self.html)
        take_links(page, self.record.said, files)
        return {name: self.record.said[name] for name in ("anchors", "links", "asked")}


def keep_html(results: KeptResults, key: bytes, html: str) -> None:
    """Keeps it."""
    results.put(key + b" html", html)


def rows(key: bytes) -> tuple[bytes, bytes]:
    """The marks under which both lie."""
    return key + b" record", key + b" html"
