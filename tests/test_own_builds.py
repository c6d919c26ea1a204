"""Pages that Broadsheet makes in MkDocs' place, in a folder that it keeps: nothing lost or left over, all told."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import jinja2
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from broadsheet.mkdocs_plugin import page_crew
from broadsheet.mkdocs_plugin.making import Making
from broadsheet.mkdocs_plugin.site_folder import LEDGER
from fast_site import PAGES, built, site, work, write  # noqa: F401 - fixtures


def states(folder):
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def many(site, monkeypatch):
    """More pages, which two processes make, one after the other."""
    monkeypatch.setattr(page_crew, "_WORTH_IT", 2)
    monkeypatch.setattr(page_crew, "_TASK", 1)
    monkeypatch.setenv("BROADSHEET_JOBS", "2")
    for number in range(6):
        write(
            site, f"content/more/{number}.md", f"---\ntitle: No. {number}\n---\n\n# No. {number}\n\n[up](../odd.md)\n"
        )
    return site


def test_only_what_changed_is_written(site):
    built(site)
    before = states(site / "site")
    write(site, "content/odd.md", "# Odd\n\nOther words.\n")
    built(site)
    after = states(site / "site")
    written = {one for one in after if after[one] != before.get(one)}
    # Pages of the navigation, and templates of the whole site, are MkDocs' to write; one page uses all others.
    assert {one for one in written if one.endswith(".html")} == {
        "404.html",
        "index.html",
        "odd/index.html",
        "second/index.html",
        "timed/index.html",
    }
    assert not any(one.startswith("assets/") for one in written)
    before = states(site / "site")
    built(site)
    assert {one for one in before if before[one] != states(site / "site")[one]} == {
        *("404.html", "index.html", "second/index.html", "sitemap.xml", "sitemap.xml.gz", "timed/index.html"),
        "search/shards.json",
    }


def test_what_somebody_did_to_the_site_is_undone(site):
    anew = built(site)
    folder = site / "site"
    write(folder, "left/over.html", "old")
    (folder / "empty/er").mkdir(parents=True)
    write(folder, "odd/index.html", "changed")
    (folder / "deep/er/article/index.html").unlink()
    (folder / "assets/images/person.svg").unlink()
    (folder / "404.html").unlink()
    (folder / "404.html").symlink_to(site / "content/odd.md")
    (folder / "timed/index.html").unlink()
    (folder / "timed/index.html").symlink_to(site / "content/timed.md")
    write(folder, ".nojekyll", "")
    assert built(site) == {**anew, ".nojekyll": b""}
    assert not (folder / "empty").exists()
    assert (site / "content/timed.md").read_text("utf-8") == PAGES["timed.md"]


def test_files_of_the_site_that_go_by_other_names_too_are_let_be(site):
    anew = built(site)
    (site / "mine.html").hardlink_to(site / "site/odd/index.html")
    write(site, "content/odd.md", "# Odd\n\nOther words.\n")
    built(site)
    assert (site / "mine.html").read_bytes() == anew["odd/index.html"]


def test_a_file_that_takes_the_place_of_one_as_large_and_as_old_is_copied(site):
    write(site, "content/a.txt", "old")
    built(site)
    state = (site / "content/a.txt").stat()
    write(site, "content/b.txt", "new")
    os.utime(site / "content/b.txt", ns=(state.st_atime_ns, state.st_mtime_ns))
    (site / "content/b.txt").replace(site / "content/a.txt")
    assert built(site)["a.txt"] == b"new"


def test_two_sites_of_one_folder_take_each_from_its_own_builds(site, work):
    text = (site / "mkdocs.yml").read_text("utf-8")
    write(site, "french.yml", text.replace("site_name: Test", "site_name: Essai") + "site_dir: site-fr\n")

    def french():
        config = load_config(str(site / "french.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)

    for _ in range(2):
        built(site)
        french()
    work()
    built(site)
    french()
    assert work()["pages"] == 0
    assert "Essai" in (site / "site-fr/odd/index.html").read_text("utf-8")
    assert built(site) == built(site, fast=False, folder="anew")


def test_what_is_said_for_developers_keeps_nothing_from_being_kept(site, work, caplog):
    caplog.set_level("DEBUG")
    built(site)
    work()
    built(site)
    assert work()["pages"] == 0


def test_a_preview_leads_to_the_inbox_from_a_home_outside_the_navigation_once_there_is_one(site):
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text("utf-8").replace("[index.md, ", "["))
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(site / "served"))

    def home():
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        return (site / "served/index.html").read_text("utf-8")

    assert "inbox/" not in home()
    write(site, "content/archive/inbox.md", "# Inbox\n")
    assert "inbox/" in home()


def test_what_another_search_left_goes_and_what_readers_have_at_search_goes_with_its_source(site):
    write(site, "content/search/x.md", "# X\n")
    write(site, "content/search/n.txt", "n")
    built(site)
    write(site / "site", "search/search_index.json", "{}")
    (site / "content/search/x.md").unlink()
    (site / "content/search/n.txt").unlink()
    assert built(site) == built(site, fast=False, folder="anew")


def test_a_page_may_be_the_one_for_lost_addresses(site):
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text("utf-8") + "use_directory_urls: false\n")
    write(site, "content/404.md", "# My own\n")
    assert built(site) == built(site, fast=False, folder="anew")


def test_templates_behind_links_and_of_the_day_are_seen(site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (site / "overrides/partials").rename(site / "shared")
    (site / "overrides/partials").symlink_to(site / "shared")
    main = (site / "overrides/main.html").read_text("utf-8")
    write(site, "overrides/main.html", main.replace("{% block tabs %}", '{% block tabs %}{{ page["update_date"] }}'))
    built(site)
    write(site, "shared/footer.html", "<footer>{{ page.update_date }}</footer>")
    assert built(site) == built(site, fast=False, folder="anew")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert built(site) == built(site, fast=False, folder="anew")


def test_a_build_that_was_killed_leaves_nothing(site):
    anew = built(site)
    folder = site / "site"
    (folder / ".broadsheet").mkdir()
    for one in ("odd", "assets", "index.html"):
        (folder / one).rename(folder / ".broadsheet" / one)
    write(folder, ".broadsheet/gone.html", "old")
    write(folder, "index.html", "half")
    assert built(site) == anew


def test_what_a_killed_build_left_is_gone_after_one_without_us(site):
    anew = built(site, fast=False, folder="site")
    write(site / "site", ".broadsheet/gone.html", "old")
    assert built(site, fast=False, folder="site") == anew


def test_a_preview_that_failed_leaves_nothing_to_the_next(site):
    def served():
        config = load_config(str(site / "mkdocs.yml"), site_dir=str(site / "served"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        return (site / "served/search/shards.json").read_text("utf-8")

    before = served()
    write(site, "content/odd.md", "# Odd\n\nEntirely other words.\n")
    right = (site / "overrides/404.html").read_text("utf-8")
    write(site, "overrides/404.html", "{% broken")
    with pytest.raises(jinja2.TemplateSyntaxError):
        served()
    write(site, "overrides/404.html", right)
    assert served() != before


def test_a_folder_may_become_a_file_and_a_file_a_folder(site):
    write(site, "content/a.md", "# A\n")
    write(site, "content/b", "a file")
    built(site)
    (site / "content/a.md").unlink()
    (site / "content/b").unlink()
    write(site, "content/a", "a file")
    write(site, "content/b.md", "# B\n")
    assert built(site) == built(site, fast=False, folder="anew")


def test_a_page_that_comes_out_empty_is_not_there(site):
    built(site)
    write(site, "overrides/nothing.html", "")
    write(site, "content/odd.md", "---\ntemplate: nothing.html\n---\n\n# Odd\n")
    for _ in range(2):
        assert "odd/index.html" not in built(site)
    assert built(site) == built(site, fast=False, folder="anew")


def test_two_processes_make_the_same(many):
    anew = built(many, fast=False, folder="anew")
    assert built(many) == anew
    assert built(many) == anew


def test_what_processes_are_told_of_pages_is_told_here(many, caplog):
    for number in range(4):
        write(many, f"content/more/{number}.md", f"# No. {number}\n\n[nowhere](nowhere{number}.md)\n")
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Abort, match="warnings in strict mode"):
            built(many, strict=True)
        told = [one.getMessage() for one in caplog.records if "nowhere" in one.getMessage()]
        assert [f"nowhere{number}.md" in one for number, one in enumerate(told)] == [True] * 4


def test_a_process_that_dies_costs_time_alone(many, monkeypatch):
    anew = built(many, fast=False, folder="anew")
    here, real = os.getpid(), Making.quietly

    def dying(self, file, raw, html):
        if os.getpid() != here and "3" in file.src_uri:
            os._exit(9)
        return real(self, file, raw, html)

    monkeypatch.setattr(Making, "quietly", dying)
    assert built(many) == anew
    assert built(many) == anew


def test_a_page_that_cannot_be_made_is_told_as_mkdocs_tells_it(many, caplog):
    write(many, "content/more/2.md", "---\ntemplate: missing.html\n---\n\n# No. 2\n")
    for fast in (False, True, True):
        caplog.clear()
        with pytest.raises(Exception, match=r"missing\.html"):
            built(many, fast=fast)
        assert "Error building page 'more/2.md': 'missing.html' not found" in caplog.text
    write(many, "content/more/2.md", "# No. 2\n")
    assert built(many) == built(many, fast=False, folder="anew")


def test_a_lost_anchor_is_told_by_every_build(site, caplog):
    write(site, "content/linking.md", "# Linking\n\n[there](odd.md#gone), [and](deep/er/article.md)\n")
    for _ in range(3):
        caplog.clear()
        built(site)
        assert "contains a link 'odd.md#gone', but the doc 'odd.md' does not contain an anchor" in caplog.text
    write(site, "content/odd.md", "# Odd\n\n## Gone\n")
    caplog.clear()
    built(site)
    assert "odd.md#gone" not in caplog.text
    write(site, "content/odd.md", "# Odd\n")
    built(site)
    assert "odd.md#gone" in caplog.text


def test_a_page_that_was_made_again_of_its_kept_text_still_knows_where_its_links_lead(site, caplog):
    write(site, "content/linking.md", "| a |\n|---|\n| [there](odd.md#gone) |\n")
    built(site)
    main = (site / "overrides/main.html").read_text("utf-8")
    write(site, "overrides/main.html", main.replace("{%", "<!-- new -->{%", 1))
    built(site)
    write(site, "overrides/main.html", main)
    caplog.clear()
    built(site)
    assert "contains a link 'odd.md#gone', but the doc 'odd.md' does not contain an anchor" in caplog.text
    (site / "content/odd.md").rename(site / "content/moved.md")
    assert built(site) == built(site, fast=False, folder="anew")


@pytest.mark.parametrize(
    "front", ["a: !!set {x}", "a: !!binary aGk=", "1: 2", "a: 2024-01-02 03:04:05", "a: .nan", "x"]
)
def test_front_matter_may_hold_anything(site, front):
    write(site, "content/odd.md", f"---\n{front}\n---\n\n# Odd\n")
    anew = built(site, fast=False, folder="anew")
    assert built(site) == anew
    assert built(site) == anew


def test_where_nothing_can_be_kept_the_site_is_right(site, monkeypatch):
    anew = built(site, fast=False, folder="anew")
    (site / LEDGER).mkdir(parents=True)
    assert built(site) == anew

    class Full:
        def __getattr__(self, name):
            raise sqlite3.OperationalError("database or disk is full")

    from broadsheet.archive import kept_results

    monkeypatch.setattr(kept_results, "_opened", lambda _: Full())
    assert built(site) == anew


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="a superuser may write anywhere")
@pytest.mark.parametrize("kept", [True, False])
def test_a_cache_that_may_only_be_read_is_read(site, kept):
    if kept:
        built(site)
    write(site, "content/odd.md", "# Odd\n\nOther words.\n")
    anew = built(site, fast=False, folder="anew")
    cache = site / ".cache"
    cache.mkdir(exist_ok=True)
    folders = [cache, *(path for path in cache.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    # Without its capabilities, a superuser is held to a file's mode like anybody else.
    powerless = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    command = [*powerless, sys.executable, "-m", "mkdocs", "build"]
    try:
        assert powerless == [] or subprocess.run([*powerless, "touch", cache / "x"], check=False).returncode
        subprocess.run(command, check=True, cwd=site)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    made = {one.relative_to(site / "site").as_posix(): one for one in (site / "site").rglob("*") if one.is_file()}
    assert {name: made[name].read_bytes() for name in made if not name.startswith("sitemap.")} == {
        name: anew[name] for name in anew if not name.startswith("sitemap.")
    }


@pytest.mark.parametrize("harm", ["", "x", "{}", '0\n{"site": 1}', "[]"])
def test_a_damaged_ledger_is_none(site, harm):
    anew = built(site)
    (site / LEDGER).write_text(harm)
    assert built(site) == anew


def test_a_dirty_build_keeps_what_it_did_not_ask_for(site, work):
    built(site)
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(site / "site"))
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)
    work()
    built(site)
    assert work()["pages"] == 0


def test_serve_shows_each_edit(site, work):
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text("utf-8") + "draft_docs: drafts/\n")
    write(site, "content/drafts/new.md", "# New\n\nA draft.\n")
    for fast in ("true", "false"):
        text = (site / "mkdocs.yml").read_text("utf-8").replace("fast: true", f"fast: {fast}")
        write(site, f"{fast}.yml", text)

    def served(fast):
        config = load_config(str(site / f"{fast}.yml"), site_dir=str(site / fast))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        return {
            path.relative_to(site / fast).as_posix(): path.read_bytes()
            for path in sorted((site / fast).rglob("*"))
            if path.is_file() and path.suffix != ".gz"
        }

    assert served("true") == served("false")
    write(site, "content/odd.md", "# Odd\n\nEdited.\n")
    work()
    edited = served("true")
    assert work()["pages"] == 2  # it, and the draft, which is MkDocs' to make
    assert edited == served("false")
    (site / "content/deep/er/article.md").unlink()
    assert served("true") == served("false")
