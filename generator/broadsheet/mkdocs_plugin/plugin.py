"""The plugin itself: MkDocs' hooks, in the order of a build, which call what the rest of Broadsheet does."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from broadsheet import addresses, language_tags
from broadsheet.archive.check import Memory
from broadsheet.archive.finding import Finding
from broadsheet.archive.kept_results import KeptResults, of_settings
from broadsheet.check_report import summed_up
from broadsheet.config import Config, Options, read_config
from broadsheet.errors import BroadsheetError
from broadsheet.mkdocs_plugin import site_folder
from broadsheet.mkdocs_plugin.build_mark import NotKeptError
from broadsheet.mkdocs_plugin.inbox_link import inbox_link
from broadsheet.mkdocs_plugin.macros import keep_from_macros
from broadsheet.mkdocs_plugin.own_build import OwnBuild
from broadsheet.mkdocs_plugin.preview import Preview, Wanted
from broadsheet.mkdocs_plugin.search_text import search_tags, search_text
from broadsheet.mkdocs_plugin.served_pages import ServedPages, Settings, settings
from broadsheet.mkdocs_plugin.site_folder import LEDGER, Ledger
from broadsheet.mkdocs_plugin.speed import Speed, makes_own
from broadsheet.mkdocs_plugin.steps import Steps
from broadsheet.mkdocs_plugin.up_to_date import ContentState
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
        self._takes_over = False
        self._own: OwnBuild | None = None
        self._known = Ledger()
        self._found: SearchedPage | None = None
        self._root = Path()
        self._settings = ""
        self._sources: Mapping[str, str] = {}
        self._preview = Preview(self._follow)
        self._stood: Settings | None = None
        self._steps = Steps()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """That this is there keeps the plugin, and what it remembers, between the builds of `serve`."""
        self._serving = command == "serve"
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lets MkDocs warn of missing anchors, as of missing pages, where mkdocs.yml does not say how loud to be."""
        self._steps.begin("settings")
        links = config.validation.links
        with suppress(BroadsheetError):  # what is wrong with mkdocs.yml is told with the pages
            if links.anchors == logging.INFO and _settings(config).engine.lost_anchors == "warning":
                links.anchors = logging.WARNING
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Puts the last build aside before MkDocs empties the site: most of it comes back."""
        self._root = Path(config.config_file_path).parent
        self._settings = Path(config.config_file_path).name
        self._preview.pages = None
        self._stood = settings(config) if self._serving else None
        self._kept.begin(self._root if self.config.fast else None, self._settings)
        self._sources = {}
        self._speed = Speed.of(config, self._kept) if self.config.fast else None
        self._takes_over = bool(self._speed and self._speed.templates) and not self._dirty and makes_own(config)
        if self._takes_over:
            site_folder.put_aside(Path(config.site_dir))
        else:
            site_folder.drop_aside(Path(config.site_dir))
            if not self._dirty and not _material_searches(config):
                put_aside(Path(config.site_dir))
        self._steps.next("looking for files")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Checks content/; on `serve`, only what has changed since the last build, and not what is out of date."""
        self._steps.next("checking content/")
        if self._takes_over:
            site_folder.bring_back(Path(config.site_dir))
        self._tell(self._findings(Path(config.config_file_path)))
        self._searched = []
        self._steps.next("navigation")
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Takes over the pages that are surely Broadsheet's to make; lets others be taken from the last build."""
        self._steps.next("comparing with the last build")
        self._own = None
        if self._speed and self._takes_over:
            self._own = OwnBuild(
                config=config,
                files=files,
                nav=nav,
                kept=self._kept,
                mark=self._speed.mark,
                keys=self._speed.keys,
                were=site_folder.there(Path(config.site_dir)),
                ledger=self._ledger(config),
                serving=self._serving,
                sources=self._sources,
                searched=self._last_searched,
                quick=self._speed.quick,
                done=self._steps.done,
            )
            self._own.begin()
        if self._speed:
            self._speed.up_pages(files, config, self._own.own if self._own else {})
        self._steps.next("reading pages for MkDocs")
        return nav

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Makes the pages that are Broadsheet's to make; lets what templates make of others be taken, too."""
        if self._own:
            self._steps.next("making pages")
            self._own.make(env)
            if self._speed:
                self._speed.texts["sitemap.xml"] = self._own.sitemap_mark
        if self._speed:
            self._speed.up_templates(env, self._own.all_pages if self._own else None)
        self._steps.next("copying files, and pages for MkDocs")
        return env

    def on_build_error(self, **_: object) -> None:
        """Keeps nothing of a build that failed."""
        self._steps.end()
        self._kept.give_up()
        self._known = Ledger()

    @event_priority(100)  # before other plugins, wherever they are listed
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """The page as it is; its language is told to the theme only if there is such a one."""
        keep_from_macros(page, markdown, config)
        if isinstance(said := page.meta.get("language"), str):
            page.meta["language"] = language_tags.tag(said)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page as Material's search should read it, where that is on; on `serve`, home leads to the inbox."""
        if not _material_searches(config):
            self._found = searched_page(page.file.src_uri, page.file.dest_uri, page.meta, html)
            self._searched += [self._found] if self._found else []
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
        self._steps.next("checking links")
        if self._own:
            self._own.finish()
        self._steps.next("keeping for the next build")
        # What a preview did not ask for, the next build will: they differ in the site's address.
        changed = self._speed is not None and not self._speed.holds(config)
        if changed:  # nobody can tell which pages were made of what was there before
            self._kept.give_up()
        self._kept.end(drop=not self._dirty and not self._serving)
        searched = [*self._searched, *(self._own.found if self._own else ())]
        if not _material_searches(config) and not (self._own and self._own.unchanged):
            self._steps.next("search")
            self._write_index(config, searched, self._steps.done)
            self._steps.next("keeping for the next build")
        if self._own:
            self._known = self._own.write_ledger(None if self._serving or changed else self._ledger_file)
        if changed:
            self._known = Ledger()
        if self._own and self._serving and not changed:
            known = {one.address: one for one in searched}
            self._preview.pages = ServedPages(own=self._own, searched=known, settings=self._stood)
        self._steps.end()
        _log.debug("what the build took:\n%s", self._steps.table(self._own.counts if self._own else {}))

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        """Shows edits at once, where pages are Broadsheet's to make."""
        if self._preview.pages:
            self._preview.take_over(server)
        return server

    def on_shutdown(self) -> None:
        """Lets nothing be written after the server has gone."""
        self._preview.end()

    def _follow(self, pages: ServedPages, wanted: Wanted) -> None:
        """What follows from edits, besides the pages that were edited."""
        config = pages.own.config
        self._tell(self._findings(Path(config.config_file_path)))
        wanted()
        pages.own.tell_anchors()
        pages.write_sitemap()
        self._write_index(config, list(pages.searched.values()), wanted)

    @staticmethod
    def _tell(found: Iterable[Finding]) -> None:
        for finding in found:
            _log.log(_LEVELS[finding.level], "%s", visible_line(str(finding)))

    def _write_index(
        self, config: MkDocsConfig, pages: Iterable[SearchedPage], done: Callable[[int, int], None]
    ) -> None:
        if self._dirty:
            # Only pages that changed came by: an index of these would lose all others.
            _log.info("a dirty build leaves the search index as it is; build without --dirty to write it")
            return
        try:
            known = sorted(pages, key=lambda one: one.address)
            made = write_index(known, Path(config.site_dir), self._root, done)
            _log.debug("search: %s pages, %s shards indexed", len(known), made)
        except BroadsheetError as error:
            _log.warning("the site has no search: %s", visible_line(str(error)))
            if self._own:
                self._own.ledger.whole = ""

    def _last_searched(self) -> SearchedPage | None:
        """What search found in the page that came by last; OwnBuild keeps it, with the page."""
        if self._found:
            self._searched.pop()
        return self._found

    def _ledger(self, config: MkDocsConfig) -> Ledger:
        """What the last build wrote: on `serve`, the last one of this process, for the folder is its own."""
        if self._serving:
            return self._known if self._known.site == config.site_dir else Ledger(site=config.site_dir)
        return Ledger.read(self._ledger_file, config.site_dir)

    @property
    def _ledger_file(self) -> Path:
        return self._root / of_settings(LEDGER, self._settings)

    def _findings(self, config_file: Path) -> list[Finding]:
        """What is wrong; as an earlier build has found it where nothing has changed since."""
        if self._serving or not self.config.fast:
            return findings(config_file, self._memory, stale=not self._serving)
        try:
            state = ContentState.of(read_config(config_file))
        except (BroadsheetError, NotKeptError, OSError):
            return findings(config_file, self._memory)
        self._sources = state.sources
        found = state.findings(self._kept)
        if found is None:
            settings = read_config(config_file)
            state.recall(self._memory, self._kept, settings)
            found = findings(config_file, self._memory)
            state.remember(self._memory, self._kept, settings)
            if self._is_still(state, settings):
                state.keep(found, self._kept)
        else:
            self._kept.hold(state.examined(read_config(config_file)))
        return found

    @staticmethod
    def _is_still(state: ContentState, settings: Config) -> bool:
        """Whether content/ is what it was before it was checked."""
        with suppress(OSError):
            return ContentState.of(settings).mark == state.mark
        return False


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
