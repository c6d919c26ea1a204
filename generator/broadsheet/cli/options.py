"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

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
