"""The plugin itself: hooks of one line each, that call what the rest of Broadsheet does."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from broadsheet.archive.check import Memory, check
from broadsheet.archive.finding import Finding
from broadsheet.config import Options
from broadsheet.errors import ArchiveError
from broadsheet.mkdocs_plugin.search_text import search_tags, search_text

_log = get_plugin_logger("broadsheet")


class BroadsheetPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as in config.py
    """Tells what is wrong in content/ while MkDocs builds it: a warning each, so that `--strict` fails."""

    def __init__(self) -> None:
        self._memory = Memory()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Does nothing: that it is there keeps the plugin, and what it remembers, between the builds of `serve`."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Checks content/; on `serve`, only what has changed since the last build."""
        for finding in findings(Path(config.docs_dir), self._memory):
            _log.log(_LEVELS[finding.level], "%s", finding)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs names it
        """The page as Material's search should read it, where that is on."""
        if "material/search" not in config.plugins:
            return html
        if "tags" in page.meta:
            page.meta["tags"] = search_tags(page.meta["tags"])
        return search_text(html)


def findings(docs_dir: Path, memory: Memory) -> list[Finding]:
    """What is wrong in content/, less what MkDocs tells itself (links to missing pages)."""
    try:
        return check(docs_dir, memory, links=False)
    except ArchiveError as error:
        return [Finding(docs_dir.name, 1, 1, str(error), "then build again", "error")]


_LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "notice": logging.INFO}
"""A warning is what makes `mkdocs build --strict` fail; an error would say no more."""
