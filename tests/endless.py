"""Streams that do not end, and files that unpack to far more than they are."""

from __future__ import annotations

import gzip
import io
from typing import BinaryIO, cast


class Endless(io.RawIOBase):
    """A beginning, and then the same bytes again and again."""

    def __init__(self, again: bytes, beginning: bytes = b"") -> None:
        super().__init__()
        self.again, self.left, self.given = again, beginning, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        view = memoryview(buffer)
        while len(self.left) < len(view):
            self.left += self.again * max(1, len(view) // len(self.again))
        part, self.left = self.left[: len(view)], self.left[len(view) :]
        view[:] = part
        self.given += len(part)
        return len(part)


def endless(again: bytes, beginning: bytes = b"") -> BinaryIO:
    """Such a stream, as a program is given one."""
    return cast("BinaryIO", io.BufferedReader(Endless(again, beginning)))


def gzipped(beginning: bytes, again: bytes, size: int) -> bytes:
    """A gzip of a beginning and about `size` bytes of the same."""
    packed = io.BytesIO()
    piece = again * (1_000_000 // len(again))
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write(beginning)
        for _ in range(size // len(piece)):
            file.write(piece)
    return packed.getvalue()
