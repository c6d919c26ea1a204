"""The lexicon of many names, kept between runs: to make it anew takes seconds, to read it back a part of one.

It lies in `.cache/broadsheet/` beside `mkdocs.yml`, and may be deleted at any time. What is damaged, was made of other
names or by other code is made anew. It is text: nothing in it is ever run. But whoever may write there may
decide what links, as with the pages themselves.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

from broadsheet import disk
from broadsheet.entities import Gazetteer, Matcher
from broadsheet.entities.matching.lexicon import Lexicon, from_text, lexicon, mark

FEWEST = 3_000
"""Names from which on a lexicon is worth keeping."""

_FILE = Path(".cache", "broadsheet", "names.txt")


def keeping_matcher(root: Path, *, write: bool = True) -> Callable[[Gazetteer], Matcher]:
    """What makes a matcher of a gazetteer, with the lexicon kept below `root` where it is that gazetteer's.

    Args:
        root: the site's folder.
        write: whether a lexicon that was made is kept.
    """

    def matcher(gazetteer: Gazetteer) -> Matcher:
        if len(gazetteer.names) < FEWEST:
            return Matcher(gazetteer)
        kept = _read(root / _FILE, mark(gazetteer))
        made = kept or lexicon(gazetteer)
        if write and kept is None:
            _write(root / _FILE, made)
        return Matcher(gazetteer, made)

    return matcher


@cache
def _rules() -> bytes:
    """What the spellings in a lexicon follow from, besides the names: our code for them, and Python's characters."""
    package = resources.files("broadsheet.entities")
    files = [one for folder in ("", "matching", "surface_forms") for one in package.joinpath(folder).iterdir()]
    sources = sorted((one.name, one.read_bytes()) for one in files if one.name.endswith((".py", ".txt")))
    return repr((unicodedata.unidata_version, sources)).encode()


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(_rules() + text).hexdigest().encode()


def _read(path: Path, wanted: str) -> Lexicon | None:
    try:
        digest, _, text = path.read_bytes().partition(b"\n")
        if _digest(text) != digest:
            return None
        return from_text(text.decode("utf-8"), wanted)
    except (OSError, ValueError):
        return None


def _write(path: Path, made: Lexicon) -> None:
    """Keeps the lexicon if it can be kept: a full or read-only disk costs the next run its time, and nothing else."""
    text = made.to_text().encode("utf-8", "replace")
    beside = disk.beside(str(path), os.getpid())
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.delete(beside)
        disk.write(beside, _digest(text) + b"\n" + text)
        disk.rename(beside, str(path))
