"""What a command prints while it runs, and when it is done."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console

from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.report import Report


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
    """A stage with a spinner on a terminal, and its time when asked for."""
    began = perf_counter()
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
    else:
        with console.status(f"{stage} …"):
            yield
    if timed and not quiet:
        click.echo(f"{stage}: {perf_counter() - began:.2f} s", err=True)


def coloured(line: str, level: str | None) -> str:
    """A line of a check with its level in colour; click takes it out again where there is no terminal."""
    if level is None or os.environ.get("NO_COLOR"):  # https://no-color.org/
        return line
    colour = {"error": "red", "warning": "yellow"}.get(level, "cyan")
    return line.replace(level, click.style(level, fg=colour), 1)
