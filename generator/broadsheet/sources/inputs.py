"""Which files an input means: a file, a folder and all in it, a glob, or `-`."""

from __future__ import annotations

import glob
import gzip
import io
import os
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from broadsheet.errors import Rejection, SourceError
from broadsheet.limits import Limits, or_raise
from broadsheet.sources.raw import Given, TooMuch

SMALL = 8_000_000
"""Bytes that a gzipped file may unpack to, however small it is."""

_TINY = 500_000
"""Bytes of a gzipped file that may unpack to nothing."""

GZIP = b"\x1f\x8b"
"""How gzipped files begin."""

HEAD = 65_536
"""Bytes that are read to see what a file is."""

# What lies beside articles in a folder and never is one. Named by itself, any file is read (or rejected aloud).
_NO_ARTICLES = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm "  # noqa: SIM905 - words read best as words
    ".py .pyc .yml .yaml .toml .lock .ini .cfg .sh .bak .tmp".split()
)
_ABOUT_THE_FOLDER = (
    "readme",
    "license",
    "licence",
    "notice",
    "copying",
    "attribution",
    "changelog",
    "requirements",
    "robots",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and its name as messages show it."""

    name: str
    path: Path | None
    """None: standard input."""
    leads_out: bool = False
    """Whether it is a link in a folder to somewhere else: whoever fills the folder must not choose what is read."""


def find(inputs: Sequence[str], root: Path, never: Collection[Path] = ()) -> list[Found]:
    """All files that the inputs mean, each once, in the order of the inputs and of names within a folder.

    What lies in the folders `never` (absolute) is left out, unless an input names one of them or a place in it.
    Raises SourceError for an input that is not there: a wrong name is found out before anything is written.
    """
    found: dict[Path | None, Found] = {}
    for given in inputs:
        if not given.strip():
            raise SourceError("an INPUT is empty; name a file, a folder, a glob or -")
        asked = (root / given).resolve()
        skipped = [folder for folder in never if not asked.is_relative_to(folder)]
        for one in _meant_by(given, root):
            path = one.path.resolve() if one.path else None
            if path is None or not any(path.is_relative_to(folder) for folder in skipped):
                found.setdefault(path, one)
    return list(found.values())


def open_input(found: Found, stdin: BinaryIO, limits: Limits) -> Given | Rejection:
    """The file, opened (unpacked if it is gzipped), with its first bytes read; a rejection if that fails."""
    if found.leads_out:
        way_out = "copy the file there, or name it as an INPUT of its own"
        return Rejection(found.name, None, "", "", "is a link that leads out of its folder", way_out)
    try:
        stream = stdin if found.path is None else cast("BinaryIO", found.path.open("rb"))
        head = stream.read(HEAD)
        if head.startswith(GZIP):
            stream = unpacked(head, stream, limits)
            head = stream.read(HEAD)
    except TooMuch as much:
        return Rejection(found.name, None, "", "", much.problem, much.remedy)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "broken gzip"
        return Rejection(found.name, None, "", "", f"cannot be read ({reason})", "check the file and its permissions")
    folder = found.path.resolve().parent.name if found.path else ""
    return Given(found.name, stream, folder, head, limits, closes=found.path is not None)


def unpacked(head: bytes, rest: BinaryIO, limits: Limits) -> BinaryIO:
    """What a gzipped stream holds, of which the first bytes have been read."""
    return cast("BinaryIO", io.BufferedReader(_Unpacked(head, rest, limits), HEAD))


def _meant_by(given: str, root: Path) -> Iterator[Found]:
    if given == "-":
        yield Found("-", None)
        return
    path = root / Path(given).expanduser()
    try:
        if path.is_dir():
            files = list(_inside(path, given))
            if not files:
                raise SourceError(f"{given}: holds no file to read; put articles into it or name another folder")
            yield from files
            return
        if path.exists():
            yield Found(given, path)
            return
    except (OSError, ValueError) as error:
        raise SourceError(f"{given!r}: cannot be looked at ({error}); check the name") from error
    matches = _matching(str(path)) if glob.has_magic(given) else []
    if not matches:
        what = "no file matches" if glob.has_magic(given) else "no such file or folder"
        raise SourceError(f"{given}: {what}; check the name (it is looked up from {root})")
    for match in matches:
        name = match if Path(given).is_absolute() else os.path.relpath(match, root)
        if Path(match).is_dir():
            yield from _inside(Path(match), name)
        else:
            yield Found(name, Path(match))


def _matching(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - patterns may start at the root


def _inside(folder: Path, name: str) -> Iterator[Found]:
    """The files in a folder and its folders, sorted by path; what is hidden or no article is left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for file in sorted(files):
            path = Path(parent) / file
            if _may_be_an_article(file) and path.is_file():  # no pipe, and no link to nothing
                leads_out = path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
                yield Found(str(Path(name) / path.relative_to(folder)), path, leads_out)


def _may_be_an_article(file: str) -> bool:
    lower = file.lower()
    if lower.startswith((".", "~")) or lower.endswith("~"):
        return False
    return Path(lower).suffix not in _NO_ARTICLES and not lower.startswith(_ABOUT_THE_FOLDER)


class _Unpacked(io.RawIOBase):
    """What a gzipped stream holds, up to the limits; closing it closes that stream.

    Raises:
        TooMuch: (by reading) it unpacks to more than a file of articles does, or to next to nothing.
    """

    def __init__(self, head: bytes, rest: BinaryIO, limits: Limits) -> None:
        super().__init__()
        self._packed = _Counted(head, rest, self._measure)
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(self._packed))
        self._limits = limits
        self._size = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes, unpacked."""
        view = memoryview(cast("bytearray", buffer))
        part = self._gzip.read1(len(view))
        view[: len(part)] = part
        self._size += len(part)
        self._measure()
        return len(part)

    def _measure(self) -> None:
        """Stops what goes over a limit."""
        size, packed, limits = self._size, self._packed.size, self._limits
        if size > limits.unpacked:
            raise TooMuch(
                f"unpacks to more than {limits.unpacked:,} bytes; the rest was not read",
                or_raise("split it", "unpacked"),
            )
        if size > SMALL and size > packed * limits.ratio:
            raise TooMuch(
                f"unpacks to more than {limits.ratio:,} times its size; the rest was not read",
                or_raise("check where it comes from", "ratio"),
            )
        # Whatever gzip cannot pack grows by a thousandth. Empty members, one after the other, unpack to nothing.
        if packed > 2 * (size + HEAD) + _TINY:
            raise TooMuch("is a gzip that holds next to nothing; the rest was not read", "pack it again")

    def close(self) -> None:
        """Closes both."""
        self._gzip.close()
        self._packed.close()
        super().close()


class _Counted(io.RawIOBase):
    """A stream put together again from the bytes that were read and the rest; its bytes are counted."""

    def __init__(self, head: bytes, rest: BinaryIO, measure: Callable[[], None]) -> None:
        super().__init__()
        self._head = head
        self._rest = rest
        self._measure = measure
        self.size = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes."""
        view = memoryview(cast("bytearray", buffer))
        if not self._head:
            self._head = self._rest.read(max(len(view), 1))
        part, self._head = self._head[: len(view)], self._head[len(view) :]
        view[: len(part)] = part
        self.size += len(part)
        self._measure()
        return len(part)

    def close(self) -> None:
        """Closes the stream that was joined to."""
        super().close()
        self._rest.close()
