"""The line at the foot of a terminal that says what is being done: rewritten in place, and gone when that is over.

It is shown on a terminal only, after two seconds, without colours; never in a pipe, a file, or a job of CI. What others
write there must clear it first: `Clearing` does for what is logged.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from threading import Event, Lock, Thread
from typing import Self, TextIO

AFTER = 2.0
"""Seconds until there is something to be shown."""
_EVERY = 0.2
"""Seconds between two looks at what is being done."""
_REST = 0.2
"""Seconds for which it stays away once it was cleared: time to write for whoever wanted that."""
_FORWARD = sys.platform == "win32"
"""Whether a terminal may know no more than how to write over a line."""


def is_for(stream: TextIO) -> bool:
    """Whether what is written there is seen by a person, and can be written over."""
    try:
        seen = stream.isatty()
        stream.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    return seen and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


class StatusLine:
    """One such line, of a run or a build."""

    def __init__(self, stream: TextIO | None = None, *, since: float | None = None) -> None:
        """`since` is when that began (by `time.monotonic`), of which this is a part."""
        self._stream = stream or sys.stderr
        self._since = since
        self._began = 0.0
        self._said: tuple[str, int, int] = ("", 0, 0)
        self._drawn = ""
        self._rests_until = 0.0
        self._process = 0
        self._lock = Lock()
        self._over: Event | None = None
        self._thread: Thread | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is somebody to see it."""
        return self._over is not None

    def begin(self, *, quiet: bool = False) -> None:
        """Shows from now on what is said, if there is somebody to see it."""
        self.end()
        if quiet or not is_for(self._stream):
            return
        self._said, self._process = ("", 0, 0), os.getpid()
        self._began = time.monotonic() if self._since is None else self._since
        self._over = Event()
        self._thread = Thread(target=self._show, args=[self._over], daemon=True)
        self._thread.start()

    def say(self, what: str, done: int = 0, of: int = 0) -> None:
        """What is being done, and how much of it is done."""
        self._said = what, done, of

    def clear(self) -> None:
        """Takes the line away, until it is drawn again."""
        self._rests_until = time.monotonic() + _REST
        # In a fork, nobody draws; and who held the lock is not there to let it go.
        if self._drawn and self._process == os.getpid():
            with self._lock:
                self._rub_out()

    def end(self) -> None:
        """Takes it away for good."""
        if self._over and self._thread and self._process == os.getpid():
            self._over.set()
            self._thread.join()
            self.clear()
        self._over = self._thread = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _show(self, over: Event) -> None:
        if over.wait(max(0.0, self._began + AFTER - time.monotonic())):
            return
        while True:
            self._draw()
            if over.wait(_EVERY):
                return

    def _draw(self) -> None:
        what, done, of = self._said
        if not what or time.monotonic() < self._rests_until:
            return
        far = f" {done:,} of {of:,}" if of else ""
        text = f"{what}{far} … {time.monotonic() - self._began:.0f} s"
        room = self._columns() - 1
        text = text if len(text) <= room else f"{text[: max(0, room - 1)]}…"
        with self._lock:
            if text != self._drawn:
                self._rub_out(text)

    def _rub_out(self, text: str = "") -> None:
        """Puts a text in the place of what is there."""
        if _FORWARD:
            before = "\r" + " " * len(self._drawn) + "\r"
        else:
            # In a terminal that has become narrower, what was a line are several.
            rows = max(0, len(self._drawn) - 1) // max(1, self._columns())
            before = "\r\x1b[2K" + "\x1b[A\x1b[2K" * rows
        self._drawn = text
        try:
            # Not by way of the stream: a fork must not find it locked.
            os.write(self._stream.fileno(), (before + text).encode(self._stream.encoding or "utf-8", "replace"))
        except (OSError, ValueError):
            self._drawn = ""

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except (OSError, ValueError):
            return 80


class Clearing(logging.Handler):
    """Takes the line away before anything is logged."""

    def __init__(self, line: StatusLine) -> None:
        super().__init__(logging.NOTSET)
        self._line = line

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - others tell of it
        """Clears the line."""
        self._line.clear()

    def before_others(self, name: str) -> Self:
        """Comes before all who write what this logger is told."""
        logging.getLogger(name).handlers.insert(0, self)
        return self

    def leave(self, name: str) -> None:
        """Comes no more."""
        logging.getLogger(name).removeHandler(self)
