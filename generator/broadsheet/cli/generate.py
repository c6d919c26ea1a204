"""`broadsheet generate`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet.cli.options import config_option, examples, json_option, quiet_option
from broadsheet.cli.telling import finish, told, total
from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.report import Report


@click.command(
    short_help="Make records into the pages of content/.",
    epilog=examples("broadsheet generate", "broadsheet generate dumps/ 'feeds/*.xml' records.jsonl --dry-run"),
)
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@config_option
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="List each page, doubtful names, and how long each stage took.")
@json_option
def generate(
    inputs: tuple[str, ...], config_file: Path, *, dry_run: bool, quiet: bool, verbose: bool, machine: bool
) -> None:
    """Make records, or anything that `clean` reads, into the pages of content/.

    INPUT is a file, a folder, a glob or - (standard input). Without it: what `inputs:` names in mkdocs.yml, else
    content/ is refreshed from itself. A run takes only what is new: what came before is read back from content/. A
    page that a person edited is never overwritten.
    In a GitHub workflow, the job's summary tells what changed, what was rejected, and what waits for a person (see
    `broadsheet inbox`).
    """
    from broadsheet import pipeline  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.sources import standing  # noqa: PLC0415 - as above

    config = read_config(config_file)
    named, missing = (list(inputs), []) if inputs else standing(config.inputs, config.root)
    for note in missing:
        click.echo(f"note      {visible_line(note)}", err=True)
    done = pipeline.generate(
        config,
        named,
        base=Path.cwd() if inputs else config.root,
        stdin=sys.stdin.buffer,
        dry_run=dry_run,
        stages=lambda name: told(name, quiet=quiet or machine, timed=verbose),
    )
    if verbose and not (quiet or machine):
        total()
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and not dry_run:
        _summarise(Path(summary), done)
    finish(done, quiet=quiet, verbose=verbose, machine=machine)


def _summarise(summary: Path, done: Report) -> None:
    """Adds what the run did, and the inbox, to what a job's summary says already, as far as GitHub shows it."""
    from broadsheet.outputs.inbox import SUMMARY  # noqa: PLC0415 - as above
    from broadsheet.run_summary import as_markdown  # noqa: PLC0415 - as above

    try:
        room = SUMMARY - (summary.stat().st_size if summary.exists() else 0)
        told = as_markdown(done).encode()
        inbox = visible(done.inbox(room - len(told))).encode() if done.inbox else b""
        whole = [told, b"\n", inbox] if inbox else [told]
        fitting = next((one for one in (whole, [told]) if sum(map(len, one)) <= room), [])
        with summary.open("ab") as file:
            file.writelines(fitting)
        why = "is full" if inbox and inbox not in fitting else ""
    except OSError as error:
        why = f"cannot be written ({error.strerror})"
    if why:
        note = f"{summary}: {why}, so the job's summary is without the inbox; `broadsheet inbox` tells it"
        click.echo(f"note      {visible_line(note)}", err=True)
