"""`broadsheet clean`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from broadsheet import disk, errors
from broadsheet.cli.options import examples, quiet_option
from broadsheet.cli.telling import told
from broadsheet.counted import counted
from broadsheet.visible import visible, visible_line


@click.command(
    short_help="Clean dumps, HTML, feeds into records.",
    epilog=examples("broadsheet clean dumps/ feed.xml -o records.jsonl", "broadsheet clean dump.txt --explain"),
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the records to this file.")
@click.option("--explain", is_flag=True, help="Show each text dump, each removed line, and the rule that removed it.")
@click.option(
    "-f", "--config-file", type=click.Path(dir_okay=False, path_type=Path), help="Keep to the limits of this site."
)
@quiet_option
def clean(
    inputs: tuple[str, ...], output: Path | None, config_file: Path | None, *, explain: bool, quiet: bool
) -> None:
    """Clean INPUTs into article records: JSON Lines, on standard output or in a file.

    INPUT is a file, a folder, a glob or - (standard input): raw text dumps of pages, HTML, feeds, records; plain or
    gzipped. `broadsheet generate` does this by itself; here one sees what comes out, and why. What cannot be made a
    record is told on standard error, and the exit status is 1.
    """
    from broadsheet.cleaning.explain import explain as explained  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config, today  # noqa: PLC0415 - as above
    from broadsheet.gathering import gather, record_line  # noqa: PLC0415 - as above
    from broadsheet.limits import USUAL  # noqa: PLC0415 - as above

    limits = read_config(config_file).limits if config_file else USUAL
    gathered = gather(inputs, Path.cwd(), today(), limits=limits, stdin=sys.stdin.buffer)
    with told("Cleaning", quiet=quiet or explain or not output), lines_out(output, wanted=not explain) as write:
        for record in gathered.records():
            write(record_line(record).encode())
    if explain:
        for dump, cleaned in gathered.dumps:
            click.echo(visible(explained(dump, cleaned)))
        if not gathered.dumps:
            click.echo("There is no text dump among the inputs: nothing was cut.", err=True)
    for rejection in gathered.rejections:
        click.echo(f"rejected  {visible_line(str(rejection))}", err=True)
    if output and not quiet:
        made, rejected = counted(gathered.accepted, "record"), f"{len(gathered.rejections):,} rejected"
        click.echo(f"{made} in {output}, {rejected}.", err=True)
    sys.exit(1 if gathered.rejections else 0)


@contextmanager
def lines_out(path: Path | None, *, wanted: bool = True) -> Iterator[Callable[[bytes], object]]:
    """What writes lines: into a file, which is put in place whole at the end, else on standard output if `wanted`."""
    if path is None:
        yield sys.stdout.buffer.write if wanted else len
        return
    try:
        disk.make_folder(str(path.parent))
        with disk.whole(path) as file:
            yield file.write
    except OSError as error:
        raise errors.UsageError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from error
