"""Kills a run at each thing that it does to the disk, in turn, and tells what was left: `python -m kill_points FOLDER`.

The run is made once, up to the moment in which it would first touch the disk. From there it goes on in one fork after
the other, the n-th of which is killed before the n-th thing it does, until one gets through. A program of its own,
because it forks, and a test's process may have threads.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

import crash_site
from broadsheet import disk, pipeline
from edited_site import few_countries
from faulty_disk import faulty


def states_left(root, before):
    """The site as each kill left it, in order; the last one is the unbroken run's."""
    states = []
    apply = pipeline.apply

    def apply_again_and_again(plan, *given):
        if plan.idle:
            return apply(plan, *given)
        while True:
            crash_site.put_back(root, before)
            points = faulty(len(states) + 1)
            child = os.fork()
            if child == 0:
                points.__enter__()
                return apply(plan, *given)  # the fork goes on with the run, to its end or its kill
            _, status = os.waitpid(child, 0)
            states.append(crash_site.tree(root))
            if os.WIFEXITED(status):
                os._exit(os.WEXITSTATUS(status)) if status else None
                raise ThroughError

    pipeline.apply = apply_again_and_again
    me = os.getpid()
    try:
        crash_site.run(root)
    except ThroughError:
        pass
    except BaseException:  # noqa: BLE001 - told by the fork in which it happened
        traceback.print_exc()
        os._exit(1)
    if os.getpid() != me:
        os._exit(0)
    pipeline.apply = apply
    return states


class ThroughError(Exception):
    """A fork got through to the end of the run."""


def faults(root):
    """How many kills there were, how many states they left, and what was wrong with any."""
    before = crash_site.tree(root)
    *states, after = states_left(root, before)
    wrong = []
    for number, state in enumerate(states, 1):
        for name, content in state.items():
            new = not crash_site.is_whole(name, content, before, after)
            if new and not disk.STRAY.fullmatch(name.rpartition("/")[2]):
                wrong.append(f"kill {number}: {name} is neither old nor new")
        wrong += [f"kill {number}: {name} is lost" for name in before.keys() & after.keys() - state.keys()]
    distinct = list({tuple(state.items()): number for number, state in enumerate(states, 1)}.items())
    for state, number in distinct:
        crash_site.put_back(root, dict(state))
        crash_site.run(root)
        for name, content in crash_site.tree(root).items() ^ after.items():
            wrong.append(f"kill {number}: the next run left {name} otherwise than an unbroken run: {content[:60]!r}")
    return {
        "kills": len(states),
        "states": len(distinct),
        "wrong": wrong,
        "lost": [words for words in crash_site.HAND_WRITTEN if words.encode() not in b"".join(after.values())],
        "gone": sorted(before.keys() - after.keys()),
    }


if __name__ == "__main__":
    disk.WAITS = False
    with few_countries(crash_site.COUNTRIES):
        print(json.dumps(faults(Path(sys.argv[1]))))
