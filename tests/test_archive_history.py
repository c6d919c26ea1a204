"""Earlier texts of pages are found in git, and a repository's settings start no program and lead nowhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from broadsheet.archive.history import last_text, versions

WORD = "0123abcd"
PLAIN = f"sum: {WORD}\nWords.\n"
EDITED = f"sum: {WORD}\nWords of a person.\n"
LATER = "sum: 9876fedc\nOther words.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder, *words, **more):
    done = subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, **more)
    return done.stdout.decode().strip()


def commit(folder, **files):
    for name, text in files.items():
        write(folder, f"content/{name}.md", text)
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "A change", "--allow-empty")


def write(folder, path, text):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture
def docs(repository):
    """A page that was written, edited, and written anew."""
    commit(repository, page=PLAIN)
    commit(repository, page=EDITED)
    commit(repository, page=LATER)
    return repository / "content"


def test_the_texts_around_each_commit_that_brought_a_word_or_took_it_away_are_found_the_latest_first(docs):
    assert list(versions(docs, "page.md", WORD)) == [EDITED, PLAIN]
    assert list(versions(docs, "page.md", "nowhere")) == []


def test_a_page_that_was_moved_is_found_where_it_was(docs):
    (docs / "2026").mkdir()
    git(docs, "mv", "page.md", "2026/moved.md")
    commit(docs.parent)
    assert list(versions(docs, "2026/moved.md", WORD)) == [EDITED, PLAIN]


@pytest.mark.parametrize("name", ["a page", "été à l’Île", "стаття", "[x]*", ":(top)x"])
def test_odd_names_are_names(repository, name):
    if os.name == "nt" and not name.replace(" ", "").isalpha():
        name = "a name"
    commit(repository, **{f"a folder/{name}": PLAIN})
    commit(repository, **{f"a folder/{name}": LATER})
    address = f"a folder/{name}.md"
    assert list(versions(repository / "content", address, WORD)) == [PLAIN, PLAIN]
    assert last_text(repository / "content", address) == LATER


def test_the_last_text_of_a_page_outlives_the_page(docs):
    assert last_text(docs, "page.md") == LATER
    (docs / "page.md").unlink()
    assert last_text(docs, "page.md") == LATER
    commit(docs.parent, other="Words.\n")
    assert last_text(docs, "page.md") == LATER


def test_a_shallow_clone_knows_what_it_holds(docs, tmp_path):
    git(tmp_path, "clone", "-q", "--depth=1", docs.parent.as_uri(), "shallow")
    assert list(versions(tmp_path / "shallow/content", "page.md", WORD)) == []
    assert last_text(tmp_path / "shallow/content", "page.md") == LATER


def test_without_a_repository_a_commit_or_git_there_is_nothing(docs, tmp_path, monkeypatch):
    def nothing(folder, address):
        return list(versions(folder, address, WORD)) == [] and last_text(folder, address) is None

    (tmp_path / "elsewhere").mkdir()
    assert nothing(tmp_path / "elsewhere", "page.md")
    assert nothing(tmp_path / "missing", "page.md")
    (docs / "new.md").write_text(PLAIN.replace("0", "1"))
    assert last_text(docs, "new.md") is None
    assert list(versions(docs, "new.md", "1123abcd")) == []
    git(tmp_path / "elsewhere", "init", "-q")
    assert nothing(tmp_path / "elsewhere", "page.md")
    monkeypatch.setenv("PATH", str(tmp_path / "missing"))
    assert nothing(docs, "page.md")


@pytest.fixture
def trap(tmp_path):
    """A program that leaves a file behind, and that file."""
    program, sprung = tmp_path / "trap.sh", tmp_path / "sprung"
    program.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat \"$1\" 2>/dev/null\nexit 0\n")
    program.chmod(0o755)
    return program, sprung


SETTINGS = [
    ("diff.evil.textconv",),
    ("diff.evil.command",),
    ("diff.external",),
    ("core.fsmonitor",),
    ("core.pager", "pager.log", "pager.cat-file"),
    ("gpg.program", "log.showSignature"),
]


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
@pytest.mark.parametrize("settings", SETTINGS, ids=[keys[0] for keys in SETTINGS])
def test_no_program_of_a_repositorys_choice_is_run(docs, trap, settings):
    program, sprung = trap
    write(docs.parent, ".gitattributes", "*.md diff=evil\n")
    if "gpg.program" in settings:
        signed(docs.parent)
    for key in settings:
        git(docs, "config", key, "true" if key == "log.showSignature" else str(program))
    if settings in (("diff.evil.textconv",), ("gpg.program", "log.showSignature")):
        git(docs, "log", f"-S{WORD}", "-p")
        assert sprung.exists()  # git by itself does
        sprung.unlink()
    assert list(versions(docs, "page.md", WORD)) == [EDITED, PLAIN]
    assert last_text(docs, "page.md") == LATER
    assert not sprung.exists()


def signed(folder: Path) -> None:
    """Puts a signature into the last commit."""
    raw = git(folder, "cat-file", "commit", "HEAD")
    head, _, message = raw.partition("\n\n")
    block = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    made = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", input=f"{head}\n{block}\n\n{message}\n".encode())
    git(folder, "reset", "-q", "--soft", made)


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
def test_what_a_partial_clone_left_out_is_not_fetched(docs, trap, tmp_path):
    program, sprung = trap
    git(docs, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", docs.parent.as_uri(), "partial")
    partial = tmp_path / "partial"
    git(partial, "config", "remote.origin.url", f"ext::{program}")
    git(partial, "config", "protocol.ext.allow", "always")
    (partial / "content").mkdir()
    subprocess.run(["git", "-C", str(partial), "log", f"-S{WORD}"], check=False, capture_output=True)
    assert sprung.exists()  # git by itself does
    sprung.unlink()
    assert list(versions(partial / "content", "page.md", WORD)) == []
    assert last_text(partial / "content", "page.md") is None
    assert not sprung.exists()


@pytest.mark.parametrize(
    "setting",
    [
        "diff.relative=true", "log.showRoot=false", "log.follow=true", "diff.renames=copies", "color.ui=always",
        "log.decorate=full", "format.pretty=oneline", "log.date=raw", "core.quotePath=true", "diff.noprefix=true",
    ],
)  # fmt: skip
def test_no_harmless_setting_hides_a_text(docs, setting):
    git(docs, "config", *setting.split("="))
    assert list(versions(docs, "page.md", WORD)) == [EDITED, PLAIN]
    assert last_text(docs, "page.md") == LATER


def test_a_hooks_environment_hides_no_text(docs, tmp_path, monkeypatch):
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": "no-such-index",
        "GIT_OBJECT_DIRECTORY": str(other / ".git/objects"),
        "GIT_PREFIX": "other/",
        "GIT_LITERAL_PATHSPECS": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert list(versions(docs, "page.md", WORD)) == [EDITED, PLAIN]
    assert last_text(docs, "page.md") == LATER
