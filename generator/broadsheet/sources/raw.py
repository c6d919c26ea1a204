"""What a source is given, and what it gives: files in, records, dumps and rejections out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from broadsheet.errors import Rejection
from broadsheet.limits import USUAL, Limits, or_raise
from broadsheet.model import Dump, Origin
from broadsheet.sources.encoding import decode
from broadsheet.sources.rejected import UNREAD

_SINGLE = ("html", "text")
"""The kinds of input that hold one record, and so may be no larger than a record."""

_PARTS = {"html": (b"<", "tags", 1), "feed": (b"<", "tags", 3), "text": (b"\n", "lines", 1)}
"""By kind of input: the parts that it takes time and memory to look at, however small they are."""

_PIECE = 1_000_000
"""Bytes that are read at once of what must be read whole."""

_LONGEST_VALUE = 80
_LONGEST_KEPT = 5_000_000


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as its source has it, under our field names, not yet checked."""

    origin: Origin
    fields: Mapping[str, Any]
    foreign: bool = False
    """From a page or a feed that others wrote: where a field beside title and body makes no sense, the article is
    taken all the same and what stood there is set aside."""


Item = RawRecord | Dump | Rejection


class TooMuch(Exception):  # noqa: N818 - not an error of the program: a finding about an input
    """An input goes over a limit: nothing more is read of it."""

    def __init__(self, problem: str, remedy: str, item: int | None = None) -> None:
        super().__init__(problem)
        self.problem, self.remedy, self.item = problem, remedy, item


@dataclass(frozen=True, slots=True)
class Given:
    """An open input: its name as the person wrote it, and its bytes (unpacked if it was compressed)."""

    file: str
    stream: BinaryIO
    folder: str = ""
    """The name of the folder it lies in; empty for standard input."""
    head: bytes = b""
    """The first bytes, already taken from the stream to see what it is."""

    limits: Limits = USUAL
    kind: str = ""
    """What kind of input it is, once that is known: one of `sources.SOURCES`."""
    closes: bool = False
    """Whether the stream is closed once it is read: a file's is, standard input's is not."""

    def data(self) -> bytes:
        """All bytes.

        Raises:
            TooMuch: there are more than such an input may have, or more lines or tags.
        """
        limit, most = ("record", self.limits.record) if self.kind in _SINGLE else ("file", self.limits.file)
        pieces, size = [self.head], len(self.head)
        while size <= most and (piece := self.stream.read(_PIECE)):
            pieces.append(piece)
            size += len(piece)
        if size > most:
            raise TooMuch(f"is larger than {most:,} bytes", or_raise("split it, or give it as JSON Lines", limit))
        data = b"".join(pieces)
        mark, what, times = _PARTS.get(self.kind, (b"", "", 0))
        if mark and data.count(mark) > self.limits.lines * times:
            problem = f"has more than {self.limits.lines * times:,} {what}"
            raise TooMuch(problem, or_raise("give the articles alone", "lines"))
        return data

    def text(self) -> str:
        """All bytes as text, whatever the encoding."""
        return decode(self.data())

    def lines(self) -> Iterator[bytes]:
        """The lines, one at a time, without their ends: the whole is never in memory.

        A line that is longer than a record may be comes cut, one byte longer than that.

        Raises:
            TooMuch: a line does not end.
        """
        longest = self.limits.record + 1
        *whole, begun = self.head.split(b"\n")
        for line in whole:
            yield line[:longest]
        # Of the first line that goes on behind the head, a part has been read.
        while line := begun + self.stream.readline(max(longest - len(begun), 0) + 1):
            ended, line = line.endswith(b"\n"), line.removesuffix(b"\n")
            yield line[:longest]
            if not ended and len(line) >= longest:
                self._skip_line(len(line))
            begun = b""

    def _skip_line(self, length: int) -> None:
        """Reads on to the end of a line of which `length` bytes have been read."""
        while rest := self.stream.readline(_PIECE):
            length += len(rest)
            if rest.endswith(b"\n"):
                return
            if length > self.limits.file:
                raise TooMuch(
                    f"has a line of more than {self.limits.file:,} bytes; the rest of the input was not read",
                    or_raise("put each record on a line of its own", "file"),
                )

    def record(self, fields: Mapping[str, Any], item: int | None = None, *, foreign: bool = False) -> RawRecord:
        """A record found in this input."""
        return RawRecord(Origin(self.file, item), fields, foreign)

    def rejection(
        self, problem: str, remedy: str, *, item: int | None = None, at: str = "", value: Any = "", text: str = ""
    ) -> Rejection:
        """A rejection of (an item of) this input; `text` is what could not be read, kept to be mended."""
        record = {UNREAD: text} if 0 < len(text) <= _LONGEST_KEPT else {}
        return Rejection(self.file, item, at, shown(value), problem, remedy, record)


def shown(value: Any) -> str:
    """A value as a message shows it: on one line, control characters visible, shortened."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    if len(text) > _LONGEST_VALUE:
        text = text[: _LONGEST_VALUE - 1] + "…"
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
