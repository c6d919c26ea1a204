"""The hooks for pre-commit: which files they are given, and that what they start takes them."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from broadsheet.cli import main

ROOT = Path(__file__).resolve().parents[1]
HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new", "."]).exit_code == 0
    assert CliRunner().invoke(main, ["generate", "-q"]).exit_code == 0
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A new archive"]):
        git(*words)
    return tmp_path


def git(*words):
    ada = ["-c", "user.name=Ada", "-c", "user.email=ada@news.example"]
    return subprocess.run(["git", *ada, *words], check=True, capture_output=True, text=True).stdout


def staged(hook):
    """What pre-commit gives a hook: files that are added or changed, no deleted ones, of those that it asks for."""
    git("add", "--all")
    names = git("diff", "--staged", "--name-only", "--no-ext-diff", "-z", "--diff-filter=ACMRTUXB").split("\0")
    return [name for name in names if name and re.search(hook["files"], name)]


def run(hook):
    _, *words = shlex.split(hook["entry"])
    return CliRunner().invoke(main, [*words, *staged(hook)])


def test_the_hooks_are_whole_and_a_new_sites_own_is_the_same(site):
    for hook in HOOKS.values():
        assert {"id", "name", "description", "entry", "language", "files", "require_serial"} == set(hook)
        assert hook["entry"].startswith("broadsheet check")
        assert hook["require_serial"] is True
    (own,) = yaml.safe_load((site / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    shared = HOOKS["broadsheet-check"]
    assert [own[key] for key in ("id", "entry", "files")] == [shared[key] for key in ("id", "entry", "files")]


def test_changed_pages_are_looked_at_whole_paths_redirects_and_all(site):
    page = next(site.glob("content/articles/**/night-trains*.md"))
    page.write_text(page.read_text("utf-8").replace("on Monday", "on [Monday](gone.md)"), "utf-8")
    (site / "content/entities/nachtzug.md").write_text(
        "---\ntitle: Nachtzug\ntemplate: redirect.html\nredirect: entities/lost.md\n---\n", "utf-8"
    )
    (site / "content/a page.md").write_text("# A page\n", "utf-8")
    hook = HOOKS["broadsheet-check"]
    assert staged(hook) == ["content/a page.md", page.relative_to(site).as_posix(), "content/entities/nachtzug.md"]
    done = run(hook)
    assert done.exit_code == 1
    assert "sends readers to entities/lost.md, which is no page" in done.output
    assert "links to gone.md, which is no page" in done.output
    assert "3 pages looked at." in done.output


def test_deleted_pages_inputs_and_the_notebook_are_none_of_its(site):
    next(site.glob("content/articles/**/night-trains*.md")).unlink()
    (site / "inputs/notes.md").write_text("---\ntitle: 3\n---\n", "utf-8")
    (site / "content/.broadsheet/bases").mkdir()
    (site / "content/.broadsheet/bases/c0123456789abcdef.md").write_text("---\ntitle: 3\n---\n", "utf-8")
    (site / "content/index.txt").write_text("x", "utf-8")
    assert staged(HOOKS["broadsheet-check"]) == []


def test_the_hook_that_mends_mends(site):
    (site / "content/own.md").write_text("---\ntitle: 1984\n---\n", "utf-8")
    assert run(HOOKS["broadsheet-check"]).exit_code == 1
    assert run(HOOKS["broadsheet-fix"]).exit_code == 0
    assert (site / "content/own.md").read_text("utf-8") == '---\ntitle: "1984"\n---\n'


@pytest.mark.usefixtures("site")
def test_a_page_that_is_not_there_is_told_plainly():
    done = CliRunner().invoke(main, ["check", "content/gone.md"])
    assert done.exit_code == 2
    assert "content/gone.md: there is no such page; name pages of content/" in done.output
