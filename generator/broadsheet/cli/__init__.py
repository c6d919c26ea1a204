"""The command line: parses, prints, sets the exit status; no logic.

Exit status: 0 all well; 1 something was rejected, kept back or in conflict (the report says what); 2 wrong usage.
"""

from __future__ import annotations

import click

from broadsheet.cli.check import check
from broadsheet.cli.clean import clean
from broadsheet.cli.completion import completion
from broadsheet.cli.entities import entities
from broadsheet.cli.export import export
from broadsheet.cli.generate import generate
from broadsheet.cli.inbox import inbox
from broadsheet.cli.moving import import_
from broadsheet.cli.new import new
from broadsheet.cli.options import examples, version_option
from broadsheet.cli.schema import schema
from broadsheet.cli.settle import resolve, restore
from broadsheet.cli.stopping import Commands

_HELP = """
Turn page dumps, HTML, feeds and article records into a cross-linked news archive.

What people do first: make a site, feed it, look at it (see the examples). Each command has a --help of its own.

INPUT is a file, a folder, a glob or - (standard input). Read are: JSON Lines, JSON, CSV, raw text dumps of
pages, HTML, RSS, Atom, JSON Feed, IPTC ninjs and schema.org NewsArticle, plain or gzipped.

Exit status: 0 all well; 1 something was rejected, kept back or in conflict; 2 wrong usage.
"""
_EXAMPLES = ("broadsheet new my-archive && cd my-archive", "broadsheet generate inputs/", "mkdocs serve")


@click.group(
    cls=Commands,
    help=_HELP,
    epilog=examples(*_EXAMPLES),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@version_option
def main() -> None:
    """The command line."""


_ALL = (new, clean, generate, resolve, restore, entities, inbox, check, import_, export, schema, completion)

for command in _ALL:
    main.add_command(command)
