"""`broadsheet check`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet import errors
from broadsheet.cli.options import config_option, examples, quiet_option
from broadsheet.cli.telling import coloured, told
from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.archive.mending import Mending
    from broadsheet.config import Config

HELP = """
Verify content/: front matter, ids, entities, managed blocks, links and anchors, redirects, and what is out of date.

MkDocs prints front matter that it cannot read as text on the page and exits with 0; this does not. With PAGE, only
those pages (or folders of pages) are looked at, with an eye on all others.

--fix mends first what can mean only one thing: values that want quotes, days as 2024-4-6, links to a page that is
surely meant. It touches nothing that Broadsheet wrote and nobody edited; `broadsheet generate` brings that up to date.

Exit status: 0 all well; 1 errors, or warnings with --strict; 2 wrong usage.

JSON: a list of {file, line, column, what, remedy, level, about}; level is error, warning or notice. With --fix:
{mended: [{file, line, column, what}], findings: that list}.
"""


@click.command(
    help=HELP,
    short_help="Verify content/: links, ids, front matter.",
    epilog=examples("broadsheet check --strict", "broadsheet check --fix content/about.md content/articles/2024"),
)
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path), metavar="[PAGE...]")
@config_option
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings as well as for errors.")
@click.option(
    "--stale/--no-stale",
    default=None,
    help="Look for pages that a refresh would write anew; takes as long as one.  [default: unless a PAGE is named]",
)
@click.option("--fix", is_flag=True, help="Mend what is safe to mend, then tell what is left.")
@click.option("-n", "--dry-run", is_flag=True, help="With --fix: say what would be mended, and change nothing.")
@click.option("--github", is_flag=True, help="Print annotations for GitHub.  [default: in a GitHub workflow]")
@quiet_option
@click.option("--json", "machine", is_flag=True, help="Print a JSON list of findings on standard output.")
def check(  # noqa: PLR0913 - an option each
    pages: tuple[Path, ...],
    config_file: Path,
    *,
    strict: bool,
    stale: bool | None,
    fix: bool,
    dry_run: bool,
    github: bool,
    quiet: bool,
    machine: bool,
) -> None:
    """Verifies content/; see HELP."""
    from broadsheet import check_report  # noqa: PLC0415 - loaded when needed, so that help is quick
    from broadsheet.archive import as_json  # noqa: PLC0415 - as above
    from broadsheet.archive.check import Memory  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.verification import addresses_of, verify  # noqa: PLC0415 - as above

    if machine and github:
        raise errors.UsageError("--json and --github: there is one standard output; choose one of them")
    if dry_run and not fix:
        raise errors.UsageError("--dry-run: without --fix nothing is changed anyway; leave it out, or add --fix")
    config = read_config(config_file)
    asked = addresses_of(pages, config) if pages else None
    mended = _mended(config, asked, dry_run=dry_run, quiet=quiet, machine=machine) if fix else []
    memory = Memory()
    with told("Checking", quiet=quiet or machine):
        findings = verify(config, memory, stale=not pages if stale is None else stale, asked=asked)
    looked = len(memory.pages) if asked is None else len(asked)
    if machine:
        listed = [as_json(one) for one in findings]
        found = {"mended": [asdict(one) for one in mended], "findings": listed} if fix else listed
        click.echo(visible(json.dumps(found, ensure_ascii=False, indent=2)))
    elif github or os.environ.get("GITHUB_ACTIONS") == "true":
        for line in check_report.github_lines(findings, config.root):
            click.echo(visible_line(line))
        if not quiet:
            click.echo(check_report.summary(findings, looked))
    else:
        for level, line in check_report.lines(findings, looked):
            if level or findings or not quiet:
                click.echo(coloured(visible_line(line), level))
    sys.exit(check_report.exit_status(findings, strict=strict))


def _mended(
    config: Config, asked: Collection[str] | None, *, dry_run: bool, quiet: bool, machine: bool
) -> Sequence[Mending]:
    """What was mended, or would be; told, but to a machine, which gets it with the findings."""
    from broadsheet.verification import mend  # noqa: PLC0415 - loaded when needed, so that help is quick

    with told("Mending", quiet=quiet or machine):
        mended = mend(config, asked=asked, dry_run=dry_run)
    for one in mended if not (quiet or machine) else ():
        click.echo(visible_line(f"{'would be' if dry_run else 'mended':<9} {one}"))
    return mended
