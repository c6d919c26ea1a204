"""A plan carried out: in which order, and what is left when it is stopped."""

from __future__ import annotations

import os
import threading
from dataclasses import replace

import pytest

from broadsheet import disk
from broadsheet.archive import Plan, Step, apply, load, page
from broadsheet.errors import ArchiveError


def test_what_comes_before_the_pages_stands_first_and_what_comes_after_them_last(tmp_path, monkeypatch):
    (tmp_path / ".old.md.tmp-0123abcd").write_text("half", encoding="utf-8")
    (tmp_path / "gone.md").write_text("a list", encoding="utf-8")
    (tmp_path / ".broadsheet").mkdir()
    (tmp_path / ".broadsheet/bases").write_text("old", encoding="utf-8")
    seen = []
    replace, unlink = os.replace, os.unlink

    def told(what, act):
        def acting(path, *more, **flags):
            seen.append(f"{what} {os.path.relpath(more[0] if more else path, tmp_path)}")
            return act(path, *more, **flags)

        return acting

    monkeypatch.setattr(os, "replace", told("write", replace))
    monkeypatch.setattr(os, "unlink", told("delete", unlink))
    plan = Plan(
        steps=[Step("a.md", "created", text="a\n"), Step("gone.md", "deleted"), Step("z.md", "created", text="z\n")],
        strays=[".old.md.tmp-0123abcd"],
        before=[Step(".broadsheet/upstream", "created", text="u\n"), Step(".broadsheet/bases", "deleted")],
        after=[Step(".broadsheet/pages.tsv", "updated", text="a.md\n")],
        standing={"gone.md": page.digest("a list")},
    )
    assert not plan.idle
    apply(plan, tmp_path)
    assert seen == [
        "delete .old.md.tmp-0123abcd",
        "write .broadsheet/upstream",
        "delete .broadsheet/bases",
        "write a.md",
        "write z.md",
        "delete gone.md",
        "write .broadsheet/pages.tsv",
    ]


def test_a_plan_that_only_keeps_its_own_books_is_not_idle():
    assert Plan(()).idle
    assert Plan([Step("a.md", "unchanged")], before=[Step(".broadsheet/x", "unchanged")]).idle
    assert not Plan((), before=[Step(".broadsheet/x", "updated", text="x")]).idle
    assert not Plan((), after=[Step(".broadsheet/x", "deleted")]).idle


OLD = "---\ntitle: A\n---\n\nOld.\n"


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    return tmp_path


def plan(*more, verdict="updated", text="New.\n"):
    return Plan([Step("a.md", verdict, text=text), *more], standing={"a.md": page.digest(OLD)})


def meanwhile(monkeypatch, act):
    """Lets a person do something at the worst moment: when all is written and nothing is in place yet."""
    monkeypatch.setattr(disk, "sync", lambda _: act())


def saved(path, text="Mine.\n"):
    return lambda: path.write_text(text, encoding="utf-8")


def linked(path):
    path.unlink()
    path.symlink_to(path.with_name("other.txt"))


def made_a_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda path: path.write_text("Mine.\n", encoding="utf-8"), "was changed while the run went on"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "was changed while the run went on"),
        (lambda path: path.write_bytes(b""), "was changed while the run went on"),
        (lambda path: path.unlink(), "was deleted while the run went on, so it stays away"),
        (linked, "is a symbolic link"),
        (made_a_folder, "is a folder where a file of ours would stand"),
        (lambda path: path.chmod(0o444), "is read-only, so it was left alone; make it writable and run again"),
    ],
)
def test_what_a_person_does_to_a_page_while_the_run_goes_on_is_left_alone_and_told(docs, monkeypatch, act, why):
    meanwhile(monkeypatch, lambda: act(docs / "a.md"))
    first, second = apply(plan(Step("b.md", "created", text="b\n")), docs)
    assert (first.verdict, first.blocks) == ("conflict", True)
    assert first.why.startswith(why)
    assert second.verdict == "created"
    assert "New." not in "".join(path.read_text("utf-8", "replace") for path in docs.iterdir() if path.is_file())
    assert not [path.name for path in docs.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("act", [saved, lambda path: lambda: path.chmod(0o444)])
def test_a_page_that_a_person_saves_is_not_deleted(docs, monkeypatch, act):
    meanwhile(monkeypatch, act(docs / "a.md"))
    left, _ = apply(plan(Step("b.md", "created", text="b\n"), verdict="deleted", text=None), docs)
    assert left.verdict == "conflict"
    assert (docs / "a.md").exists()


def test_a_page_that_a_person_makes_where_a_new_one_would_stand_is_left_alone(docs, monkeypatch):
    meanwhile(monkeypatch, saved(docs / "b.md"))
    _, left = apply(plan(Step("b.md", "created", text="b\n")), docs)
    assert left.why.startswith("was made by somebody while the run went on")
    assert (docs / "b.md").read_text(encoding="utf-8") == "Mine.\n"


def test_a_page_that_is_already_what_it_should_be_is_no_conflict(docs, monkeypatch):
    meanwhile(monkeypatch, saved(docs / "a.md", "New.\n"))
    assert apply(plan(), docs)[0].verdict == "updated"
    assert [path.name for path in docs.iterdir()] == ["a.md"]


def test_a_folder_that_a_person_moves_takes_nothing_along_that_is_lost(docs, monkeypatch):
    (docs / "in").mkdir()
    (docs / "in/note.txt").write_text("mine", encoding="utf-8")
    meanwhile(monkeypatch, lambda: (docs / "in").rename(docs / "out"))
    _, left = apply(plan(Step("in/b.md", "created", text="b\n")), docs)
    assert left.why.startswith("its folder was moved or deleted while the run went on")
    assert (docs / "out/note.txt").read_text(encoding="utf-8") == "mine"
    assert load(docs).strays == ["out/.b.md.tmp-00000001"]  # the next run takes it away


def test_what_a_page_left_alone_may_still_need_is_not_deleted(docs, monkeypatch):
    (docs / ".broadsheet").mkdir()
    (docs / ".broadsheet/base").write_text("base", encoding="utf-8")
    books = [Step(".broadsheet/base", "deleted"), Step(".broadsheet/pages.tsv", "created", text="a.md\n")]
    meanwhile(monkeypatch, saved(docs / "a.md"))
    apply(replace(plan(), after=books), docs)
    assert sorted(path.name for path in (docs / ".broadsheet").iterdir()) == ["base", "pages.tsv"]


def test_a_page_keeps_its_permissions(docs):
    (docs / "a.md").chmod(0o660)
    apply(plan(), docs)
    assert (docs / "a.md").stat().st_mode & 0o777 == 0o660


def test_a_name_that_fills_the_file_system_s_limit_is_written(docs):
    name = "é" * 126 + ".md"
    apply(Plan([Step(name, "created", text="x\n")]), docs)
    assert (docs / name).read_text(encoding="utf-8") == "x\n"


def test_a_name_that_no_file_may_have_is_told_and_nothing_is_touched(docs):
    with pytest.raises(ArchiveError, match=r"cannot be written \(File name too long\)"):
        apply(plan(Step("b" * 300, "created", text="x\n")), docs)
    assert [(path.name, path.read_text("utf-8")) for path in docs.iterdir()] == [("a.md", OLD)]


def test_a_link_where_a_file_is_first_written_is_not_followed(docs):
    (docs / ".a.md.tmp-00000000").symlink_to(docs / "elsewhere")
    with pytest.raises(ArchiveError, match=r"a\.md: cannot be written \(File exists\)"):
        apply(plan(), docs)
    assert (docs / "a.md").read_text(encoding="utf-8") == OLD
    assert not (docs / "elsewhere").exists()


def test_strays_are_found_wherever_a_run_writes(docs):
    strays = [".broadsheet/bases/.b.md.tmp-00000001", ".broadsheet/.pages.tsv.tmp-00000002", "x/.c.md.tmp-00000003"]
    for name in (*strays, ".git/.d.md.tmp-00000004", ".broadsheet/pages.tsv"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("half", encoding="utf-8")
    found = load(docs)
    assert sorted(found.strays) == sorted(strays)
    assert [*found.pages] == ["a.md"]


def test_whoever_reads_while_a_run_writes_sees_whole_files_only(docs):
    texts = ["x" * 50_000, "y" * 50_000]
    standing = OLD
    seen, over = set(), threading.Event()

    def read():
        while not over.is_set():
            seen.add((docs / "a.md").read_text(encoding="utf-8"))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(200):
            text = texts[number % 2]
            apply(Plan([Step("a.md", "updated", text=text)], standing={"a.md": page.digest(standing)}), docs)
            standing = text
    finally:
        over.set()
        reader.join()
    assert seen <= {OLD, *texts}


def test_a_file_that_vanishes_between_listing_and_reading_is_not_missed(docs, monkeypatch):
    (docs / "feed.xml").write_text("<a/>", encoding="utf-8")
    (docs / "sub").mkdir()
    (docs / "sub/c.md").write_text("c", encoding="utf-8")
    listed = os.scandir

    def vanishing(path):
        entries = listed(path)
        for name in ("a.md", "feed.xml"):
            (docs / name).unlink(missing_ok=True)
        if (docs / "sub").is_dir():
            (docs / "sub").rename(docs.parent / f"{docs.name}-gone")
        return entries

    monkeypatch.setattr(os, "scandir", vanishing)
    found = load(docs)
    assert [*found.pages, *found.files, *found.findings, *found.broken] == []
