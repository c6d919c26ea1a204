"""Pages on which something waits for a person: what upstream says, where both changed the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from broadsheet.archive import notebook
from broadsheet.archive.finding import Finding
from broadsheet.archive.survey import Survey


def unsettled(survey: Survey) -> Iterator[Finding]:
    """A finding for each page in conflict."""
    waiting = {path.name for path in (survey.docs_dir / Path(notebook.UPSTREAM)).glob("*.md")}
    for address, examined in survey.pages.items() if waiting else ():
        said = examined.id
        if said and examined.kind == "article" and notebook.file_of(said.what) in waiting and survey.asks(address):
            what = "a person and upstream changed the same, and what upstream says waits"
            page = quote(f"{survey.shown}/{address}")
            remedy = f"settle it: broadsheet resolve {page} --mine (or --theirs)"
            yield survey.finding(address, (said.line, said.column), what, remedy, "warning", "conflict")
