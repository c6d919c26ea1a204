"""`broadsheet schema`."""

from __future__ import annotations

import json

import click

from broadsheet.cli.options import examples
from broadsheet.visible import visible


@click.command(
    short_help="Print the JSON Schema of records or pages.",
    epilog=examples("broadsheet schema record > record.schema.json", "broadsheet schema page"),
)
@click.argument("what", type=click.Choice(["record", "page"]))
def schema(what: str) -> None:
    """Print the JSON Schema (2020-12) of a record or of a page's front matter."""
    from broadsheet.archive.schema import page_schema  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.sources.schema import record_schema  # noqa: PLC0415 - as above

    found = record_schema() if what == "record" else page_schema()
    click.echo(visible(json.dumps(found, ensure_ascii=False, indent=2)))
