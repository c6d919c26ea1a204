"""`broadsheet schema`."""

from __future__ import annotations

import json

import click

from broadsheet.cli.options import examples
from broadsheet.visible import visible


@click.command(
    short_help="Print a JSON Schema, for editors and tests.",
    epilog=examples("broadsheet schema record > record.schema.json", "broadsheet schema page"),
)
@click.argument("what", type=click.Choice(["record", "page", "site"]))
def schema(what: str) -> None:
    """Print the JSON Schema of a record, of a page's front matter, or of the site's settings (mkdocs.yml).

    The first two are of draft 2020-12, the third of draft 7, which editors know best for YAML.
    """
    from broadsheet.archive.schema import page_schema  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.site_schema import site_schema  # noqa: PLC0415 - as above
    from broadsheet.sources.schema import record_schema  # noqa: PLC0415 - as above

    found = {"record": record_schema, "page": page_schema, "site": site_schema}[what]()
    click.echo(visible(json.dumps(found, ensure_ascii=False, indent=2)))
