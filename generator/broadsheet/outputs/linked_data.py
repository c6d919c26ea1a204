"""Linked data (JSON-LD) in a page: a comment, which nothing shows; the theme puts it into the page's head."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from broadsheet.outputs.exports import cleaned

_CONTEXT = {"@context": "https://schema.org"}
_OPENING, _CLOSING = "<!-- linked-data: ", " :linked-data -->"

# A comment ends at `-->`, a script at its tag: neither may stand in a text.
_ACTS = re.compile("[<>&\u2028\u2029]|(?<=-)-")
_SIGNS = ("<", ">", "&", "\u2028", "\u2029", "--")


def comment(values: Mapping[str, Any]) -> str:
    """What a page says, as a comment of Markdown; what is empty is left out."""
    return f"{_OPENING}{_written(values)}{_CLOSING}"


def with_more(said: str, values: Mapping[str, Any]) -> str:
    """The comment of a page that says something more."""
    if not said:
        return comment(values)
    return f"{_OPENING}[{said.removeprefix(_OPENING).removesuffix(_CLOSING)},{_written(values)}]{_CLOSING}"


def _written(values: Mapping[str, Any]) -> str:
    text = json.dumps(_CONTEXT | cleaned(values), ensure_ascii=False, separators=(",", ":"))
    # To look for each of them is quicker than for all at once, and few texts have any.
    return _ACTS.sub(_escaped, text) if any(one in text for one in _SIGNS) else text


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
