"""The quick way to a page's HTML: where it answers, it answers as MkDocs and Python-Markdown do, to the byte."""

from __future__ import annotations

import logging
import posixpath
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults
from broadsheet.mkdocs_plugin.kept_page import KeptPage
from broadsheet.mkdocs_plugin.quick_markdown import quick_page
from broadsheet.mkdocs_plugin.quick_pages import QuickPages
from broadsheet.mkdocs_plugin.quick_trial import permalink_title, told
from broadsheet.scaffold import create

ROOT = Path(__file__).parent.parent


class Site:
    """The demo archive as MkDocs reads it, its pages' Markdown, and the blocks that they are made of."""

    def __init__(self):
        self.config = load_config(str(ROOT / "mkdocs.yml"))
        self.files = get_files(self.config)
        set_exclusions(list(self.files), self.config)
        # (The guide is written by hand: what people write goes the slow way, and may.)
        ours = [file for file in self.files.documentation_pages() if not file.src_uri.startswith("guide/")]
        self.pages = [Page(None, file, self.config) for file in ours]
        self.blocks = defaultdict(list)
        for page in self.pages:
            page.read_source(self.config)
            for block in page.markdown.split("\n\n"):
                if len(block) < 1000:
                    self.blocks[re.sub(r"[^\W_]+", "w", block)[:30]].append((page.file, block))
        self.shapes = sorted(self.blocks)

    def quick(self, text, file):
        """What the quick way tells of a page with this text, if anything."""
        found = quick_page(text, file, self.files.src_uris.get)
        if found is None:
            return None
        page = Page("", file, self.config)
        found.fill(page)
        return told(page)

    def slow(self, text, file):
        """What MkDocs tells, and what it says meanwhile."""
        page = Page("", file, self.config)
        page.markdown = text
        said = []
        heard = logging.Handler()
        heard.emit = said.append
        logger = logging.getLogger("mkdocs")
        logger.addHandler(heard)
        try:
            page.render(self.config, self.files)
        finally:
            logger.removeHandler(heard)
        return told(page), [record.getMessage() for record in said if record.levelno > logging.DEBUG]

    def agree(self, text, file):
        """Whether the quick way answered; it must not answer otherwise than MkDocs."""
        found = self.quick(text, file)
        if found is not None:
            assert (found, []) == self.slow(text, file)
        return found is not None


@pytest.fixture(scope="module")
def demo():
    return Site()


def kind(page):
    """Where its template and its folder tell pages apart."""
    return page.meta.get("template"), page.file.src_uri.split("/")[0]


def test_pages_of_the_demo_come_out_the_same(demo):
    one_of_each = {kind(page): page for page in demo.pages}
    for page in [*demo.pages[::30], *one_of_each.values()]:
        assert demo.agree(page.markdown, page.file), page.file.src_uri


@pytest.mark.slow
def test_all_pages_of_the_demo_come_out_the_same(demo):
    for page in demo.pages:
        demo.agree(page.markdown, page.file)


def test_nearly_all_pages_go_the_quick_way(demo):
    odd = [page.file.src_uri for page in demo.pages if demo.quick(page.markdown, page.file) is None]
    assert len(odd) < len(demo.pages) / 50, odd


TEXTS = {
    "a comment that ends a paragraph": "Words\n<!-- broadsheet:list -->\nmore",
    "what is a reference in Python-Markdown alone": "AT&35; and &a-b; and &#35 and &#; here",
    "a link's words that read as a definition": "[a\\]: b](index.md) words",
    "a footnote that is none": "[^1](index.md)",
    "a list that is a table": "- a | b\n- : | -",
    "an item with a list behind a number": "- 1. a\n- b",
    "emphasis across a link": "*a [b* c](index.md)",
    "emphasis that touches": "**a***b* *c**d*",
    "emphasis without an end": "*a **b** c",
    "a star that is multiplied": "5 * 3 * 2",
    "escapes that show nothing": "\\a \\< \\\\` \\`a`",
    "code with escapes": "`a\\`b` \\*",
    "code without an end": "a ` b",
    "an attribute list": "# A {#b}\n\n*c*{.d}",
    "underscores": "a_b _c_ __d__",
    "an image": "![a](index.md)",
    "an address with parentheses": "[a](b(c).md)",
    "a page that is not there": "[a](nowhere.md)",
    "a page above the site": "[a](../../../../../index.md)",
    "an absolute address": "[a](/index.md)",
    "an anchor here": "[a](#b)",
    "a wide space first": "\u3000a\n\n\u2028b",
    "digits of another script": "\u0661. a",
    "a rule": "a\n\n---\n\n***\n\n- - -",
    "a heading underlined": "a\n---\n\nb\n===",
    "a heading with a tail": "# a #\n\n## b \\#\n\n###### c\n\n####### d\n\n#e",
    "a heading with a comment": "# a <!-- b -->",
    "a sign in a heading": "# a \\> b > c",
    "a title of nothing": "# [](index.md)",
    "titles that are alike": "# a\n\n# a\n\n# a_1\n\n# *\n\n# \\*",
    "very many titles that are alike": "## a\n\n" * 150,
    "a title later on": "a\n\n# b",
    "a list of two kinds": "- a\n\n1. b\n\n* c",
    "a list within a loose one": "- a\n    - b\n\n- c",
    "a list within a list within a list": "- a\n    - b\n        - c",
    "an item that goes on": "- a\nb\n\n- c\n    d",
    "code in an item": "- a\n\n        b",
    "code after a list": "- a\n\nb\n\n    c",
    "something under opened details": '<details markdown="1"><summary>a</summary>\n\nb\n\n</details>\n\n    c',
    "details without an end": '<details markdown="1"><summary>a</summary>\n\nb',
    "details within details": '<details markdown="1"><summary>a</summary>\n\n<details>\n\n</details>\n\n</details>',
    "quotations one behind the other": "> a\n\n> b\n\n- c\n\n    > d\n\n    > e\n\n    f\n\n    > g",
    "a quotation that goes on": "> a\nb\n\n> c\n> d\n>\n> e",
    "a quotation in a quotation": "> > a",
    "a fence in a comment": "<!-- a\n```\nb\n``` -->",
    "a comment that ends early": "<!-- a --!> b -->\n\n<!-- c -- > d -->",
    "a comment with an empty line": "<!-- a\n\nb -->",
    "a comment within an item": "- <!-- a [b](c) -->\n- d <!-- http://e <f@g> -->",
    "a fence without an end": "```\na",
    "a fence in a fence": "```text\na\n~~~\n```",
    "a fence of another language": "```py\nprint()\n```",
    "a line of spaces": "a\n   \nb\n\n\n\nc",
    "tabs": "a\tb\n\n\tc",
    "controls": "a\x02b\x03 c\x00 d\x0ce\x1cf",
    "a break": "a  \nb",
    "the marks of extensions": "[TOC]\n\n!!! note\n\n??? a\n\n///Footnotes Go Here///\n\n[^1]: a",
    "raw HTML": "<b>a</b> <br> <span>c</span> <span lang='d'>e</span>\n\n<div>f</div>",
    "nothing": "",
    "white space": " \n\n",
}


@pytest.mark.parametrize("told_of", TEXTS)
def test_texts_that_are_not_what_they_seem(demo, told_of):
    file = demo.files.src_uris["editions/index.md"]
    for text in (TEXTS[told_of], f"Words\n\n{TEXTS[told_of]}\n\nwords", f"- a\n\n{TEXTS[told_of]}\n\n- b"):
        demo.agree(text, file)


SPECIAL = (
    *"\\`*_{}[]()<>#+-.!|&:;=~^$@\"'/ \n\t",
    *(
        "**",
        "](",
        "](index.md)",
        "[a](index.md)",
        "<!-- a -->",
        "<!--",
        "-->",
        "\n\n",
        "\n\n    ",
        "    ",
        "\n- ",
        "- ",
    ),
    *("> ", "\n> ", "# ", "## ", "```\n", "```text\n", "~~~", "!!! a", "??? a", "1. ", "|-|", "---", "===", "  \n"),
    *('<span lang="fr" dir="ltr">', "</span>", "&amp;", "&#35;", "&#", "\\*", "\\[", "\\>", "[^1]", "]: ", "{: #a }"),
    *(
        '<details markdown="1"><summary>a</summary>',
        "</details>",
        "\u3000",
        "\xa0",
        "\u2028",
        "é",
        "字",
        "\u0661. ",
        "a",
    ),
)


@given(pieces=st.lists(st.sampled_from(SPECIAL) | st.text(max_size=3), max_size=20))
def test_text_of_marks_comes_out_the_same(demo, pieces):
    demo.agree("".join(pieces), demo.pages[0].file)


@st.composite
def changed_pages(draw, demo):
    """Some blocks of one page, with a few marks put in or a few characters taken out."""
    shape = draw(st.sampled_from(demo.shapes))
    file, block = draw(st.sampled_from(demo.blocks[shape]))
    blocks = [block]
    for other in draw(st.lists(st.sampled_from(demo.shapes), max_size=3)):
        blocks.insert(draw(st.integers(0, len(blocks))), demo.blocks[other][0][1])
    text = draw(st.sampled_from(("\n\n", "\n"))).join(blocks)
    for mark in draw(st.lists(st.sampled_from((*SPECIAL, None)), max_size=3)):
        place = draw(st.integers(0, len(text)))
        end = place if mark else place + draw(st.integers(1, 4))
        text = text[:place] + (mark or "") + text[end:]
    return file, text


@given(data=st.data())
def test_pages_that_somebody_changed_come_out_the_same(demo, data):
    file, text = data.draw(changed_pages(demo))
    demo.agree(text, file)


NAMES = (
    "index.md",
    "a.md",
    "a.b.md",
    "a/index.md",
    "a/README.md",
    "a/b.md",
    "a/b/c.md",
    "é/ñ.md",
    "a.b",
    "a/d.xml",
    "a/e",
)


@pytest.mark.parametrize("folders", [True, False])
def test_links_lead_where_mkdocs_leads_them(demo, folders):
    files = Files([File(name, None, "", use_directory_urls=folders) for name in NAMES])
    answered = 0
    for file in (one for one in files if one.src_uri.endswith(".md")):
        ways = [posixpath.relpath(name, posixpath.dirname(file.src_uri) or ".") for name in NAMES]
        ends = [
            f"{ways[1]}#b",
            f"{ways[1]}?c=d#e",
            "#f",
            f"../{ways[1]}",
            f"{ways[1]}/",
            f"./{ways[1]}",
            "..",
            "b%20.md",
        ]
        for address in ways + ends:
            page, other = Page("", file, demo.config), Page("", file, demo.config)
            page.markdown = f"[words]({address})"
            found = quick_page(page.markdown, file, files.src_uris.get)
            if found:
                page.render(demo.config, files)
                found.fill(other)
                assert told(page) == told(other)
                answered += 1
    assert answered > 8 * len(NAMES) - 8


def test_a_page_renders_itself_the_quick_way_where_it_can_and_is_counted(demo):
    quick = QuickPages()
    for text in ("# Title\n\n[Home](index.md)\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"):
        file = File("other.md", None, "", use_directory_urls=True)
        page = KeptPage(None, file, demo.config)
        page.kept, page.mark, page.quick, page.markdown = KeptResults(), "", quick, text
        page.render(demo.config, demo.files)
        assert (told(page), []) == demo.slow(text, file)
    assert (quick.quick, quick.slow) == (1, 1)


SETTINGS = """site_name: Test
docs_dir: content
theme: {name: material, font: false}
plugins: [broadsheet: {fast: true}]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.superfences
"""


def test_a_site_is_the_same_with_and_without(tmp_path, monkeypatch):
    rendered = []
    render = Page.render
    monkeypatch.setattr(
        Page, "render", lambda page, *given: (rendered.append(page.file.src_uri), render(page, *given))[1]
    )
    (tmp_path / "content").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    sites = []
    for fast in ("true", "false"):
        (tmp_path / f"{fast}.yml").write_text(SETTINGS.replace("true}]", f"{fast}}}]"), encoding="utf-8")
        config = load_config(str(tmp_path / f"{fast}.yml"), site_dir=str(tmp_path / fast))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        sites.append([(tmp_path / fast / page).read_bytes() for page in ("index.html", "odd/index.html")])
        assert {*rendered} == ({"in/sample.md", "odd.md"} if fast == "true" else {*PAGES})
        rendered.clear()
    assert sites[0] == sites[1]


PAGES = {
    "index.md": "<!-- broadsheet:title -->\n\n# Title\n\n<!-- /broadsheet:title sum:0 -->\n\n[Odd](odd.md#what) *a*\n",
    "odd.md": "# Odd\n\n!!! note\n    Words\n\n## What\n\n![A picture](index.md){.wide}\n",
    "searched.md": "- [Home](index.md#title)\n- [Odd](odd.md)\n",
}

OTHER_SETTINGS = {
    "another extension": lambda config: config["markdown_extensions"].append("abbr"),
    "an extension less": lambda config: config["markdown_extensions"].remove("footnotes"),
    "another setting": lambda config: config["mdx_configs"].update(toc={"permalink": "#"}),
    "no setting": lambda config: config["mdx_configs"].clear(),
    "a title that is no text": lambda config: config["mdx_configs"]["toc"].update(permalink_title=1),
    "a title with marks": lambda config: config["mdx_configs"]["toc"].update(permalink_title='"<&'),
    "a setting more": lambda config: config["mdx_configs"].update(footnotes={"BACKLINK_TEXT": "^"}),
}


@pytest.mark.parametrize("change", OTHER_SETTINGS)
def test_with_settings_that_are_not_known_all_pages_go_the_slow_way(change):
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert permalink_title(config)
    OTHER_SETTINGS[change](config)
    assert permalink_title(config) is None
    quick = QuickPages()
    page = Page(None, File("a.md", None, "", use_directory_urls=True), config)
    page.markdown = "# A"
    assert not quick.render(page, config, Files([page.file]).src_uris.get)
    assert (quick.quick, quick.slow) == (0, 1)


def test_where_the_sample_comes_out_otherwise_all_pages_go_the_slow_way(demo, monkeypatch):
    """As with a version of Python-Markdown that writes something in another way."""
    render = Page.render
    monkeypatch.setattr(
        Page, "render", lambda page, *given: (render(page, *given), vars(page).update(content="<p>"))[0]
    )
    assert permalink_title(demo.config) is None


def test_a_new_site_is_one_whose_settings_are_known(tmp_path):
    assert list(create(tmp_path, language="fr"))
    assert permalink_title(load_config(str(tmp_path / "mkdocs.yml"))) not in {None, "Permanent link"}


def test_links_at_headings_are_called_as_the_site_has_it(demo):
    config = load_config(str(ROOT / "mkdocs.yml"))
    config["mdx_configs"]["toc"]["permalink_title"] = "Lien permanent"
    page = Page("", demo.pages[0].file, config)
    page.markdown = "# Titre"
    assert QuickPages().render(page, config, demo.files.src_uris.get)
    found = told(page)
    page.render(config, demo.files)
    assert found == told(page)
    assert "Lien permanent" in page.content
