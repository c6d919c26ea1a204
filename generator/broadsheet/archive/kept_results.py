"""What earlier builds and runs made, kept in `.cache/broadsheet/`, each kind in a file that may be deleted at any time.

A result stands under the digest of all that it follows from, so that no run can find another's by mistake; one that
a run did not ask for goes when it ends. A file that is damaged, locked or read-only costs a run its time, and
nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

FOLDER = Path(".cache", "broadsheet")
FILE = FOLDER / "pages.sqlite"
"""What `mkdocs build` made of pages."""
MAIN = "mkdocs.yml"
"""The file of settings that MkDocs takes if it is told of no other."""
_FORM = 1
"""Raised when the table below is another."""
_INHERITED: list[sqlite3.Connection] = []
"""Connections of the process that this one is a fork of."""
_WAIT = 2.0
"""Seconds until a file that another build has is left to that."""


def of_settings(file: Path, settings: str) -> Path:
    """What a file is called that is kept for a site whose settings are in the file of this name."""
    return file if settings == MAIN else file.with_name(f"{file.stem}.{Path(settings).stem}{file.suffix}")


def digest(parts: Iterable[str]) -> bytes:
    """What tells these texts, in this order, from all others."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        read = part.encode("utf-8", "surrogatepass")
        found.update(len(read).to_bytes(8, "big") + read)
    return found.digest()


class KeptResults:
    """The results of earlier builds or runs, open from the beginning of one to its end."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._open: sqlite3.Connection | None = None
        self._path: Path | None = None
        self._process = 0
        self._asked: set[bytes] = set()

    def begin(self, root: Path | None, settings: str = MAIN) -> None:
        """Opens what is kept of the site whose mkdocs.yml lies in `root`, if it can be opened; for None, nothing.

        `settings` is the name of that file: of two in one folder, each has its own.
        """
        self.give_up()
        self._asked = set()
        if root is None:
            return
        file = root / of_settings(self._file, settings)
        self._path, self._process = file, os.getpid()
        with suppress(sqlite3.Error, OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._open = _opened(file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise  # another build has it, or the disk does not let us
                file.unlink()
                self._open = _opened(file)

    def get(self, mark: bytes) -> str | None:
        """The result that stands under a mark."""
        row = self._said("SELECT result FROM results WHERE mark = ?", (mark,))
        if not row:
            return None
        with suppress(zlib.error, UnicodeDecodeError, TypeError):
            sound, text = row[0][:16], zlib.decompress(row[0][16:]).decode("utf-8", "surrogatepass")
            if sound == digest([text]):
                self._asked.add(mark)
                return text
        return None

    def asked(self, mark: bytes) -> bool:
        """Whether a result stands under a mark that this run has read, kept or held."""
        return mark in self._asked

    def put(self, mark: bytes, result: str) -> None:
        """Keeps a result for the next build."""
        packed = digest([result]) + zlib.compress(result.encode("utf-8", "surrogatepass"), 1)
        self._said("INSERT OR REPLACE INTO results VALUES (?, ?)", (mark, packed))
        self._asked.add(mark)

    def hold(self, marks: Iterable[bytes]) -> None:
        """Keeps what stands under these marks, as if it had been asked for."""
        self._asked.update(marks)

    def end(self, *, drop: bool = True) -> None:
        """Writes what this build made, and drops what it did not ask for."""
        if self._open and not drop:
            with suppress(sqlite3.Error):
                self._open.commit()
        elif self._open:
            with suppress(sqlite3.Error):
                old = [(mark,) for (mark,) in self._open.execute("SELECT mark FROM results") if mark not in self._asked]
                self._open.executemany("DELETE FROM results WHERE mark = ?", old)
                self._open.commit()
        self.give_up()

    def give_up(self) -> None:
        """Closes what is kept, and leaves it as it was."""
        if self._open:
            with suppress(sqlite3.Error):
                self._open.close()
        self._open = None

    def _said(self, question: str, values: tuple[bytes, ...]) -> tuple[bytes, ...] | None:
        if self._open is None:
            return None
        try:
            if self._process != os.getpid():  # a fork reads through a connection of its own, and keeps nothing
                _INHERITED.append(self._open)  # closed here, it would undo what the other process is writing
                self._open, self._process = _reading(self._path), os.getpid()
            row: tuple[bytes, ...] | None = self._open.execute(question, values).fetchone()
        except sqlite3.Error as error:
            self.give_up()
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                self._throw_away()
            return None
        return row

    def _throw_away(self) -> None:
        """Makes room for a file that is sound: a damaged one would keep all builds to come from keeping anything."""
        if self._path and self._process == os.getpid():
            with suppress(OSError):
                self._path.unlink()


def _reading(file: Path | None) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro" if file else ":memory:", uri=True, timeout=_WAIT)


def _opened(file: Path) -> sqlite3.Connection:
    kept = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False)
    try:
        if kept.execute("PRAGMA user_version").fetchone()[0] != _FORM:
            with kept:
                kept.execute("DROP TABLE IF EXISTS results")
                kept.execute("CREATE TABLE results (mark BLOB PRIMARY KEY, result BLOB) WITHOUT ROWID")
                kept.execute(f"PRAGMA user_version = {_FORM}")
    except BaseException:
        kept.close()
        raise
    return kept
