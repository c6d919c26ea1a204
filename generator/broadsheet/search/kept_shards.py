"""The indexes of shards, kept between builds in `.cache/broadsheet/search/`, which may be deleted at any time.

Each is one file under the digest of what went into it, behind a digest of itself: what is damaged is made anew. A
disk that is full or read-only costs the next build its time, and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from broadsheet import disk

_FOLDER = Path(".cache", "broadsheet", "search")


def mark(version: str, pages: Mapping[str, str]) -> str:
    """What tells an index from every other: Pagefind's version and all that it was made of."""
    digest = hashlib.sha256(version.encode())
    for address in sorted(pages):
        for text in (address, pages[address]):
            read = text.encode("utf-8", "surrogatepass")
            digest.update(len(read).to_bytes(8, "big") + read)
    return digest.hexdigest()[:16]


def kept(root: Path, name: str) -> dict[str, bytes] | None:
    """The files of the index kept under a mark, by their paths; None where there is none, or a damaged one."""
    try:
        digest, _, packed = (root / _FOLDER / name).read_bytes().partition(b"\n")
        return _unpacked(packed) if hashlib.sha256(packed).hexdigest().encode() == digest else None
    except (OSError, ValueError, zlib.error):
        return None


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
        files[path] = packed[start : start + int(size)]
        start += int(size)
    return files
