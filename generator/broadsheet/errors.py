"""What can go wrong.

Two kinds. A bad *record* is a value: it is collected, reported and kept aside, and the run goes on.

    Rejection                 one record that cannot become an article

Anything that stops the run is an exception; the command line prints it as one line and exits with 2.

    BroadsheetError
    ├── UsageError            a wrong argument or option
    ├── ConfigError           mkdocs.yml says something we cannot follow
    ├── SourceError           an input that cannot be read at all
    └── ArchiveError          content/ cannot be read, locked or written

Messages read `where: what is wrong; what to do`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


class BroadsheetError(Exception):
    """Anything that stops a run."""


class UsageError(BroadsheetError):
    """A wrong argument or option."""


class ConfigError(BroadsheetError):
    """mkdocs.yml says something we cannot follow."""


class SourceError(BroadsheetError):
    """An input that cannot be read at all."""


class ArchiveError(BroadsheetError):
    """content/ cannot be read, locked or written."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rejection:
    """One record that cannot become an article, and what would mend it."""

    file: str
    """The input it came from, as the person named it (`-` for standard input)."""
    item: int | None
    """Its line (JSON Lines, CSV) or place among its file's items, from 1; None when the whole file is meant."""
    field: str
    """The field at fault, dotted for nested ones (`source.url`); empty when the record as a whole is."""
    value: str
    """What stood there, shortened and with control characters made visible."""
    problem: str
    """What is wrong, in a few words."""
    remedy: str
    """What to do about it."""
    record: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """The record as it was read, to be mended and fed in again."""

    def __str__(self) -> str:
        """`inputs/a.jsonl:3: published: "soon" is not a date; write it as 2024-04-16`."""
        where = self.file if self.item is None else f"{self.file}:{self.item}"
        what = ": ".join(part for part in (self.field, self.problem) if part)
        return f"{where}: {what}; {self.remedy}"
