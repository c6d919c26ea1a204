"""A page that sends its readers on: what is left behind where a page has moved.

    ---
    title: Ukraine
    template: redirect.html
    redirect: entities/ukraine.md
    ---

`redirect` is an address in content/, from its root: so it holds wherever the page itself is moved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from broadsheet.archive import front_lines
from broadsheet.archive.three_way import ABSENT

TEMPLATE = "redirect.html"

_NAME = r"[^\s\x00-\x20\x7f-\x9f/\\:?#%.][^\s\x00-\x20\x7f-\x9f/\\:?#%]*"
TARGET = re.compile(rf"(?:{_NAME}/)*{_NAME}\.md")
"""An address in content/: no URL, no anchor; folders parted by single slashes, none of which begins with a dot; nothing
that a browser drops (spaces, control characters) or reads as something else (`%2f`)."""


def stands(front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter sends its readers on."""
    return front.get("template") == TEMPLATE


def ended(head: str, template: str) -> str:
    """The lines of front matter of a page that sends its readers on, of another template and without the way.

    What kept it out of search goes too, where it stands as we write it: a person's own line stays.
    """
    plain = head.replace("\r\n", "\n")
    changes: dict[str, Any] = {"template": template, "redirect": ABSENT}
    if _UNSEARCHED.search(plain) or (_SEARCH in plain and "\nredirect:" not in plain):
        changes["search"] = ABSENT
    return front_lines.changed(head, changes, ())[0]


_SEARCH = "\nsearch:\n  exclude: true\n"
_UNSEARCHED = re.compile(rf"^redirect:[^\n]*{_SEARCH}", re.MULTILINE)
