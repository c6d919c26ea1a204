"""What a run did, said in plain lines for people and in JSON for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from shlex import quote
from typing import Any

from broadsheet.archive import Finding, Folded, Noted, Step
from broadsheet.counted import counted
from broadsheet.entities import Ambiguity, Shortened, Suggestion
from broadsheet.errors import Rejection
from broadsheet.model import Change

CALM = ("created", "updated", "unchanged", "merged", "kept", "deleted")
"""What a step may do without a person having to know."""

LONGEST = 300
"""Characters of a version that are shown on a line; the page, and the report as JSON, hold the whole."""

MOST = 20
"""Deleted pages that are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `broadsheet generate` did, or would do."""

    read: int
    """Records read, the rejected ones included."""
    articles: int
    """Articles in the archive now."""
    entities: int
    """Entities with a page now."""
    rejections: Sequence[Rejection]
    rejected_files: Sequence[str]
    """Where rejected records were kept, relative to mkdocs.yml."""
    folded: Sequence[Folded]
    """Records that were the same article as another: the first of them."""
    folds: int = 0
    """How many there were."""
    shortened: Sequence[Shortened] = ()
    """Pages on which not all that there is is listed."""
    withdrawn: Sequence[Folded]
    """Records of articles whose pages a person deleted."""
    missing: Sequence[Noted]
    """Pages that a person deleted since the last run."""
    folder: str
    """The name of content/, before addresses."""
    steps: Sequence[Step]
    """What happens to each page."""
    findings: Sequence[Finding]
    """Pages of content/ that could not be read."""
    ambiguities: Sequence[Ambiguity]
    suggestions: Sequence[Suggestion]
    """What may be names but is not sure enough for a page."""
    unread: Sequence[str]
    """Languages in which only known names are found."""
    corrected: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    """By address: what changed in articles that were there."""
    retracted: Mapping[str, str] = field(default_factory=dict)
    """By address: the reason why an article was taken back."""
    inbox: Callable[[int], str] | None = None
    """What waits for a person, as Markdown for a job's summary, in so many bytes; written where it is asked for."""
    dry_run: bool = False
    sited: bool = True
    """Whether it is said where the site is published: feeds need that."""
    placed: bool = True
    """Whether that is another place than the one that stands in every new site's mkdocs.yml."""

    @property
    def counts(self) -> Counter[str]:
        """How many pages each kind of step concerns."""
        return Counter(step.verdict for step in self.steps)

    @property
    def needs_a_person(self) -> Sequence[Step]:
        """Steps that stand back until a person has seen to them, wholly or in part."""
        return [step for step in self.steps if step.blocks or step.verdict not in CALM]

    @property
    def exit_status(self) -> int:
        """0: all well; 1: something was rejected, kept back or in conflict."""
        wrong = self.rejections or self.findings or self.shortened
        return 1 if wrong or any(step.blocks for step in self.steps) else 0


def lines(report: Report, *, verbose: bool = False, quiet: bool = False) -> Iterator[str]:
    """The report in lines: first what a person must see (all, when quiet), then what is good to know."""
    yield from _urgent(report)
    if quiet:
        return
    for folded in report.folded:
        yield f"folded    {folded}"
    if report.folds > len(report.folded):
        yield f"folded    {counted(report.folds - len(report.folded), 'more record')}"
    yield from _missing(report)
    yield from _details(report) if verbose else _hints(report)
    yield _summary(report)


def as_json(report: Report) -> dict[str, Any]:
    """The report as JSON values."""
    return {
        "read": report.read,
        "articles": report.articles,
        "entities": report.entities,
        "dry_run": report.dry_run,
        "pages": dict(sorted(report.counts.items())),
        "rejected": [
            {
                "file": one.file,
                "item": one.item,
                "field": one.field,
                "value": one.value,
                "problem": one.problem,
                "remedy": one.remedy,
            }
            for one in report.rejections
        ],
        "rejected_files": list(report.rejected_files),
        "held_back": [
            {
                "page": step.address,
                "verdict": step.verdict,
                "why": step.why,
                "conflicts": [
                    {"line": one.line, "what": one.what, "mine": one.mine, "theirs": one.theirs}
                    for one in step.conflicts
                ],
            }
            for step in report.needs_a_person
        ],
        "shortened": [str(one) for one in report.shortened],
        "folds": report.folds,
        "folded": [str(folded) for folded in report.folded],
        "deleted_since": [one.as_line() for one in report.missing],
        "withdrawn": [str(withdrawn) for withdrawn in report.withdrawn],
        "corrected": [
            {"page": page, "changes": [change.what for change in changes]}
            for page, changes in sorted(report.corrected.items())
        ],
        "retracted": [{"page": page, "reason": reason} for page, reason in sorted(report.retracted.items())],
        "findings": [str(finding) for finding in report.findings],
        "ambiguous": [
            {"article": one.article, "surface": one.surface, "candidates": list(one.candidates)}
            for one in report.ambiguities
        ],
        "suggestions": [
            {"name": one.name, "kind": one.kind, "confidence": one.confidence, "count": one.count, "why": one.why}
            for one in report.suggestions
        ],
        "only_known_names_in": list(report.unread),
        "exit_status": report.exit_status,
    }


def _urgent(report: Report) -> Iterator[str]:
    for rejection in report.rejections:
        yield f"rejected  {rejection}"
    for finding in report.findings:
        yield f"unread    {finding}"
    for shortened in report.shortened:
        yield f"shortened {report.folder}/{shortened}"
    for step in report.needs_a_person:
        yield f"{step.verdict:<9} {report.folder}/{step.address}: {step.why}"
        yield from _versions(step, report.folder)
    if report.rejected_files:
        files = ", ".join(report.rejected_files)
        yield f"Rejected records are kept in {files}: mend them there and feed the file in again."


def _versions(step: Step, folder: str) -> Iterator[str]:
    """What stands in the page and what upstream says, for each conflict, and how to settle them."""
    for one in step.conflicts:
        yield f"          line {one.line}, {one.what}"
        yield f"            here:     {_shortened(one.mine) or 'nothing'}"
        yield f"            upstream: {_shortened(one.theirs) or 'nothing'}"
    if step.conflicts:
        yield f"          Settle it: broadsheet resolve {quote(f'{folder}/{step.address}')} --mine (or --theirs)"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _missing(report: Report) -> Iterator[str]:
    for one in report.missing[:MOST]:
        what = "was deleted since the last run and stays out"
        yield f"gone      {report.folder}/{one.page}: {what}; broadsheet restore {quote(one.id)} brings it back"
    if len(report.missing) > MOST:
        yield f"gone      {counted(len(report.missing) - MOST, 'more page')}; broadsheet restore --all brings all back"


def _hints(report: Report) -> Iterator[str]:
    if report.withdrawn:
        yield f"Left out, since their pages were deleted: {len(report.withdrawn)} of the records; -v lists them."
    if not report.sited:
        yield "There are no feeds, since their links would lead nowhere: say in mkdocs.yml what `site_url` will be."
    if not report.placed:
        yield "Feeds and citations point to the example's address: say in mkdocs.yml what `site_url` will be."
    if report.unread:
        yield f"In {', '.join(report.unread)} only known names are linked: their capitals do not tell names from words."
    if report.suggestions:
        count = len(report.suggestions)
        were = "was" if count == 1 else "were"
        yield f"{counted(count, 'more name')} {were} not sure enough for a page; -v lists {_them(count)}."
    if report.ambiguities:
        count = len(report.ambiguities)
        were = "was" if count == 1 else "were"
        yield f"{counted(count, 'mention')} may mean several things and {were} not linked; -v lists {_them(count)}."


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _details(report: Report) -> Iterator[str]:
    for step in report.steps:
        if step.verdict in CALM and step.verdict != "unchanged" and not step.blocks:
            why = f": {step.why}" if step.why else ""
            yield f"{step.verdict:<9} {report.folder}/{step.address}{why}"
    for page, changes in sorted(report.corrected.items()):
        yield f"corrected {report.folder}/{page}: {', '.join(change.what for change in changes)}"
    for page, reason in sorted(report.retracted.items()):
        yield f"retracted {report.folder}/{page}{': ' if reason else ''}{reason}"
    for withdrawn in report.withdrawn:
        yield f"withdrawn {withdrawn}"
    for one in report.suggestions:
        yield f"name?     {one.name}: {one.why}"
    for doubt in report.ambiguities:
        yield f"which?    {doubt.surface}: {' or '.join(doubt.candidates)}, in {doubt.article}"


def _summary(report: Report) -> str:
    counts = report.counts
    pages = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in sorted(counts, key=_rank)) or "no pages"
    would = "Would be: " if report.dry_run else ""
    return (
        f"{would}{counted(report.read, 'record')} read, {len(report.rejections):,} rejected, {report.folds:,} folded; "
        f"{counted(report.articles, 'article')}, {counted(report.entities, 'entity', 'entities')}; pages: {pages}."
    )


def _rank(verdict: str) -> tuple[int, str]:
    return (CALM.index(verdict) if verdict in CALM else len(CALM), verdict)
