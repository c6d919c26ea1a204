"""Foreign names in Japanese and Chinese with and without the middle dot: ジョー・バイデン, ジョーバイデン."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Kind


def forms(name: str, _kind: Kind) -> Iterator[str]:
    """The name without its dots; spaces and double hyphens in their place are read anyway."""
    joined = name.replace("・", "")
    if "・" in name and len(joined) > 4:
        yield joined
