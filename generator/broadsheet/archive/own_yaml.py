"""The YAML that we write ourselves, read ten times faster than any YAML is.

Whatever else stands there (a comment, another quoting, another indent) is left to the YAML reader: `read` then
gives None. What it does give is what the YAML reader would.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

_LINE = re.compile(
    r'( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]*|"(?:[^"\\\n]|\\.)*"):(?: (?=[^ ])|$))?(.*)'
)
_FLAT: Mapping[str, Callable[[], Any]] = {
    "[]": list,
    "{}": dict,
    "null": lambda: None,
    "true": lambda: True,
    "false": lambda: False,
}
_INTEGER = re.compile(r"-?[1-9][0-9]{0,17}|0")


class _OtherYaml(Exception):  # noqa: N818 - no error: a page for the other reader
    """A line that we would not have written."""


def read(head: str, is_plain: Callable[[str], bool]) -> dict[str, Any] | None:
    """The mapping in these lines, if they are as we write them; `is_plain` tells text that needs no quotes."""
    reading = _Reading(head.split("\n"), is_plain)
    try:
        values = reading.mapping(0)
        return values if reading.at == len(reading.lines) - 1 and not reading.lines[-1] else None
    except (_OtherYaml, RecursionError):
        return None


class _Reading:
    """The lines of front matter, and how far they are read."""

    def __init__(self, lines: list[str], is_plain: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_plain = is_plain
        self.at = 0

    def mapping(self, indent: int, first: re.Match[str] | None = None) -> dict[str, Any]:
        """The `key: value` lines that stand at this indent; the first may follow the dash of a list."""
        values: dict[str, Any] = {}
        found = first
        while True:
            if found is None:
                line = self.lines[self.at]
                found = _LINE.fullmatch(line)
                if not line or found is None or found.end(1) != indent or found[2]:
                    break
            key = found[3]
            if key is None:
                raise _OtherYaml
            if key[0] == '"':
                key = self.scalar(key)
            elif not self.is_plain(key):
                raise _OtherYaml
            self.at += 1
            values[key] = self.scalar(found[4]) if found[4] else self.nested(indent)
            found = None
        return values

    def nested(self, indent: int) -> Any:
        """What stands below a key that has nothing beside it."""
        found = _LINE.fullmatch(self.lines[self.at])
        if found is None or found.end(1) != indent + 2:
            raise _OtherYaml
        return self.items(indent + 2) if found[2] else self.mapping(indent + 2)

    def items(self, indent: int) -> list[Any]:
        """The `- …` lines that stand at this indent."""
        values: list[Any] = []
        while True:
            line = self.lines[self.at]
            found = _LINE.fullmatch(line)
            if not line or found is None or found.end(1) != indent or not found[2]:
                return values
            if found[3]:
                values.append(self.mapping(indent + 2, found))
            else:
                self.at += 1
                values.append(self.scalar(found[4]))

    def scalar(self, text: str) -> Any:
        """The value of what stands on a line."""
        if text[:1] == '"':
            try:
                value = json.loads(text)
            except ValueError:
                raise _OtherYaml from None
            if not isinstance(value, str):
                raise _OtherYaml
            return value
        if self.is_plain(text):
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        if text in _FLAT:
            return _FLAT[text]()
        raise _OtherYaml
