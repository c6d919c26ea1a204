"""What a run of a builder takes: wall and CPU seconds, and memory, of it and all the processes it starts.

Memory is read from /proc again and again: the largest process (its high-water mark), and the sum of
what the family holds, in PSS, where what processes share is counted once. Elsewhere than on Linux it stays 0.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from generate import high_water


@dataclass(frozen=True)
class Taken:
    """Seconds, and memory in MB: of the largest process, and of all together."""

    wall: float
    cpu: float
    largest: float
    together: float

    def __add__(self, other: Taken) -> Taken:
        return Taken(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.largest, other.largest),
            max(self.together, other.together),
        )


class FailedError(Exception):
    """A builder ended with an error, or did not serve the page."""


class Watch(threading.Thread):
    """Reads the memory of a process and its family until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.largest = 0.0
        self.together = 0.0

    def run(self) -> None:
        # Looking takes time too, from the builder: less often in long runs.
        pause = 0.05
        while not self._over.wait(pause):
            pause = min(0.5, pause * 1.03)
            pids = family(self._pid)
            self.largest = max(self.largest, *(high_water(pid) / 1024 for pid in pids))
            self.together = max(self.together, sum(map(proportional, pids)) / 1024)

    def stop(self) -> None:
        self._over.set()
        self.join()


def run(command: list[str], folder: Path, env: dict[str, str], log: Path, fine: tuple[int, ...] = (0,)) -> Taken:
    """What the command took; what it said is in the log."""
    with log.open("ab") as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        watch = Watch(process.pid)
        watch.start()
        # The usage of this one child and of those it waited for, whatever else this process runs.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode not in fine:
        raise FailedError(f"{' '.join(command[:3])} …: exit status {process.returncode}; see {log}")
    own = usage.ru_maxrss / 1024  # kilobytes on Linux: for runs that are over before the first look
    return Taken(wall, usage.ru_utime + usage.ru_stime, max(watch.largest, own), watch.together or own)


class Serving:
    """A builder's server, from its start until `stop`."""

    def __init__(self, command: list[str], folder: Path, env: dict[str, str], log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = log
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [word.replace("PORT", str(self.port)) for word in command],
                cwd=folder, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        self._watch = Watch(self._process.pid)
        self._watch.start()

    def stop(self) -> None:
        """Ends the server and what it started."""
        self._watch.stop()
        try:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        except ProcessLookupError:
            self._process.wait()

    def ready(self, address: str, limit: float) -> None:
        """Waits until the page is there and the server rests, or five seconds: some look for changes at work."""
        self._until(address, "", limit)
        quiet, before = 0, self.cpu()
        for _ in range(10):
            time.sleep(0.5)
            now = self.cpu()
            quiet, before = (quiet + 1 if now - before < 0.05 else 0), now
            if quiet == 2:
                return

    def edited(self, file: Path, text: str, word: str, address: str) -> Taken:
        """What it took from the moment the file is saved until the page says the word."""
        before = self.cpu()
        began = time.perf_counter()
        file.write_text(text, "utf-8")  # a file beside it would be a change of its own, and a build more
        self._until(address, word, 900)
        wall = time.perf_counter() - began
        return Taken(wall, self.cpu() - before, self._watch.largest, self._watch.together)

    def cpu(self) -> float:
        """The CPU seconds of the family until now."""
        return sum(map(cpu_seconds, family(self._process.pid)))

    def _until(self, address: str, word: str, limit: float) -> None:
        over = time.monotonic() + limit
        while word not in (page := self._page(address)) or not page:
            if self._process.poll() is not None:
                raise FailedError(f"the server ended; see {self._log}")
            if time.monotonic() > over:
                raise FailedError(f"{address} did not come within {limit:.0f} s; see {self._log}")
            time.sleep(0.02 if word else 0.2)

    def _page(self, address: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=900) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, OSError):
            return ""


def family(pid: int) -> list[int]:
    """The process and all it started, as long as they live."""
    pids = [pid]
    for one in pids:  # grows while it is read
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                pids += map(int, task.read_text().split())
            except OSError:
                continue
    return pids


def proportional(pid: int) -> int:
    """What the process holds, in KB: what n processes share counts for an nth in each."""
    try:
        return int(Path(f"/proc/{pid}/smaps_rollup").read_text().split("\nPss:")[1].split()[0])
    except (OSError, IndexError):
        return 0


def cpu_seconds(pid: int) -> float:
    """The CPU seconds of a process and of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
