"""`broadsheet import`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from broadsheet.cli.clean import lines_out
from broadsheet.cli.options import examples, quiet_option
from broadsheet.cli.telling import told
from broadsheet.errors import UsageError
from broadsheet.visible import visible, visible_line

PROGRAMS = ("hugo", "jekyll", "pelican", "material", "opml", "wordpress", "wallabag", "omnivore", "pocket", "warc")
"""Their names, so that `--help` need not load them (`sources/moving_in`)."""


# (A backspace on a line of its own keeps click from filling the paragraph.)
_HELP = """
Move in from another program: what lies at PATH becomes article records (JSON Lines), with a report on standard error of
what was left out, what was taken out of texts, and why. What PATH is, is recognised; nothing is fetched.

\b
hugo, jekyll         a site's folder, or its posts (Markdown, HTML)
pelican              the same (reStructuredText too, where docutils is)
material             a site with Material for MkDocs' blog, or its posts
opml                 a list of feeds, with the feeds saved beside it
wordpress            the export (WXR) that Tools > Export makes
wallabag, omnivore   an export, as it was downloaded
pocket               an export; it has no texts, so its pages must come too
warc                 what crawlers save: .warc, .warc.gz, .wacz
                     (pip install "broadsheet[warc]")

PATH is a file, a folder or a zip archive. Nothing outside of it is read but the settings of the blog that it is part
of. Where something cannot be made a record, the exit status is 1.
"""


@click.command(
    "import",
    help=_HELP,
    short_help="Move in from another program.",
    epilog=examples("broadsheet import ../blog -o blog.jsonl", "broadsheet generate blog.jsonl"),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--from", "program", type=click.Choice(PROGRAMS), help="Say what PATH is, where that cannot be told.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the records to this file.")
@click.option(
    "-f", "--config-file", type=click.Path(dir_okay=False, path_type=Path), help="Keep to the limits of this site."
)
@click.option("--json", "machine", is_flag=True, help="Print the report as JSON on standard output (needs -o).")
@quiet_option
def import_(
    paths: tuple[str, ...],
    program: str | None,
    output: Path | None,
    config_file: Path | None,
    *,
    machine: bool,
    quiet: bool,
) -> None:
    """Makes records of what another program left."""
    from broadsheet import moving  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config, today  # noqa: PLC0415 - as above
    from broadsheet.gathering import record_line  # noqa: PLC0415 - as above
    from broadsheet.limits import USUAL  # noqa: PLC0415 - as above

    if machine and not output:
        raise UsageError("--json: the records go to standard output already; name a file for them with -o")
    limits = read_config(config_file).limits if config_file else USUAL
    move = moving.move_in(paths, Path.cwd(), today(), named=program, limits=limits)
    with told("Moving in", quiet=quiet or machine or not output), lines_out(output) as write:
        for record in move.records():
            write(record_line(record).encode())
    if machine:
        click.echo(visible(json.dumps(moving.as_json(move), ensure_ascii=False, indent=2, default=str)))
    else:
        for line in moving.lines(move, quiet=quiet):
            click.echo(visible_line(line), err=True)
    if not (quiet or machine):
        where = f" in {output}" if output else ""
        click.echo(f"{moving.summary(move)}{where}.", err=True)
    sys.exit(1 if move.rejections else 0)
