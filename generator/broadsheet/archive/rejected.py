"""Rejected records kept aside, one JSON object a line, to be mended and fed in again."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from broadsheet import disk
from broadsheet.addresses import slug
from broadsheet.errors import ArchiveError, Rejection

FOLDER = "rejected"
_DIGEST = re.compile(r"-[0-9a-f]{8}$")


def keep_aside(rejections: Iterable[Rejection], root: Path) -> list[str]:
    """The files below `root` that hold the rejected records, one for each input, written where they are missing.

    A file's name tells its content: the same records again are the same file, and one in which a person is
    mending records is never written over. A line that was no record (broken JSON) is
    kept as text; a whole file that could not be read has nothing to keep.

    Raises:
        ArchiveError: the files cannot be written.
    """
    by_file: dict[str, list[Rejection]] = defaultdict(list)
    for rejection in rejections:
        if rejection.record:
            by_file[rejection.file].append(rejection)
    if (root / FOLDER).is_symlink():
        raise ArchiveError(f"{root / FOLDER}: is a symbolic link; put a folder there instead")
    _clear(root / FOLDER)
    names = []
    for file, rejected in sorted(by_file.items()):
        # One line at a time, for the name and for the file: there may be more than memory holds.
        content = hashlib.sha256()
        for one in rejected:
            content.update(_line(one))
        # What was kept aside before keeps its name: fed in again and refused again, it is the same file.
        stem = _DIGEST.sub("", slug(file.rpartition("/")[2].partition(".")[0] or "input", file))
        name = f"{FOLDER}/{stem}-{content.hexdigest()[:8]}.jsonl"
        path = root / name
        try:
            if not path.exists():
                disk.make_folder(str(path.parent))
                with disk.whole(path) as kept:
                    for one in rejected:
                        kept.write(_line(one))
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error
        names.append(name)
    return names


def _line(rejection: Rejection) -> bytes:
    return json.dumps(dict(rejection.record), ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n"


def _clear(folder: Path) -> None:
    """Takes away what a killed run left among the rejected records, as far as that can be done."""
    with suppress(OSError):
        for stray in disk.strays(folder):
            disk.delete(stray)
