"""The YAML that we write ourselves, read ten times faster than any YAML is.

Whatever else stands there (a comment, another quoting, another indent) is left to the YAML reader: `read` then
gives None. What it does give is what the YAML reader would.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

# A line: its indent, the dash of a list, the key before a colon, and the rest.
_LINES = re.compile(r'( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]*|"(?:[^"\\\n]|\\.)*"):(?: (?=[^ \n])|(?=\n)))?([^\n]*)\n')
_FLAT: Mapping[str, Callable[[], Any]] = {
    "[]": list,
    "{}": dict,
    "null": lambda: None,
    "true": lambda: True,
    "false": lambda: False,
}
_END = ("", "", "", "")
_KNOWN = frozenset(
    [
        *("title", "description", "date", "authors", "topics", "template", "id", "url", "source", "name", "language"),
        *("updated", "retrieved", "section", "entities", "named", "kind", "origin", "file", "item", "removed"),
        *("line", "text", "rule", "aliases", "status", "wikidata", "fingerprint"),
        *("history", "day", "what", "was", "paragraphs", "retracted", "reason"),
    ]
)
"""Keys that need no second look."""
_QUOTED = re.compile(
    r'"(?:[^"\\\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\\["\\ntr]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*"'
)
"""What JSON and YAML read alike: YAML knows no halves of characters, breaks lines at more, and refuses some."""
_INTEGER = re.compile(r"-?[1-9][0-9]{0,17}|0")


class _OtherYaml(Exception):  # noqa: N818 - no error: a page for the other reader
    """A line that we would not have written."""


def read(head: str, is_plain: Callable[[str], bool]) -> dict[str, Any] | None:
    """The mapping in these lines, if they are as we write them; `is_plain` tells text that needs no quotes."""
    reading = _Reading(_LINES.findall(head), is_plain)
    try:
        values = reading.mapping(0)
        return values if reading.at == len(reading.lines) - 1 else None
    except (_OtherYaml, RecursionError):
        return None


class _Reading:
    """The lines of front matter, and how far they are read."""

    def __init__(self, lines: list[tuple[str, str, str, str]], is_plain: Callable[[str], bool]) -> None:
        self.lines = [*lines, _END]
        self.is_plain = is_plain
        self.at = 0

    def mapping(self, indent: int, *, in_list: bool = False) -> dict[str, Any]:
        """The `key: value` lines that stand at this indent; the first may follow the dash of a list."""
        values: dict[str, Any] = {}
        while True:
            space, dash, key, rest = self.lines[self.at]
            if not in_list and (len(space) != indent or dash):
                return values
            in_list = False
            if key[:1] == '"':
                key = self.scalar(key)
            elif not key:
                if (space, rest) == (_END[0], _END[3]):
                    return values
                raise _OtherYaml
            elif key not in _KNOWN and not self.is_plain(key):
                raise _OtherYaml
            if key in values:
                raise _OtherYaml
            self.at += 1
            values[key] = self.scalar(rest) if rest else self.nested(indent + 2)

    def nested(self, indent: int) -> Any:
        """What stands below a key that has nothing beside it."""
        space, dash, key, _ = self.lines[self.at]
        if len(space) != indent or not (dash or key):
            raise _OtherYaml
        return self.items(indent) if dash else self.mapping(indent)

    def items(self, indent: int) -> list[Any]:
        """The `- …` lines that stand at this indent."""
        values: list[Any] = []
        while True:
            space, dash, key, rest = self.lines[self.at]
            if len(space) != indent or not dash:
                return values
            if key:
                values.append(self.mapping(indent + 2, in_list=True))
            else:
                self.at += 1
                values.append(self.scalar(rest))

    def scalar(self, text: str) -> Any:
        """The value of what stands on a line."""
        if text[:1] == '"':
            if ("\\" in text or not text.isprintable()) and not _QUOTED.fullmatch(text):
                raise _OtherYaml
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
