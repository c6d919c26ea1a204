"""A Finding: something in content/ that a person should know of."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

About = Literal[
    "page",
    "front matter",
    "id",
    "entity",
    "block",
    "link",
    "anchor",
    "html link",
    "redirect",
    "conflict",
    "stale",
    "settings",
]
"""The kinds of things that are checked. MkDocs tells of a `link` and an `anchor` itself when it builds."""

Level = Literal["error", "warning", "notice"]
"""An error breaks a page or loses something; a warning is a fault a reader may meet; a notice is all right."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Where it is, what is wrong, what to do."""

    file: str
    """The page, from the folder of mkdocs.yml (`content/entities/ukraine.md`)."""
    line: int
    """From 1."""
    column: int
    what: str
    remedy: str
    level: Level = "error"
    about: About = "page"

    def __str__(self) -> str:
        """`content/a.md:3:7: what is wrong; what to do`."""
        return f"{self.file}:{self.line}:{self.column}: {self.what}; {self.remedy}"


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as JSON values."""
    return dataclasses.asdict(finding)
