"""The command line: parses, prints, sets the exit status; no logic.

Exit status: 0 all well; 1 something was rejected, kept back or in conflict (the report says what); 2 wrong usage.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from time import perf_counter
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

import click
from rich.console import Console

from broadsheet import __version__, disk, errors
from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.report import Report

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


# (A backspace on a line of its own keeps click from filling the paragraph.)
_HELP = """
Turn page dumps, HTML, feeds and article records into a cross-linked news archive.

\b
A new site:      broadsheet new my-archive && cd my-archive
Feed it:         broadsheet generate inputs/
Look at it:      mkdocs serve

INPUT is a file, a folder, a glob or - (standard input). Read are: JSON Lines, JSON, CSV, raw text dumps of
pages, HTML, RSS, Atom, JSON Feed, IPTC ninjs and schema.org NewsArticle, plain or gzipped.
"""

_CHECK_HELP = """
Verify content/: front matter, ids, entities, managed blocks, links and anchors, redirects, and what is out of date.

MkDocs prints front matter that it cannot read as text on the page and exits with 0; this does not. With PAGE, only
those pages (or folders of pages) are looked at, with an eye on all others.

\b
Exit status: 0 all well; 1 errors, or warnings with --strict; 2 wrong usage.
JSON: a list of {file, line, column, what, remedy, level, about}; level is error, warning or notice.
"""


class _Commands(click.Group):
    """Commands whose expected failures end in one line and exit status 2; told to end, they tidy up first."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            with _told_to_end():
                return super().invoke(ctx)
        except errors.BroadsheetError as error:
            click.echo(f"Error: {visible_line(str(error))}", err=True)
            sys.exit(2)
        except KeyboardInterrupt as stop:
            click.echo("Stopped. Every file is whole; the same command again goes on from here.", err=True)
            sys.exit(128 + (stop.args[0] if stop.args else signal.SIGINT))


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="broadsheet")
def main() -> None:
    """The command line."""


@main.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The site's name.  [default: made from DIRECTORY]")
@click.option("--language", default="en", show_default=True, help="The site's language: en or fr.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@quiet_option
def new(directory: Path, name: str | None, language: str, *, dry_run: bool, quiet: bool) -> None:
    """Scaffold a site in DIRECTORY: mkdocs.yml, content/, a theme, a GitHub Pages workflow.

    Nothing that is there already is overwritten.
    """
    from broadsheet import scaffold  # noqa: PLC0415 - each command loads only what it needs, so that help is quick

    for made in scaffold.create(directory, name=name, language=language, dry_run=dry_run):
        if not quiet:
            click.echo(f"created   {made}")
    if not (quiet or dry_run):
        click.echo(f"Next: cd {quote(str(directory))} && broadsheet generate && mkdocs serve")


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the records to this file.")
@click.option("--explain", is_flag=True, help="Show each text dump, each removed line, and the rule that removed it.")
@click.option(
    "-f", "--config-file", type=click.Path(dir_okay=False, path_type=Path), help="Keep to the limits of this site."
)
@quiet_option
def clean(
    inputs: tuple[str, ...], output: Path | None, config_file: Path | None, *, explain: bool, quiet: bool
) -> None:
    """Clean INPUTs into article records: JSON Lines, on standard output or in a file.

    What cannot be made a record is told on standard error, and the exit status is 1.
    """
    from broadsheet.cleaning.explain import explain as explained  # noqa: PLC0415 - as above
    from broadsheet.config import read_config, today  # noqa: PLC0415 - as above
    from broadsheet.gathering import gather, record_line  # noqa: PLC0415 - as above
    from broadsheet.limits import USUAL  # noqa: PLC0415 - as above

    limits = read_config(config_file).limits if config_file else USUAL
    gathered = gather(inputs, Path.cwd(), today(), limits=limits, stdin=sys.stdin.buffer)
    with _told("Cleaning", quiet=quiet or explain or not output), _lines_out(output, wanted=not explain) as write:
        for record in gathered.records():
            write(record_line(record).encode())
    if explain:
        for dump, cleaned in gathered.dumps:
            click.echo(visible(explained(dump, cleaned)))
        if not gathered.dumps:
            click.echo("There is no text dump among the inputs: nothing was cut.", err=True)
    for rejection in gathered.rejections:
        click.echo(f"rejected  {visible_line(str(rejection))}", err=True)
    if output and not quiet:
        click.echo(f"{gathered.accepted} records in {output}, {len(gathered.rejections)} rejected.", err=True)
    sys.exit(1 if gathered.rejections else 0)


@main.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@config_option
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="List each page, doubtful names, and how long each stage took.")
@json_option
def generate(
    inputs: tuple[str, ...], config_file: Path, *, dry_run: bool, quiet: bool, verbose: bool, machine: bool
) -> None:
    """Make records, or anything that `clean` reads, into the pages of content/.

    Without INPUT: what `inputs:` names in mkdocs.yml, else content/ is refreshed from itself. A run takes only what
    is new: what came before is read back from content/. A page that a person edited is never overwritten.
    """
    from broadsheet import pipeline  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.sources import standing  # noqa: PLC0415 - as above

    config = read_config(config_file)
    named, missing = (list(inputs), []) if inputs else standing(config.inputs, config.root)
    for note in missing:
        click.echo(f"note      {visible_line(note)}", err=True)
    done = pipeline.generate(
        config,
        named,
        base=Path.cwd() if inputs else config.root,
        stdin=sys.stdin.buffer,
        dry_run=dry_run,
        stages=lambda name: _told(name, quiet=quiet or machine, timed=verbose),
    )
    _finish(done, quiet=quiet, verbose=verbose, machine=machine)


@main.command()
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
    from broadsheet import pipeline  # noqa: PLC0415 - as above
    from broadsheet.archive import load  # noqa: PLC0415 - as above
    from broadsheet.archive.settle import sides_of  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    if side not in ("mine", "theirs"):
        raise click.UsageError("say --mine or --theirs")
    config = read_config(config_file)
    settled = sides_of(load(config.docs_dir), pages, Path.cwd(), "mine" if side == "mine" else "theirs")
    done = pipeline.generate(config, [], base=config.root, settled=settled, dry_run=dry_run)
    _finish(done, quiet=quiet, verbose=verbose, machine=machine)


@main.command()
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
    _finish(done, quiet=quiet, verbose=verbose, machine=machine)


@main.command(help=_CHECK_HELP)
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
    """Verifies content/; see _CHECK_HELP."""
    from broadsheet import check_report  # noqa: PLC0415 - as above
    from broadsheet.archive import as_json  # noqa: PLC0415 - as above
    from broadsheet.archive.check import Memory  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above
    from broadsheet.verification import addresses_of, verify  # noqa: PLC0415 - as above

    if machine and github:
        raise errors.UsageError("--json and --github: there is one standard output; choose one of them")
    config = read_config(config_file)
    asked = addresses_of(pages, config) if pages else None
    memory = Memory()
    with _told("Checking", quiet=quiet or machine):
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
                click.echo(_coloured(visible_line(line), level))
    sys.exit(check_report.exit_status(findings, strict=strict))


@main.command()
@click.argument("what", type=click.Choice(["record", "page"]))
def schema(what: str) -> None:
    """Print the JSON Schema (2020-12) of a record or of a page's front matter."""
    from broadsheet.archive.schema import page_schema  # noqa: PLC0415 - as above
    from broadsheet.sources.schema import record_schema  # noqa: PLC0415 - as above

    found = record_schema() if what == "record" else page_schema()
    click.echo(visible(json.dumps(found, ensure_ascii=False, indent=2)))


def _finish(done: Report, *, quiet: bool, machine: bool, verbose: bool = False) -> NoReturn:
    """Prints what a run did, and ends with its exit status."""
    from broadsheet import report  # noqa: PLC0415 - as above

    if machine:
        click.echo(visible(json.dumps(report.as_json(done), ensure_ascii=False, indent=2)))
    else:
        for line in report.lines(done, verbose=verbose, quiet=quiet):
            click.echo(visible_line(line))
    sys.exit(done.exit_status)


@contextmanager
def _told(stage: str, *, quiet: bool, timed: bool = False) -> Iterator[None]:
    """A stage with a spinner on a terminal, and its time when asked for."""
    began = perf_counter()
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
    else:
        with console.status(f"{stage} …"):
            yield
    if timed and not quiet:
        click.echo(f"{stage}: {perf_counter() - began:.2f} s", err=True)


@contextmanager
def _told_to_end() -> Iterator[None]:
    """In here SIGTERM, and SIGHUP of a closing terminal, end things as Ctrl-C does: what is half done is cleared."""

    def end(number: int, _: FrameType | None) -> None:
        raise KeyboardInterrupt(number)

    here = threading.current_thread() is threading.main_thread()  # signals are heard nowhere else
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if here and hasattr(signal, name)]
    heard = [number for number in wanted if signal.getsignal(number) is signal.SIG_DFL]  # `nohup` stays deaf
    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _coloured(line: str, level: str | None) -> str:
    """A line of a check with its level in colour; click takes it out again where there is no terminal."""
    if level is None or os.environ.get("NO_COLOR"):  # https://no-color.org/
        return line
    colour = {"error": "red", "warning": "yellow"}.get(level, "cyan")
    return line.replace(level, click.style(level, fg=colour), 1)


@contextmanager
def _lines_out(path: Path | None, *, wanted: bool) -> Iterator[Callable[[bytes], object]]:
    """What writes lines: into a file, which is put in place whole at the end, else on standard output if `wanted`."""
    if path is None:
        yield sys.stdout.buffer.write if wanted else len
        return
    try:
        disk.make_folder(str(path.parent))
        with disk.whole(path) as file:
            yield file.write
    except OSError as error:
        raise errors.UsageError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from error
