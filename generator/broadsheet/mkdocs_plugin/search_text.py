"""A page's HTML as Material's search should read it; what a reader sees stays the same."""

from __future__ import annotations

import re
from html import escape
from typing import Any

_TITLE = "<!-- broadsheet:title -->"
_TRAIL = re.compile(
    r"\A<!-- broadsheet:trail -->(.*?)(<!-- /broadsheet:trail [^>]*-->)\s*(?:<!-- broadsheet:title -->)?\s*", re.DOTALL
)
_BLOCK = re.compile(r"<!-- broadsheet:([a-z-]+) -->.*?<!-- /broadsheet:\1 ", re.DOTALL)
_HEADING = re.compile(r"<h([2-6])\b")


def search_text(html: str) -> str:
    """`html` that begins with its heading, and whose headings in managed blocks are marked as not to be searched.

    Search takes what stands before the heading, be it a comment, for a section of its own, and gives that the title
    of the front matter as HTML; the trail above the heading is put into a comment, which the theme opens again
    (`partials/page.html`). And `Related` or `Articles` on each page are no finds: the articles listed are. Search takes
    its marks out again.
    """
    html = _TRAIL.sub(_in_comment, html.lstrip())
    return _BLOCK.sub(_unlisted, html.removeprefix(_TITLE).lstrip())


def search_tags(tags: Any) -> Any:
    """The `tags` of front matter as text in HTML, which is how search shows them; what is no list stays as it is."""
    if not isinstance(tags, list):
        return tags
    return [escape(tag, quote=False) if isinstance(tag, str) else tag for tag in tags]


def _in_comment(trail: re.Match[str]) -> str:
    return f"<!-- broadsheet:trail --><!-- unsearched: {trail[1].strip()} :unsearched -->{trail[2]}"


def _unlisted(block: re.Match[str]) -> str:
    return _HEADING.sub(r'<h\1 data-search-exclude="true"', block.group())
