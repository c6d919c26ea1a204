"""How people's names are set: J. K. Rowling, J.K. Rowling; the family name first in Hungarian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.model import Kind

_INITIALS = re.compile(r"(?<=\b\w\.) (?=\w\.)")
_CLOSE = re.compile(r"(?<=\b\w\.)(?=[^\W\d_]\.)")
_GLUED = re.compile(r"(?<=\b\w\.)(?=[^\W\d_]{2})")


def forms(name: str, kind: Kind) -> Iterator[str]:
    """The name with its initials set close and apart."""
    if "." not in name or kind not in {"person", "other"}:
        return
    close = _INITIALS.sub("", name)
    apart = _CLOSE.sub(" ", name)
    yield from (one for one in (close, apart, _GLUED.sub(" ", close), _GLUED.sub(" ", apart)) if one != name)


def family_first(name: str, kind: Kind) -> Iterator[str]:
    """`Orbán Viktor` for Viktor Orbán."""
    words = name.split(" ")
    if kind == "person" and len(words) == 2 and all(word[:1].isupper() for word in words):
        yield f"{words[1]} {words[0]}"
