"""Where the same can be had in a quick way and in a slow one, both give the same."""

# ruff: noqa: SLF001 - the expressions themselves are compared

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet import markdown_text
from broadsheet.outputs import exports, telling_words, xml_text
from broadsheet.stories import reading, sounds

PROSE = st.text(st.sampled_from("abcABCxyz'’ \n.,-_!?019é٬中\u200f"), max_size=30) | st.text(max_size=30)
MARKDOWN = st.lists(
    st.sampled_from(
        [
            "](../e/y.md)",
            "<!--",
            "-->",
            "<",
            "!",
            ")",
            "]",
            "(",
            "é",
            ".md",
            "../",
            "\\",
            "`",
            "``",
            "```",
            "~",
            "~~~",
            "~~~~",
            "\n",
            "\n\n",
            "a",
            "b ",
            "[",
            "![",
            "](",
            "](x.md)",
        ]
    ),
    max_size=20,
).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | PROSE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PROSE, inner, max_size=3) | st.tuples(inner, inner),
)
MANY = settings(max_examples=400)

# As `markdown_text` had it, which tried each of its ways at each character.
_PAGE_LINK = re.compile(
    r"""
      \\.
    | ^(?P<fence>`{3,}|~{3,})[^\n]*(?:\n(?!(?P=fence))[^\n]*)*(?:\n(?P=fence)[^\n]*)?
    | (?<!`)(?P<ticks>`+)(?!`)(?:[^`\n]|\n(?!\n)|(?!(?P=ticks)(?!`))`)*(?P=ticks)(?!`)
    | <!--.*?-->
    | (?<!!)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?:\.\./)*(?P<page>[^()\s:]+\.md)\)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


@MANY
@given(MARKDOWN)
def test_links_to_pages_are_those_of_the_plain_expression(text):
    quick = [(one.span(), one["words"], one["page"]) for one in markdown_text._PAGE_LINK.finditer(text)]
    assert quick == [(one.span(), one["words"], one["page"]) for one in _PAGE_LINK.finditer(text)]


@MANY
@given(PROSE)
def test_letters_of_english_alone_are_read_as_all_others(text):
    if text.isascii():
        assert reading._ASCII_TOKEN.findall(text) == reading._TOKEN.findall(text)
        assert reading._ASCII_NUMBER.findall(text) == reading._NUMBER.findall(text)
        capitals = [word for word in sounds._WORD.findall(text) if word[0].isupper()]
        assert sounds._CAPITALISED.findall(text) == capitals
        small = text.casefold()
        assert telling_words._split(small) == [word for word in telling_words._WORD.findall(small) if len(word) > 3]


@MANY
@given(st.text(max_size=10) | st.characters())
def test_what_can_be_printed_may_stand_in_files_for_machines(text):
    assert xml_text.clean(text) == xml_text._NO_TEXT.sub("", text)


@MANY
@given(st.dictionaries(PROSE, JSON, max_size=4))
def test_what_is_empty_is_left_out_of_exports_at_any_depth(values):
    assert repr(exports.cleaned(values)) == repr(_cleaned(values))


def _cleaned(value):
    if isinstance(value, dict):
        found = {xml_text.clean(key): _cleaned(one) for key, one in value.items()}
        return {key: one for key, one in found.items() if one not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [one for one in map(_cleaned, value) if one not in (None, "", [], {})]
    return xml_text.clean(value) if isinstance(value, str) else value
