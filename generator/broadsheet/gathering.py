"""Inputs, read and cleaned and checked: what both `broadsheet clean` and `broadsheet generate` start with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from broadsheet.cleaning import clean
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Record
from broadsheet.sources import RawRecord, read
from broadsheet.sources.validate import validate

Cleaned = Mapping[str, Any] | Rejection
"""What a dump is cleaned into: a record's fields, not yet checked."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the inputs held, in their order."""

    records: Sequence[Record]
    rejections: Sequence[Rejection]
    dumps: Sequence[tuple[Dump, Cleaned]]
    """The text dumps among them, each with what it was cleaned into (for `--explain`)."""


def gather(
    inputs: Sequence[str],
    base: Path,
    today: dt.date,
    *,
    stdin: BinaryIO | None = None,
    apart: Collection[Path] = (),
) -> Gathered:
    """The records that the inputs hold: text dumps cleaned together, so that a site's dumps teach each other.

    Folders `apart` (absolute) are no part of the folders that hold them.
    """
    # Checked as they are read: of a long file, only the records stay in memory.
    given = read(inputs, base, stdin=stdin, never=apart)
    items = [validate(item, today) if isinstance(item, RawRecord) else item for item in given]
    dumps = [item for item in items if isinstance(item, Dump)]
    pairs = list(zip(dumps, clean(dumps), strict=True))
    cleaned = iter(pairs)
    found = [_record(*next(cleaned), today) if isinstance(item, Dump) else item for item in items]
    return Gathered(
        records=[one for one in found if isinstance(one, Record)],
        rejections=[one for one in found if isinstance(one, Rejection)],
        dumps=pairs,
    )


def record_lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record as a line of JSON, fields that say nothing left out."""
    for record in records:
        yield record.model_dump_json(exclude_defaults=True)


def _record(dump: Dump, cleaned: Cleaned, today: dt.date) -> Record | Rejection:
    return cleaned if isinstance(cleaned, Rejection) else validate(RawRecord(dump.origin, dict(cleaned)), today)
