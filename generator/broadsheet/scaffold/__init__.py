"""A new site: settings, content/, inputs/ with a sample, the theme, a workflow that publishes it, editors' settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from broadsheet import disk
from broadsheet.errors import UsageError
from broadsheet.scaffold.pieces import pieces
from broadsheet.scaffold.publishing import PUBLISHERS, Publisher
from broadsheet.scaffold.repository import Repository
from broadsheet.scaffold.wording import LANGUAGES

__all__ = ["LANGUAGES", "PUBLISHERS", "Publisher", "create"]

_THEME = files("broadsheet") / "theme"


State = Literal["created", "same", "kept"]
"""What became of a file: made (or would be), there already as it would be made, there and another: left alone."""


def create(
    directory: Path,
    *,
    name: str | None = None,
    language: str = "en",
    repository: str = "",
    publisher: Publisher | None = None,
    dry_run: bool = False,
) -> Iterator[tuple[str, State]]:
    """Makes the files of a new site in `directory`; yields each one, relative to it, and what became of it.

    A file that is there already stays as it is. A dry run yields the same and makes nothing.

    Args:
        directory: where the site will be.
        name: what it is called; made from the folder's name where it is not said.
        language: of its pages and files.
        repository: its address on the web, where it is known.
        publisher: which service publishes it; where the repository lies, or GitHub, if it is not said.
        dry_run: whether nothing is made.

    Raises:
        UsageError: there is no catalogue for the language, the repository's address is none, or the folder cannot be
            written.
    """
    if language not in LANGUAGES:
        raise UsageError(f"--language {language}: there are words for {', '.join(LANGUAGES)} only; choose one of them")
    home = Repository.at(repository)
    made = pieces(name or _named_after(directory), language, home, publisher or home.publisher)
    try:
        for target, content in (*made, *_files_in(_THEME, "overrides")):
            yield target, _make(directory / target, content, dry_run=dry_run)
    except OSError as error:
        raise UsageError(f"{directory}: cannot be written ({error.strerror}); choose another folder") from error


def _files_in(folder: Traversable, shown: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{shown}/{entry.name}"
        if entry.is_dir():
            yield from _files_in(entry, name)
        else:
            yield name, entry.read_bytes()


def _make(path: Path, content: bytes, *, dry_run: bool) -> State:
    if os.path.lexists(path):
        return "same" if path.is_file() and path.read_bytes() == content else "kept"
    if not dry_run:
        disk.make_folder(str(path.parent))
        with disk.whole(path) as file:
            file.write(content)
    return "created"


def _named_after(directory: Path) -> str:
    words = directory.absolute().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "News archive"
