"""`broadsheet entities`: the names in the archive, and what a person says of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from broadsheet.cli.completion import entity_ids
from broadsheet.cli.options import config_option, dry_run_option, examples, json_option, quiet_option
from broadsheet.cli.telling import told
from broadsheet.visible import visible, visible_line

if TYPE_CHECKING:
    from broadsheet.judging import Decide, Verdict

# (Spelled out, so that help need not load the model; a test holds them against it.)
KINDS = ("person", "organisation", "place", "event", "work", "product", "other")
STATUSES = ("adopted", "suggested", "rejected", "merged")

_HELP = """
Look at the names in the archive, and judge them.

ENTITY is an id, a page, or a name. What is judged is written into the front matter of the entity's page, where you
may write it by hand as well, and content/ is brought up to date.

Exit status: 0 all well; 1 the refresh has something for a person to see to; 2 wrong usage.
"""
_EXAMPLES = (
    "broadsheet entities suggest",
    'broadsheet entities adopt "Varda Institute" --kind organisation',
    'broadsheet entities reject "Monday Morning"',
    "broadsheet entities merge vsi varda-institute",
)


def _for(*lines: str) -> str:
    """What stands at the end of a command's help: what ENTITY may be, and examples."""
    meant = "ENTITY is an id, a page or a name: ukraine, content/entities/ukraine.md, Ukraine."
    return f"{meant}\n\n{examples(*(f'broadsheet entities {line}' for line in lines))}"


_kind_option = click.option("--kind", type=click.Choice(KINDS), help="What it is.")


@click.group(help=_HELP, short_help="Look at names, and judge them.", epilog=examples(*_EXAMPLES))
def entities() -> None:
    """Names, and what is judged of them."""


def _judges(decide: Callable[..., Decide]) -> Callable[..., None]:
    """A command from a function that gives, for its arguments, what is judged: that is written, and told."""

    @config_option
    @click.option("--no-refresh", is_flag=True, help="Only write the judgement; `generate` brings pages up to date.")
    @dry_run_option
    @quiet_option
    @json_option
    @wraps(decide)
    def command(
        *, config_file: Path, no_refresh: bool, dry_run: bool, quiet: bool, machine: bool, **arguments: Any
    ) -> None:
        from broadsheet import judging  # noqa: PLC0415 - loaded when needed, so that help is quick
        from broadsheet.config import read_config  # noqa: PLC0415 - as above

        verdict = judging.judge(
            read_config(config_file),
            decide(**arguments),
            refresh=not no_refresh,
            dry_run=dry_run,
            stages=lambda name: told(name, quiet=quiet or machine),
        )
        _tell(verdict, quiet=quiet, machine=machine)
        sys.exit(verdict.exit_status)

    return command


@entities.command(
    "list",
    short_help="List the entities that have a page.",
    epilog=examples("broadsheet entities list", "broadsheet entities list ukr --status suggested --kind place"),
)
@click.argument("text", default="")
@click.option("--status", type=click.Choice(STATUSES), help="Only those of this status.")
@click.option("--kind", type=click.Choice(KINDS), help="Only those of this kind.")
@config_option
@quiet_option
@click.option("--json", "machine", is_flag=True, help="Print a JSON list on standard output.")
def list_(text: str, status: str | None, kind: str | None, config_file: Path, *, quiet: bool, machine: bool) -> None:
    """List the entities that have a page: id, kind, status, number of articles, name.

    With TEXT, only those one of whose names holds it, whatever its capitals and accents.
    """
    from broadsheet import entity_report, judging  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    config = read_config(config_file)
    found = judging.known(config, text, status=status, kind=kind)
    if machine:
        _as_json([entity_report.entity_as_json(one, config.docs_dir.name) for one in found])
    else:
        _lines(entity_report.listed(found))
        if not (found or quiet):
            asked = text or status or kind
            click.echo(entity_report.NO_SUCH if asked and judging.known(config) else entity_report.NONE_YET)


@entities.command(short_help="Show all that is known of one.", epilog=_for("show ukraine"))
@click.argument("entity", metavar="ENTITY", shell_complete=entity_ids)
@config_option
@click.option("--json", "machine", is_flag=True, help="Print a JSON object on standard output.")
def show(entity: str, config_file: Path, *, machine: bool) -> None:
    """Show all that is known of ENTITY: its names, its articles, and what it is judged to be."""
    from broadsheet import entity_report, judging  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    config = read_config(config_file)
    known, folder = judging.one_known(config, entity), config.docs_dir.name
    if machine:
        listed = entity_report.articles_as_json(known.articles, folder)
        _as_json(entity_report.entity_as_json(known, folder) | {"named_in": listed})
    else:
        _lines(entity_report.shown(known, folder))


@entities.command(
    short_help="List the names that wait for a judgement.",
    epilog=examples("broadsheet entities suggest --most 10"),
)
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many are listed.")
@config_option
@quiet_option
@click.option("--json", "machine", is_flag=True, help="Print a JSON list of all of them on standard output.")
def suggest(most: int, config_file: Path, *, quiet: bool, machine: bool) -> None:
    """List the names that wait for a judgement, each with a sentence and the command that settles it.

    First those that have a page, the most often named first; then those that are not sure enough for one.
    """
    from broadsheet import entity_report, judging  # noqa: PLC0415 - as above
    from broadsheet.config import read_config  # noqa: PLC0415 - as above

    config = read_config(config_file)
    with told("Finding names", quiet=quiet or machine):
        found = judging.suggestions(config)
    if machine:
        _as_json([entity_report.suggested_as_json(one) for one in found])
        return
    _lines(entity_report.waiting(found[:most]))
    if len(found) > most and not quiet:
        click.echo(f"{len(found) - most} more: --most {len(found)} lists them all.")
    elif not (found or quiet):
        click.echo("No name waits for a judgement.")


@entities.command(short_help="Say that it is an entity.", epilog=_for('adopt "Varda Institute" --kind organisation'))
@click.argument("names", nargs=-1, required=True, metavar="ENTITY|NAME...", shell_complete=entity_ids)
@_kind_option
@_judges
def adopt(names: Sequence[str], kind: Any) -> Decide:
    """Say that something is an entity: one that was suggested or rejected, or a name without a page.

    A name without a page must stand in an article, as whole words.
    """
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, stands: judgements.adopt(roll, names, kind, stands=stands)


@entities.command(short_help="Say that it is none.", epilog=_for('reject "Monday Morning"'))
@click.argument("names", nargs=-1, required=True, metavar="ENTITY|NAME...", shell_complete=entity_ids)
@_judges
def reject(names: Sequence[str]) -> Decide:
    """Say that something is none: it is never linked, and its names never come back, whatever comes in.

    Its page stays, with what you wrote on it: it is what remembers the judgement.
    """
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, stands: judgements.reject(roll, names, stands=stands)


@entities.command(short_help="Call it by another name.", epilog=_for("rename kiev Kyiv"))
@click.argument("entity", metavar="ENTITY", shell_complete=entity_ids)
@click.argument("name")
@click.option("--drop", is_flag=True, help="The old name is no longer one of its names.")
@_judges
def rename(entity: str, name: str, *, drop: bool) -> Decide:
    """Call ENTITY by another NAME: its id and its address stay, and the old name is still linked."""
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.rename(roll, entity, name, keep=not drop)


@entities.command(short_help="Say that several are one.", epilog=_for('merge vsi "Varda Inst." varda-institute'))
@click.argument("others", nargs=-1, required=True, metavar="OTHER...", shell_complete=entity_ids)
@click.argument("into", metavar="ENTITY", shell_complete=entity_ids)
@_judges
def merge(others: Sequence[str], into: str) -> Decide:
    """Say that one or several OTHERs are ENTITY: their names mean it, their pages send readers to it.

    It holds whatever comes in, until `split` undoes it.
    """
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.merge(roll, others, into)


@entities.command(
    short_help="Undo a merge, or part names from it.",
    epilog=_for("split vsi", 'split varda-institute "Varda Press" --kind organisation'),
)
@click.argument("entity", metavar="ENTITY", shell_complete=entity_ids)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--kind", type=click.Choice(KINDS), help="What the names mean.  [default: the kind of ENTITY]")
@_judges
def split(entity: str, names: Sequence[str], kind: Any) -> Decide:
    """Undo the merge of ENTITY into another; with NAMEs of it, give these a page of their own.

    The NAMEs then mean something else than ENTITY, all of them the same; the page is called by the first.
    """
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.split(roll, entity, names, kind)


@entities.command(short_help="Say that it is called so, too.", epilog=_for("alias ukraine Україна --language uk"))
@click.argument("entity", metavar="ENTITY", shell_complete=entity_ids)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--language", metavar="TAG", help="It is called so in this language (`uk`, `pt-BR`).")
@click.option("--remove", is_flag=True, help="It is no longer called so.")
@_judges
def alias(entity: str, names: Sequence[str], language: str | None, *, remove: bool) -> Decide:
    """Say that ENTITY is called NAME, too: that is linked like its own name.

    A language may have several names: each NAME is added to those that there are.
    """
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.alias(roll, entity, names, language=language, remove=remove)


@entities.command("not-meant", short_help="Say where it is not meant.", epilog=_for('not-meant paris "Paris Hilton"'))
@click.argument("entity", metavar="ENTITY", shell_complete=entity_ids)
@click.argument("phrases", nargs=-1, required=True, metavar="PHRASE...")
@click.option("--remove", is_flag=True, help="It is meant in PHRASE after all.")
@_judges
def not_meant(entity: str, phrases: Sequence[str], *, remove: bool) -> Decide:
    """Say that ENTITY is not meant where its name stands in PHRASE: Paris, in Paris Hilton."""
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.not_meant(roll, entity, phrases, remove=remove)


@entities.command(
    "not-same", short_help="Say that they are different.", epilog=_for("not-same north-kordofan south-kordofan")
)
@click.argument("names", nargs=-1, required=True, metavar="ENTITY ENTITY...", shell_complete=entity_ids)
@click.option("--undo", is_flag=True, help="Nobody says so any longer.")
@_judges
def not_same(names: Sequence[str], *, undo: bool) -> Decide:
    """Say that entities are different ones, however alike: they are not suggested as duplicates again."""
    from broadsheet.entities import judgements  # noqa: PLC0415 - as above

    return lambda roll, _: judgements.not_same(roll, names, undo=undo)


def _tell(verdict: Verdict, *, quiet: bool, machine: bool) -> None:
    """Prints what was judged, and what the refresh did."""
    from broadsheet import entity_report, report  # noqa: PLC0415 - as above

    if machine:
        said = [entity_report.judged_as_json(one, verdict.folder) for one in verdict.judgements]
        done = report.as_json(verdict.report) if verdict.report else None
        _as_json({"judged": said, "dry_run": verdict.dry_run, "refresh": done, "exit_status": verdict.exit_status})
        return
    if not quiet:
        _lines(entity_report.told(verdict.judgements, verdict.folder, dry_run=verdict.dry_run))
    if verdict.report:
        _lines(report.lines(verdict.report, quiet=True))
        if not quiet:
            click.echo(visible_line(entity_report.relinked(verdict.report)))


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(visible_line(line))


def _as_json(values: Any) -> None:
    click.echo(visible(json.dumps(values, ensure_ascii=False, indent=2)))
