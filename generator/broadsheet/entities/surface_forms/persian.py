"""Persian: words joined by a half-space are also written as one word (خامنه‌ای, خامنهای)."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Kind

HALF_SPACE = "\u200c"


def forms(name: str, _kind: Kind) -> Iterator[str]:
    """The name without its half-spaces; as spaces they are read anyway."""
    if HALF_SPACE in name:
        yield name.replace(HALF_SPACE, "")
