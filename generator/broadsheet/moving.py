"""What other programs export, read and checked: what `broadsheet import` prints, and what it has to say."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from broadsheet.counted import counted
from broadsheet.errors import Rejection
from broadsheet.limits import USUAL, Limits, or_raise
from broadsheet.model import Record
from broadsheet.sources.aside import Aside
from broadsheet.sources.canonical_url import canonical_url
from broadsheet.sources.moving_in import Program, program_of
from broadsheet.sources.moving_in.boxes import Box, box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.raw import Item, RawRecord
from broadsheet.sources.validate import validate


class Move:
    """What some paths hold, one record at a time, and the report that grows along."""

    def __init__(self, boxes: Sequence[tuple[Box, Program]], today: dt.date, limits: Limits) -> None:
        self.boxes = boxes
        """What was named, and the program that each is from."""
        self.notes = Notes()
        self.rejections: list[Rejection] = []
        self.accepted = 0
        """How many records came out, so far."""
        self._today, self._limits = today, limits
        self._aside = Aside()
        self._saved: dict[str, Rejection] = {}
        """Addresses without a text, by canonical URL: their pages may come in with another box."""

    def records(self) -> Iterator[Record]:
        """Each record in its turn; lists of addresses are read first, so that pages find what was known of them."""
        for one, program in sorted(self.boxes, key=lambda pair: pair[1].name != "pocket"):
            with closing(one):
                yield from self._of(one.name, program.read(one, self.notes), addresses_only=program.name == "pocket")
        for rejection in self._saved.values():
            self._refuse(rejection)

    def _of(self, name: str, items: Iterator[Item], *, addresses_only: bool) -> Iterator[Record]:
        most, refused = self._limits, len(self.rejections)
        for count, item in enumerate(items, 1):
            if count > most.items:
                self._refuse(_too_many(name, f"holds more than {most.items:,} records", "items"))
                return
            if len(self.rejections) - refused >= most.rejections:
                self._refuse(_too_many(name, f"has {most.rejections:,} rejected records", "rejections"))
                return
            if isinstance(item, Rejection) and addresses_only and item.record.get("url"):
                self._saved.setdefault(canonical_url(item.record["url"]), item)
                continue
            checked = validate(self._with_known(item), self._today, most) if isinstance(item, RawRecord) else item
            if isinstance(checked, Record):
                self.accepted += 1
                yield checked
            elif isinstance(checked, Rejection):
                self._refuse(checked)

    def _with_known(self, item: RawRecord) -> RawRecord:
        """The record, with what a list of addresses knew of its page."""
        url = item.fields.get("url")
        known = self._saved.pop(canonical_url(url), None) if self._saved and isinstance(url, str) else None
        if known is None:
            return item
        topics = item.fields.get("topics")
        own = topics if isinstance(topics, list) else []
        fields = {**item.fields, "topics": list(dict.fromkeys((*own, *known.record.get("topics", ()))))}
        return dataclasses.replace(item, fields=fields)

    def _refuse(self, rejection: Rejection) -> None:
        self.rejections.append(self._aside.put(rejection))


def move_in(
    paths: Sequence[str], base: Path, today: dt.date, *, named: str | None = None, limits: Limits = USUAL
) -> Move:
    """What these paths hold; `named` is the program that they are from, where a person says so.

    Raises:
        SourceError: a path is not there, cannot be opened, or cannot be told; nothing was read.
    """
    with ExitStack() as opened:
        boxes = [opened.enter_context(closing(box(path, base, limits))) for path in dict.fromkeys(paths)]
        move = Move([(one, program_of(one, named)) for one in boxes], today, limits)
        opened.pop_all()  # each is closed when it has been read
    return move


def lines(move: Move, *, quiet: bool = False) -> Iterator[str]:
    """The report for people; if `quiet`, what was rejected alone."""
    for rejection in move.rejections:
        yield f"rejected  {rejection}"
    if quiet:
        return
    for why, left in move.notes.left_out.items():
        more = ", …" if left.count > len(left.first) and left.first else ""
        yield f"left out  {why} ({left.count:,})" + (f": {', '.join(left.first)}{more}" if left.first else "")
    for what, times in move.notes.taken_out.items():
        yield f"taken out {what} ({times:,})"
    for hint in move.notes.hints:
        yield f"note      {hint}"
    for one, program in move.boxes:
        yield f"read      {one.name} as {program.what}"


def summary(move: Move) -> str:
    """`12 records, 1 rejected, 3 left out`."""
    left = sum(one.count for one in move.notes.left_out.values())
    return f"{counted(move.accepted, 'record')}, {len(move.rejections):,} rejected, {left:,} left out"


def as_json(move: Move) -> dict[str, Any]:
    """The report for machines."""
    return {
        "records": move.accepted,
        "read": [{"path": one.name, "from": program.name} for one, program in move.boxes],
        "rejected": [_rejected(one) for one in move.rejections],
        "left_out": [
            {"why": why, "count": left.count, "first": left.first} for why, left in move.notes.left_out.items()
        ],
        "taken_out": dict(move.notes.taken_out),
        "notes": list(move.notes.hints),
    }


def _rejected(one: Rejection) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("file", "item", "field", "value", "problem", "remedy")}
    # Where its text cannot be used, its address is what a person goes on with.
    return {**told, "record": {name: one.record[name] for name in ("url", "title", "topics") if name in one.record}}


def _too_many(name: str, problem: str, limit: str) -> Rejection:
    return Rejection(name, None, "", "", f"{problem}; the rest of it was not read", or_raise("split it", limit))
