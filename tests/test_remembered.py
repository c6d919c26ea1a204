"""What slow functions gave is remembered: by what they were given, within a run, between runs, from a crew."""

from __future__ import annotations

import pytest

from broadsheet import remembered
from broadsheet.archive import kept_file, remembering
from broadsheet.archive.crew import together
from broadsheet.remembered import Remembered

KEPT = "memory.json"


@pytest.fixture
def asked(monkeypatch):
    """What a remembered function, `twice`, was really asked."""
    monkeypatch.setattr(Remembered, "all", {})
    calls = []

    @Remembered
    def twice(text, more=()):  # noqa: ARG001 - what is told apart
        calls.append(text)
        return None if text == "nothing" else text * 2

    calls.append(twice)
    return calls


def run(root, *texts, write=True):
    with remembering(root, write=write):
        one = next(iter(Remembered.all.values()))
        return [one(text) for text in texts]


def test_a_function_is_asked_once_in_any_run(tmp_path, asked):
    assert run(tmp_path, "a", "b", "a", "nothing", "nothing") == ["aa", "bb", "aa", None, None]
    assert run(tmp_path, "a", "b", "c", "nothing") == ["aa", "bb", "cc", None]
    assert asked[1:] == ["a", "b", "nothing", "c"]


def test_what_differs_at_all_is_another_question(asked):
    twice = asked[0]
    given = [("a",), ("A",), ("a", ("b",)), ("a", ("b", None)), ("é",), ("e\u0301",), ("\ud800",), ("a ",), ("'a'",)]
    for one in given:
        assert twice(*one) == one[0] * 2
    assert len(asked) == 1 + len(given)


def test_what_a_run_did_not_ask_for_goes(tmp_path, asked):
    run(tmp_path, "a", "b")
    run(tmp_path, "a")
    run(tmp_path, "b")
    assert asked[1:] == ["a", "b", "b"]


def test_a_rehearsal_keeps_nothing_and_a_run_that_fails_neither(tmp_path, asked):
    run(tmp_path, "a", write=False)
    with pytest.raises(ZeroDivisionError), remembering(tmp_path):
        1 / len(asked[0]("b")[:0])
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("asked")
def test_a_run_that_learns_nothing_writes_nothing(tmp_path):
    run(tmp_path, "a")
    (kept,) = tmp_path.rglob(KEPT)
    before = kept.stat().st_mtime_ns
    run(tmp_path, "a")
    assert kept.stat().st_mtime_ns == before
    with remembering(tmp_path):
        pass
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [lambda raw: raw[:-2], lambda _: b"", lambda raw: raw.replace(b"aa", b"ab")])
def test_a_damaged_memory_is_none(tmp_path, asked, damage):
    run(tmp_path, "a")
    (kept,) = tmp_path.rglob(KEPT)
    kept.write_bytes(damage(kept.read_bytes()))
    assert run(tmp_path, "a") == ["aa"]
    assert asked[1:] == ["a", "a"]


def test_another_broadsheet_remembers_nothing(tmp_path, asked, monkeypatch):
    run(tmp_path, "a")
    monkeypatch.setattr(kept_file, "code_mark", lambda: b"another")
    run(tmp_path, "a")
    assert asked[1:] == ["a", "a"]


def test_processes_bring_back_what_they_learned(tmp_path, asked):
    twice = asked[0]
    with remembering(tmp_path):
        tasks = [lambda text=text: [twice(text)] for text in ("a", "b", "c", "a")]
        assert list(together(tasks, 2)) == ["aa", "bb", "cc", "aa"]
    assert run(tmp_path, "a", "b", "c") == ["aa", "bb", "cc"]
    assert asked[1:] == []


def test_processes_bring_back_only_what_they_learned_themselves(tmp_path, asked):
    with remembering(tmp_path):
        asked[0]("known")
        told = list(together([lambda: [remembered.learned()], lambda: [remembered.learned()]], 2))
        assert [one for by_name in told for one in by_name.values()] == [({}, set())] * 2


def test_what_is_filled_in_is_all_there_is(asked):
    asked[0]("a")
    remembered.fill({})
    asked[0]("a")
    assert asked[1:] == ["a", "a"]


@pytest.mark.usefixtures("asked")
def test_what_a_killed_run_left_beside_is_cleared_away(tmp_path):
    run(tmp_path, "a")
    (kept,) = tmp_path.rglob(KEPT)
    kept.with_name(f".{KEPT}.tmp-0000002a").write_text("half", "utf-8")
    kept_file.sweep(tmp_path)
    run(tmp_path, "b")
    assert [path.name for path in kept.parent.iterdir()] == [KEPT]
