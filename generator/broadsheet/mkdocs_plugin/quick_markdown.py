"""HTML of the Markdown that Broadsheet writes, the same as Python-Markdown's byte for byte, at a tenth of its time.

A page is taken block by block, and each must be of a shape that is known here: a heading, a paragraph, a list of one
level or two, a quotation, a block of code, a comment, a `<details>` with Markdown in it. At the first block, or the
first character in one, that could mean anything else, the page is odd, and Python-Markdown has all of it: so a page
that a person has written in is right as well.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from broadsheet.mkdocs_plugin.quick_inline import OddError, inline_html
from broadsheet.mkdocs_plugin.quick_links import QuickLinks

# What no line of a paragraph or of a list may begin with: what would make it something else.
_ACTING = r"(?!\s|<!|[#>|+:=~]|-(?!\w)|!!!|\?\?\?|```|\d+\.[ ]|\*[ ])"
_LINES = re.compile(rf"{_ACTING}[^\n]+(?:\n{_ACTING}[^\n]+)*")
_ITEMS = re.compile(rf"-[ ]{_ACTING}[^\n]+(?:\n-[ ]{_ACTING}[^\n]+)*")
_NESTED_ITEMS = re.compile(rf"-[ ]{_ACTING}[^\n]+(?:\n(?:[ ]{{4}})?-[ ]{_ACTING}[^\n]+)*")
_HEADING = re.compile(r"(#{1,6})[ ]([^\n]*[^\s#])")
_COMMENT_END = re.compile(r"--[!\s]*>")
_CODE = re.compile(r"```(?:text)?\n([^\n](?:.*[^\n])?)\n```", re.DOTALL)
_YAML = re.compile(r"```yaml\n([a-z_]+):(?: ([a-z-]+))?  (# [^\n]*[^\s])(?:\n  - ([a-z0-9][a-z0-9-]*))?\n```")
_DETAILS = re.compile(
    r'<details markdown="1"(?P<apart> data-search-exclude)?><summary>(?P<summary>[^<>&\\`*_\[\]\n]+)</summary>'
)
_LINE_OF_SPACES = re.compile(r"\n +\n")
_TAG = re.compile(r"<[^<>]*>")
_MOST_REPEATED = 100
"""Headings of a page that are named as others are: each is counted through from the first."""
_mkdocs = logging.getLogger("mkdocs.structure.pages")


@dataclass
class QuickPage:
    """A page as MkDocs would have it after `Page.render`."""

    content: str
    toc: list[Any]
    """As Python-Markdown's `toc_tokens`."""
    title: str | None
    anchors: set[str]
    links: dict[File, dict[str, str]]

    def fill(self, page: Page) -> None:
        """Sets on a page what `Page.render` does."""
        page.content = self.content
        page.toc = get_toc(self.toc)
        page._title_from_render = self.title  # noqa: SLF001 - there is no other way to tell it
        page.present_anchor_ids = self.anchors
        if _mkdocs.getEffectiveLevel() > logging.DEBUG:  # as MkDocs: at `-v` links to anchors are not looked at
            page.links_to_anchors = self.links


def quick_page(
    markdown: str, file: File, find: Callable[[str], File | None], permalink: str = "Permanent link"
) -> QuickPage | None:
    """The page, if all of it is of known shapes and every link leads somewhere.

    `find` has the files of the site, `permalink` is what the links at headings are called.
    """
    if any(one in markdown for one in "\0\2\3\r\ufeff"):
        return None
    if "\t" in markdown:
        markdown = markdown.expandtabs(4)
    if "\n\n\n" in markdown:
        return None
    if " \n" in markdown and _LINE_OF_SPACES.search(markdown):
        return None
    writing = _Writing(QuickLinks(file, find), permalink)
    try:
        for block in markdown.rstrip("\n").split("\n\n"):
            writing.take(block)
        return writing.page()
    except OddError:
        return None


class _Writing:
    """The HTML of the blocks so far."""

    def __init__(self, links: QuickLinks, permalink: str) -> None:
        self._links = links
        self._permalink = permalink
        self._blocks: list[str] = []
        self._items: list[str] = []
        """Of the list that the next block may go on: their HTML, one line each."""
        self._loose: dict[int, list[str]] = {}
        """Items that are paragraphs, and what else is in them."""
        self._nested = False
        self._quoting = False
        self._in_details = False
        self._tokens: list[Any] = []
        self._ids: set[str] = set()
        self._repeated = 0
        self._title: str | None = None

    def take(self, block: str) -> None:
        """The next block."""
        if block.startswith("- "):
            self._list(block)
        elif block.startswith("    "):
            self._within_item(block)
        else:
            self._end_list()
            again, self._quoting = self._quoting, block.startswith(">")
            if self._quoting:
                self._quote(block, self._blocks, again=again)
            elif block.startswith("<!-- "):
                self._comment(block)
            elif block.startswith("#"):
                self._heading(block)
            elif block.startswith("```"):
                self._code(block)
            elif block.startswith(("<details", "</details")):
                self._details(block)
            else:
                self._blocks.append(self._paragraph(block))

    def page(self) -> QuickPage:
        """What became of them all."""
        self._end_list()
        if self._in_details:
            raise OddError("<details> without an end")
        content = "\n".join(self._blocks).strip()
        return QuickPage(content, nest_toc_tokens(self._tokens), self._title, self._ids, self._links.to_anchors)

    def _inline(self, text: str) -> str:
        return inline_html(text, self._links.href)

    def _paragraph(self, block: str) -> str:
        if not _LINES.fullmatch(block) or ("\n" in block and "  \n" in block) or "]:" in block:
            raise OddError(block)
        return f"<p>{self._inline(block)}</p>"

    def _heading(self, block: str) -> None:
        found = _HEADING.fullmatch(block)
        if found is None or self._in_details or "\\>" in block or "<!" in block:
            raise OddError(block)
        level, inner = len(found[1]), self._inline(found[2].strip())
        name = " ".join(_TAG.sub("", inner).split())
        anchor = self._anchor(_slug(name))
        self._links.here(anchor)
        if level == 1 and not self._blocks:
            self._title = name
        self._tokens.append({"level": level, "id": anchor, "name": name})
        self._blocks.append(
            f'<h{level} id="{anchor}">{inner}'
            f'<a class="headerlink" href="#{anchor}" title="{self._permalink}">&para;</a></h{level}>'
        )

    def _anchor(self, slug: str) -> str:
        if not slug or slug in self._ids:
            self._repeated += 1
            if self._repeated > _MOST_REPEATED:
                raise OddError(slug)
            return unique(slug, self._ids)
        self._ids.add(slug)
        return slug

    def _list(self, block: str) -> None:
        self._quoting = False
        if self._nested or "]:" in block:
            raise OddError(block)
        if _ITEMS.fullmatch(block):
            items = self._inline(block[2:]).split("\n- ")
        elif not self._items and _NESTED_ITEMS.fullmatch(block):
            self._nested = True
            items = [_nested(*one.split("\n    - ")) for one in self._inline(block[2:]).split("\n- ")]
        else:
            raise OddError(block)
        if self._items:
            self._loose.setdefault(len(self._items) - 1, [])
            self._loose[len(self._items)] = []
        self._items += items

    def _within_item(self, block: str) -> None:
        lines = block.split("\n")
        if not self._items or self._nested or not all(line.startswith("    ") for line in lines):
            raise OddError(block)
        inner = "\n".join(line[4:] for line in lines)
        blocks = self._loose.setdefault(len(self._items) - 1, [])
        if inner.startswith(">"):
            self._quote(inner, blocks, again=self._quoting)
            self._quoting = True
        else:
            blocks.append(self._paragraph(inner))
            self._quoting = False

    def _end_list(self) -> None:
        if not self._items:
            return
        for place, blocks in self._loose.items():
            self._items[place] = "\n".join(["", f"<p>{self._items[place]}</p>", *blocks, ""])
        self._blocks.append("<ul>\n<li>{}</li>\n</ul>".format("</li>\n<li>".join(self._items)))
        self._items, self._loose, self._nested, self._quoting = [], {}, False, False

    def _quote(self, block: str, blocks: list[str], *, again: bool) -> None:
        """Adds a quotation; to the one before where there is nothing between."""
        lines = block.split("\n")
        if not all(line.startswith("> ") or line == ">" for line in lines):
            raise OddError(block)
        inner = "\n".join(line[2:] for line in lines).split("\n\n")
        told = "\n".join(self._paragraph(one) for one in inner)
        if again:
            blocks[-1] = f"{blocks[-1].removesuffix('</blockquote>')}{told}\n</blockquote>"
        else:
            blocks.append(f"<blockquote>\n{told}\n</blockquote>")

    def _comment(self, block: str) -> None:
        end = _COMMENT_END.search(block, 5)
        fenced = "\n" in block and ("```" in block or "~~~" in block)
        if end is None or end[0] != "-->" or end.end() != len(block) or self._in_details or fenced:
            raise OddError(block)
        self._blocks.append(f"{block}\n")

    def _details(self, block: str) -> None:
        found = _DETAILS.fullmatch(block)
        if block == "</details>" and self._in_details:
            self._blocks.append(block)
        elif found and not self._in_details:
            apart = ' data-search-exclude="data-search-exclude"' if found["apart"] else ""
            self._blocks.append(f"<details{apart}>\n<summary>{found['summary']}</summary>")
        else:
            raise OddError(block)
        self._in_details = not self._in_details

    def _code(self, block: str) -> None:
        if (found := _CODE.fullmatch(block)) and "```" not in found[1] and "~~~" not in found[1]:
            code = html.escape(found[1], quote=False)
        elif found := _YAML.fullmatch(block):
            code = _yaml(*found.groups())
        else:
            raise OddError(block)
        self._blocks.append(f'<div class="highlight"><pre><span></span><code>{code}\n</code></pre></div>')


def _yaml(key: str, value: str | None, note: str, item: str | None) -> str:
    """A line of YAML with a note behind it, and perhaps one item below, in Pygments' colours."""
    space, plain = '<span class="w"> </span>', '<span class="l l-Scalar l-Scalar-Plain">'
    code = f'<span class="nt">{key}</span><span class="p">:</span>'
    if value:
        code += f"{space}{plain}{value}</span>"
    code += f'<span class="w">  </span><span class="c1">{html.escape(note, quote=False)}</span>'
    if item:
        code += f'\n<span class="w">  </span><span class="p p-Indicator">-</span>{space}{plain}{item}</span>'
    return code


def _nested(text: str, *below: str) -> str:
    """An item with a list below it."""
    if not below:
        return text
    items = "\n".join(f"<li>{one.lstrip()}</li>" for one in below)
    return f"{text}<ul>\n{items}\n</ul>\n"


@lru_cache(maxsize=4096)
def _slug(name: str) -> str:
    return slugify(html.unescape(name), "-")
