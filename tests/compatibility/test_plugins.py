"""The site with other plugins of MkDocs: whole, and with what the plugin is there for."""

import os
import subprocess
from importlib.util import find_spec

import pytest
import yaml
from small_site import ARTICLE, whole


def needs(module):
    """Skips a test whose plugin is not installed."""
    return pytest.mark.skipif(
        find_spec(module) is None, reason=f"{module} is not installed; `pip install -e '.[compatibility]'` brings it"
    )


def test_tags_have_their_index(small):
    small.change(plugins={"material/tags": {}})
    small.write("content/all-tags.md", "# All tags\n\n<!-- material/tags -->\n")
    small.change(nav=[*nav(small), "all-tags.md"])
    built = small.built_both_ways()
    whole(built)
    assert "by-hand" in built.text("all-tags")


def test_meta_gives_front_matter_to_a_folder(small):
    small.change(plugins={"material/meta": {}})
    small.write("content/articles/.meta.yml", "description: Told by meta\n")
    built = small.built_both_ways()
    whole(built)


def test_privacy_leaves_nothing_to_fetch(small):
    small.change(
        plugins={"material/privacy": {"assets_exclude": ["unpkg.com/*"]}}
    )  # Material's own loads Mermaid from there
    whole(small.built_both_ways())


def test_materials_search_stands_in_for_ours(small):
    small.change(plugins={"search": {}})
    built = small.built_both_ways()
    whole(built, search=False)
    assert "Night trains" in (built.site / "search/search_index.json").read_text("utf-8")


@needs("mkdocs_redirects")
def test_redirects_lead_on(small):
    small.change(plugins={"redirects": {"redirect_maps": {"old.md": f"{ARTICLE}.md"}}})
    built = small.built_both_ways()
    whole(built)
    assert "night-trains-return" in built.text("old")


@needs("mkdocs_static_i18n")
def test_static_i18n_puts_languages_beside_each_other(small):
    languages = [
        {"locale": "en", "default": True, "name": "English", "build": True},
        {"locale": "fr", "name": "Français", "build": True},
    ]
    small.change(plugins={"i18n": {"docs_structure": "suffix", "languages": languages}})
    small.write("content/by-hand.fr.md", "# À la main\n\n## There\n")
    built = small.built_both_ways()
    whole(built)
    assert "À la main" in built.text("fr/by-hand")


@needs("mkdocs_minify_plugin")
def test_minify_makes_pages_smaller(small):
    before = len(small.build().text(ARTICLE))
    small.change(plugins={"minify": {"minify_html": True}})
    built = small.built_both_ways()
    whole(built)
    assert len(built.text(ARTICLE)) < before


@needs("mkdocs_macros")
def test_macros_run_where_a_page_asks_and_never_in_articles(small):
    small.change(plugins={"macros": {"render_by_default": False}})
    small.write("content/by-hand.md", "---\nrender_macros: true\n---\n\n# By hand\n\n## There\n\nSum {{ 20 + 3 }}\n")
    built = small.built_both_ways()
    whole(built)
    assert "Sum 23" in built.text("by-hand")


@needs("mkdocs_macros")
def test_macros_with_its_own_settings_leave_articles_alone(small):
    small.change(plugins={"macros": {}})
    small.write("content/by-hand.md", "---\ntemplate: list.html\n---\n\n# By hand\n\n## There\n\nSum {{ 20 + 3 }}\n")
    built = small.built_both_ways()
    whole(built)
    assert "Sum 23" in built.text("by-hand")


@needs("mkdocs_rss_plugin")
def test_rss_writes_its_feed(small):
    committed(small)
    small.change(
        plugins={
            "rss": {
                "match_path": "articles/.*",
                "date_from_meta": {"as_creation": "date", "datetime_format": "%Y-%m-%d"},
            }
        }
    )
    built = small.built_both_ways(but="feed_")  # it tells the minute in which it was made
    whole(built)
    assert "Night trains" in (built.site / "feed_rss_created.xml").read_text("utf-8")


@needs("mkdocs_git_revision_date_localized_plugin")
def test_git_revision_dates_are_shown(small):
    committed(small)
    small.change(plugins={"git-revision-date-localized": {"type": "iso_date"}})
    built = small.built_both_ways()
    whole(built)
    assert "2026-03-11" in built.text("by-hand")


@needs("mkdocs_awesome_nav")
def test_awesome_nav_orders_pages(small):
    small.change(plugins={"awesome-nav": {}}, nav=None)
    small.write("content/.nav.yml", "nav:\n  - index.md\n  - By me: by-hand.md\n  - about.md\n  - rights.md\n")
    built = small.built_both_ways()
    whole(built)
    assert "By me" in built.text(ARTICLE)


def nav(small):
    return yaml.safe_load((small.folder / "mkdocs.yml").read_text("utf-8"))["nav"]


def committed(small):
    """Puts the site into a repository of its own, on a day of its own."""
    day = "2026-03-11T12:00:00Z"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_AUTHOR_DATE": day}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_COMMITTER_DATE": day}
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *command], check=True, cwd=small.folder, env=os.environ | who)
