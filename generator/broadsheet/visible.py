"""Text as it is safe to print: what would steer a terminal, or hide in it, is spelled out."""

from __future__ import annotations

import re

_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\ud800-\udfff"
)
"""Control characters, marks that turn the direction of text, characters without a shape, tags, halves of surrogate
pairs."""

_IN_TEXT = re.compile(f"[{_STEERING}]")
_IN_LINE = re.compile(f"[\n\t{_STEERING}]")


def visible(text: str) -> str:
    """`text` with what would steer a terminal made visible, as JSON spells it: JSON stays the same JSON."""
    return _IN_TEXT.sub(_spelled, text)


def visible_line(text: str) -> str:
    """The same as one line, whatever it quotes: a line break in there would begin what may be read as a command."""
    return _IN_LINE.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
