"""The plugin itself: hooks of one line each, that call what the rest of Broadsheet does."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from broadsheet import addresses, language_tags
from broadsheet.archive.check import Memory
from broadsheet.archive.finding import Finding
from broadsheet.archive.kept_results import KeptResults
from broadsheet.check_report import summed_up
from broadsheet.config import Config, Options, read_config
from broadsheet.errors import BroadsheetError
from broadsheet.mkdocs_plugin.inbox_link import inbox_link
from broadsheet.mkdocs_plugin.search_text import search_tags, search_text
from broadsheet.mkdocs_plugin.speed import Speed
from broadsheet.mkdocs_plugin.up_to_date import content_mark
from broadsheet.search import SearchedPage, put_aside, searched_page, write_index
from broadsheet.verification import verify
from broadsheet.visible import visible_line

_log = get_plugin_logger("broadsheet")


class BroadsheetPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as in config.py
    """Tells what is wrong in content/ while MkDocs builds it: a warning each, so that `--strict` fails."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._serving = False
        self._dirty = False
        self._searched: list[SearchedPage] = []
        self._kept = KeptResults()
        self._speed: Speed | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """That this is there keeps the plugin, and what it remembers, between the builds of `serve`."""
        self._serving = command == "serve"
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lets MkDocs warn of missing anchors, as of missing pages, where mkdocs.yml does not say how loud to be."""
        links = config.validation.links
        with suppress(BroadsheetError):  # what is wrong with mkdocs.yml is told with the pages
            if links.anchors == logging.INFO and _settings(config).engine.lost_anchors == "warning":
                links.anchors = logging.WARNING
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Puts the search index of the last build aside before MkDocs empties the site: most of it comes back."""
        if not self._dirty and not _material_searches(config):
            put_aside(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Checks content/; on `serve`, only what has changed since the last build, and not what is out of date."""
        self._kept.begin(Path(config.config_file_path).parent if self.config.fast else None)
        for finding in self._findings(Path(config.config_file_path)):
            _log.log(_LEVELS[finding.level], "%s", visible_line(str(finding)))
        self._searched = []
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Lets pages be taken from the last build where they are as they were."""
        self._speed = Speed.of(config, self._kept) if self.config.fast else None
        if self._speed:
            self._speed.up_pages(files, config)
        return nav

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """The same for what the theme makes of them."""
        if self._speed:
            self._speed.up_templates(env)
        return env

    def on_build_error(self, **_: object) -> None:
        """Keeps nothing of a build that failed."""
        self._kept.give_up()

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """The page as it is; its language is told to the theme only if there is such a one."""
        if isinstance(said := page.meta.get("language"), str):
            page.meta["language"] = language_tags.tag(said)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page as Material's search should read it, where that is on; on `serve`, home leads to the inbox."""
        if not _material_searches(config):
            found = searched_page(page.file.src_uri, page.file.dest_uri, page.meta, html)
            self._searched += [found] if found else []
        if self._serving and page.file.src_uri == addresses.HOME:
            inbox = files.get_file_from_path(addresses.INBOX)
            html += inbox_link(inbox.url_relative_to(page.file), _settings(config).language) if inbox else ""
        if "material/search" not in config.plugins:
            return html
        if "tags" in page.meta:
            page.meta["tags"] = search_tags(page.meta["tags"])
        return search_text(html)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the index that readers search, unless Material's search is on; without it the site is whole."""
        self._kept.end()
        if _material_searches(config):
            return
        if self._dirty:
            # Only pages that changed came by: an index of these would lose all others.
            _log.info("a dirty build leaves the search index as it is; build without --dirty to write it")
            return
        try:
            made = write_index(self._searched, Path(config.site_dir), Path(config.config_file_path).parent)
            _log.debug("search: %s pages, %s shards indexed", len(self._searched), made)
        except BroadsheetError as error:
            _log.warning("the site has no search: %s", visible_line(str(error)))

    def _findings(self, config_file: Path) -> list[Finding]:
        """What is wrong; what is out of date, where an earlier build has not seen that nothing is."""
        if self._serving or not self.config.fast:
            return findings(config_file, self._memory, stale=not self._serving)
        try:
            mark = content_mark(read_config(config_file))
        except (BroadsheetError, OSError):
            return findings(config_file, self._memory)
        known = self._kept.get(mark) is not None
        found = findings(config_file, self._memory, stale=not known)
        if not known and not any(one.level == "error" or one.about == "stale" for one in found):
            self._kept.put(mark, "")
        return found


def findings(config_file: Path, memory: Memory, *, stale: bool = True) -> list[Finding]:
    """What is wrong in content/, less what MkDocs tells itself (Markdown links to missing pages and anchors)."""
    try:
        return summed_up(verify(read_config(config_file), memory, stale=stale, links=False))
    except BroadsheetError as error:
        return [Finding(config_file.name, 1, 1, str(error), "then build again", "error")]


def _material_searches(config: MkDocsConfig) -> bool:
    return "material/search" in config.plugins or "search" in config.plugins


def _settings(config: MkDocsConfig) -> Config:
    return read_config(Path(config.config_file_path))


_LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "notice": logging.INFO}
"""A warning is what makes `mkdocs build --strict` fail; an error would say no more."""
