"""What kind of file this is: by its content first, by its name where that leaves a choice."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from broadsheet.sources.encoding import utf16_without_mark

# What is plainly something else. The first bytes say so.
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a gzip in a gzip"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
)
_TEXT_BYTES = bytes(set(range(256)) - set(range(9)) - set(range(14, 32)) - {127})
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|main|div|section|p|h1)[\s>]", re.IGNORECASE)
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".jsonld": "json", ".csv": "csv", ".tsv": "csv",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip


def kind(name: str, head: bytes) -> str | None:  # noqa: PLR0911 - one return a kind
    """One of the kinds in `sources.SOURCES`; None where it is no text (`why_not` says what it is)."""
    if why_not(head) is not None:
        return None
    start = _start(head)
    suffix = PurePath(name.lower().removesuffix(".gz")).suffix
    if start[:1] in b"{[" and start:
        found = _json(start, suffix)
        if found:
            return found
    if start.startswith(b"<") and (_FEED.search(start[:2000]) and not start[:15].lower().startswith(b"<!doctype html")):
        return "feed"
    if start.startswith(b"<") and _HTML.search(start[:4000]):
        return "html"
    named = _SUFFIXES.get(suffix)
    if named in {"jsonl", "json", "csv", "html"}:
        return named
    if suffix == ".xml" or named == "feed":
        return "feed"
    return "csv" if not suffix and _is_table(start) else "text"


def why_not(head: bytes) -> str | None:
    """What a file is that holds no text; None for text."""
    if not head.strip(b" \t\r\n\xef\xbb\xbf"):
        return "is empty"
    for magic, what in _NOT_TEXT:
        if head.startswith(magic):
            return f"is {what}, not text"
    if head.startswith(_UTF_MARKS) or utf16_without_mark(head):
        return None
    # A text may have a stray NUL or two. Where every twelfth byte is a control character, it is none.
    if len(head.translate(None, _TEXT_BYTES)) * 12 > len(head):
        return "is a binary file, not text"
    return None


def _start(head: bytes) -> bytes:
    """The first bytes of the text as UTF-8, without mark and white space."""
    encoding = "utf-16" if head.startswith(_UTF_MARKS[:2]) else utf16_without_mark(head)
    if encoding:
        head = head[: len(head) // 2 * 2].decode(encoding, "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _json(start: bytes, suffix: str) -> str | None:
    """Whether text that opens with a bracket is JSON, and whether each line of it is."""
    if suffix in {".jsonl", ".ndjson", ".csv", ".tsv"}:
        return _SUFFIXES[suffix]
    first, newline, rest = start.partition(b"\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        # Not one whole value a line. A document then, unless it only looks like one ("[Paris] The minister …").
        return "json" if suffix in {".json", ".jsonld"} or re.match(rb'[{\[]\s*(?:["\[{\]}]|\d|$)', start) else None
    if newline and rest.lstrip()[:1] == b"{":
        return "jsonl"
    return "json"


def _is_table(start: bytes) -> bool:
    """Whether the first line names columns that we know."""
    first = start.partition(b"\n")[0].lower()
    return b"title" in first and any(first.count(by) >= 1 for by in (b",", b";", b"\t")) and len(first) < 500
