"""JSON Lines: one record a line, read one line at a time."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.limits import or_raise
from broadsheet.sources import json_document
from broadsheet.sources.encoding import decode, utf16_without_mark
from broadsheet.sources.raw import Given, Item, TooMuch

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(given: Given) -> Iterator[Item]:
    """The records of a JSON Lines file; a line that is no record is rejected and the rest is read."""
    lines: Iterator[bytes | str] = given.lines()
    if given.head.startswith(_UTF16_MARKS) or utf16_without_mark(given.head):
        lines = iter(given.text().split("\n"))
    most, longest = given.limits.items, given.limits.record
    for number, line in enumerate(lines, 1):
        if number > most:
            raise TooMuch(f"has more than {most:,} lines; the rest was not read", or_raise("split it", "items"), number)
        if len(line) > longest:
            yield given.rejection(
                f"is longer than {longest:,} bytes",
                or_raise("put each record on a line of its own and shorten what is long", "record"),
                item=number,
                value=_beginning(line),
            )
        elif line and not line.isspace():
            yield from _line(given, number, line)


def _line(given: Given, number: int, line: bytes | str) -> Iterator[Item]:
    try:
        text = line if isinstance(line, str) else line.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(line) if isinstance(line, bytes) else line
    try:
        value = json_document.parse(text)
    except (ValueError, RecursionError) as error:
        yield given.rejection(
            f"is not JSON ({json_document.why(error)})",
            "write one JSON object on each line, or name the file .json if it is one document",
            item=number,
            value=text[:200],
            text=text,
        )
        return
    yield from json_document.records(given, value, first=number, counted=False)


def _beginning(line: bytes | str) -> str:
    return line[:200] if isinstance(line, str) else line[:200].decode("utf-8", "replace")
