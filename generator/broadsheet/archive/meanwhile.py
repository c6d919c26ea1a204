"""What happened at a place in content/ between its being read and its being written to: people save pages meanwhile."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from broadsheet.archive import page
from broadsheet.disk import read_only

FOLDER_GONE = "its folder was moved or deleted while the run went on, so it was not written; run again"

_CHANGED = "was changed while the run went on, so it was left alone; run again"
_MADE = "was made by somebody while the run went on, so it was left alone; run again"
_DELETED = "was deleted while the run went on, so it stays away; run again"
_FOLDER = "is a folder where a file of ours would stand; move it and run again"
_LINK = "is a symbolic link; put the file itself there and run again"
_READ_ONLY = "is read-only, so it was left alone; make it writable and run again"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place."""

    status: os.stat_result
    digest: bytes
    """As `Page.digest`; empty for what is no file."""


def standing(path: str) -> Standing | None:
    """What stands at a place now; None: nothing."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return Standing(status, b"")
        with open(path, "rb") as file:  # noqa: PTH123 - ten thousand files
            return Standing(status, page.digest(file.read().decode("utf-8", "replace")))
    except (FileNotFoundError, NotADirectoryError):
        return None


def objection(now: Standing | None, read: bytes | None, wanted: bytes | None) -> str:
    """Why a place is left as it is now; empty where nothing speaks against what is wanted there.

    `read` is the digest of what was read there (None: nothing was), `wanted` that of what is to stand there (None:
    nothing is).
    """
    if now is None:
        return "" if read is None or wanted is None else _DELETED
    if not now.digest:
        return _LINK if stat.S_ISLNK(now.status.st_mode) else _FOLDER
    if now.digest == wanted:
        return ""
    if now.digest != read:
        return _MADE if read is None else _CHANGED
    return _READ_ONLY if read_only(now.status) else ""
