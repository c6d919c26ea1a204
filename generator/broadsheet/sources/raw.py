"""What a source is given, and what it gives: files in, records, dumps and rejections out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from broadsheet.errors import Rejection
from broadsheet.model import Dump, Origin
from broadsheet.sources.encoding import decode
from broadsheet.sources.rejected import UNREAD

LARGEST = 256_000_000
"""Bytes of a file that must be read as a whole (any but JSON Lines)."""

LONGEST_LINE = 64_000_000
"""Bytes of one line of JSON Lines."""

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


@dataclass(frozen=True, slots=True)
class Given:
    """An open input: its name as the person wrote it, and its bytes (unpacked if it was compressed)."""

    file: str
    stream: BinaryIO
    folder: str = ""
    """The name of the folder it lies in; empty for standard input."""
    head: bytes = b""
    """The first bytes, already taken from the stream to see what it is."""

    def data(self) -> bytes:
        """All bytes; ValueError where there are more than any article has."""
        data = self.head + self.stream.read(LARGEST + 1 - len(self.head))
        if len(data) > LARGEST:
            raise ValueError(f"is larger than {LARGEST // 1_000_000} MB")
        return data

    def text(self) -> str:
        """All bytes as text, whatever the encoding."""
        return decode(self.data())

    def lines(self) -> Iterator[bytes]:
        """The lines, one at a time: the whole is never in memory. What is too long for a line is cut."""
        *whole, last = self.head.split(b"\n")
        yield from whole
        if last := last + self.stream.readline(LONGEST_LINE):
            yield last
        while line := self.stream.readline(LONGEST_LINE):
            # The rest of a line that was cut.
            if last[-1:] == b"\n" or len(last) < LONGEST_LINE:
                yield line
            last = line

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
