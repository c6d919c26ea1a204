"""The plugin: tells what is wrong, fails a strict build, writes nothing."""

import os
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

import broadsheet
from broadsheet.archive import survey
from broadsheet.archive.check import Memory
from broadsheet.mkdocs_plugin import BroadsheetPlugin
from broadsheet.mkdocs_plugin.plugin import findings
from broadsheet.mkdocs_plugin.search_text import search_text


@pytest.fixture
def site(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\nsite_url: https://x.example/\ndocs_dir: content\n"
        "plugins:\n  - broadsheet\ntheme:\n  name: mkdocs\n",
        encoding="utf-8",
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Home\n", encoding="utf-8")
    return tmp_path


def run(site, *, strict=True):
    config = load_config(str(site / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config


def state(folder):
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_a_sound_archive_builds_strictly_and_is_not_written_to(site):
    before = state(site / "content")
    config = run(site)
    assert isinstance(config.plugins["broadsheet"], BroadsheetPlugin)
    assert (site / "site/index.html").exists()
    assert state(site / "content") == before


def test_front_matter_that_mkdocs_would_print_fails_a_strict_build(site, caplog):
    (site / "content/index.md").write_text("---\ntitle: a: b\n---\n# Home\n", encoding="utf-8")
    with pytest.raises(Abort):
        run(site)
    (message,) = [record for record in caplog.records if record.name == "mkdocs.plugins.broadsheet"]
    assert message.levelname == "WARNING"
    assert "content/index.md:2:9: front matter: mapping values are not allowed" in message.getMessage()
    run(site, strict=False)


def ours(caplog):
    return [
        record.getMessage().removeprefix("broadsheet: ")
        for record in caplog.records
        if record.name == "mkdocs.plugins.broadsheet"
    ]


def mkdocs_own(caplog):
    return [record for record in caplog.records if record.name != "mkdocs.plugins.broadsheet"]


def test_missing_pages_are_left_to_mkdocs(site, caplog):
    (site / "content/index.md").write_text("[x](missing.md)\n", encoding="utf-8")
    run(site, strict=False)
    assert ours(caplog) == []
    assert [record.levelname for record in mkdocs_own(caplog) if "missing.md" in record.getMessage()] == ["WARNING"]


@pytest.mark.parametrize(
    ("validation", "level"),
    [
        ("", "WARNING"),  # MkDocs itself would be content with INFO, and a strict build would pass
        ("validation:\n  links:\n    not_found: warn\n", "WARNING"),
        ("validation:\n  links:\n    anchors: info\n", "INFO"),
        ("validation:\n  anchors: info\n", "INFO"),
        ("validation:\n  links:\n    anchors: warn\n", "WARNING"),
    ],
)
def test_missing_anchors_are_told_once_by_mkdocs_as_a_warning_unless_mkdocs_yml_says_otherwise(
    site, caplog, validation, level
):
    (site / "mkdocs.yml").write_text((site / "mkdocs.yml").read_text("utf-8") + validation, encoding="utf-8")
    (site / "content/index.md").write_text("[x](#gone)\n", encoding="utf-8")
    with caplog.at_level("INFO", logger="mkdocs"):
        run(site, strict=False)
    assert ours(caplog) == []
    assert [record.levelname for record in mkdocs_own(caplog) if "#gone" in record.getMessage()] == [level]


def test_raw_html_and_redirects_which_mkdocs_does_not_follow_fail_a_strict_build(site, caplog):
    (site / "mkdocs.yml").write_text((site / "mkdocs.yml").read_text("utf-8") + "  custom_dir: own\n", encoding="utf-8")
    (site / "own").mkdir()
    (site / "own/redirect.html").write_text("{{ page.meta.redirect }}", encoding="utf-8")
    (site / "content/index.md").write_text('<a href="gone/">x</a>\n', encoding="utf-8")
    (site / "content/old.md").write_text(
        "---\ntitle: Old\ntemplate: redirect.html\nredirect: gone.md\n---\n", encoding="utf-8"
    )
    with pytest.raises(Abort):
        run(site)
    html, redirect = ours(caplog)
    assert html == "content/index.md:1:10: links to gone/, which leads to no page; mend the link or take it out"
    assert redirect.startswith("content/old.md:4:1: sends readers to gone.md, which is no page; ")


def test_pages_that_are_out_of_date_fail_a_strict_build_in_one_message_and_are_not_looked_for_on_serve(site, caplog):
    (site / "content/index.md").unlink()
    (site / "content/articles").mkdir()
    article = "---\ntitle: Rain\ntemplate: main.html\ndate: 2026-05-03\n---\nIt rained.\n"
    (site / "content/articles/rain.md").write_text(article.replace("template: main.html\n", ""), encoding="utf-8")
    config = load_config(str(site / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    files = Files([])
    config.plugins.on_files(files, config=config)
    (message,) = ours(caplog)
    assert message.startswith("content/archive/2026.md:1:1: is not there yet, and ")
    assert message.endswith(" more pages are out of date; run `broadsheet generate`")
    caplog.clear()
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_files(files, config=config)
    assert ours(caplog) == []


def test_serving_looks_only_at_what_changed_and_tells_the_rest_again(site, caplog, monkeypatch):
    (site / "content/index.md").write_text("---\ntitle: 3\n---\n", encoding="utf-8")
    (site / "content/other.md").write_text("# Other\n", encoding="utf-8")
    config = load_config(str(site / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    looked = []
    real = survey.examine
    monkeypatch.setattr(survey, "examine", lambda address, *rest: looked.append(address) or real(address, *rest))
    config.plugins.on_files(Files([]), config=config)
    (site / "content/other.md").write_text('<a href="gone/">x</a>\n', encoding="utf-8")
    config.plugins.on_files(Files([]), config=config)
    assert looked == ["index.md", "other.md", "other.md"]
    assert [message.split(": ", 1)[1] for message in ours(caplog)] == [
        "title is not text; put it in quotes",
        "title is not text; put it in quotes",
        "links to gone/, which leads to no page; mend the link or take it out",
    ]


def test_settings_that_broadsheet_cannot_follow_are_one_message(site, caplog):
    yml = (site / "mkdocs.yml").read_text("utf-8").replace("x.example/", "x.example/<a>")
    (site / "mkdocs.yml").write_text(yml, encoding="utf-8")
    run(site, strict=False)
    (message,) = ours(caplog)
    assert "is not a web address" in message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read anywhere")
def test_a_folder_that_cannot_be_read_is_a_finding(site):
    (site / "content").chmod(0)
    try:
        assert len(findings(site / "mkdocs.yml", Memory())) == 1
    finally:
        (site / "content").chmod(0o700)


@pytest.mark.parametrize(("command", "shown"), [("build", False), ("serve", True)])
def test_home_leads_to_the_inbox_only_while_serving(site, command, shown):
    (site / "content/archive").mkdir()
    (site / "content/archive/inbox.md").write_text("# Inbox\n", encoding="utf-8")
    config = load_config(str(site / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    home = (site / "site/index.html").read_text("utf-8")
    assert ('<p class="bs-inbox"><a href="archive/inbox/">Inbox</a></p>' in home) is shown


@pytest.mark.parametrize(("said", "told"), [("ar", 'lang="ar"'), ("iw", 'lang="he"'), ("xx", None), ("und", None)])
def test_a_page_is_told_to_be_in_a_language_only_if_there_is_such_a_one(site, said, told):
    theme = Path(broadsheet.__file__).parent / "theme"
    config = (site / "mkdocs.yml").read_text("utf-8").replace("name: mkdocs", f"name: material\n  custom_dir: {theme}")
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    page = f"---\ntitle: T\ntemplate: article.html\nlanguage: {said}\n---\n\n# T\n\nWords.\n"
    (site / "content/second.md").write_text(page, encoding="utf-8")
    run(site, strict=False)
    html = (site / "site/second/index.html").read_text("utf-8")
    (opening,) = re.findall(r'<div class="bs-page[^>]*>', html)
    assert (told in opening) if told else ("lang=" not in opening)


def test_a_dirty_build_leaves_the_search_index_as_it_is(site, caplog):
    caplog.set_level("INFO", logger="mkdocs.plugins.broadsheet")
    run(site)
    index = site / "site/search/shards.json"
    before = index.read_bytes()
    assert before != b"[]\n"
    (site / "content/second.md").write_text("# Second\n\nMore words.\n", encoding="utf-8")
    config = load_config(str(site / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)
    assert (site / "site/second/index.html").exists()
    assert index.read_bytes() == before
    assert "a dirty build leaves the search index as it is" in caplog.text


def test_a_second_build_leaves_the_search_index_where_it_is(site):
    run(site)
    index = site / "site/search"
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in index.rglob("*.pf_*")}
    (site / "site/index.html").write_text("not ours", encoding="utf-8")
    config = run(site)
    assert before
    assert {path: (path.stat().st_ino, path.read_bytes()) for path in index.rglob("*.pf_*")} == before
    assert "not ours" not in (site / "site/index.html").read_text(encoding="utf-8")
    # Serving builds again with one plugin, into a folder that is emptied as well.
    (site / "content/index.md").write_text("# Home\n\nBudget\n", encoding="utf-8")
    build(config)
    assert {path.name for path in index.iterdir()}.isdisjoint(path.parent.name for path in before)
    assert not (site / "site/.search").exists()


def test_materials_search_begins_at_the_heading_and_not_at_the_trail():
    trail = '<!-- broadsheet:trail -->\n\n<p><a href="x">Home</a></p>\n<!-- /broadsheet:trail sum:9 -->'
    html = search_text(f"{trail}\n\n<!-- broadsheet:title -->\n\n<h1>T</h1>")
    assert re.sub(r"<!--.*?-->", "", html) == "<h1>T</h1>"
    assert '<!-- unsearched: <p><a href="x">Home</a></p> :unsearched -->' in html
