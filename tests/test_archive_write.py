"""A plan carried out: in which order, and what is left when it is stopped."""

from __future__ import annotations

import os

from broadsheet.archive import Plan, Step, apply, page


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
