"""A disk on which one thing goes wrong: the n-th of all that is done to files, counted over a whole run."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager

from broadsheet import disk

TOUCHES = {"replace", "unlink", "mkdir", "rmdir", "chmod"}
"""The calls that change something; writing and syncing are seen to apart."""


def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def refused(number):
    """What an operating system does that answers with this error."""

    def refuse(_, path):
        raise OSError(number, os.strerror(number), path)

    return refuse


def interrupted(*_):
    raise KeyboardInterrupt


class Points:
    """Everything that was done to the disk, in order, as (what, path): at the n-th thing, the fault comes first."""

    def __init__(self, at, fault):
        self.at = at
        self.fault = fault
        self.seen = []

    def reach(self, what, path):
        self.seen.append((what, str(path)))
        if len(self.seen) == self.at:
            self.fault(what, str(path))


@contextmanager
def faulty(at=0, fault=killed):
    points = Points(at, fault)
    waits = disk.sync, disk.sync_file
    disk.os, disk.open = _System(points), lambda path, mode: _File(points, path, mode)
    disk.sync = lambda folder: points.reach("sync", folder)
    disk.sync_file = lambda file: points.reach("fsync", file.path)
    try:
        yield points
    finally:
        disk.os = os
        disk.sync, disk.sync_file = waits
        del disk.open


class _System:
    def __init__(self, points):
        self.points = points

    def __getattr__(self, name):
        act = getattr(os, name)
        if name not in TOUCHES:
            return act

        def acting(path, *more, **flags):
            self.points.reach(name, more[0] if name == "replace" else path)
            return act(path, *more, **flags)

        return acting


class _File:
    def __init__(self, points, path, mode):
        self.points, self.path = points, path
        points.reach("create", path)
        self.file = open(path, mode)  # noqa: PTH123, SIM115 - it is what open gives

    def write(self, content):
        half = len(content) // 2
        self.points.reach("write", self.path)
        self.file.write(content[:half])
        self.file.flush()
        self.points.reach("half", self.path)
        self.file.write(content[half:])

    def flush(self):
        self.points.reach("flush", self.path)
        self.file.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.points.reach("close", self.path)
        finally:
            self.file.close()
