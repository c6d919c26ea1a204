"""`broadsheet inbox`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from broadsheet.cli.options import config_option, examples
from broadsheet.errors import UsageError
from broadsheet.visible import visible, visible_line


@click.command(
    short_help="List what only a person can settle.",
    epilog=examples("broadsheet inbox", "broadsheet inbox --json | jq length"),
)
@config_option
@click.option("--json", "machine", is_flag=True, help="Print all of it as JSON on standard output.")
@click.option("--markdown", is_flag=True, help="Print it as Markdown, for a job's summary.")
def inbox(config_file: Path, *, machine: bool, markdown: bool) -> None:
    """List what only a person can settle: names in doubt, likely duplicates, suggested names, undated articles.

    Each with the sentence, why it is here, and the exact command or line of YAML that settles it; what matters most
    comes first, and what is settled is gone the next time. Nothing is written. The same stands in
    content/archive/inbox.md, to which no reader is led; `mkdocs serve` links it from the home page.
    """
    from broadsheet import pipeline  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.outputs.inbox import as_json, as_markdown, lines  # noqa: PLC0415 - as above

    if machine and markdown:
        raise UsageError("--json and --markdown: there is one standard output; choose one of them")
    edition = pipeline.standing(read_config(config_file))
    if machine:
        click.echo(visible(json.dumps(as_json(edition), ensure_ascii=False, indent=2)))
    elif markdown:
        click.echo(visible(as_markdown(edition)), nl=False)
    else:
        for line in lines(edition):
            click.echo(visible_line(line))
