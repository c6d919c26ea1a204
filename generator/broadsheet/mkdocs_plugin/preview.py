"""A site as `mkdocs serve` shows it: each edit at once, where that can be, and what follows from it a moment later."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Timer

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from broadsheet.mkdocs_plugin.file_changes import FileChanges, watched_paths
from broadsheet.mkdocs_plugin.served_pages import ServedPages

_log = get_plugin_logger("broadsheet")
CALM = 2.0
"""Seconds without an edit after which search and all else follow."""
Wanted = Callable[..., None]
"""Called now and then by what takes its time; raises `NotWantedError` once that is in vain."""


class NotWantedError(Exception):
    """What was to follow from edits is not asked for any more."""


class Preview:
    """What stands between MkDocs' server and its builds."""

    def __init__(self, rest: Callable[[ServedPages, Wanted], None]) -> None:
        """`rest` brings up to date what no page shows."""
        self.pages: ServedPages | None = None
        """What the last build left; None while there is nothing to be trusted."""
        self._rest = rest
        self._changes: FileChanges | None = None
        self._build: Callable[[], None] = lambda: None
        self._timer: Timer | None = None
        self._resting = Lock()

    def take_over(self, server: LiveReloadServer) -> None:
        """Lets the server ask here to build, and be told of changes as soon as there are some."""
        self._build = server.builder
        self._changes = FileChanges()
        server.builder = self.build
        paths = list(watched_paths(server))
        for path in paths:
            server.unwatch(path)
        server.observer = self._changes  # type: ignore[assignment]  # it is used as one
        for path in paths:
            server.watch(path)

    def build(self) -> None:
        """Makes the pages that were edited, or the whole site."""
        changed = self._changes.taken() if self._changes else ()
        self._wait_no_more()
        # A change may come while those before it are taken, and be taken with them: then there is nothing left to do.
        if self.pages and (not changed or self.pages.edit(changed)):
            self._timer = Timer(CALM, self.follow, [self.pages])
            self._timer.daemon = True
            self._timer.start()
            return
        self.pages = None
        with self._resting:  # both write into the site
            self._build()

    def follow(self, pages: ServedPages) -> None:
        """Brings up to date what follows from edits."""
        with self._resting:
            if pages is not self.pages:
                return  # a build of all has done it

            def wanted(*_: object) -> None:
                if pages is not self.pages:
                    raise NotWantedError

            try:
                self._rest(pages, wanted)
            except NotWantedError:
                return
            except Exception as error:  # noqa: BLE001 - the pages are right, and the next build tells what is wrong
                _log.warning("search and what else follows from edits waits for the next build: %s", error)

    def end(self) -> None:
        """Lets nothing follow any more."""
        self._wait_no_more()
        self.pages = None
        with self._resting:  # until nobody writes into the site, which is about to be deleted
            return

    def _wait_no_more(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None
