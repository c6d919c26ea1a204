"""What looks like a link in the text of a page: each target as it is written, and where.

This asks quickly and too much: code and comments have such things too. What is a link indeed, `rendered` says.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# What follows a space is a title if it is in quotes, else it belongs to the target.
_INLINE = re.compile(r"\]\(\s*<?([^\s<>)]+(?: +[^\s<>)\"'(]+)*)")
# A definition (`[name]: target`, the target perhaps on the next line).
_DEFINED = re.compile(r"\]:[ \t]*\n?[ \t]*<?([^\s<>]+)")
_ATTRIBUTE = re.compile(r"\b(?:href|src|poster|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'\s>]+))", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
# Addresses at which Python's reader of them, and so MkDocs, may stop.
_PERILOUS = re.compile(r"[\[\]]|[^\0-\x7f]")
_SHOWN = re.compile(
    r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[^\n]*$|\Z)|(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")


def written(text: str) -> Iterator[tuple[int, str]]:
    """Where each target starts, and the target."""
    if "](" in text:
        for found in _INLINE.finditer(text):
            yield found.start(1), found[1]
    if "]:" in text:
        for found in _DEFINED.finditer(text):
            yield found.start(1), found[1]
    if has_html(text):
        for found in _ATTRIBUTE.finditer(text):
            place = found.lastindex or 0
            yield found.start(place), html.unescape(found[place])


def has_html(text: str) -> bool:
    """Whether links in raw HTML may stand in a text."""
    return "=" in text and "<" in text and _ATTRIBUTE.search(text) is not None


def leads_elsewhere(target: str) -> bool:
    """Whether a target is an address on the web (or of mail, or a script) and a sound one."""
    return _ELSEWHERE.match(target) is not None and not _PERILOUS.search(target)


def places(text: str, target: str) -> list[int]:
    """Where a text has a link to this target: outside code and comments, else anywhere; in order."""
    shown = [found.span() for found in _SHOWN.finditer(text)]
    found = [offset for offset, one in written(text) if target in (one, _plain(one))]
    found = found or [match.start() for match in re.finditer(re.escape(target), text)]
    outside = [offset for offset in found if not any(start <= offset < end for start, end in shown)]
    return sorted(set(outside or found))


def _plain(target: str) -> str:
    return _ESCAPED.sub(r"\1", target)
