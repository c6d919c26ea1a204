"""`broadsheet check`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from broadsheet import errors
from broadsheet.cli.options import config_option, examples, quiet_option
from broadsheet.cli.telling import coloured, told
from broadsheet.visible import visible, visible_line

HELP = """
Verify content/: front matter, ids, entities, managed blocks, links and anchors, redirects, and what is out of date.

MkDocs prints front matter that it cannot read as text on the page and exits with 0; this does not. With PAGE, only
those pages (or folders of pages) are looked at, with an eye on all others.

Exit status: 0 all well; 1 errors, or warnings with --strict; 2 wrong usage.

JSON: a list of {file, line, column, what, remedy, level, about}; level is error, warning or notice.
"""


@click.command(
    help=HELP,
    short_help="Verify content/: links, ids, front matter.",
    epilog=examples("broadsheet check --strict", "broadsheet check content/about.md content/articles/2024"),
)
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path), metavar="[PAGE...]")
@config_option
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings as well as for errors.")
@click.option(
    "--stale/--no-stale",
    default=None,
    help="Look for pages that a refresh would write anew; takes as long as one.  [default: unless a PAGE is named]",
)
@click.option("--github", is_flag=True, help="Print annotations for GitHub.  [default: in a GitHub workflow]")
@quiet_option
@click.option("--json", "machine", is_flag=True, help="Print a JSON list of findings on standard output.")
def check(  # noqa: PLR0913 - an option each
    pages: tuple[Path, ...],
    config_file: Path,
    *,
    strict: bool,
    stale: bool | None,
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
    config = read_config(config_file)
    asked = addresses_of(pages, config) if pages else None
    memory = Memory()
    with told("Checking", quiet=quiet or machine):
        findings = verify(config, memory, stale=not pages if stale is None else stale, asked=asked)
    looked = len(memory.pages) if asked is None else len(asked)
    if machine:
        click.echo(visible(json.dumps([as_json(one) for one in findings], ensure_ascii=False, indent=2)))
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
