"""The indexes of shards and their pieces, kept between builds in `.cache/broadsheet/search/`.

That may be deleted at any time. Each is one file under the digest of what went into it, behind a digest of itself: what
is damaged is made anew. A disk that is full or read-only costs the next build its time, and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

from broadsheet import disk

_FOLDER = Path(".cache", "broadsheet", "search")


def mark(given: Iterable[str]) -> str:
    """What tells an index from every other: a digest of all that it was made of, and of the code that makes it."""
    digest = hashlib.sha256(_rules())
    for text in given:
        read = text.encode("utf-8", "surrogatepass")
        digest.update(len(read).to_bytes(8, "big") + read)
    return digest.hexdigest()[:16]


@cache
def _rules() -> bytes:
    """What an index follows from, besides its pages: our code for it, and Python's characters."""
    files = resources.files("broadsheet.search").iterdir()
    sources = sorted((one.name, one.read_bytes()) for one in files if one.is_file())
    return repr((unicodedata.unidata_version, sources)).encode()


def kept(root: Path, name: str) -> dict[str, bytes] | None:
    """The files of the index kept under a mark, by their names; None where there is none, or a damaged one."""
    try:
        digest, _, packed = (root / _FOLDER / name).read_bytes().partition(b"\n")
        return _unpacked(packed) if hashlib.sha256(packed).hexdigest().encode() == digest else None
    except (OSError, ValueError):
        return None


def is_kept(root: Path, name: str) -> bool:
    """Whether there is an index under a mark, be it damaged."""
    return (root / _FOLDER / name).is_file()


def keep(root: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Keeps an index, if it can be kept."""
    packed = _packed(files)
    place = root / _FOLDER / name
    beside = disk.beside(place.as_posix(), os.getpid())
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        disk.delete(beside)
        disk.write(beside, hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
        disk.rename(beside, str(place))


def drop_others(root: Path, names: Collection[str]) -> None:
    """Takes away what is kept under other marks, and what killed runs left."""
    with suppress(OSError):
        for one in sorted((root / _FOLDER).iterdir()):
            if one.name not in names:
                one.unlink()


def _packed(files: Mapping[str, bytes]) -> bytes:
    head = "\n".join(f"{len(files[path])} {path}" for path in sorted(files)).encode()
    # Pagefind's files are compressed already.
    return len(head).to_bytes(8, "big") + head + b"".join(files[path] for path in sorted(files))


def _unpacked(packed: bytes) -> dict[str, bytes]:
    start = 8 + int.from_bytes(packed[:8], "big")
    files = {}
    for line in packed[8:start].decode().splitlines():
        size, _, path = line.partition(" ")
        if Path(path).name != path:  # a file of another's would lead out of the site
            raise ValueError(path)
        files[path] = packed[start : start + int(size)]
        start += int(size)
    return files
