"""A plan carried out: the only module that changes content/.

First every file is written beside its place, by as many processes as there are; then what was written is brought to
the disk, all at once; then one process alone puts file after file in its place. So a disk that is full, or a run
that is stopped while it writes, has changed nothing yet, and where a run ends between two files, both are whole.

People save pages while a run reads and counts. So the last thing that is done before a file is replaced or deleted
is to compare what stands there with what was read: what is another thing by now is left alone, and told.
Nothing is written through a symbolic link.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from broadsheet import disk
from broadsheet.archive import meanwhile, page
from broadsheet.archive.crew import together
from broadsheet.archive.plan import Plan, Step
from broadsheet.errors import ArchiveError

LOCK = ".broadsheet.lock"


@contextmanager
def lock(root: Path, *, dry_run: bool = False) -> Iterator[None]:
    """Nobody else writes to the archive meanwhile; a dry run writes nothing and so locks nothing.

    The system lets go of the lock when the run ends, however it ends; the file means nothing by itself.

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


def apply(plan: Plan, docs_dir: Path, hands: int = 1) -> Sequence[Step]:
    """Writes and deletes what a plan says, and returns its steps as they came out; `hands` processes write.

    In this order: strays are cleared; what stands before the pages; all that is written; all that is deleted; what
    comes after the pages. What is new comes before what goes: were the run to end between them, a page would be
    there twice rather than not at all. Where a page was left alone because it is not what was read, what `after`
    deletes stays too: the next run may need it. Where it was a file that is no page, so does the ledger of `before`: by
    its sums the next run knows what is ours.

    Raises:
        ArchiveError: a file cannot be written; every file is whole, and the next run goes on from there.
    """
    ground = _Ground(str(docs_dir))
    for stray in plan.strays:
        ground.delete(f"{docs_dir}/{stray}")
    moves = _moves(plan, str(docs_dir))
    writes = [move for move in moves if move.beside]
    share = -(-len(writes) // hands) or 1
    tasks = [partial(ground.write_beside, writes[start : start + share]) for start in range(0, len(writes), share)]
    try:
        for _ in together(tasks, hands):
            pass
        if writes:
            with _told(ground.root, "written"):
                disk.sync(ground.root)
        return ground.put_in_place(plan, moves)
    except BaseException:
        ground.give_up(writes)
        raise


@dataclass(frozen=True, slots=True)
class _Move:
    """What happens to one file: `beside` is put in its place; without it, it goes."""

    step: Step
    path: str
    beside: str
    guarded: bool
    """Whether a person may have had a hand in what stands there."""


def _moves(plan: Plan, root: str) -> Sequence[_Move]:
    """Everything a plan does, in the order in which it is done."""
    pages = [step for step in plan.steps if step.text is not None]
    pages += [step for step in plan.steps if step.text is None and step.verdict == "deleted"]
    moves: list[_Move] = []
    for steps, ours in ((plan.before, True), (pages, False), (plan.after, True)):
        for step in steps:
            path = f"{root}/{step.address}"
            if step.text is not None or step.verdict == "deleted":
                beside = "" if step.text is None else disk.beside(path, len(moves))
                moves.append(_Move(step, path, beside, not ours or step.address in plan.standing))
    return moves


class _Ground:
    """A folder that is written to; remembers which folders below it are real."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.folders: set[str] = set()

    def write_beside(self, moves: Sequence[_Move]) -> Iterator[None]:
        """Writes a share of the files beside their places; there is nothing to bring back."""
        for move in moves:
            with _told(move.path, "written"):
                self.enter(move.path.rpartition("/")[0])
                with suppress(FileNotFoundError):
                    os.lstat(move.path)  # a name that can be no file's is found out before anything is touched
                disk.write(move.beside, (move.step.text or "").encode("utf-8", "replace"))
        yield from ()

    def put_in_place(self, plan: Plan, moves: Sequence[_Move]) -> Sequence[Step]:
        """Makes every move but those that something stands in the way of."""
        self.folders.clear()  # what was a folder may be a link by now
        after = {id(step) for step in plan.after}
        left: dict[str, Step] = {}
        for move in moves:
            if left and id(move.step) in after and (not move.beside or not all(one.endswith(".md") for one in left)):
                self.delete(move.beside)
                continue
            why = self.make(move, plan.standing.get(move.step.address))
            if why:
                left[move.step.address] = replace(move.step, verdict="conflict", why=why, text=None, blocks=True)
        return [left.get(step.address, step) for step in plan.steps]

    def make(self, move: _Move, read: bytes | None) -> str:
        """Makes one move; why not, if something stands in its way. `read` is the digest of what was read there."""
        text = move.step.text
        with _told(move.path, "deleted" if text is None else "written"):
            self.enter(move.path.rpartition("/")[0], make=False)
            now = meanwhile.standing(move.path)
            wanted = None if text is None else page.digest(text)
            why = meanwhile.objection(now, read, wanted) if move.guarded else ""
            if why or (now and now.digest == wanted):
                self.delete(move.beside)
            elif text is None:
                self.delete(move.path)
            else:
                if now:
                    disk.keep_mode(now.status, move.beside)
                try:
                    disk.rename(move.beside, move.path)
                except FileNotFoundError:
                    return meanwhile.FOLDER_GONE
        return why

    def enter(self, folder: str, *, make: bool = True) -> None:
        """Makes a folder, through no symbolic link below the root; or only sees that there is none on the way."""
        if folder in self.folders:
            return
        if folder != self.root:
            self.enter(folder.rpartition("/")[0], make=make)
            if os.path.islink(folder):  # noqa: PTH114 - ten thousand files
                raise ArchiveError(f"{folder}: is a symbolic link; put a folder there instead")
        if make:
            disk.make_folder(folder)
        self.folders.add(folder)

    def delete(self, path: str) -> None:
        """Takes a file away, and the folders that are empty without it."""
        if path:
            with _told(path, "deleted"):
                disk.delete(path)
            self.prune(path)

    def prune(self, path: str) -> None:
        """Takes the folders away in which a file was the last one."""
        folder = path.rpartition("/")[0]
        while folder != self.root and disk.drop_folder(folder):
            self.folders.discard(folder)
            folder = folder.rpartition("/")[0]

    def give_up(self, moves: Sequence[_Move]) -> None:
        """Clears away what was written beside and will not be put in place, as far as that can be done now."""
        for move in moves:
            with suppress(OSError):
                disk.delete(move.beside)
                self.prune(move.path)


@contextmanager
def _told(path: str, done: str) -> Iterator[None]:
    """What the disk refuses, told with the path it is about."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(f"{path}: cannot be {done} ({reason}); mend that and run again") from error
