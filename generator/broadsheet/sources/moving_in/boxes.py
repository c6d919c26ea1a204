"""Boxes: what is moved in lies in a file, a folder or a zip archive; all are read alike, and nothing leads out.

Links that lead out of a folder, and names in an archive that would (`../x`, `/x`), are refused. Archives are read where
they are, never unpacked on the disk, and no further than the limits.
"""

from __future__ import annotations

import dataclasses
import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from broadsheet.errors import Rejection, SourceError
from broadsheet.limits import Limits, or_raise
from broadsheet.sources.encoding import decode
from broadsheet.sources.inputs import GZIP, HEAD, SMALL, Found, open_input, unpacked
from broadsheet.sources.raw import Given, TooMuch

_NO_POSTS = frozenset(
    "node_modules themes public resources static assets layouts archetypes i18n vendor _site _layouts _includes _sass "  # noqa: SIM905 - words read best as words
    "output __pycache__ __MACOSX site-packages".split()
)
"""Folders of a blog that hold what it is made with or into."""

_SEEN_THOUGH_HIDDEN = (".authors.yml", ".authors.yaml")
_OURS = ".broadsheet"
_ABOVE = 3
"""Folders above the one named in which a blog's settings are looked for."""
_SETTINGS = 1_000_000
"""Bytes that a file of settings may have."""


class Box:
    """What a PATH holds, by name: POSIX paths within it, sorted."""

    def __init__(self, name: str, path: Path, limits: Limits) -> None:
        self.name, self.path, self.limits = name, path, limits
        self.names: Sequence[str] = ()
        self.refused: list[Rejection] = []
        """What leads out of it."""

    @property
    def folders(self) -> Sequence[str]:
        """The folders that it lies in, down to its own; none for an archive, which may come from anywhere."""
        return ()

    def shown(self, name: str) -> str:
        """The name of what lies in it, as messages have it."""
        return f"{self.name}/{name}"

    def given(self, name: str, kind: str = "") -> Given | Rejection:
        """What lies there, opened."""
        raise NotImplementedError

    def near(self, name: str) -> str | None:
        """The text of a file of settings in the box or in a folder just above; None where there is none."""
        raise NotImplementedError

    def head(self, name: str) -> bytes:
        """The first bytes of what lies there, unpacked; empty where it cannot be read."""
        given = self.given(name)
        if isinstance(given, Rejection):
            return b""
        given.stream.close()
        return given.head

    def why_closed(self, name: str) -> Rejection | None:
        """Why what lies there cannot be opened; None where it can."""
        given = self.given(name)
        if isinstance(given, Rejection):
            return given
        given.stream.close()
        return None

    def close(self) -> None:
        """Lets go of what it holds open."""

    def ending(self, *endings: str) -> list[str]:
        """The names that end so, in whatever case."""
        return [name for name in self.names if name.lower().endswith(endings)]


class _Folder(Box):
    """A folder, and the folders in it."""

    def __init__(self, name: str, path: Path, limits: Limits, *, deep: bool = True) -> None:
        super().__init__(name.rstrip("/") or name, path, limits)
        self._deep = deep
        self.names = sorted(self._inside())

    def _inside(self) -> Iterator[str]:
        root, seen = self.path.resolve(), 0
        for parent, folders, files in os.walk(root):
            if _OURS in folders and self._deep:
                way_out = "`broadsheet export jsonl` gives out its records, and `broadsheet generate` reads them"
                raise SourceError(f"{self.name}: holds an archive of Broadsheet's own; {way_out}")
            inner = sorted(one for one in folders if not (one.startswith(".") or one in _NO_POSTS))
            folders[:] = inner if self._deep else []
            for file in sorted(files):
                path = Path(parent) / file
                seen += 1
                if seen > self.limits.items:
                    raise SourceError(f"{self.name}: holds more than {self.limits.items:,} files; name a folder in it")
                place = path.relative_to(root).as_posix()
                if path.is_symlink() and not path.resolve().is_relative_to(root):
                    self.refused.append(_leads_out(self.shown(place)))
                elif path.is_file() and (not file.startswith(".") or file in _SEEN_THOUGH_HIDDEN):
                    yield place

    @property
    def folders(self) -> Sequence[str]:
        return self.path.resolve().parts

    def given(self, name: str, kind: str = "") -> Given | Rejection:
        return _opened(self.shown(name), self.path.resolve() / name, self.limits, kind)

    def near(self, name: str) -> str | None:
        if name in self.names:
            return _settings(self.path.resolve() / name)
        return _above(self.path.resolve(), name)


class _File(Box):
    """One file."""

    def __init__(self, name: str, path: Path, limits: Limits) -> None:
        super().__init__(name, path, limits)
        self.names = (path.name,)

    @property
    def folders(self) -> Sequence[str]:
        return self.path.resolve().parent.parts

    def shown(self, name: str) -> str:  # noqa: ARG002 - there is one
        return self.name

    def given(self, name: str, kind: str = "") -> Given | Rejection:  # noqa: ARG002 - the same
        return _opened(self.name, self.path, self.limits, kind)

    def near(self, name: str) -> str | None:
        parent = self.path.resolve().parent
        return _settings(parent / name) or _above(parent, name)


class _Zip(Box):
    """A zip archive, in which nothing is unpacked that is not read."""

    def __init__(self, name: str, path: Path, limits: Limits) -> None:
        super().__init__(name, path, limits)
        try:
            self._zip = zipfile.ZipFile(path)
            members = self._zip.infolist()
        except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
            raise SourceError(f"{name}: is a zip archive that cannot be read ({error}); export it again") from error
        if len(members) > limits.items:
            raise SourceError(f"{name}: holds more than {limits.items:,} files; unpack it and name a folder in it")
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._top = ""
        self._unpacked = 0
        for one in members:
            parts = PurePosixPath(one.filename).parts
            if one.is_dir() or any(part.startswith(".") or part in _NO_POSTS for part in parts if part != ".."):
                continue
            if ".." in parts or one.filename.startswith("/") or "\\" in one.filename or ":" in one.filename[:2]:
                self.refused.append(_leads_out(self.shown(one.filename)))
            else:
                self._members.setdefault(one.filename, one)
        tops = {name.partition("/")[0] for name in self._members}
        if len(tops) == 1 and not tops & self._members.keys():
            # GitHub, and most who pack a folder, put all into one.
            self._top = f"{tops.pop()}/"
            self._members = {name.removeprefix(self._top): one for name, one in self._members.items()}
        self.names = sorted(self._members)

    def shown(self, name: str) -> str:
        return f"{self.name}/{self._top}{name}"

    def given(self, name: str, kind: str = "") -> Given | Rejection:
        try:
            member = self._zip.open(self._members[name])
            stream = cast("BinaryIO", io.BufferedReader(_Measured(self, member), HEAD))
            head = stream.read(HEAD)
            if head.startswith(GZIP):
                stream = unpacked(head, stream, self.limits)
                head = stream.read(HEAD)
        except TooMuch as much:
            return Rejection(self.shown(name), None, "", "", much.problem, much.remedy)
        except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
            return Rejection(self.shown(name), None, "", "", f"cannot be unpacked ({error})", "export it again")
        return Given(self.shown(name), stream, "", head, self.limits, kind, closes=True)

    def near(self, name: str) -> str | None:
        if name not in self._members:
            return None
        given = self.given(name)
        if isinstance(given, Rejection):
            return None
        given.stream.close()
        return decode(given.head)

    def close(self) -> None:
        self._zip.close()

    def measure(self, size: int) -> None:
        """Stops at what unpacks to more than an export does: members may even share their packed bytes."""
        self._unpacked += size
        most = max(self.path.stat().st_size * self.limits.ratio, SMALL)
        if self._unpacked > min(most, self.limits.unpacked):
            problem = f"unpacks to more than {self.limits.ratio:,} times its size; the rest was not read"
            raise TooMuch(problem, or_raise("check where it comes from", "ratio"))


class _Measured(io.RawIOBase):
    """A member of an archive, its bytes counted."""

    def __init__(self, box: _Zip, member: IO[bytes]) -> None:
        super().__init__()
        self._box, self._member = box, member

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes."""
        view = memoryview(cast("bytearray", buffer))
        try:
            part = self._member.read(len(view))
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
            raise OSError(str(error)) from error
        view[: len(part)] = part
        self._box.measure(len(part))
        return len(part)

    def close(self) -> None:
        """Closes the member."""
        self._member.close()
        super().close()


def box(name: str, base: Path, limits: Limits) -> Box:
    """What a PATH holds.

    Raises:
        SourceError: there is no such thing, or it cannot be opened.
    """
    path = base / Path(name).expanduser()
    try:
        if path.is_dir():
            return _Folder(name, path, limits)
        if not path.is_file():
            what = "is no file and no folder" if path.exists() else "no such file or folder"
            raise SourceError(f"{name}: {what}; check the name (it is looked up from {base})")
        with path.open("rb") as file:
            packed = file.read(4) == b"PK\x03\x04"
    except (OSError, ValueError) as error:
        raise SourceError(f"{name!r}: cannot be looked at ({error}); check the name") from error
    return _Zip(name, path, limits) if packed else _File(name, path, limits)


def whole(given: Given | Rejection) -> bytes | Rejection:
    """All bytes of what lies in a box, which is closed then; or why they cannot be read."""
    if isinstance(given, Rejection):
        return given
    try:
        return given.data()
    except TooMuch as much:
        return given.rejection(much.problem, much.remedy)
    except (OSError, EOFError, zlib.error) as error:
        return given.rejection(f"cannot be read to its end ({error})", "check the file, or export it again")
    finally:
        given.stream.close()


def whole_text(given: Given | Rejection) -> str | Rejection:
    """The same as text, whatever the encoding."""
    found = whole(given)
    return found if isinstance(found, Rejection) else decode(found)


def beside(one: Box) -> Box:
    """The folder that a file lies in, without the folders in it."""
    folder = _Folder(str(Path(one.name).parent), one.path.resolve().parent, one.limits, deep=False)
    folder.refused = []  # what else lies there was not named
    return folder


def _opened(name: str, path: Path, limits: Limits, kind: str) -> Given | Rejection:
    given = open_input(Found(name, path), io.BytesIO(), limits)
    return given if isinstance(given, Rejection) else dataclasses.replace(given, kind=kind)


def _above(folder: Path, name: str) -> str | None:
    return next((text for one in folder.parents[:_ABOVE] if (text := _settings(one / name)) is not None), None)


def _settings(path: Path) -> str | None:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _SETTINGS:
            return None
        return decode(path.read_bytes())
    except OSError:
        return None


def _leads_out(name: str) -> Rejection:
    return Rejection(name, None, "", "", "leads out of its folder", "put the file itself there")
