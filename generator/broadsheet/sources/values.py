"""Values as JSON from the open web has them: a text, a list of texts, an object with a name, a list of those."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_BY = re.compile(r"^by\s+", re.IGNORECASE)


def first_text(*values: Any) -> str:
    """The first text in the values; of a list its first, of an object its name, value or address; else empty."""
    for value in values:
        found = _text(value, 0)
        if found:
            return found
    return ""


def texts(value: Any) -> list[str]:
    """All texts in a value, once each: of a list's members and of objects' names."""
    members = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(found for found in map(first_text, members) if found))


def names(value: Any) -> list[str]:
    """The people named in a value, without "By" and without addresses of their profiles."""
    found = [_BY.sub("", name).strip() for name in texts(value)]
    return list(dict.fromkeys(name for name in found if name and not name.startswith(("http://", "https://", "@"))))


def absent_left_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], (), {})}


def _text(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or depth > 4:
        return ""
    if isinstance(value, int | float):
        return str(value)
    members: list[Any] = []
    if isinstance(value, dict):
        members = [value.get(key) for key in ("name", "@value", "value", "url", "contentUrl", "@id", "href")]
    elif isinstance(value, list):
        members = value
    return next((found for member in members if (found := _text(member, depth + 1))), "")


def feed_id(identity: str, url: str, feed: str) -> str:
    """An entry's id as it counts outside its feed: many a feed numbers its entries 1, 2, 3.

    A URI or a long token is its own; else the entry's URL identifies it; else the feed's name goes before it.
    """
    if not identity or _OF_ITS_OWN.match(identity):
        return identity
    return "" if url else f"{feed}#{identity}"


_OF_ITS_OWN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[0-9A-Za-z_-]{20,}\Z")
