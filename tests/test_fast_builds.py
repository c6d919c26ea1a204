"""Builds that take pages from earlier ones: the same bytes as a build that makes all anew, whatever changed between."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from broadsheet.archive.kept_results import FILE
from broadsheet.mkdocs_plugin.build_mark import NotKeptError, plain
from fast_site import PAGES, built, site, work, write  # noqa: F401 - fixtures


def test_the_site_is_the_same_made_anew_kept_and_taken(site, work):
    anew = built(site, fast=False, folder="anew")
    work()
    assert built(site) == anew
    assert work()["pages"] == len(PAGES)
    assert built(site) == anew
    # All that is rendered again: what uses all pages, and what is no page (404, sitemap).
    assert work() == {"pages": 0, "templates": 3}


CHANGES = {
    "a text": ("content/odd.md", "Words without", "More words without"),
    "a title in the navigation": ("content/second.md", "The second", "Another title"),
    "front matter alone": ("content/second.md", "hide: [toc]", "hide: [navigation]"),
    "a heading that is linked to": ("content/second.md", "## There", "## Elsewhere"),
    "a template": ("overrides/main.html", "{%", "<!-- new -->{%"),
    "a part of a template": ("overrides/partials/page.html", '<div class="bs-page', '<div id="x" class="bs-page'),
    "an extension's settings": ("mkdocs.yml", "permalink: true", "permalink: '#'"),
    "an extension": ("mkdocs.yml", "admonition, ", ""),
    "the site's name": ("mkdocs.yml", "site_name: Test", "site_name: Other"),
    "the site's address": ("mkdocs.yml", "x.example", "y.example"),
    "the navigation": ("mkdocs.yml", ", Second: second.md", ""),
    "the language": ("mkdocs.yml", "font: false", "font: false, language: fr"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_site_is_as_if_it_were_made_anew(site, change):
    built(site)
    name, old, new = CHANGES[change]
    text = (site / name).read_text("utf-8")
    assert old in text
    write(site, name, text.replace(old, new, 1))
    first = built(site)
    assert first == built(site, fast=False, folder="anew")
    assert built(site) == first


def test_a_page_that_is_gone_new_or_moved_changes_those_that_link_to_it(site, caplog):
    built(site)
    (site / "content/odd.md").rename(site / "content/deep/odd.md")
    assert built(site) == built(site, fast=False, folder="anew")
    for _ in range(2):
        caplog.clear()
        built(site)
        # What MkDocs warns of, it warns of in each build.
        assert "contains a link '../../odd.md'" in caplog.text
    (site / "content/deep/odd.md").rename(site / "content/odd.md")
    assert built(site) == built(site, fast=False, folder="anew")


def test_one_edit_renders_one_page(site, work):
    built(site)
    write(site, "content/odd.md", "# Odd\n\nOther words.\n")
    work()
    built(site)
    assert work() == {"pages": 1, "templates": 5}


@pytest.mark.parametrize("harm", ["garbage", "empty", "folder", "cut", "changed results", "another form"])
def test_what_is_kept_may_be_damaged_in_any_way(site, harm):
    anew = built(site, fast=False, folder="anew")
    assert built(site) == anew
    kept = site / FILE
    if harm == "garbage":
        kept.write_bytes(b"\x00nothing" * 1000)
    elif harm == "empty":
        kept.write_bytes(b"")
    elif harm == "folder":
        kept.unlink()
        kept.mkdir()
    elif harm == "cut":
        kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    else:
        change = (
            "PRAGMA user_version = 99" if harm == "another form" else "UPDATE results SET result = substr(result, 9)"
        )
        with closing(sqlite3.connect(kept)) as told, told:
            told.execute(change)
    assert built(site) == anew
    assert built(site) == anew


def test_two_builds_at_once_are_both_right(site):
    anew = built(site, fast=False, folder="anew")
    built(site)
    with closing(sqlite3.connect(site / FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert built(site) == anew
    assert built(site) == anew


def test_what_cannot_be_told_is_made_anew_and_said_once(site, caplog):
    caplog.set_level("INFO")
    text = (site / "mkdocs.yml").read_text("utf-8")
    write(site, "mkdocs.yml", text.replace("[admonition", "[pymdownx.snippets, admonition"))
    built(site)
    said = [one.getMessage() for one in caplog.records if "made anew" in one.getMessage()]
    strange = "the Markdown extension pymdownx.snippets"
    assert said == [f"broadsheet: every page is made anew: what {strange} does to them is not known here"]
    write(site, "hook.py", "def on_page_content(html, **_):\n    return html\n")
    write(site, "mkdocs.yml", text + "hooks: [hook.py]\n")
    caplog.clear()
    built(site)
    assert re.search(r"every page is made anew: what the plugin hook.py does", caplog.text)


def test_functions_and_icons_of_the_site_itself_may_change_unseen(site, caplog):
    caplog.set_level("INFO")
    text = (site / "mkdocs.yml").read_text("utf-8")
    emoji = "pymdownx.emoji: {options: {custom_icons: [icons]}}"
    fences = "pymdownx.superfences: {custom_fences: [{name: x, class: x, format: !!python/name:fast_site.write ''}]}"
    for setting, told in ((emoji, "the folder of custom icons"), (fences, "a setting of the kind function")):
        write(site, "mkdocs.yml", text.replace("pymdownx.superfences", setting))
        caplog.clear()
        built(site)
        assert f"every page is made anew: what {told} does" in caplog.text


def test_a_value_is_plain_or_it_is_not():
    assert plain({"a": [1, True, None, "x"]}) != plain({"a": [1, 1, None, "x"]})
    assert plain([["a"], "b"]) != plain([["a", "b"]])
    assert plain({"a", "b"}) == plain({"b", "a"})
    assert plain(plain) == "broadsheet.mkdocs_plugin.build_mark.plain"
    for strange in (object(), lambda: 1, [object()]):
        with pytest.raises(NotKeptError):
            plain(strange)
