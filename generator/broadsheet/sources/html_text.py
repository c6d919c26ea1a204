"""A piece of HTML as plain paragraphs: what a feed or a record carries as its article's text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from broadsheet.sources.sanitised import BLOCKS, sanitised

_OPENING = {**dict.fromkeys(BLOCKS, "\n\n"), "li": "\n\n- ", "br": "\n", "td": " ", "th": " "}
_SPACES = re.compile(r"[^\S\n]+")
_INDENTED = re.compile(r"(?<!\n)[ \t]*\n[ \t]+(?=\S)")  # a line of XML laid out, not a paragraph
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def plain_text(fragment: str) -> str:
    """The text that a browser would show, paragraphs separated by an empty line."""
    if not _MARKUP.search(fragment):
        return _INDENTED.sub(" ", fragment.strip())
    if "<" not in fragment:
        return _INDENTED.sub(" ", html.unescape(fragment).strip())
    try:
        # Bytes, because libxml2 refuses text that names an encoding.
        tree = etree.fromstring(
            b"<div>" + sanitised(fragment).replace("\0", "").encode("utf-8", "ignore") + b"</div>",
            HTMLParser(encoding="utf-8", huge_tree=True, no_network=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.unescape(re.sub(r"<[^>]*>", " ", fragment)).strip()
    return _paragraphs(tree) if tree is not None else ""


def is_html(text: str) -> bool:
    """Whether a text is marked up: it has an element that articles have."""
    return re.search(r"<(?:p|br|div|a|em|strong|ul|img|h[1-6])(?:\s[^<>]*)?/?>", text, re.IGNORECASE) is not None


def _paragraphs(tree: Any) -> str:
    text = "".join(_pieces(tree))
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", text)
    # Items of one list stand together.
    return re.sub(r"(\n- [^\n]*)\n\n(?=- )", r"\1\n", re.sub(r"(?:^|\n)-\s*\n+(?=\S)", "\n- ", text)).strip()


def _pieces(tree: Any) -> Iterator[str]:
    """The text piece by piece, with line breaks where blocks start and end; without recursion, for deep trees."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag, start = element.tag, event == "start"
        if start:
            yield _OPENING.get(tag, "")
        elif tag in BLOCKS:
            yield "\n\n"
        text = element.text if start else element.tail
        if text:
            yield text if tag == "pre" and start else text.replace("\n", " ")
