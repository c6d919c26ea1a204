"""A run that is stopped at each of the things it does to the disk, by a kill, by an error, by Ctrl-C."""

from __future__ import annotations

import errno
import hashlib
import json
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

import crash_site
from broadsheet import pipeline
from broadsheet.errors import ArchiveError
from edited_site import few_countries
from faulty_disk import faulty, interrupted, refused


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries(crash_site.COUNTRIES):
        yield


@pytest.fixture
def site(tmp_path):
    crash_site.make(tmp_path)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no fork to be killed")
def test_a_run_killed_at_any_point_loses_nothing_and_the_next_one_ends_as_if_it_had_not_been(site):
    kill_points = [sys.executable, Path(__file__).with_name("kill_points.py"), site]
    done = subprocess.run(kill_points, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["lost"] == []
    assert {*crash_site.STRAYS, "content/topics/ships.md"} <= {*told["gone"]}
    assert told["kills"] > 200


@pytest.mark.parametrize(
    "number",
    [errno.ENOSPC, *(pytest.param(one, marks=pytest.mark.slow) for one in (errno.EROFS, errno.EACCES, errno.EIO))],
)
def test_an_error_of_the_disk_at_any_point_is_told_in_a_line_and_loses_nothing(site, number):
    assert stopped_everywhere(site, refused(number), ArchiveError) > 180


def test_ctrl_c_at_any_point_loses_nothing_and_leaves_nothing_about(site):
    assert stopped_everywhere(site, interrupted, KeyboardInterrupt) > 180


WENT_ON = set()
"""What was left by a run that was stopped, and went on to the right end: the same bytes go on in the same way."""


def stopped_everywhere(site, fault, error):
    """How many points there were at which a run was stopped; it is made once, and carried out again and again."""
    before = crash_site.tree(site)
    carry_out, after = carried_out(site)
    for at in count(1):
        crash_site.put_back(site, before)
        with faulty(at, fault) as points:
            told = raised(carry_out)
        if len(points.seen) < at:
            return at - 1
        what, path = points.seen[at - 1]
        where = f"{what} {path}: {told!r}"
        if isinstance(told, error):
            assert error is KeyboardInterrupt or "; mend that and run again" in str(told), where
        else:
            # An empty folder, or a stray among the rejected records: no reason to stop.
            assert told is None, where
            assert what == "rmdir" or (what == "unlink" and "/rejected/." in path), where
        left = crash_site.tree(site)
        for name, content in left.items():
            assert crash_site.is_whole(name, content, before, after), f"{where}: {name}"
        assert not before.keys() & after.keys() - left.keys(), where
        state = digest(left, after)
        if state not in WENT_ON:
            crash_site.run(site)
            assert crash_site.tree(site) == after, where
            WENT_ON.add(state)
    return None


def digest(*trees):
    return hashlib.sha256(repr(trees).encode()).digest()


def carried_out(site):
    """What carries out a run's plan and keeps the rejected records aside, and the site after that."""
    given = []
    with pytest.MonkeyPatch.context() as patched:
        for name in ("apply", "keep_aside"):
            act = getattr(pipeline, name)
            patched.setattr(
                pipeline, name, lambda *all_of_it, act=act: given.append((act, all_of_it)) or act(*all_of_it)
            )
        crash_site.run(site)
    return lambda: [act(*all_of_it) for act, all_of_it in given], crash_site.tree(site)


def raised(act):
    """What an act raises, if anything."""
    try:
        act()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - looked at by whoever asked
        return error
    return None
