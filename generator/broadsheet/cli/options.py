"""What the help of several commands has in common: options, and examples at the end."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

import click

from broadsheet import __version__

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print only what needs a person.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="List each page that changes, and why.")
dry_run_option = click.option("-n", "--dry-run", is_flag=True, help="Say what would change, and change nothing.")
json_option = click.option("--json", "machine", is_flag=True, help="Print the report as JSON on standard output.")


def _tell_versions(ctx: click.Context, _: click.Parameter, asked: object) -> None:
    """Prints what a report of a fault needs to say first."""
    if asked and not ctx.resilient_parsing:
        builder = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
        click.echo(f"broadsheet, version {__version__} (Python {platform.python_version()}, {builder})")
        ctx.exit()


version_option = click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_versions,
    help="Show the version, and those of Python, MkDocs and Material.",
)


def examples(*lines: str) -> str:
    """What stands at the end of a command's help: lines to copy, as they are typed."""
    shown = "\n".join(f"  {line}" for line in lines)
    return f"\b\n{'Example' if len(lines) == 1 else 'Examples'}:\n{shown}"
