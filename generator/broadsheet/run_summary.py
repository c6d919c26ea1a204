"""What a run did as Markdown, for the summary of a job: what changed, what was rejected, what waits.

Whatever comes from records is shown as text: a summary is Markdown, and they come from the open web.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.archive import Step
from broadsheet.counted import counted
from broadsheet.report import CALM, Report
from broadsheet.visible import visible_line

MOST = 50
"""How many of each are told one by one."""
LONGEST = 400
"""Characters of a line."""


def as_markdown(report: Report) -> str:
    """The run, in a few lines and lists; what there is nothing of is left out."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    yield "# Broadsheet"
    yield (
        f"{counted(report.read, 'record')} read, **{len(report.rejections):,} rejected**, {report.folds:,} folded. "
        f"{counted(report.articles, 'article')} and {counted(report.entities, 'name')} in the archive."
    )
    yield _changes(report)
    yield from _list("Rejected", [_code(str(one)) for one in report.rejections], "Mend them, and feed them in again.")
    yield from _list("Cannot be read", [_code(str(one)) for one in report.findings])
    yield from _list("Waits for you", [_waiting(step, report.folder) for step in report.needs_a_person])
    yield from _list("Cut short", [_code(str(one)) for one in report.shortened])
    corrected = [
        f"{_code(page)}: {', '.join(one.what for one in said)}" for page, said in sorted(report.corrected.items())
    ]
    yield from _list("Corrected", corrected)
    yield from _list(
        "Retracted",
        [f"{_code(page)}{': ' + _code(why) if why else ''}" for page, why in sorted(report.retracted.items())],
    )
    yield from _list("Deleted by hand since the last run", [_code(one.page) for one in report.missing])
    new = [step.address for step in report.steps if step.verdict == "created" and step.address.startswith("articles/")]
    yield from _list("New articles", [_code(one) for one in new])


def _changes(report: Report) -> str:
    counts = {verdict: count for verdict, count in sorted(report.counts.items()) if verdict != "unchanged"}
    if not counts:
        return "No page changed."
    order = sorted(counts, key=lambda one: (CALM.index(one) if one in CALM else len(CALM), one))
    rows = [f"| {verdict} | {counts[verdict]:,} |" for verdict in order]
    return "\n".join(["| pages | |", "|---|--:|", *rows])


def _waiting(step: Step, folder: str) -> str:
    page = f"{folder}/{step.address}"
    way = f"; {_code(f'broadsheet resolve {page} --mine')} (or `--theirs`) settles it" if step.conflicts else ""
    return f"{_code(page)}: {_code(step.why or step.verdict)}{way}"


def _list(title: str, lines: Sequence[str], after: str = "") -> Iterator[str]:
    if lines:
        yield f"## {title} ({len(lines):,})"
        more = [f"- and {len(lines) - MOST:,} more"] if len(lines) > MOST else []
        yield "\n".join([*(f"- {line}" for line in lines[:MOST]), *more])
        if after:
            yield after


def _code(text: str) -> str:
    """A text as code on one line: nothing in it is Markdown, a link, or the name of somebody on GitHub."""
    line = visible_line(" ".join(text.split()))
    line = (line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…") or " "
    ticks = "`" * (_ticks(line) + 1)
    pad = " " if line.startswith(("`", " ")) or line.endswith(("`", " ")) else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def _ticks(text: str) -> int:
    """The longest row of backticks in a text."""
    most = row = 0
    for one in text:
        row = row + 1 if one == "`" else 0
        most = max(most, row)
    return most
