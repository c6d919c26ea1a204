"""A text kept in `.cache/broadsheet/` beside `mkdocs.yml` from one run to the next; it may be deleted at any time.

A text that was made of other things than those asked for, by other code, or that is damaged is not found. Nothing in it
is ever run. But whoever may write there may decide what a run takes from it, as with the pages themselves.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

from broadsheet import disk
from broadsheet.archive.kept_results import FOLDER


class KeptFile:
    """A text that stands below a site's folder under a name."""

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / FOLDER / name

    def read(self, made_of: bytes = b"") -> str | None:
        """The text that was made of these things by this code; None where there is none."""
        try:
            digest, _, text = self.path.read_bytes().partition(b"\n")
            return text.decode("utf-8", "surrogatepass") if digest == _digest(made_of, text) else None
        except (OSError, ValueError):
            return None

    def write(self, text: str, made_of: bytes = b"") -> None:
        """Keeps a text, if it can be kept: a full or read-only disk costs the next run its time, and nothing else."""
        whole = text.encode("utf-8", "surrogatepass")
        beside = disk.beside(str(self.path), os.getpid())
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            disk.write(beside, _digest(made_of, whole) + b"\n" + whole)
            disk.rename(beside, str(self.path))


def sweep(root: Path) -> None:
    """Takes away what runs that were killed have left beside the texts that are kept."""
    with suppress(OSError):
        for stray in disk.strays(root / FOLDER):
            disk.delete(stray)


def _digest(made_of: bytes, text: bytes) -> bytes:
    found = hashlib.sha256(code_mark())
    found.update(len(made_of).to_bytes(8, "big") + made_of + text)
    return found.hexdigest().encode()


@cache
def code_mark() -> bytes:
    """The digest of all code that a result follows from: ours and Python's, and which packages are installed."""
    found = hashlib.sha256(f"{sys.version} {platform.machine()} {unicodedata.unidata_version}".encode())
    for place in (*_packages(), *_ours(Path(str(resources.files("broadsheet"))))):
        found.update(place)
    return found.digest()


def _ours(root: Path) -> Iterator[bytes]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        for path in (Path(folder, name) for name in sorted(files) if not name.endswith(".pyc")):
            yield f"{path.relative_to(root)} ".encode() + hashlib.sha256(path.read_bytes()).digest()


def _packages() -> Iterator[bytes]:
    # The names of these folders are those of packages, with their versions.
    for place in sys.path:
        with suppress(OSError):
            yield from sorted(os.fsencode(name) for name in os.listdir(place) if name.endswith("-info"))  # noqa: PTH208 - names only
