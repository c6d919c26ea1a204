"""Rejected records put aside: the first of them stay in memory, the others lie in a temporary file."""

from __future__ import annotations

import dataclasses
import json
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from typing import IO, Any

from broadsheet.errors import Rejection

IN_MEMORY = 16_000_000
"""Characters, as JSON, of the records that stay in memory."""


class Aside:
    """A place for rejected records, so that any number of them can be told and kept at the end of a run."""

    def __init__(self) -> None:
        self._room = IN_MEMORY
        self._file: IO[bytes] | None = None
        self._last: tuple[int, Mapping[str, Any]] = (-1, {})

    def put(self, rejection: Rejection) -> Rejection:
        """The rejection, with its record put where there is room."""
        if not rejection.record:
            return rejection
        try:
            text = json.dumps(dict(rejection.record), default=str)
        except RecursionError:  # nested so deeply that it can be read, but not written
            return dataclasses.replace(rejection, record={})
        self._room -= len(text)
        if self._room >= 0:
            return rejection
        if self._file is None:
            # Nameless, and gone with the process, however that ends.
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the rejections do
            weakref.finalize(self, self._file.close)
        at = self._file.seek(0, 2)
        self._file.write(text.encode())
        return dataclasses.replace(rejection, record=_Stored(self, at, len(text)))

    def get(self, at: int, length: int) -> Mapping[str, Any]:
        """The record that was stored there."""
        if self._file and self._last[0] != at:
            self._file.seek(at)
            self._last = (at, json.loads(self._file.read(length)))
        return self._last[1]


@dataclasses.dataclass(frozen=True, slots=True)
class _Stored(Mapping[str, Any]):
    """A record that is read when somebody asks for it."""

    aside: Aside
    at: int
    length: int

    def __getitem__(self, name: str) -> Any:
        return self.aside.get(self.at, self.length)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.aside.get(self.at, self.length))

    def __len__(self) -> int:
        return len(self.aside.get(self.at, self.length))
