"""What a build does, step by step: shown on a terminal while it lasts, and how long each step took, for `-v`."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.status_line import Clearing, StatusLine

_OF_MKDOCS = "mkdocs"
"""The logger of MkDocs and its plugins."""


class Steps:
    """The steps of one build after another."""

    def __init__(self) -> None:
        self._line = StatusLine()
        self._clearing: Clearing | None = None
        self._before: Any = None
        self._now = ""
        self._since = (0.0, 0.0)
        self._took: dict[str, tuple[float, float]] = {}

    def begin(self, step: str) -> None:
        """Begins a build with its first step."""
        self.end()
        self._took = {}
        self._since = _seconds()
        self._now = step
        self._line.begin(quiet=not logging.getLogger(_OF_MKDOCS).isEnabledFor(logging.INFO))
        self._line.say(step)
        if self._line.is_shown:
            self._clearing = Clearing(self._line).before_others(_OF_MKDOCS)
            self._hear_stop()

    def next(self, step: str) -> None:
        """Ends a step, and begins the next."""
        wall, cpu = _seconds()
        if self._now:
            before = self._took.get(self._now, (0.0, 0.0))
            self._took[self._now] = before[0] + wall - self._since[0], before[1] + cpu - self._since[1]
        self._now, self._since = step, (wall, cpu)
        self._line.say(step)

    def done(self, number: int, of: int) -> None:
        """Tells how much of the step is done."""
        self._line.say(self._now, number, of)

    def end(self) -> None:
        """Ends the build, however it went."""
        self.next("")
        self._line.end()
        if self._clearing:
            self._clearing.leave(_OF_MKDOCS)
        self._clearing = None
        if self._before:
            signal.signal(signal.SIGINT, self._before)
        self._before = None

    def table(self, counts: Mapping[str, int]) -> str:
        """How long each step took, and how many there were of what."""
        return "\n".join(self._lines(counts))

    def _hear_stop(self) -> None:
        """Lets Ctrl-C leave no line behind: MkDocs tells nobody of it."""
        before = signal.getsignal(signal.SIGINT)
        if callable(before) and threading.current_thread() is threading.main_thread():
            self._before = before
            signal.signal(signal.SIGINT, self._stopped)

    def _stopped(self, number: int, frame: Any) -> None:
        before = self._before
        self.end()
        before(number, frame)

    def _lines(self, counts: Mapping[str, int]) -> Iterator[str]:
        wide = max(map(len, (*self._took, *counts)), default=0)
        yield f"{'':{wide}}    wall s     CPU s"
        total = [sum(both) for both in zip(*self._took.values(), strict=True)] or [0.0, 0.0]
        for step, took in (*self._took.items(), ("total", total)):
            yield f"{step:{wide}}  {took[0]:8.2f}  {took[1]:8.2f}"
        for what, number in counts.items():
            yield f"{what:{wide}}  {number:8,}"


def _seconds() -> tuple[float, float]:
    """The time, and the CPU seconds of this process and of those it has waited for."""
    took = os.times()
    return time.perf_counter(), took.user + took.system + took.children_user + took.children_system
