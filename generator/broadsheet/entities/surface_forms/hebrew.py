"""Hebrew: the article goes into ב, כ, ל before it, so that הבית הלבן becomes בבית הלבן."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Kind


def forms(name: str, kind: Kind) -> Iterator[str]:
    """The name after ב, כ and ל, without its article; with the article where it may take one."""
    if kind == "person" or name.count('"'):
        return
    if name.startswith("ה") and len(name) > 4:
        yield from (one + name[1:] for one in "בכל")
    elif kind == "organisation" and len(name) > 4:
        yield f"ה{name}"
