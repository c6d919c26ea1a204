"""A site that is served: each edit is shown at once, what follows from it a moment later, and nothing is ever stale."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from watchdog.events import FileClosedNoWriteEvent, FileCreatedEvent, FileModifiedEvent, FileMovedEvent

from broadsheet.mkdocs_plugin.file_changes import FileChanges
from fast_site import site, work, write  # noqa: F401 - fixtures

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems tell of changes otherwise")
URL = "http://127.0.0.1:8000/"


@pytest.fixture
def plain(site):
    """A site of which no page shows all others."""
    (site / "content/timed.md").unlink()
    write(site, "content/linking.md", "# Linking\n\n[there](odd.md#there)\n\n[home](index.md)\n")
    write(site, "content/picture.svg", "<svg/>")
    return site


def preview_of(site, folder="served", settings="mkdocs.yml"):
    """The preview of the site, once it is built."""
    config = load_config(str(site / settings), site_dir=str(site / folder))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=URL)
    return config.plugins["broadsheet"]._preview  # noqa: SLF001 - MkDocs asks it nothing


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }


def anew(site):
    text = (site / "mkdocs.yml").read_text("utf-8")
    write(site, "slow.yml", text.replace("fast: true", "fast: false"))
    preview_of(site, "anew", "slow.yml")
    return files(site / "anew")


EDITS = [
    {"odd.md": "# Odd\n\nOther words.\n"},
    {"odd.md": "---\ntitle: Another title\n---\n\n# Odd\n\n## There\n\nOther words.\n"},
    {"odd.md": "---\nsearch: {exclude: true}\n---\n\n# Odd\n"},
    {"odd.md": "---\nrobots: noindex\ntemplate: redirect.html\n---\n\n# Odd\n"},
    {"odd.md": "---\ndate: 2024-05-06\nlanguage: fr\n---\n\n# Odd\n\n[gone](nowhere.md), [second](second.md#none)\n"},
    {"odd.md": "---\ntitle: [\n---\n\n# Odd\n"},
    {"odd.md": ""},
    {"odd.md": "# Odd\n", "linking.md": "# Linking\n\n[up](odd.md#odd)\n"},
    {"deep/er/article.md": "# No front matter\n"},
]


def test_edits_of_pages_give_what_a_build_of_all_gives(plain):
    preview = preview_of(plain)
    pages = preview.pages
    for number, edit in enumerate(EDITS):
        for name, text in edit.items():
            write(plain, f"content/{name}", text)
        assert pages.edit({str(plain / "content" / name) for name in edit}), edit
        preview.pages = pages  # in one process, MkDocs has one plugin for all builds
        preview.follow(pages)
        assert files(plain / "served") == anew(plain), edit
        if number == 4:  # and so does the next build of all, after them
            pages = preview_of(plain).pages
            assert files(plain / "served") == files(plain / "anew")


def test_all_that_other_pages_may_show_builds_the_whole_site(plain):
    preview = preview_of(plain)
    page = str(plain / "content/odd.md")
    assert preview.pages.edit({page})
    assert preview.pages.edit({page, str(plain / "content/4913"), str(plain / "content/.odd.md.swp")})
    write(plain, "content/.odd.md.swp", "x")
    assert preview.pages.edit({page, str(plain / "content/.odd.md.swp")})
    for other in ("content/index.md", "content/picture.svg", "mkdocs.yml", "content/new.md", "overrides/main.html"):
        if not (plain / other).exists():
            write(plain, other, "# New\n")
        assert not preview.pages.edit({page, str(plain / other)}), other
    (plain / "content/linking.md").unlink()
    assert not preview.pages.edit({str(plain / "content/linking.md")})
    write(plain, "content/odd.md", "---\ntemplate: timed.html\n---\n\n# It shows all pages\n")
    assert not preview.pages.edit({page})


@pytest.mark.parametrize("name", ["mkdocs.yml", "overrides/partials/tags.html", "overrides/new.html"])
def test_settings_and_templates_that_changed_unseen_build_the_whole_site(plain, name):
    preview = preview_of(plain)
    path = plain / name
    text = path.read_text("utf-8") if path.exists() else ""
    write(plain, name, text + "\n")
    assert not preview.pages.edit({str(plain / "content/odd.md")})


def test_settings_that_take_from_other_files_build_the_whole_site(plain):
    write(plain, "base.yml", "copyright: x\n")
    write(plain, "mkdocs.yml", "INHERIT: base.yml\n" + (plain / "mkdocs.yml").read_text("utf-8"))
    assert not preview_of(plain).pages.edit({str(plain / "content/odd.md")})


def test_a_page_that_shows_all_others_is_never_left_behind(site):
    assert not preview_of(site).pages.edit({str(site / "content/odd.md")})


def test_a_lost_anchor_and_a_faulty_page_are_told_after_the_edit(plain, caplog):
    write(plain, "content/odd.md", "# Odd\n\n## There\n")
    preview = preview_of(plain)
    caplog.clear()
    write(plain, "content/odd.md", "---\ntitle: [\n---\n\n# Odd\n")
    assert preview.pages.edit({str(plain / "content/odd.md")})
    preview.follow(preview.pages)
    assert "contains a link 'odd.md#there', but the doc 'odd.md' does not contain an anchor" in caplog.text
    assert "content/odd.md:3:1: front matter" in caplog.text


def test_a_change_that_is_taken_already_builds_nothing(plain, work):
    preview = preview_of(plain)
    work()
    before = files(plain / "served")
    preview.build()
    assert preview.pages
    preview.end()
    assert files(plain / "served") == before
    assert work() == {"pages": 0, "templates": 0}


def test_what_follows_stops_where_it_is_in_vain_and_failing_is_told(plain, caplog, monkeypatch):
    preview = preview_of(plain)
    pages = preview.pages
    write(plain, "content/odd.md", "# Odd\n\nOther words.\n")
    assert pages.edit({str(plain / "content/odd.md")})
    before = files(plain / "served/search")
    tell_anchors = type(pages.own).tell_anchors

    def and_shut_down(own):
        preview.pages = None
        tell_anchors(own)

    monkeypatch.setattr(type(pages.own), "tell_anchors", and_shut_down)
    preview.follow(pages)
    assert files(plain / "served/search") == before
    preview.end()
    preview.pages = pages
    monkeypatch.setattr(type(pages.own), "tell_anchors", lambda own: own.nothing)
    preview.follow(pages)
    assert "waits for the next build" in caplog.text


def test_each_change_is_told_once_and_reading_is_none(tmp_path):
    changes = FileChanges()
    page = tmp_path / "page.md"
    page.write_text("one")
    assert changes.is_change(FileModifiedEvent(str(page)))
    assert not changes.is_change(FileModifiedEvent(str(page)))
    assert changes.taken() == {str(page)}
    assert not changes.is_change(FileClosedNoWriteEvent(str(page)))
    page.write_text("another")
    assert changes.is_change(FileCreatedEvent(str(page)))
    page.rename(tmp_path / "moved.md")
    assert changes.is_change(FileMovedEvent(str(page), str(tmp_path / "moved.md")))
    assert changes.taken() == {str(page), str(tmp_path / "moved.md")}
    assert changes.taken() == set()


@pytest.mark.parametrize("limit", ["none", "schedule", "start"])
def test_changes_are_told_whether_the_system_tells_them_or_not(tmp_path, monkeypatch, limit):
    def none_left(*_, **__):
        raise OSError(28, "inotify watch limit reached")

    if limit != "none":
        from watchdog.observers.inotify import InotifyEmitter

        monkeypatch.setattr(InotifyEmitter, "__init__" if limit == "schedule" else "on_thread_start", none_left)
    seen = []

    class Handler:
        def dispatch(self, event):
            seen.append(event.src_path)

    changes = FileChanges()
    changes.schedule(Handler(), str(tmp_path), recursive=True)
    changes.start()
    try:
        (tmp_path / "page.md").write_text("text")
        over = time.monotonic() + 10
        while not seen and time.monotonic() < over:
            time.sleep(0.02)
        time.sleep(0.7)
        assert set(seen) == {str(tmp_path / "page.md")}
        changes.unschedule(str(tmp_path))
    finally:
        changes.stop()
        changes.join()


@contextmanager
def serving(site, count=1):
    """As many servers of the site as are asked for: their addresses."""
    started = []
    log = (site / "log.txt").open("wb")
    try:
        for _ in range(count):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            words = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
            env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            started.append((subprocess.Popen(words, cwd=site, stdout=log, stderr=log, env=env), port))
        yield [f"http://127.0.0.1:{port}/" for _, port in started]
    finally:
        for process, _ in started:
            process.terminate()
            process.wait(20)
        log.close()


def until(url, word, *, gone=False, seconds=60.0):
    over = time.monotonic() + seconds
    text = ""
    while time.monotonic() < over:
        try:
            with urllib.request.urlopen(url, timeout=seconds) as answer:  # noqa: S310 - our own server
                text = answer.read().decode()
        except OSError as error:
            text = str(error)
        if (word in text) is not gone:
            return
        time.sleep(0.02)
    pytest.fail(f"{url} shows: {text[:500]}")


def test_two_servers_of_one_folder_show_each_edit(plain):
    with serving(plain, 2) as addresses:
        for url in addresses:
            until(url + "odd/", "Words without a title")
        time.sleep(1)  # until they watch
        for number in range(3):
            write(plain, "content/odd.md", f"# Odd\n\nWord{number}.\n")
            for url in addresses:
                until(url + "odd/", f"Word{number}")
        beside = plain / "content/odd.md.tmp"
        beside.write_text("# Odd\n\nPut in place.\n", "utf-8")
        beside.replace(plain / "content/odd.md")
        write(plain, "content/new.md", "# New\n\nA new page.\n")
        for url in addresses:
            until(url + "odd/", "Put in place.")
            until(url + "new/", "A new page.")
        Path(plain / "content/new.md").unlink()
        for url in addresses:
            until(url + "new/", "404", gone=False)
        write(plain, "content/index.md", "# Home again\n")
        for url in addresses:
            until(url, "Home again")
    log = (plain / "log.txt").read_text("utf-8")
    assert "odd.md made in" in log
    assert "Traceback" not in log
