"""The disk: all that is ever done to a file, each thing in one place, so that each can be made to fail in a test.

A file comes into being beside its place, under a name of its own (`.a.md.tmp-0000002a`), and is put in place by a
rename: at any moment it is wholly old or wholly new. What a killed run leaves beside is a stray, known by its name,
and the next run clears it away.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

STRAY = re.compile(r"\..+\.tmp-[0-9a-f]{8}")
"""The names of strays."""

WAITS = True
"""Whether the disk is waited for, in case the power fails. (No power fails while tests run.)"""

_AT_ONCE = sys.platform == "linux"
"""Whether one call brings all that was written to the disk. Elsewhere each file is brought there by itself."""

_ROOM = 100
"""Bytes of a file's name that its stray bears: with the rest of that name, few enough for every file system."""


def beside(path: str, mark: int) -> str:
    """Where a file is written before it stands at `path`."""
    folder, slash, name = path.rpartition("/")
    kept = name.encode("utf-8", "surrogateescape")[:_ROOM].decode("utf-8", "ignore")
    return f"{folder}{slash}.{kept}.tmp-{mark & 0xFFFFFFFF:08x}"


def write(path: str, content: bytes) -> None:
    """A new file; what already stands at its path, be it a link, is an error."""
    with open(path, "xb") as file:  # noqa: PTH123 - ten thousand files; so below
        file.write(content)
        file.flush()
        if not _AT_ONCE:
            sync_file(file)


def rename(path: str, place: str) -> None:
    """Puts a file in its place, in the stead of what stands there."""
    os.replace(path, place)  # noqa: PTH105


def delete(path: str) -> bool:
    """Takes a file away; whether there was one."""
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        return False
    return True


def make_folder(path: str) -> None:
    """Makes a folder, and those above it, where there is none."""
    if os.path.isdir(path):  # noqa: PTH112
        return
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileNotFoundError:
        make_folder(os.path.dirname(path))  # noqa: PTH120
        os.mkdir(path)  # noqa: PTH102
    except FileExistsError as error:
        if not os.path.isdir(path):  # noqa: PTH112
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from error


def drop_folder(path: str) -> bool:
    """Takes a folder away if it is empty; whether it went."""
    try:
        os.rmdir(path)  # noqa: PTH106
    except OSError:
        return False
    return True


def sync(folder: str) -> None:
    """Waits until all that was written in the file system of a folder is on the disk, should the power fail."""
    if _AT_ONCE and WAITS:
        handle = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(handle):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), folder)
        finally:
            os.close(handle)


def sync_file(file: BinaryIO) -> None:
    """The same for one open file."""
    if WAITS:
        os.fsync(file.fileno())


def read_only(status: os.stat_result) -> bool:
    """Whether a file says that nobody may write to it: a rename would pass over that."""
    return not status.st_mode & 0o222


def keep_mode(status: os.stat_result, path: str) -> None:
    """Gives a file the permissions of the one that it is about to replace."""
    mode = stat.S_IMODE(status.st_mode)
    if mode != stat.S_IMODE(os.stat(path).st_mode):  # noqa: PTH116
        os.chmod(path, mode)  # noqa: PTH101


def strays(folder: Path, name: str = "") -> Iterator[str]:
    """The paths of what killed runs left in a folder: of one file, where one is named."""
    like = beside(name, 0)[:-8]
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as listed:
        for entry in listed:
            if STRAY.fullmatch(entry.name) and entry.name.startswith(like if name else "."):
                yield entry.path


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that stands at `path` only once all is in it; an error leaves what was there before.

    Raises:
        OSError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))  # a link to the file stays one
    standing = path.stat() if path.exists() else None
    if standing and not stat.S_ISREG(standing.st_mode):
        with path.open("wb") as file:  # a pipe or a device is written to, and never replaced
            yield cast("BinaryIO", file)
        return
    if standing and read_only(standing):
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    for stray in strays(target.parent, target.name):
        delete(stray)
    new = beside(target.as_posix(), os.getpid())
    try:
        with open(new, "xb") as file:  # noqa: PTH123 - the one name by which files are opened here
            yield cast("BinaryIO", file)
            file.flush()
            sync_file(file)
        if standing:
            keep_mode(standing, new)
        rename(new, str(target))
    except BaseException:
        with suppress(OSError):
            delete(new)
        raise
