"""`broadsheet new`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

import click

from broadsheet.cli.options import examples, quiet_option
from broadsheet.counted import counted

_THEME = "overrides/"
_WANTED = {
    ".gitignore": "see that /.cache/, /site/, /rejected/ and /.broadsheet.lock are in it",
    ".github/workflows/pages.yml": "see that it feeds and publishes the archive, or move it away and run this again",
    ".gitlab-ci.yml": "see that it feeds and publishes the archive, or move it away and run this again",
    "mkdocs.yml": "see that it lists `broadsheet` under `plugins:`",
}
"""Files without which something is missing, and what to see to where they were there."""


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
    found = list(made)
    if not quiet:
        for line in _lines(found, "would be" if dry_run else "created"):
            click.echo(line)
    for one, state in found:
        if state == "kept" and one in _WANTED:
            click.echo(f"{one}: is yours, and stays as it is; {_WANTED[one]}", err=True)
    if not (quiet or dry_run):
        click.echo(f"Next: cd {quote(str(directory))} && broadsheet generate && {_mkdocs()} serve")


def _lines(found: Sequence[tuple[str, str]], made: str) -> Iterator[str]:
    """What became of each file; the theme's, which nobody needs to know by name, are told together."""
    for state, shown in (("created", made), ("kept", "kept")):
        why = " (was there already, and differs)" if state == "kept" else ""
        names = [one for one, its in found if its == state]
        yield from (f"{shown:<9} {one}{why}" for one in names if not one.startswith(_THEME))
        if theme := sum(one.startswith(_THEME) for one in names):
            yield f"{shown:<9} {_THEME} (how it looks: {counted(theme, 'file')}){why}"
    if all(its == "same" for _, its in found):
        yield "All is there already."


def _mkdocs() -> str:
    """What starts MkDocs: its name, or where it is: `pipx install broadsheet` puts no other program on the PATH."""
    beside = Path(sys.executable).with_name("mkdocs")
    return quote(str(beside)) if beside.exists() and not shutil.which("mkdocs") else "mkdocs"
