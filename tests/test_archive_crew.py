"""A crew brings back what one process would, errors too, and leaves nobody behind."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from broadsheet import archive, pipeline
from broadsheet.archive import Plan, Step, apply
from broadsheet.archive.crew import hands, together
from broadsheet.config import Config
from broadsheet.entities import name_all
from broadsheet.errors import ArchiveError
from broadsheet.gathering import gather

forks = pytest.mark.skipif(sys.platform != "linux", reason="a crew works on Linux only")

ROOT = Path(__file__).resolve().parents[1]
TASKS = [lambda: "ab", lambda: (), lambda: map(str, range(1000)), lambda: "c"]


def failing():
    yield "a"
    raise ArchiveError("content/a.md: cannot be written (No space left on device); mend that and run again")


def killed():
    os.kill(os.getpid(), signal.SIGKILL)
    yield "a"


def interrupted():
    os.kill(os.getppid(), signal.SIGINT)
    time.sleep(60)
    yield "a"


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@forks
@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_the_tasks_yield_comes_back_in_their_order(count):
    assert list(together(TASKS, count)) == ["a", "b", *map(str, range(1000)), "c"]


@forks
@pytest.mark.parametrize("count", [1, 2])
def test_an_error_is_the_same_wherever_it_happens(count):
    with pytest.raises(ArchiveError, match="No space left on device"):
        list(together([*TASKS, failing], count))
    assert not multiprocessing.active_children()


@forks
def test_a_process_that_was_killed_is_told():
    with pytest.raises(ArchiveError, match="was ended"):
        list(together([*TASKS, killed], 2))
    assert not multiprocessing.active_children()


@forks
def test_an_interrupted_run_leaves_no_process_behind():
    # Whoever runs the tests in the background may have switched this off.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            list(together([*TASKS, interrupted], 2))
    finally:
        signal.signal(signal.SIGINT, before)
    assert not multiprocessing.active_children()


@forks
def test_a_page_that_cannot_be_written_stops_the_run(tmp_path):
    (tmp_path / "b").write_text("no folder")
    steps = [Step(f"{name}/x.md", "created", text="x\n") for name in "abcd"]
    with pytest.raises(ArchiveError, match=r"b/x\.md|b: "):
        apply(Plan(steps), tmp_path, 2)


@forks
def test_a_crew_writes_the_same_bytes(tmp_path, monkeypatch):
    records = [
        {
            "title": f"Ukraine and Iran {number}",
            "body": f"On Monday Ada Brandt spoke of Ukraine, and of Iran, for the {number}. time.",
            "published": f"2026-05-{number % 20 + 1:02}",
            "language": "en",
        }
        for number in range(60)
    ]
    trees = []
    for count in (1, 2):
        root = tmp_path / str(count)
        (root / "content").mkdir(parents=True)
        (root / "in.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
        config = Config(path=root / "mkdocs.yml", docs_dir=root / "content", site_name="X", today=dt.date(2026, 5, 28))
        monkeypatch.setattr(pipeline, "hands", lambda _, count=count: count)
        report = pipeline.generate(config, ["in.jsonl"], base=root)
        again = pipeline.generate(config, ["in.jsonl"], base=root)
        assert set(again.counts) == {"unchanged"}
        trees.append((files(root / "content"), report.steps, report.exit_status))
    assert trees[0] == trees[1]


def test_little_work_needs_no_crew(monkeypatch):
    assert hands(100) == 1
    monkeypatch.setenv("BROADSHEET_JOBS", "1")
    assert hands(100_000) == 1


@forks
def test_a_crew_names_what_one_process_does(tmp_path):
    records = gather(["tests/data/demo"], ROOT, dt.date(2026, 11, 1)).records()
    articles = archive.admit(archive.load(tmp_path), records).articles
    alone = name_all([], articles, "en", suggest=False)
    assert name_all([], articles, "en", suggest=False, together=partial(together, hands=2)) == alone
    assert alone.mentions
