"""Inputs that once broke a promise, and the seeds of the search for more (`tests/fuzz/run.py`): none breaks one now."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

CRASHERS = Path(__file__).parent / "data" / "crashers"
TARGETS = ("front_matter_reader", "dump_cleaner", "feed_source")


@pytest.mark.parametrize(
    ("target", "crasher"), [(name, path) for name in TARGETS for path in sorted((CRASHERS / name).iterdir())],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)  # fmt: skip
def test_what_broke_a_promise_once_breaks_it_no_more(target, crasher):
    importlib.import_module(f"fuzz.{target}").promise(crasher.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_the_promises_hold_for_what_the_search_starts_from(target):
    module = importlib.import_module(f"fuzz.{target}")
    seeds = module.seeds()
    assert seeds
    for seed in [b"", *seeds[:20]]:
        module.promise(seed)
