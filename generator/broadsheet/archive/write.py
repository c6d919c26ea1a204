"""A plan carried out: the only module that changes content/.

Each file is written beside itself, flushed, and renamed into place, so that at any moment it is wholly old or
wholly new. (Not synced to the disk one by one: git is the guard against a power cut, and ten thousand syncs take
minutes.) Nothing is written through a symbolic link.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from broadsheet.archive.crew import together
from broadsheet.archive.plan import Plan, Step
from broadsheet.errors import ArchiveError

LOCK = ".broadsheet.lock"


@contextmanager
def lock(root: Path, *, dry_run: bool = False) -> Iterator[None]:
    """Nobody else writes to the archive meanwhile; a dry run writes nothing and so locks nothing.

    Raises:
        ArchiveError: another run is at it, or the folder cannot be written to.
    """
    if dry_run:
        yield
        return
    held = FileLock(root / LOCK)
    try:
        held.acquire(timeout=0)
    except Timeout:
        raise ArchiveError(
            f"{root / LOCK}: another run is writing this archive; wait for it to end, "
            "or delete the file if there is none"
        ) from None
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(f"{root / LOCK}: cannot be made ({reason}); mend the folder's permissions") from error
    try:
        yield
    finally:
        held.release()


def apply(plan: Plan, docs_dir: Path, hands: int = 1) -> None:
    """Writes and deletes what a plan says; `hands` processes write (see `crew`).

    In this order: strays are cleared; what stands before the pages; all that is written; all that is deleted; what
    comes after the pages. What is new comes before what goes: were the run to end between them, a page would be
    there twice rather than not at all.

    Raises:
        ArchiveError: a file cannot be written; every file is whole, and the next run goes on from there.
    """
    writing = _Writing(str(docs_dir))
    for stray in plan.strays:
        writing.delete(stray)
    writing.carry_out(plan.before)
    steps = [step for step in plan.steps if step.text is not None]
    share = -(-len(steps) // hands) or 1
    tasks = [partial(writing.write_all, steps[start : start + share]) for start in range(0, len(steps), share)]
    for _ in together(tasks, hands):
        pass
    writing.carry_out(step for step in plan.steps if step.text is None)
    writing.carry_out(plan.after)


class _Writing:
    """Writes below one folder; remembers which folders below it are real."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.folders: set[str] = set()

    def carry_out(self, steps: Iterable[Step]) -> None:
        """Writes or deletes what each step says, one after the other."""
        for step in steps:
            if step.text is not None:
                self.write(step.address, step.text)
            elif step.verdict == "deleted":
                self.delete(step.address)

    def write_all(self, steps: Iterable[Step]) -> Iterator[None]:
        """Carries out a share of the work; there is nothing to bring back."""
        self.carry_out(steps)
        yield from ()

    def write(self, address: str, text: str) -> None:
        """Puts a file in place, whole."""
        path = f"{self.root}/{address}"
        folder, _, name = path.rpartition("/")
        beside = f"{folder}/.{name}.tmp-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
        try:
            self.enter(folder)
            try:
                with open(beside, "wb") as file:  # noqa: PTH123 - ten thousand files
                    file.write(text.encode("utf-8", "replace"))
                    file.flush()
                os.replace(beside, path)  # noqa: PTH105 - the same
            except BaseException:
                if os.path.lexists(beside):
                    os.unlink(beside)  # noqa: PTH108 - the same
                raise
        except OSError as error:
            reason = error.strerror or error
            raise ArchiveError(f"{path}: cannot be written ({reason}); mend that and run again") from error

    def enter(self, folder: str) -> None:
        """Makes a folder, through no symbolic link below the root."""
        if folder in self.folders:
            return
        if folder != self.root:
            self.enter(folder.rpartition("/")[0])
            if os.path.islink(folder):  # noqa: PTH114 - the same
                raise ArchiveError(f"{folder}: is a symbolic link; put a folder there instead")
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - the same
        self.folders.add(folder)

    def delete(self, address: str) -> None:
        """Takes a file away, and the folders that are empty without it."""
        path = f"{self.root}/{address}"
        try:
            with suppress(FileNotFoundError):
                os.unlink(path)  # noqa: PTH108 - the same
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be deleted ({error.strerror}); mend its permissions") from error
        folder = path.rpartition("/")[0]
        while folder != self.root:
            try:
                os.rmdir(folder)  # noqa: PTH106 - the same
            except OSError:
                return  # not empty: fine
            folder = folder.rpartition("/")[0]
