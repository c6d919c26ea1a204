"""`broadsheet resolve` and `broadsheet restore`: what only a person can decide about a page."""

from __future__ import annotations

import json
from pathlib import Path

import click

from broadsheet.cli.options import config_option, dry_run_option, examples, json_option, quiet_option, verbose_option
from broadsheet.cli.telling import finish
from broadsheet.visible import visible, visible_line


@click.command(
    short_help="Settle what you and upstream both changed.",
    epilog=examples(
        "broadsheet resolve content/articles/2024/04/16/rain.md --mine",
        "broadsheet resolve content/entities/ukraine.md --theirs --dry-run",
    ),
)
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--mine", "side", flag_value="mine", help="What stands in the page stays.")
@click.option("--theirs", "side", flag_value="theirs", help="What upstream says takes its place.")
@config_option
@dry_run_option
@quiet_option
@verbose_option
@json_option
def resolve(  # noqa: PLR0913 - one for each option
    pages: tuple[str, ...],
    side: str | None,
    config_file: Path,
    *,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
    machine: bool,
) -> None:
    """Settle what a person and upstream changed differently in PAGE, and refresh content/.

    PAGE is a path, an address or an article's id, as the report of `generate` names it. Only what is in conflict is
    settled: everything else that either side changed has been taken in. In a managed block that was edited inside,
    --mine takes its marks away, so that it is yours for good, and --theirs fills it anew.
    """
    from broadsheet import pipeline  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.archive import load  # noqa: PLC0415 - as above
    from broadsheet.archive.settle import sides_of  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    if side not in ("mine", "theirs"):
        raise click.UsageError("say --mine or --theirs")
    config = read_config(config_file)
    settled = sides_of(load(config.docs_dir), pages, Path.cwd(), "mine" if side == "mine" else "theirs")
    done = pipeline.generate(config, [], base=config.root, settled=settled, dry_run=dry_run)
    finish(done, quiet=quiet, verbose=verbose, machine=machine)


@click.command(
    short_help="Bring back pages that were deleted.",
    epilog=examples("broadsheet restore", "broadsheet restore ukraine content/articles/2024/04/16/rain.md"),
)
@click.argument("names", nargs=-1, metavar="[ID|PAGE...]")
@click.option("--all", "everything", is_flag=True, help="Restore all that was deleted.")
@click.option("--list", "listing", is_flag=True, help="List what was deleted, and restore nothing.")
@config_option
@dry_run_option
@quiet_option
@verbose_option
@json_option
def restore(  # noqa: PLR0913 - one for each option
    names: tuple[str, ...],
    config_file: Path,
    *,
    everything: bool,
    listing: bool,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
    machine: bool,
) -> None:
    """Bring back articles and entities whose pages were deleted.

    A page that a person deletes stays deleted, whatever comes in. Restored, it comes back as it was last committed,
    or with its record. Without arguments: the list of what was deleted.
    """
    from broadsheet import pipeline  # noqa: PLC0415 - as above
    from broadsheet.archive import load  # noqa: PLC0415 - as above
    from broadsheet.archive.settle import withdrawn_of  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.sources import standing  # noqa: PLC0415 - as above

    config = read_config(config_file)
    archive = load(config.docs_dir)
    withdrawn = archive.notebook.withdrawn
    if names and (listing or everything):
        raise click.UsageError("name what should come back, or say --all or --list")
    if listing or not (names or everything):
        if machine:
            click.echo(visible(json.dumps([one.as_line() for one in withdrawn], ensure_ascii=False, indent=2)))
        for one in () if machine else withdrawn:
            click.echo(visible_line(f"{'entity' if one.entity else 'article':<8}  {one.id}  {one.title}  ({one.page})"))
        if not (withdrawn or quiet or machine):
            click.echo("Nothing was deleted.")
        return
    wanted = withdrawn if everything else withdrawn_of(archive, names, Path.cwd())
    given, _ = standing(config.inputs, config.root)
    done = pipeline.generate(config, given, base=config.root, restored=wanted, dry_run=dry_run)
    for one in () if dry_run else wanted:
        if not (config.docs_dir / one.page).exists():
            note = f"{config.docs_dir.name}/{one.page}: no commit holds it; it comes back with a record that names it"
            click.echo(visible_line(f"note      {note}"), err=True)
    finish(done, quiet=quiet, verbose=verbose, machine=machine)
