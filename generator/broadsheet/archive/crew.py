"""A crew: work shared out among processes, as many as there are cores, and brought back in order.

The processes are forks: they see everything the run has read and need nothing sent to them. Where there is
nothing to gain (little work, one core) or no safe fork (other systems than Linux), the same work is done here.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from broadsheet import remembered
from broadsheet.errors import ArchiveError

WORTH_IT = 500
"""Pages from which on a crew is quicker than one process."""

_BATCH = 200

_WISHES = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if sys.platform != "win32" else ()
"""What tells a run to end."""

_PR_SET_PDEATHSIG = 1
"""From Linux's `prctl.h`: the signal that a process gets when its parent dies."""

T = TypeVar("T")
Task = Callable[[], Iterable[T]]


def hands(pages: int, worth_it: int = WORTH_IT) -> int:
    """How many processes are worth starting for so many pages: BROADSHEET_JOBS, or one for each core."""
    if pages < worth_it or sys.platform != "linux":
        return 1
    wanted = os.environ.get("BROADSHEET_JOBS", "")
    return max(1, int(wanted)) if wanted.isdecimal() else len(os.sched_getaffinity(0))


def together(tasks: Sequence[Task[T]], hands: int) -> Iterator[T]:
    """What the tasks yield, in the order of tasks, whoever does them. What one of them raises is raised here."""
    if hands < 2 or len(tasks) < 2:
        for task in tasks:
            yield from task()
        return
    done: list[list[T]] = [[] for _ in tasks]
    for turn, found in as_done(tasks, hands):
        done[turn] += found
    for found in done:
        yield from found


def as_done(tasks: Sequence[Task[T]], hands: int) -> Iterator[tuple[int, Sequence[T]]]:
    """What the tasks yield, as soon as it is there: the number of a task, and some of its yield, in its order."""
    if hands < 2 or len(tasks) < 2:
        yield from ((turn, [one]) for turn, task in enumerate(tasks) for one in task())
        return
    fork = multiprocessing.get_context("fork")
    turns = fork.SimpleQueue()
    for turn in (*range(len(tasks)), *[None] * hands):
        turns.put(turn)
    receivers: list[Connection[Any, Any]] = []
    crew = []
    try:
        with _undisturbed():
            for _ in range(hands):
                receiver, sender = fork.Pipe(duplex=False)
                receivers.append(receiver)
                crew.append(
                    fork.Process(target=_work, args=(os.getpid(), tasks, turns, sender, receivers), daemon=True)
                )
                crew[-1].start()
                sender.close()
        yield from _collected(receivers)
    finally:
        for one in crew:
            if one.pid:
                one.terminate()
                one.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Forks in here never hear Ctrl-C, and a wish to end only once they are ready: whoever started them ends them.

    Here, such a wish is heard once all are started. Blocking it is not enough: another thread (the spinner's) may take
    it, and it would be raised in the midst of a fork, where nobody hears it.
    """
    held: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _WISHES)
    heard = _WISHES if threading.current_thread() is threading.main_thread() else ()
    before = {
        wish: signal.signal(wish, lambda number, _: held.append(number))
        for wish in heard
        if signal.getsignal(wish) not in (None, signal.SIG_IGN)
    }
    try:
        with warnings.catch_warnings():
            # Of a fork beside threads: the one there may be turns the spinner, which no fork touches.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for wish, handler in before.items():
            signal.signal(wish, handler)
        for number in held[:1]:
            signal.raise_signal(number)


def _collected(receivers: Iterable[Connection[Any, Any]]) -> Iterator[tuple[int, Any]]:
    working: list[Any] = list(receivers)
    while working:
        for ready in wait(working):
            turn, found = _received(ready)
            if isinstance(found, Exception):
                raise found
            if turn is None:
                remembered.learn(found)
                working.remove(ready)
            else:
                yield turn, found


def _received(one: Any) -> tuple[int | None, Any]:
    try:
        told: tuple[int | None, Any] = one.recv()
    except EOFError:
        raise ArchiveError(
            "a process that did a part of the work was ended; see that memory suffices, run again"
        ) from None
    return told


def _die_with(boss: int) -> None:
    """Lets this process end at once when it is told to, or when the one that it works for ends, be it killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != boss:
        os._exit(1)  # it ended before it could be said
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _work(
    boss: int, tasks: Sequence[Task[T]], turns: Any, sender: Connection[Any, Any], receivers: Iterable[Any]
) -> None:
    """One process: takes the next task until there is none."""
    _die_with(boss)
    remembered.begin_to_learn()
    gc.freeze()  # what was there before stays, and shared: no need to look at it again
    for receiver in receivers:
        receiver.close()  # else nobody would notice when the one at the other end is gone
    try:
        while (turn := turns.get()) is not None:
            found = iter(tasks[turn]())
            while batch := list(islice(found, _BATCH)):
                sender.send((turn, batch))
        sender.send((None, remembered.learned()))
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again where the crew was called
        error.add_note(traceback.format_exc())
        sender.send((None, error))
