"""Sites and events that builds which take from earlier ones once got wrong: both kinds of build now do the same."""

from __future__ import annotations

import logging

import pytest
from mkdocs.structure.files import Files

from broadsheet.mkdocs_plugin import plugin
from changed_site import outcome
from fast_site import built, site, write  # noqa: F401 - fixtures

SHOWING = '{{% extends "main.html" %}}{{% block content %}}{}{{% endblock %}}'


def same(site, *, built=True):
    """Both builds, once more each; what comes of them."""
    fast, anew = outcome(site), outcome(site, fast=False, folder="anew")
    assert fast == anew
    assert isinstance(anew[0], dict) is built
    return anew


def shows(site, address, text, name="odd.html"):
    write(site, f"overrides/{name}", SHOWING.format(text))
    page = (site / "content" / address).read_text("utf-8").removeprefix("---\n")
    write(site, f"content/{address}", f"---\ntemplate: {name}\n{'' if 'title:' in page else '---' + chr(10)}\n{page}")


def test_links_in_the_theme_that_lead_nowhere_or_round_in_a_circle(site):
    (site / "overrides/.#main.html").symlink_to("me@host.1:2")
    (site / "overrides/a").symlink_to(".")
    (site / "overrides/b").symlink_to("..")
    for _ in range(2):
        same(site)


def test_a_template_that_changes_while_the_site_is_built(site, monkeypatch):
    footer = site / "overrides/partials/footer.html"
    footer.write_text("<footer>First</footer>", "utf-8")
    take = plugin.BroadsheetPlugin.on_files

    def changing(self, files: Files, **more):
        footer.write_text("<footer>Second</footer>", "utf-8")
        return take(self, files, **more)

    with monkeypatch.context() as patch:
        patch.setattr(plugin.BroadsheetPlugin, "on_files", changing)
        built(site)
    footer.write_text("<footer>First</footer>", "utf-8")
    same(site)
    same(site)


def test_a_page_that_changes_while_it_is_checked(site, monkeypatch):
    wrong = site / "content/wrong.md"
    wrong.write_text("---\ntitle: [\n---\n\n# Wrong\n", "utf-8")
    check = plugin.findings

    def changing(*given, **more):
        text = wrong.read_text("utf-8")
        wrong.write_text("# Right\n", "utf-8")
        try:
            return check(*given, **more)
        finally:
            wrong.write_text(text, "utf-8")

    with monkeypatch.context() as patch:
        patch.setattr(plugin, "findings", changing)
        built(site)
    assert any("wrong.md" in one for one in same(site)[1])


def test_a_build_for_developers_looks_at_no_anchors_and_the_next_does(site):
    write(site, "content/odd.md", "# Odd\n\n[lost](second.md#nowhere)\n")
    level = logging.getLogger("mkdocs").level
    logging.getLogger("mkdocs").setLevel(logging.DEBUG)
    try:
        same(site)
    finally:
        logging.getLogger("mkdocs").setLevel(level)
    assert any("#nowhere" in one for one in same(site)[1])


def test_a_page_that_was_made_the_quick_way_after_the_slow_one(site):
    settings = (site / "mkdocs.yml").read_text("utf-8").replace("[admonition, ", "[admonition, pymdownx.details, ")
    write(site, "mkdocs.yml", settings + "validation: {links: {not_found: ignore}}\n")
    write(site, "content/x.md", "# X\n\n[to](later.md)\n")
    same(site)
    write(site, "content/later.md", "# Later\n")
    same(site)
    second = (site / "content/second.md").read_text("utf-8")
    write(site, "content/second.md", second.replace("The second", "Another"))
    same(site)


@pytest.mark.parametrize("address", ["odd.md", "index.md"])
@pytest.mark.parametrize("name", ["j.tmpl", "j.html"])
def test_templates_that_show_the_texts_of_others_whatever_they_are_called(site, name, address):
    shows(site, address, "{% for one in nav.pages %}{{ one.content }}{% endfor %}", name)
    same(site)
    second = (site / "content/second.md").read_text("utf-8")
    write(site, "content/second.md", second.replace("Back", "Again back"))
    same(site)


@pytest.mark.parametrize(
    "text",
    [
        "{% for one in page.links_to_anchors or {} %}[{{ one.page.title }}]{% endfor %}",
        "{% if pages is sequence %}many{% else %}none{% endif %}",
        "{% for one in nav.pages %}{{ one.present_anchor_ids | list | sort }}{{ one.file.src_uri }}{% endfor %}",
        "{{ config.exclude_docs }}{{ config.strict }}",
        '{{ page.title }}{% if "kind-{}".format(page.meta.kind) == "kind-x" %}Special{% endif %}',
        '{{ page.title }}{% if "kind-%s" % page.meta.kind == "kind-x" %}Special{% endif %}',
    ],
)
def test_templates_that_show_what_is_in_no_mark(site, text):
    write(site, "overrides/odd.html", SHOWING.format(text))
    for number, kind in enumerate("pqxx"):
        page = f"---\ntemplate: odd.html\nkind: {kind}\n---\n\n# {number}\n\n[to](zz.md#zed)\n"
        write(site, f"content/{number}.md", page)
    write(site, "content/zz.md", "# Zed\n")
    same(site)
    write(site, "content/second.md", "# Second\n\n## More\n\n## There\n")
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text("utf-8") + "exclude_docs: none.md\n")
    same(site)


def test_what_a_template_has_to_say_of_a_page_is_said_each_time(site):
    shows(site, "index.md", "{{ page.meta.pic | url }}")
    home = (site / "content/index.md").read_text("utf-8")
    write(site, "content/index.md", home.replace("template:", "pic: a\\b.png\ntemplate:"))
    for _ in range(2):
        same(site)


def test_files_in_the_folder_of_the_index_that_are_none_of_it(site):
    built(site)
    folder = next(one for one in (site / "site/search").iterdir() if one.is_dir())
    write(folder, "more.txt", "More")
    write(site / "site", "search/0123456789abcdef/more.txt", "More")
    same(site)
    write(site, "content/search/shards.json", "[]")
    for _ in range(3):
        same(site)


def test_a_link_to_a_page_that_becomes_a_page(site):
    write(site, "there.md", "# There\n\n[lost](gone.md)\n")
    (site / "content/there.md").symlink_to(site / "there.md")
    same(site)
    (site / "content/there.md").unlink()
    write(site, "content/there.md", "# There\n\n[lost](gone.md)\n")
    same(site)


def test_pages_that_cannot_be_read_are_told_of_as_mkdocs_tells(site):
    (site / "content/x.md").write_bytes(b"# \xff\n")
    made, said = same(site, built=False)
    assert made[0] is UnicodeDecodeError
    assert any("Encoding error reading file: x.md" in one for one in said)
