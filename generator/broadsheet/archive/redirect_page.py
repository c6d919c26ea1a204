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

TEMPLATE = "redirect.html"

_NAME = r"[^\s\x00-\x20\x7f-\x9f/\\:?#%.][^\s\x00-\x20\x7f-\x9f/\\:?#%]*"
TARGET = re.compile(rf"(?:{_NAME}/)*{_NAME}\.md")
"""An address in content/: no URL, no anchor; folders parted by single slashes, none of which begins with a dot; nothing
that a browser drops (spaces, control characters) or reads as something else (`%2f`)."""


def stands(front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter sends its readers on."""
    return front.get("template") == TEMPLATE
