"""Text stays text, and links can be taken out again."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.markdown_text import escape, escape_inline, link, plain, tidy, unlink

EXTENSIONS = [
    "admonition",
    "abbr",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.caret",
    "pymdownx.tilde",
    "pymdownx.mark",
    "pymdownx.keys",
    "pymdownx.tabbed",
    "pymdownx.blocks.admonition",
    "pymdownx.emoji",
]

NASTY = st.text(st.sampled_from(list("\\`*_{}[]()<>#+-.!|:=~^&;/\"' \n\t0123aAé¶ \r\x02\x03😀中ا?@$%１٣")), max_size=60)
LINES = r"""# a|- b|1. c|1)|> d|***|---|===|    code|```|~~~|<script>alert(1)</script>
<!-- broadsheet:mentions -->|&lt;|&#42;|[a](b)|![a](b)|[a]: http://x|[^1]: note|*[HTML]: x|!!! note
??? x|/// note|:   def|::: a|--8<-- "x"
{{ 7*7 }}|{% x %}|{: .a }|{ #id }|\|a\|https://a.b/c_d_e|www.x.y|++a++|==a==|:smile:|:100:|:8ball:|10:30:45|C++
Q&A|AT&T;|$5 and $6|a  |+|-5|C #|a ## #"""
WORDS = st.lists(
    st.sampled_from(
        [
            *LINES.replace("\n", "|").split("|"),
            "| a | b |",
            "|---|---|",
            "a | b",
            "--|--",
            "-|-",
            "-|-:",
            "１. x",
            "٣. x",
            "1234567890. x",
            "\ta",
            "",
            "\n",
        ]
    ),
    max_size=8,
).map("\n".join)


def shown(page: str) -> str:
    """The words a reader sees, white space folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@pytest.fixture(scope="module")
def render():
    converter = markdown.Markdown(extensions=EXTENSIONS)

    def convert(text):
        return converter.reset().convert(text)

    return convert


@given(text=NASTY | WORDS | st.text(max_size=80))
def test_escaped_text_is_shown_as_it_was(render, text):
    page = render(escape(text))
    assert shown(page) == " ".join(tidy(text).split())
    assert set(re.findall(r"<(\w+)", page)) <= {"p"}


@given(text=NASTY | WORDS)
def test_one_line_of_text_is_shown_as_it_was_in_a_list_a_heading_and_a_link(render, text):
    inline = escape_inline(text)
    words = " ".join(tidy(text).split())
    if not words:
        assert inline == ""
        return
    assert shown(render(f"- {inline}")) == words
    assert shown(render(f"## {inline}")) == words
    assert shown(render(f"[{inline}](x.md)")) == words
    assert set(re.findall(r"<(\w+)", render(f"- {inline}"))) <= {"ul", "li"}


@given(text=NASTY | WORDS | st.text(max_size=80))
def test_the_plain_view_of_escaped_text_is_the_text(text):
    assert plain(escape(text)).text == tidy(text)
    assert escape(text) == escape(tidy(text))


@given(text=NASTY | WORDS | st.text(max_size=80), data=st.data())
def test_links_taken_out_give_the_text_back(text, data):
    body = escape(text)
    shown_text = plain(body).text
    cuts = sorted(data.draw(st.sets(st.integers(0, len(shown_text)), max_size=8)))
    spans = [(a, b, "../../entities/x.md") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    assert unlink(link(body, spans)) == body


@given(text=NASTY | WORDS)
def test_the_plain_view_of_any_markdown_has_an_offset_for_each_character(text):
    view = plain(text)
    if view.offsets is None:
        assert view.text == text
    else:
        assert len(view.offsets) == len(view.text) + 1
        assert list(view.offsets) == sorted(view.offsets)
        assert view.offsets[-1] == len(text)
    for start, end in view.protected:
        offsets = view.offsets
        assert offsets is not None
        assert text[offsets[start] : offsets[end]] == view.text[start:end]


@pytest.mark.parametrize(
    ("body", "guarded"),
    [
        ("Read [Ukraine](x.md) and Kyiv", ["[Ukraine](x.md)"]),
        ("![Kyiv](a.png) seen", ["![Kyiv](a.png)"]),
        ("`Kyiv` and ``a ` Kyiv``", ["`Kyiv`", "``a ` Kyiv``"]),
        ("# Kyiv\n\nKyiv", ["# Kyiv"]),
        ("see https://kyiv.example/Kyiv now", ["https://kyiv.example/Kyiv"]),
        ("```\nKyiv\n```\n\nKyiv", ["```\nKyiv\n```"]),
        ("<b title='Kyiv'>Kyiv</b>", ["<b title='Kyiv'>", "</b>"]),
        ("[Kyiv][1]\n\n[1]: https://kyiv.example", ["[Kyiv][1]", "[1]: https://kyiv.example"]),
        ("    Kyiv in code", ["    Kyiv in code"]),
        ("[![Kyiv](a.png)](b.md)", ["[![Kyiv](a.png)](b.md)"]),
        (r"\[Kyiv\](x.md)", []),
    ],
)
def test_links_code_urls_headings_and_html_are_protected(body, guarded):
    view = plain(body)
    assert [view.text[start:end] for start, end in view.protected] == guarded


def test_a_name_with_an_escaped_character_is_linked_whole():
    body = escape("The *Guns_N_Roses* show")
    start = plain(body).text.index("Guns_N_Roses")
    assert link(body, [(start, start + 12, "entities/g.md")]) == (r"The \*[Guns\_N\_Roses](entities/g.md)\* show")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Name | Sum\n-|-\nA | 1", "Name | Sum\n\\-|-\nA | 1"),
        ("Name | Sum\n-|-:\nA | 1", "Name | Sum\n\\-|-:\nA | 1"),
        ("Name | Sum\n-:|:-\nA | 1", "Name | Sum\n\\-:|:-\nA | 1"),
        ("１. x", "１\\. x"),
        ("Words\n\n٣. x", "Words\n\n٣\\. x"),
        ("1234567890. x", "1234567890\\. x"),
        ("a :100: and :8ball:", "a &#58;100: and &#58;8ball:"),
        (":1st_place_medal: :1234:", "&#58;1st\\_place\\_medal: &#58;1234:"),
        ("-5 | -6", "-5 | -6"),
        ("At 10:30:45 or 1:2:3", "At 10:30:45 or 1:2:3"),
    ],
)
def test_tables_numbers_in_any_digits_and_emoji_stay_text(render, text, escaped):
    assert escape(text) == escaped
    assert shown(render(escaped)) == " ".join(text.split())
    assert set(re.findall(r"<(\w+)", render(escaped))) == {"p"}
    assert shown(render(f"- {escape_inline(text)}")) == " ".join(text.split())


def test_an_ordinary_text_needs_no_escape():
    text = "L’Ukraine a demandé à Israël (selon Axios) : « Fateh-110 » ; 10:30, 5 % & 3.5 m – voilà !\n\nQ&A, $5."
    assert escape(text) == text
