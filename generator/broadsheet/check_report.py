"""What a check found, in lines for people, JSON for machines, and annotations for GitHub."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from broadsheet.archive import Finding
from broadsheet.archive.finding import Level
from broadsheet.counted import counted

_FEW = 3
"""So many pages that are out of date are told one by one."""
_LEVELS: tuple[Level, ...] = ("error", "warning", "notice")


def exit_status(findings: Sequence[Finding], *, strict: bool) -> int:
    """0: all well; 1: there are errors, or warnings where those count as well."""
    return 1 if any(one.level == "error" or (strict and one.level == "warning") for one in findings) else 0


def summed_up(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with many pages that are out of date told as one."""
    told: list[Finding] = []
    alike: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        (alike[one.remedy] if one.about == "stale" else told).append(one)
    for same in alike.values():
        first = same[0]
        more = replace(first, what=f"{first.what}, and {len(same) - 1} more pages are out of date")
        told += same if len(same) <= _FEW else [more]
    return sorted(told)


def lines(findings: Sequence[Finding], pages: int) -> Iterator[tuple[Level | None, str]]:
    """Lines for a person, page by page, with their levels; headings and the sum at the end have none."""
    for file, group in groupby(summed_up(findings), lambda one: one.file):
        yield None, file
        for one in group:
            yield one.level, f"  {f'{one.line}:{one.column}':<7} {one.level:<7}  {one.what}; {one.remedy}"
        yield None, ""
    yield None, summary(findings, pages)


def summary(findings: Sequence[Finding], pages: int) -> str:
    """How many of what, on how many pages."""
    if not findings:
        return f"All well: {counted(pages, 'page')} looked at."
    counts = Counter(one.level for one in findings)
    told = ", ".join(counted(counts[level], level) for level in _LEVELS if counts[level])
    return f"{told}; {counted(pages, 'page')} looked at."


def github_lines(findings: Sequence[Finding], root: Path, environment: Mapping[str, str] = os.environ) -> Iterator[str]:
    """The workflow commands by which GitHub shows findings beside the lines of a change.

    `root` is the folder of mkdocs.yml. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    workspace = Path(environment.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    for one in summed_up(findings):
        path = (root / one.file).resolve()
        file = path.relative_to(workspace).as_posix() if path.is_relative_to(workspace) else one.file
        values = {"file": file, "line": one.line, "col": one.column, "title": f"broadsheet: {one.about}"}
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
        yield f"::{one.level} {properties}::{_escaped(f'{one.what}; {one.remedy}')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
