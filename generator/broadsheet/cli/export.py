"""`broadsheet export`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from broadsheet import disk
from broadsheet.cli.options import config_option, examples, quiet_option
from broadsheet.cli.telling import told
from broadsheet.counted import counted
from broadsheet.errors import UsageError
from broadsheet.visible import visible_line

FORMS = ("jsonl", "ninjs", "csv", "sqlite", "ftm", "graphml")
"""Their names, so that `--help` need not load them (`outputs/exports/forms`)."""


# (A backspace on a line of its own keeps click from filling the paragraph.)
_HELP = """
Write the whole archive in another FORM, to standard output or a file. content/ is only read.

\b
jsonl    Broadsheet's own records: `broadsheet generate` makes the same
         articles of them elsewhere
ninjs    IPTC ninjs 3.1, one item a line
csv      articles as a table, which `broadsheet generate` reads back
sqlite   a database with full-text search, for Datasette and SQL (needs -o)
ftm      FollowTheMoney entities and mentions, one a line, for Aleph
graphml  who is named together with whom, for Gephi and networkx

The same archive gives the same bytes. A file is put in place whole, at the end. Pages that cannot be read are told,
and the exit status is 1.
"""


@click.command(
    help=_HELP,
    short_help="Write the archive in another form.",
    epilog=examples("broadsheet export sqlite -o archive.db", "broadsheet export csv > articles.csv"),
)
@click.argument("form", type=click.Choice(FORMS))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@config_option
@quiet_option
def export(form: str, output: Path | None, config_file: Path, *, quiet: bool) -> None:
    """Writes the archive in one form."""
    from broadsheet import pipeline  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.outputs.exports.forms import FORMS as THERE_ARE  # noqa: PLC0415 - as above

    chosen = next(one for one in THERE_ARE if one.name == form)
    if not output and not chosen.is_text:
        raise UsageError(f"{form}: is no text for standard output; name a file with -o")
    config = read_config(config_file)
    if output and output.resolve().is_relative_to(config.docs_dir.resolve()):
        raise UsageError(f"{output}: lies in the archive itself, which is only read; name another file with -o")
    with told("Reading the archive", quiet=quiet or not output):
        edition, findings = pipeline.standing_as_found(config)
    with told("Writing", quiet=quiet or not output):
        _write(chosen.pieces(edition), output)
    if output and not quiet:
        articles = counted(len(edition.articles) + len(edition.retracted), "article")
        entities = counted(len(edition.entities), "entity", "entities")
        click.echo(f"{articles} and {entities} in {output}.", err=True)
    for finding in findings:
        click.echo(f"unread    {visible_line(str(finding))}", err=True)
    sys.exit(1 if findings else 0)


def _write(pieces: Iterable[bytes], output: Path | None) -> None:
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return
    try:
        disk.make_folder(str(output.parent))
        with disk.whole(output) as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror}); name another file with -o") from error
