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

TARGET = re.compile(r"[^/\\:?#.][^\\:?#]*\.md")
"""An address in content/: no URL, no way that begins with a slash or dots, no anchor."""


def stands(front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter sends its readers on."""
    return front.get("template") == TEMPLATE
