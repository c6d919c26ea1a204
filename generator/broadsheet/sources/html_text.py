"""A piece of HTML as plain paragraphs: what a feed or a record carries as its article's text."""

from __future__ import annotations

import html
import re

from lxml import etree
from lxml.html import HTMLParser

_UNSEEN = frozenset(
    "script style noscript template head title iframe object embed form button svg math audio video".split()
)
_BLOCKS = frozenset(
    "p div section article header footer aside main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre "
    "figure figcaption hr address details summary body html".split()
)
_SPACES = re.compile(r"[^\S\n]+")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def plain_text(fragment: str) -> str:
    """The text that a browser would show, paragraphs separated by an empty line."""
    if not _MARKUP.search(fragment):
        return fragment.strip()
    if "<" not in fragment:
        return html.unescape(fragment).strip()
    try:
        # Bytes, because libxml2 refuses text that names an encoding.
        tree = etree.fromstring(
            b"<div>" + fragment.replace("\0", "").encode("utf-8", "ignore") + b"</div>",
            HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.unescape(re.sub(r"<[^>]*>", " ", fragment)).strip()
    return _paragraphs(tree) if tree is not None else ""


def is_html(text: str) -> bool:
    """Whether a text is marked up: it has an element that articles have."""
    return re.search(r"<(?:p|br|div|a|em|strong|ul|img|h[1-6])(?:\s[^<>]*)?/?>", text, re.IGNORECASE) is not None


def _paragraphs(tree: etree._Element) -> str:
    parts: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _UNSEEN:
                unseen += 1
            elif tag in _BLOCKS:
                parts.append("\n\n- " if tag == "li" else "\n\n")
            elif tag == "br":
                parts.append("\n")
            elif tag in {"td", "th"}:
                parts.append(" ")
            if element.text and not unseen:
                parts.append(element.text if tag == "pre" else element.text.replace("\n", " "))
        else:
            if tag in _UNSEEN:
                unseen -= 1
            elif tag in _BLOCKS:
                parts.append("\n\n")
            if element.tail and not unseen:
                parts.append(element.tail.replace("\n", " "))
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    # Items of one list stand together.
    return re.sub(r"(\n- [^\n]*)\n\n(?=- )", r"\1\n", re.sub(r"(?:^|\n)-\s*\n+(?=\S)", "\n- ", text)).strip()
