"""The command line: parses, prints, sets the exit status; no logic.

Exit status: 0 all well; 1 something was rejected, kept back or in conflict (the report says what); 2 wrong usage.
"""

from __future__ import annotations

import click

from broadsheet import __version__
from broadsheet.cli.check import check
from broadsheet.cli.clean import clean
from broadsheet.cli.entities import entities
from broadsheet.cli.export import export
from broadsheet.cli.generate import generate
from broadsheet.cli.inbox import inbox
from broadsheet.cli.moving import import_
from broadsheet.cli.new import new
from broadsheet.cli.schema import schema
from broadsheet.cli.settle import resolve, restore
from broadsheet.cli.stopping import Commands

# (A backspace on a line of its own keeps click from filling the paragraph.)
_HELP = """
Turn page dumps, HTML, feeds and article records into a cross-linked news archive.

\b
A new site:      broadsheet new my-archive && cd my-archive
Feed it:         broadsheet generate inputs/
Look at it:      mkdocs serve

INPUT is a file, a folder, a glob or - (standard input). Read are: JSON Lines, JSON, CSV, raw text dumps of
pages, HTML, RSS, Atom, JSON Feed, IPTC ninjs and schema.org NewsArticle, plain or gzipped.
"""


@click.group(cls=Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="broadsheet")
def main() -> None:
    """The command line."""


for command in (new, clean, generate, resolve, restore, entities, inbox, check, import_, export, schema):
    main.add_command(command)
