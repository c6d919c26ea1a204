"""Commands that end well: an expected failure in one line, a signal with every file whole."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from broadsheet import errors
from broadsheet.visible import visible_line


class Commands(click.Group):
    """Commands whose expected failures end in one line and exit status 2; told to end, they tidy up first."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Their names in the order in which a person comes to need them, not by the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            with _told_to_end():
                return super().invoke(ctx)
        except errors.BroadsheetError as error:
            click.echo(f"Error: {visible_line(str(error))}", err=True)
            sys.exit(2)
        except KeyboardInterrupt as stop:
            click.echo("Stopped. Every file is whole; the same command again goes on from here.", err=True)
            sys.exit(128 + (stop.args[0] if stop.args else signal.SIGINT))


@contextmanager
def _told_to_end() -> Iterator[None]:
    """In here SIGTERM, and SIGHUP of a closing terminal, end things as Ctrl-C does: what is half done is cleared."""

    def end(number: int, _: FrameType | None) -> None:
        raise KeyboardInterrupt(number)

    here = threading.current_thread() is threading.main_thread()  # signals are heard nowhere else
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if here and hasattr(signal, name)]
    heard = [number for number in wanted if signal.getsignal(number) is signal.SIG_DFL]  # `nohup` stays deaf
    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)
