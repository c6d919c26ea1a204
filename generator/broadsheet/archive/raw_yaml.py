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
from broadsheet.archive.front_places import impossible_moment, place_of

# What somebody must have meant for front matter, where it does not begin on the first line, or does not end.
_MEANT = re.compile(
    r"\s*(?:<!--.*?-->\s*)?-{3,}[ \t]*\n(?:[ \t]*(?:\#[^\n]*)?\n)*[ \t]*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:(?:\s|\Z)",
    re.DOTALL,
)
_MOMENTS = ("date", "updated", "retrieved")


@dataclass(frozen=True, slots=True)
class Fault:
    """What MkDocs makes of front matter, and what to do."""

    place: tuple[int, int]
    """Line and column, from 1."""
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
        moment = impossible_moment(text)
        if moment:
            what = f"{moment[0]} is no day or time there is, for which MkDocs would print the front matter"
            yield Fault(moment[1], what, "mend it, or put it in quotes", "error")
        else:
            yield Fault((1, 1), "MkDocs cannot read the front matter and would print it", _MEND, "error")
    elif values and not fenced:
        first = next(line.strip() for line in as_read.split("\n") if line.strip())
        if first.startswith("---"):
            yield Fault(
                (1, 1), "has line ends that only old Macs know", "save it with those of Unix or Windows", "error"
            )
        else:
            what = f"MkDocs takes the first lines ({first[:40]}) for front matter and does not show them"
            yield Fault((1, 1), what, "leave the first line empty, or put them between lines `---`", "warning")
    for key, value in values.items():
        if isinstance(value, dt.date) and isinstance(front.get(key), str) and key not in _MOMENTS:
            yield Fault(place_of((key,), text), f"{key} is a date for MkDocs, not text", "put it in quotes", "error")


_MEND = "begin it on the first line, end it with a line `---`, and write `key: value` lines between them"
