"""Where MkDocs reads front matter otherwise than we do: it says nothing, and prints YAML as text, or swallows text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.utils import meta

from broadsheet.archive import front_matter
from broadsheet.archive.finding import Level
from broadsheet.archive.front_places import Place

# What somebody must have meant for front matter, where it does not begin on the first line, or does not end.
_MEANT = re.compile(
    r"\s*(?:<!--.*?-->\s*)?-{3,}[ \t]*\n(?:[ \t]*(?:\#[^\n]*)?\n)*[ \t]*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:(?:\s|\Z)",
    re.DOTALL,
)
_MOMENTS = ("date", "updated", "retrieved")


@dataclass(frozen=True, slots=True)
class Fault:
    """What MkDocs makes of front matter, and what to do."""

    place: Place
    """The value; empty for the first line of the page."""
    what: str
    remedy: str
    level: Level


def printed(text: str, front: Mapping[str, Any]) -> Iterator[Fault]:
    """What MkDocs does with front matter that we read as `front`; nothing where we agree."""
    # MkDocs opens files so that every kind of line end is a plain newline.
    as_read = text.replace("\r\n", "\n").replace("\r", "\n")
    body, values = meta.get_data(as_read)
    fenced = front_matter.span(text) is not None
    if (fenced and body == as_read) or (not values and _MEANT.match(body)):
        yield Fault((), "MkDocs cannot read the front matter and would print it", _MEND, "error")
    elif values and not fenced:
        first = next(line.strip() for line in as_read.split("\n") if line.strip())
        if first.startswith("---"):
            yield Fault((), "has line ends that only old Macs know", "save it with those of Unix or Windows", "error")
        else:
            what = f"MkDocs takes the first lines ({first[:40]}) for front matter and does not show them"
            yield Fault((), what, "leave the first line empty, or put them between lines `---`", "warning")
    for key, value in values.items():
        if isinstance(value, dt.date) and isinstance(front.get(key), str) and key not in _MOMENTS:
            yield Fault((key,), f"{key} is a date for MkDocs, not text", "put it in quotes", "error")


_MEND = "begin it on the first line, end it with a line `---`, and mend what it cannot read (a day like 2024-04-31)"
