"""The folders of the index in the built site: each holds what its name, a digest, tells, and is written once.

MkDocs empties the site before each build. What was ten thousand small files would then be written again to say the
same; so our folders are put aside first, where MkDocs deletes nothing, and come back once they are wanted. Each file
is compared with what it should be: whoever changed it, or killed the build before, it is right.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

FOLDER = "search"
_ASIDE = ".search"
_OURS = re.compile("[0-9a-f]{16}")


def put_aside(site: Path) -> None:
    """Puts the folders of the last build where MkDocs lets them be: a hidden folder of the site."""
    with suppress(OSError):
        for place in _ours(site / FOLDER):
            (site / _ASIDE).mkdir(exist_ok=True)
            place.rename(site / _ASIDE / place.name)


def put(site: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Sees to it that a folder holds these files, and nothing else."""
    place = site / FOLDER / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            (site / _ASIDE / name).rename(place)
    if _holds(place, files):
        return
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(exist_ok=True)
    for path, content in files.items():
        (place / path).write_bytes(content)


def drop_others(site: Path, names: Collection[str]) -> None:
    """Takes away the folders of other names, and what is aside."""
    for place in _ours(site / FOLDER):
        if place.name not in names:
            shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(site / _ASIDE, ignore_errors=True)


def _holds(place: Path, files: Mapping[str, bytes]) -> bool:
    try:
        return {one.name for one in place.iterdir()} == set(files) and all(
            (place / path).read_bytes() == content for path, content in files.items()
        )
    except OSError:
        return False


def _ours(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if _OURS.fullmatch(one.name)) if folder.is_dir() else []
