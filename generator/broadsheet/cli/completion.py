"""`broadsheet completion`, and what may stand where a command takes an entity."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from broadsheet.cli.options import examples
from broadsheet.errors import BroadsheetError, UsageError

SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "broadsheet"
_VARIABLE = "_BROADSHEET_COMPLETE"  # as click spells it, when the program is asked what may follow
_MOST = 200


@click.command(
    short_help="Print what makes a shell complete at Tab.",
    epilog=examples(
        'eval "$(broadsheet completion bash)"                 # in ~/.bashrc',
        'eval "$(broadsheet completion zsh)"                  # in ~/.zshrc, after compinit',
        "broadsheet completion fish > ~/.config/fish/completions/broadsheet.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.pass_context
def completion(ctx: click.Context, shell: str | None) -> None:
    """Print the script by which a shell completes commands, options, files and entities at Tab.

    SHELL is bash (4.4 or newer), zsh or fish; without it, the one that $SHELL names.
    """
    named = shell or Path(os.environ.get("SHELL", "")).name
    script = get_completion_class(named) if named in SHELLS else None
    if script is None:
        raise UsageError(f"$SHELL: {named or 'nothing'} is no shell that we know; say bash, zsh or fish")
    click.echo(script(ctx.find_root().command, {}, _PROGRAM, _VARIABLE).source())
    if sys.stdout.isatty():
        click.echo("# Nothing is set up yet: `broadsheet completion --help` says where this goes.", err=True)


def entity_ids(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The ids of entities that begin so: the names of their pages in the site that the command line is about."""
    from broadsheet import addresses  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    try:
        listed = read_config(ctx.params.get("config_file") or Path("mkdocs.yml")).docs_dir / addresses.ENTITIES
        pages = [page for page in listed.parent.glob("*.md") if page != listed]
        return sorted(page.stem for page in pages if page.stem.startswith(begun))[:_MOST]
    except (BroadsheetError, OSError):  # at Tab nobody wants to read why
        return []
