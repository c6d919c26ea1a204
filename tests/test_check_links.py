"""`broadsheet check`: links and anchors, told as MkDocs tells them, and those that it does not tell."""

import logging
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from broadsheet.archive import blocks
from broadsheet.archive.check import check
from broadsheet.config import read_config

EXTENSIONS = """\
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: true
  - pymdownx.details
  - pymdownx.superfences
"""
VALIDATION = """\
validation:
  links:
    not_found: warn
    anchors: warn
    absolute_links: warn
    unrecognized_links: warn
"""


def site(folder, pages, yml=EXTENSIONS + VALIDATION):
    (folder / "mkdocs.yml").write_text(f"site_name: T\ndocs_dir: content\nplugins: []\n{yml}", encoding="utf-8")
    for address, text in pages.items():
        path = folder / "content" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def told(folder, **options):
    config = read_config(folder / "mkdocs.yml")
    found = check(config.docs_dir, engine=config.engine, **options)
    return [f"{str(one).removeprefix('content/')}" for one in found]


def of_page(folder_or_path, text, yml=EXTENSIONS, **more):
    return told(site(folder_or_path, {"a.md": text, "b.md": "# Sub heading\n", "sub/c.md": "# C\n", **more}, yml))


# What is no link, or a link that leads somewhere.
QUIET = [
    "[x](b.md)",
    "[x](b.md#sub-heading)",
    "[x](sub/c.md 'a title')",
    "[x](<sub/c.md>)",
    "[x][r]\n\n[r]: sub/c.md",
    "[x](#here)\n\n# Here",
    "[x](#mine)\n\n# Here {#mine}",
    "[x](#here_1)\n\n# Here\n\n# Here",
    "[x](#a-b-c)\n\n# A *b* `c`",
    "[x](#ete-1)\n\n# Été 1",
    "[x](#raw)\n\n<div id='raw'></div>",
    "[x](#named)\n\n<a name='named'></a>",
    "[x](#inline) <span id='inline'>y</span>",
    f"[x](#in-a-block)\n\n{blocks.render('list', '## In a block')}",
    "[x](#block)\n{#block}",
    "Text[^1].\n\n[x](#fn:1)\n\n[^1]: Note",
    "`[x](gone.md)`",
    "``[x](gone.md) ` ``",
    "```\n[x](gone.md)\n```",
    "~~~ md\n[x](gone.md)\n~~~",
    "    [x](gone.md)",
    "<!-- [x](gone.md) -->",
    "\\[x](gone.md)",
    "\\[x\\]\\(gone.md\\)",
    "[r]: gone.md",
    "[x](https://example.org/gone.md)",
    "[x](mailto:a@b.example)",
    "<a@b.example>",
    "[x](tel:+331)",
    "!!! note\n    [x](b.md#sub-heading)",
    "| a | b |\n|---|---|\n| [x](b.md) | y |",
    "![x](pixel.png)",
    "[x](b.md?print#sub-heading)",
    "[x](sub/../b.md)",
    "[x](with%20space.md)",
    "[x](with space.md)",
    "[x](par(en).md)",
    "&#91;x](gone.md)",
    "<pre>[x](gone.md)</pre>",
    "[x]()",
]
# What leads nowhere.
LOUD = [
    "[x](gone.md)",
    "[x](gone.md#y)",
    "[x](b.md#gone)",
    "[x](#gone)",
    "[x](sub/gone.md 'a title')",
    "[x](<gone.md>)",
    "[x][g]\n\n[g]: gone.md",
    "[x][g]\n\n[g]:\n    gone.md",
    "![x](gone.png)",
    "[![x](gone.png)](b.md)",
    "[x](../outside.md)",
    "[x](gone.pdf)",
    "- [x](gone.md)",
    "- a\n\n    - [x](gone.md)",
    "!!! note\n    [x](gone.md)",
    "> [x](gone.md)",
    "| a | b |\n|---|---|\n| [x](gone.md) | y |",
    "`code` [x](gone.md) `more`",
    "<div markdown>\n[x](gone.md)\n</div>",
    "[x](B.md)",
    "[x](gone space.md)",
    "[x](gone%20space.md)",
    "[x](go(ne).md)",
    "[x](go\\_ne.md)",
    "[x](/b.md)",
    "[x](#Here)\n\n# Here",
    "# A\n\n[x](#fn:9)",
]


@pytest.mark.parametrize("text", QUIET)
def test_no_false_alarm(tmp_path, text):
    more = {"with space.md": "x\n", "par(en).md": "x\n", "pixel.png": b"x"}
    assert of_page(tmp_path, text + "\n", **more) == []


@pytest.mark.parametrize("text", LOUD)
def test_each_link_that_leads_nowhere_is_told_once_and_where_it_stands(tmp_path, text):
    (finding,) = of_page(tmp_path, text + "\n")
    line, column = map(int, finding.split(":")[1:3])
    written = re.search(r"links to (\S+?)(?: space\.md)?,", finding)[1]
    assert text.splitlines()[line - 1].replace("\\_", "_")[column - 1 :].startswith(written)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(QUIET + LOUD), min_size=1, max_size=8))
def test_links_are_told_as_mkdocs_tells_them(tmp_path_factory, snippets):
    text = "\n\n".join(snippets) + "\n"
    files = {"a.md": text, "b.md": "# Sub heading\n", "sub/c.md": "# C\n", "with space.md": "x\n", "par(en).md": "x\n"}
    folder = site(tmp_path_factory.mktemp("site"), {**files, "pixel.png": b"x"})
    ours = set(re.findall(r"links to (.+?),", "\n".join(told(folder))))
    assert ours == mkdocs_tells(folder)


def mkdocs_tells(folder):
    """The targets that MkDocs warns of while it renders the pages."""
    config = load_config(str(folder / "mkdocs.yml"))
    files = get_files(config)
    heard = []
    log = logging.getLogger("mkdocs.structure.pages")
    ear = logging.Handler()
    ear.emit = lambda record: heard.append(record.getMessage())
    log.addHandler(ear)
    try:
        for file in files.documentation_pages():
            Page(None, file, config).read_source(config)
            file.page.render(config, files)
        for file in files.documentation_pages():
            file.page.validate_anchor_links(files=files, log_level=logging.WARNING)
    finally:
        log.removeHandler(ear)
    return {re.search(r"link '(.+?)'[,.]", one)[1] for one in heard}


def test_what_mkdocs_tells_is_left_to_it_but_not_raw_html(tmp_path):
    pages = {"a.md": '[x](gone.md) [y](#gone)\n\n<a href="gone/">x</a>\n'}
    assert told(site(tmp_path, pages), links=False) == [
        "a.md:3:10: links to gone/, which leads to no page; mend the link or take it out"
    ]


@pytest.mark.parametrize(
    ("html", "finding"),
    [
        ('<a href="../b/">x</a>', None),
        ("<a href=../b/index.html>x</a>", None),
        ('<a href="../b/#sub-heading">x</a>', None),
        ('<a href="../">home</a>', "links to ../, which leads to no page"),
        ('<img src="../pixel.png" alt="">', None),
        ('<a href="https://example.org/gone.md">x</a>', None),
        ('<a href="/elsewhere/">x</a>', None),
        ("<A HREF='../gone/'>x</A>", "links to ../gone/, which leads to no page"),
        (
            '<a href="b.md">x</a>',
            "links to b.md in raw HTML, which MkDocs does not follow; write it in Markdown, or as `../b/`",
        ),
        ('<a href="gone.md">x</a>', "links to gone.md, which is no page"),
        ('<img src="pixel.png" alt="">', "links to pixel.png, which is no file; did you mean `../pixel.png`?"),
        ('<a href="#gone">x</a>', "links to #gone, but this page has no such anchor"),
        ('<a href="../b/#gone">x</a>', "links to ../b/#gone, but b.md has no such anchor"),
        ('<img src="../assets/images/logo.svg">', None),
        ('`<a href="gone.md">`', None),
        ('<!-- <a href="gone.md"> -->', None),
        ('    <a href="gone.md">x</a>', None),
        ('Text <a href="gone.md">in a paragraph</a>', "links to gone.md, which is no page"),
        ('<div markdown>\n<a href="gone.md">x</a>\n</div>', "links to gone.md, which is no page"),
        ("<video poster='gone.png' src='gone.mp4'></video>", "links to gone.png, which is no file"),
    ],
)
def test_links_in_raw_html(tmp_path, html, finding):
    found = of_page(tmp_path, html + "\n", **{"pixel.png": b"x"})
    assert [finding in one for one in found[:1]] == [True] if finding else found == []


def test_pages_published_without_folders_are_linked_as_html_files(tmp_path):
    yml = EXTENSIONS + "use_directory_urls: false\n"
    assert of_page(tmp_path, '<a href="b.html">x</a> <img src="pixel.png">\n', yml, **{"pixel.png": b""}) == []
    (finding,) = of_page(tmp_path, '<a href="../b/">x</a>\n', yml)
    assert "links to ../b/, which lies outside content/" in finding


def test_how_loud_mkdocs_is_set_to_be_is_how_loud_it_is_told(tmp_path):
    pages = {"a.md": "[x](gone.md) [y](#gone)\n"}
    yml = "validation:\n  links:\n    not_found: info\n    anchors: ignore\n"
    config = read_config(site(tmp_path, pages, yml) / "mkdocs.yml")
    (finding,) = check(config.docs_dir, engine=config.engine)
    assert (finding.level, finding.about) == ("notice", "link")


def test_links_from_the_root_where_mkdocs_follows_them(tmp_path):
    text = "[x](/b.md) [x](/sub/c.md#c) [y](/gone.md)\n"
    (finding,) = of_page(tmp_path, text, "validation:\n  links:\n    absolute_links: relative_to_docs\n")
    assert finding.startswith("a.md:1:33: links to /gone.md, which is no page")


def test_where_mkdocs_does_not_follow_them_the_way_is_shown(tmp_path):
    (finding,) = of_page(tmp_path, "x\n", **{"sub/d.md": "[x](/b.md)\n"})
    assert finding.endswith(
        "links to /b.md, which MkDocs leaves as it is, for its slash; write it from this page: `../b.md`"
    )


def test_a_page_that_is_meant_is_named(tmp_path):
    (finding,) = of_page(tmp_path, "[x](c.md)\n")
    assert finding == "a.md:1:5: links to c.md, which is no page; did you mean `sub/c.md`?"
    (finding,) = of_page(tmp_path, "[x](sub/c)\n")
    assert finding == "a.md:1:5: links to sub/c, which leads to no page; did you mean `sub/c.md`?"
    (finding,) = of_page(tmp_path, "[x](b.md#sub-headin)\n")
    assert finding.endswith("did you mean #sub-heading?")


def test_what_is_excluded_from_the_site_is_no_target(tmp_path):
    (finding,) = of_page(tmp_path, "[x](drafts/d.md)\n", "exclude_docs: |\n  drafts/\n", **{"drafts/d.md": "x\n"})
    assert "links to drafts/d.md, which is not published" in finding


def test_another_way_of_making_anchors_is_followed(tmp_path):
    slugify = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: none}}"
    yml = f"markdown_extensions:\n  - toc:\n      slugify: {slugify}\n"
    assert of_page(tmp_path, "[x](#Here-I-am)\n\n# Here I am\n", yml) == []
    (finding,) = of_page(tmp_path, "[x](#here-i-am)\n\n# Here I am\n", yml)
    assert "has no such anchor" in finding


def test_an_extension_that_is_not_there_makes_anchors_uncertain_and_links_not(tmp_path):
    yml = "markdown_extensions:\n  - no_such_extension\n"
    findings = of_page(tmp_path, "[x](gone.md) [y](#gone)\n", yml)
    assert [one for one in findings if "gone.md" in one] == [findings[0]]
    assert findings[1] == (
        "mkdocs.yml:1:1: names Markdown extensions that are not to be had here, so anchors were not looked at: "
        "no_such_extension; install them, or run this in the folder of mkdocs.yml"
    )


@pytest.mark.parametrize("yml", ["plugins:\n  - macros\n", "hooks:\n  - hook.py\n"])
def test_plugins_that_may_make_anchors_keep_it_quiet_about_anchors(tmp_path, yml):
    (tmp_path / "mkdocs.yml").write_text(f"site_name: T\ndocs_dir: content\n{yml}", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("[x](#gone)\n", encoding="utf-8")
    assert told(tmp_path) == []


def test_an_address_at_which_mkdocs_would_stop_is_an_error(tmp_path):
    (finding,) = of_page(tmp_path, "[x](http://[gone)\n")
    assert told(tmp_path, links=False) == [finding]
    assert "links to http://[gone, which is no address and stops MkDocs" in finding


def test_a_link_twice_is_told_twice_and_not_where_it_stands_in_code(tmp_path):
    found = of_page(tmp_path, "`[x](gone.md)`\n\n[x](gone.md)\n\n[y](gone.md)\n")
    assert [one.split(": ")[0] for one in found] == ["a.md:3:5", "a.md:5:5"]


def test_what_lies_behind_a_symbolic_link_is_not_known(tmp_path):
    folder = site(tmp_path, {"a.md": "[x](there/b.md)\n"})
    (folder / "content/there").symlink_to(tmp_path)
    assert told(folder) == []


def test_an_archive_of_plain_links_is_never_rendered(tmp_path, monkeypatch):
    monkeypatch.setattr("broadsheet.archive.survey.Renderer", None)
    assert of_page(tmp_path, "[x](b.md) [y](sub/c.md) [z](https://example.org)\n") == []


def test_a_page_that_an_extension_cannot_cope_with_raises_no_alarm(tmp_path, monkeypatch):
    monkeypatch.setattr("broadsheet.archive.rendered.Markdown.convert", lambda *_: 1 / 0)
    assert of_page(tmp_path, "[x](gone.md)\n") == []


def test_an_anchor_of_a_page_that_cannot_be_read_is_not_asked_for(tmp_path):
    (found,) = told(site(tmp_path, {"a.md": "[x](b.md#y)\n", "b.md": "---\ntitle: [\n---\n"}))
    assert found.startswith("b.md:")
