"""`broadsheet new`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from shlex import quote

import click

from broadsheet.cli.options import examples, quiet_option


@click.command(
    short_help="Make a new site in DIRECTORY.",
    epilog=examples("broadsheet new my-archive", 'broadsheet new presse --language fr --name "Revue de presse"'),
)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The site's name.  [default: made from DIRECTORY]")
@click.option("--language", default="en", show_default=True, help="The site's language: en, fr, de, es …")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@quiet_option
def new(directory: Path, name: str | None, language: str, *, dry_run: bool, quiet: bool) -> None:
    """Scaffold a site in DIRECTORY: mkdocs.yml, content/, a theme, a GitHub Pages workflow.

    Nothing that is there already is overwritten.
    """
    from broadsheet import scaffold  # noqa: PLC0415 - loaded when needed, so that help is quick

    for made in scaffold.create(directory, name=name, language=language, dry_run=dry_run):
        if not quiet:
            click.echo(f"created   {made}")
    if not (quiet or dry_run):
        click.echo(f"Next: cd {quote(str(directory))} && broadsheet generate && {_mkdocs()} serve")


def _mkdocs() -> str:
    """What starts MkDocs: its name, or where it is: `pipx install broadsheet` puts no other program on the PATH."""
    beside = Path(sys.executable).with_name("mkdocs")
    return quote(str(beside)) if beside.exists() and not shutil.which("mkdocs") else "mkdocs"
