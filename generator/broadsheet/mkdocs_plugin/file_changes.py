"""Which files of a site change while it is served, known at once where the system tells, and by looking where not.

MkDocs walks through all files twice a second. Here the system says which file changed; since none tells of changes that
another machine makes (network drives, folders that a container shares), somebody walks through all files here, too, but
rests the longer the longer that takes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import Any

from watchdog.events import FileSystemEvent
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot

State = tuple[int, int, int] | None

USUAL_REST = 0.5
"""Seconds between two walks through all files: as MkDocs has it."""
_RESTS = 20
"""How many times as long as a walk took is rested after it, if the system tells of changes as well."""
_KINDS = frozenset(("created", "modified", "moved", "deleted", "closed"))
"""Events that may be changes. That a file was opened or read is told as well, and builds read files."""


class FileChanges:
    """An observer as `mkdocs.livereload` uses one, which is told of each change once, and remembers which files."""

    def __init__(self) -> None:
        self._native: Any = Observer()
        self._walking: Any = None
        self._watched: dict[str, tuple[Any, bool]] = {}
        self._watches: dict[str, list[tuple[Any, Any]]] = {}
        self._states: dict[str, State] = {}
        self._changed: set[str] = set()
        self._lock = Lock()

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> str:
        """Tells the handler of changes below the path from now on, or once this is started."""
        self._watched[path] = handler, recursive
        for observer in filter(None, (self._native, self._walking)):
            self._ask(observer, path)
        return path

    def unschedule(self, path: str) -> None:
        """Tells of them no more."""
        self._watched.pop(path, None)
        for observer, watch in self._watches.pop(path, ()):
            with suppress(KeyError):
                observer.unschedule(watch)

    def start(self) -> None:
        """Begins to tell. Where the system cannot (there is a limit to what it looks at), all files are looked at."""
        if self._native:
            try:
                self._native.start()
            except OSError:
                self._give_up_native()
        rest = max(USUAL_REST, _RESTS * self._walk()) if self._native else USUAL_REST
        self._walking = PollingObserver(timeout=rest)
        for path in list(self._watched):
            self._ask(self._walking, path)
        self._walking.start()

    def stop(self) -> None:
        """Ends; nothing is told any more."""
        for observer in filter(None, (self._native, self._walking)):
            if observer.is_alive():
                observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Waits until it has ended."""
        for observer in filter(None, (self._native, self._walking)):
            if observer.is_alive():
                observer.join(timeout)

    def taken(self) -> set[str]:
        """The paths of files that changed since this was asked last."""
        with self._lock:
            changed, self._changed = self._changed, set()
        return changed

    def is_change(self, event: FileSystemEvent) -> bool:
        """Whether a file is not what it was when it was told of last; then it is remembered as changed."""
        if event.is_directory or event.event_type not in _KINDS:
            return False
        changed = False
        with self._lock:
            for path in filter(None, map(os.fsdecode, (event.src_path, event.dest_path))):
                state = _state(path)
                if path not in self._states or self._states[path] != state:
                    self._states[path] = state
                    self._changed.add(path)
                    changed = True
        return changed

    def _ask(self, observer: Any, path: str) -> None:
        handler, recursive = self._watched[path]
        try:
            watch = observer.schedule(_Handler(handler, self), path, recursive=recursive)
        except OSError:
            if observer is not self._native:
                raise
            self._give_up_native()
            return
        self._watches.setdefault(path, []).append((observer, watch))

    def _give_up_native(self) -> None:
        with suppress(OSError):
            self._native.unschedule_all()
        self._native = None

    def _walk(self) -> float:
        """The seconds that looking at all files takes."""
        began = time.perf_counter()
        for path, (_, recursive) in self._watched.items():
            with suppress(OSError):
                DirectorySnapshot(path, recursive=recursive)
        return time.perf_counter() - began


class _Handler:
    """Hands on what is a change."""

    def __init__(self, handler: Any, changes: FileChanges) -> None:
        self._handler, self._changes = handler, changes

    def dispatch(self, event: FileSystemEvent) -> None:
        """Called by watchdog."""
        if self._changes.is_change(event):
            self._handler.dispatch(event)


def watched_paths(server: Any) -> Iterator[str]:
    """The paths that MkDocs' server looks at."""
    yield from list(server._watched_paths)  # noqa: SLF001 - there is no other way to ask


def _state(path: str) -> State:
    try:
        found = os.stat(path)  # noqa: PTH116 - as watchdog has paths
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
