"""The files of a site, of which MkDocs is told only those that it makes itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel

from broadsheet.mkdocs_plugin.site_folder import Ledger, State


class OwnFiles(Files):
    """`Files`, as MkDocs goes through them to make pages: without those that Broadsheet makes.

    MkDocs names an inclusion level where it goes through pages to make them, and none where it tells a template which
    pages there are.
    """

    own: Collection[str]
    """The addresses in content/ of the pages that Broadsheet makes."""
    were: Mapping[str, State]
    """What lay in the site's folder before the build, by address in there."""
    ledger: Ledger
    """What was copied then. What is copied now is written there."""
    copied: int
    """How many files were copied."""

    @classmethod
    def of(cls, files: Files, own: Collection[str], were: Mapping[str, State], ledger: Ledger) -> None:
        """Makes these of the very object that MkDocs holds."""
        files.__class__ = cls
        taken: Any = files
        taken.own, taken.were, taken.ledger, taken.copied = own, were, ledger, 0

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
        """The pages, as MkDocs asks for them."""
        if inclusion is None:
            return super().documentation_pages()
        return [one for one in super().documentation_pages(inclusion=inclusion) if one.src_uri not in self.own]

    def copy_static_files(
        self,
        dirty: bool = False,  # noqa: FBT001, FBT002 - as MkDocs has it
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        """Copies those that are not there as they were copied last."""
        before, self.ledger.copies = self.ledger.copies, {}
        for file in self:
            if file.is_documentation_page() or not inclusion(file.inclusion):
                continue
            state = _source(file.abs_src_path)
            known = before.get(file.dest_uri)
            if known and state == tuple(known[:2]) and self.were.get(file.dest_uri) == tuple(known[2:]):
                self.ledger.copies[file.dest_uri] = known
                continue
            file.copy_file(dirty)
            self.copied += 1
            copied = _state(file.abs_dest_path)
            if state and copied and state == _source(file.abs_src_path):
                self.ledger.copies[file.dest_uri] = (*state, *copied)


def _source(path: str | None) -> State | None:
    """The state of a file that is copied: with when it was put there, for its own time may be that of another."""
    try:
        found = os.stat(path) if path else None  # noqa: PTH116 - thousands of files
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns + found.st_ctime_ns) if found else None


def _state(path: str | None) -> State | None:
    try:
        found = Path(path).stat() if path else None
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found else None
