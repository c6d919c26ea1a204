"""The fingerprint of a page: the last line of its front matter, by which a person's edits are seen.

    fingerprint: b3f2a9c1b7d5e804 about text mentions record:9a8b7c6d

First the sum over the page as generated: the front matter without this line, and the text outside its blocks
without entity links, so that linking anew is no edit. Then the order of blocks and text, so that a block that
a person moved or took out is known. Then, on article pages, the digest of the record as it last came, so that
news from upstream is told from the same record again. `own` in the place of the sum marks a person's own page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

OWN = "own"
TEXT = "text"

_KEY = "fingerprint:"
_LINE = re.compile(r"^fingerprint:[^\n]*\n", re.MULTILINE)
_RECORD = "record:"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a page says about how it was generated."""

    sum: str
    layout: tuple[str, ...] = ()
    """The names of its blocks, in order, with `text` where text outside them stands."""
    record: str = ""

    @property
    def own(self) -> bool:
        """Whether the page is a person's own."""
        return self.sum == OWN

    def __str__(self) -> str:
        """The value of the line in the front matter."""
        return " ".join([self.sum, *self.layout, *([_RECORD + self.record] if self.record else [])])


def read(value: Any) -> Fingerprint | None:
    """The fingerprint in a page's front matter; None where there is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    total, *rest = value.split()
    record = next((word.removeprefix(_RECORD) for word in rest if word.startswith(_RECORD)), "")
    return Fingerprint(total, tuple(word for word in rest if not word.startswith(_RECORD)), record)


def sum_of(head: str, text: str) -> str:
    """The sum over a page: the YAML lines of its front matter, and its text outside blocks without links."""
    start = 0 if head.startswith(_KEY) else head.find("\n" + _KEY) + 1
    if start or head.startswith(_KEY):
        head = head[:start] + head[head.index("\n", start) + 1 :]
    whole = f"{head}---\n{text}"
    # A letter in front keeps YAML from ever taking it for a number.
    return "b" + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def joined(stretches: Sequence[str]) -> str:
    """The text outside a page's blocks as one."""
    return "\n\n".join(text for text in (stretch.strip("\n") for stretch in stretches) if text)


def standing_layout(stretches: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The order of blocks and text in a page; `stretches` are the texts around the blocks of these `names`."""
    layout = [TEXT] if stretches[0].strip("\n") else []
    for name, stretch in zip(names, stretches[1:], strict=True):
        layout += [name, TEXT] if stretch.strip("\n") else [name]
    return tuple(layout)


def without(layout: Sequence[str], names: frozenset[str]) -> tuple[str, ...]:
    """A layout as it stands once the blocks of these names are taken out."""
    left: list[str] = []
    for word in layout:
        if word not in names and not (word == TEXT and left[-1:] == [TEXT]):
            left.append(word)
    return tuple(left)


def replaced(text: str, span: tuple[int, int, int], fingerprint: Fingerprint) -> str:
    """A page's text with this fingerprint in its front matter (at `span`, see `front_matter.span`)."""
    start, end, _ = span
    head = text[start:end]
    newline = "\r\n" if head.endswith("\r\n") else "\n"
    line = f"fingerprint: {fingerprint}{newline}"
    kept = _LINE.sub(lambda _: line, head, count=1)
    return text[:start] + (kept if _LINE.search(head) else head + line) + text[end:]
