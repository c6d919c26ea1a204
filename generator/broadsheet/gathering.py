"""Inputs, read and cleaned and checked: what both `broadsheet clean` and `broadsheet generate` start with."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from broadsheet import sources
from broadsheet.cleaning import clean
from broadsheet.errors import Rejection
from broadsheet.limits import USUAL, Limits, or_raise
from broadsheet.model import Dump, Record
from broadsheet.sources import Found, Given, Item, RawRecord
from broadsheet.sources.aside import Aside
from broadsheet.sources.validate import validate

Cleaned = Mapping[str, Any] | Rejection
"""What a dump is cleaned into: a record's fields, not yet checked."""


class Gathering:
    """The records that the inputs hold, read one at a time as they are asked for; only dumps and rejections stay.

    Text dumps are read and cleaned before all else, because a site's dumps teach each other; their records come in
    their turn all the same.
    """

    def __init__(self, found: Sequence[Found], today: dt.date, limits: Limits, stdin: BinaryIO | None) -> None:
        self.rejections: list[Rejection] = []
        """What could not be made a record, so far."""
        self.read = 0
        """How many records were read so far, the rejected ones included."""
        self.accepted = 0
        """How many records came out, so far."""
        self.dumps: Sequence[tuple[Dump, Cleaned]] = ()
        """The text dumps, each with what it was cleaned into (for `--explain`), once records are read."""
        self.found = found
        """The files that are read."""
        self._today = today
        self._limits = limits
        self._stdin = stdin
        self._aside = Aside()
        self._refused = 0

    def records(self) -> Iterator[Record]:
        """Each record in its turn."""
        ahead = self._ahead()
        lists = [items for items in ahead.values() if isinstance(items, list)]
        dumps = [item for items in lists for item in items if isinstance(item, Dump)]
        self.dumps = _cleaned(dumps)
        cleaned = {id(dump): made for dump, made in self.dumps}
        for one in self.found:
            there = ahead.pop(one, None)
            # Closed at once where an input is left unread.
            with closing(
                _each(there) if isinstance(there, list) else sources.items(there or self._opened(one))
            ) as items:
                yield from self._of_one(one.name, items, cleaned)

    def refuse(self, rejection: Rejection) -> None:
        """Counts a record as rejected, and keeps it aside; of an input with too many of them no more is read."""
        self._refused += 1
        self.rejections.append(self._aside.put(rejection))

    def _ahead(self) -> dict[Found, list[Item] | Given]:
        """What is read ahead, by input: text dumps, what cannot be opened, and streams that open only once."""
        ahead: dict[Found, list[Item] | Given] = {}
        for one in self.found:
            given = self._opened(one)
            if isinstance(given, Rejection) or sources.is_dump(given):
                ahead[one] = list(sources.items(given))
            elif one.path and one.path.is_file():
                given.stream.close()
            else:
                ahead[one] = given
        return ahead

    def _opened(self, one: Found) -> Given | Rejection:
        return sources.opened(one, self._stdin, self._limits)

    def _of_one(self, name: str, items: Iterator[Item], cleaned: Mapping[int, Cleaned]) -> Iterator[Record]:
        """The records of one input, as far as it keeps within the limits."""
        most, self._refused = self._limits, 0
        for count, item in enumerate(items, 1):
            if count > most.items and not isinstance(item, Rejection):
                self.refuse(_too_many(name, f"holds more than {most.items:,} records", "items"))
                return
            if self._refused >= most.rejections:
                self.refuse(_too_many(name, f"has {self._refused:,} rejected records", "rejections"))
                return
            self.read += 1
            raw = _raw(item, cleaned) if isinstance(item, Dump) else item
            checked = validate(raw, self._today, self._limits) if isinstance(raw, RawRecord) else raw
            if isinstance(checked, Rejection):
                self.refuse(checked)
            else:
                self.accepted += 1
                yield checked


def gather(
    inputs: Sequence[str],
    base: Path,
    today: dt.date,
    *,
    limits: Limits = USUAL,
    stdin: BinaryIO | None = None,
    apart: Collection[Path] = (),
) -> Gathering:
    """The records that the inputs hold; folders `apart` (absolute) are no part of the folders that hold them.

    Raises SourceError at once, before anything is read, for an input that is not there.
    """
    return Gathering(sources.find(inputs, base, apart), today, limits, stdin)


def record_line(record: Record) -> str:
    """A record as a line of JSON, fields that say nothing left out."""
    return record.model_dump_json(exclude_defaults=True) + "\n"


def _each(items: Sequence[Item]) -> Generator[Item]:
    yield from items


def _cleaned(dumps: Sequence[Dump]) -> list[tuple[Dump, Cleaned]]:
    """Each dump and what it was cleaned into; one site after the other, so that only one lies open at a time."""
    by_site: dict[str, list[Dump]] = defaultdict(list)
    for dump in dumps:
        by_site[dump.site].append(dump)
    made = {id(dump): one for of in by_site.values() for dump, one in zip(of, clean(of), strict=True)}
    return [(dump, made[id(dump)]) for dump in dumps]


def _raw(dump: Dump, cleaned: Mapping[int, Cleaned]) -> RawRecord | Rejection:
    # Not among those that were cleaned: a file that became a dump while the run was reading.
    made = cleaned[id(dump)] if id(dump) in cleaned else clean([dump])[0]
    return made if isinstance(made, Rejection) else RawRecord(dump.origin, dict(made))


def _too_many(name: str, problem: str, limit: str) -> Rejection:
    return Rejection(name, None, "", "", f"{problem}; the rest of it was not read", or_raise("split it", limit))
