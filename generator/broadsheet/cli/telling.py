"""What a command prints while it runs, and when it is done."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

from broadsheet.status_line import StatusLine
from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.report import Report

_BEGAN = time.monotonic()
_WIDE = len("Looking for what is new:")
"""The longest name of a stage."""


def finish(done: Report, *, quiet: bool, machine: bool, verbose: bool = False) -> NoReturn:
    """Prints what a run did, and ends with its exit status."""
    from broadsheet import report  # noqa: PLC0415 - loaded when needed, so that help is quick

    if machine:
        click.echo(visible(json.dumps(report.as_json(done), ensure_ascii=False, indent=2)))
    else:
        for line in report.lines(done, verbose=verbose, quiet=quiet):
            click.echo(visible_line(line))
    sys.exit(done.exit_status)


@contextmanager
def told(stage: str, *, quiet: bool, timed: bool = False) -> Iterator[None]:
    """A stage: shown on a terminal in a run that takes its time, and how long it took when asked for."""
    began, used = time.perf_counter(), _cpu_seconds()
    with StatusLine(since=_BEGAN) as line:
        line.begin(quiet=quiet)
        line.say(stage)
        yield
    if timed and not quiet:
        _time(stage, time.perf_counter() - began, _cpu_seconds() - used)


def total() -> None:
    """Prints how long all of a run took, below its stages."""
    _time("All of it", time.monotonic() - _BEGAN, _cpu_seconds())


def _time(what: str, wall: float, cpu: float) -> None:
    click.echo(f"{what + ':':{_WIDE}} {wall:7.2f} s {cpu:7.2f} s CPU", err=True)


def _cpu_seconds() -> float:
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system


def coloured(line: str, level: str | None) -> str:
    """A line of a check with its level in colour; click takes it out again where there is no terminal."""
    if level is None or os.environ.get("NO_COLOR"):  # https://no-color.org/
        return line
    colour = {"error": "red", "warning": "yellow"}.get(level, "cyan")
    return line.replace(level, click.style(level, fg=colour), 1)
