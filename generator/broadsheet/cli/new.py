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
@click.option(
    "--repository",
    metavar="URL",
    default="",
    help="Where its repository will be, as https://github.com/you/your-archive: sets repo_url, edit_uri and site_url.",
)
@click.option(
    "--ci",
    "publisher",
    type=click.Choice(["github", "gitlab", "none"]),
    help="Which service feeds, checks and publishes it.  [default: the repository's, else github]",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@quiet_option
def new(  # noqa: PLR0913 - an option each
    directory: Path,
    name: str | None,
    language: str,
    repository: str,
    publisher: str | None,
    *,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Scaffold a site in DIRECTORY.

    Made are mkdocs.yml with its schema, content/ with a page about you, inputs/ with a sample, the theme, a workflow
    that publishes it all (GitHub Pages, or GitLab's), settings for git and editors, and a README. Nothing that is there
    already is overwritten: in a site that is there, this adds what is missing.
    """
    from broadsheet import scaffold  # noqa: PLC0415 - loaded when needed, so that help is quick

    made = scaffold.create(
        directory,
        name=name,
        language=language,
        repository=repository,
        publisher=next((one for one in scaffold.PUBLISHERS if one == publisher), None),
        dry_run=dry_run,
    )
    for one in made:
        if not quiet:
            click.echo(f"{'would be' if dry_run else 'created ':<9} {one}")
    if not (quiet or dry_run):
        click.echo(f"Next: cd {quote(str(directory))} && broadsheet generate && {_mkdocs()} serve")


def _mkdocs() -> str:
    """What starts MkDocs: its name, or where it is: `pipx install broadsheet` puts no other program on the PATH."""
    beside = Path(sys.executable).with_name("mkdocs")
    return quote(str(beside)) if beside.exists() and not shutil.which("mkdocs") else "mkdocs"
