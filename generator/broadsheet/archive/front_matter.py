"""Front matter: the YAML between the `---` lines at the top of a page, read and written.

Reading follows MkDocs (`mkdocs/utils/meta.py`) in where front matter begins and ends. Values are those of
JSON: a date without quotes stays the text that the person typed. Writing is our own, because it must be fast,
and must give back the same text under a YAML 1.1 reader (MkDocs) and a YAML 1.2 reader (editors, other
engines): whatever is not surely plain stands in double quotes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml

from broadsheet.archive import own_yaml
from broadsheet.plain_yaml import PlainLoader

_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)

_LETTERS = "A-Za-z\u00c0-\u02af\u0370-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff\u3041-\u9fff\uac00-\ud7a3"
_INSIDE = rf"[{_LETTERS}0-9_.,/#'()&?!;+=%’‘“”«»–—…\-]"
# Text that no reader of YAML takes for anything but itself: no word that YAML 1.1 or 1.2 reads as a boolean, a
# number or nothing; a letter first; then nothing that starts syntax, as a colon before a space does. (Possessive
# quantifiers would say it as well, but Python 3.11.2, which is Debian's, gets them wrong.)
_PLAIN = re.compile(
    r"(?!(?i:y|n|yes|no|on|off|true|false|null|none|nan|inf|infinity)\Z)"
    rf"[{_LETTERS}]{_INSIDE}*(?:(?:[ ](?![#:]|\Z)|:(?![ ]|\Z)){_INSIDE}*)*"
)

# What may not, or had better not, stand raw in a file: control characters, line ends, byte order marks, halves
# of characters, non-characters, and those that turn the direction of the text around it.
_RAW = re.compile(
    r'["\\\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]'
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_LONGEST_KEY = 100
"""Longer keys are written as `? key`: YAML allows 1,024 characters before the colon, escapes included."""


class FrontMatterError(ValueError):
    """Front matter that is not YAML, not a mapping, or says two things at once: where in the file, and why."""

    def __init__(self, line: int, column: int, problem: str, remedy: str = "mend the line") -> None:
        """Line and column count from 1, in the whole file."""
        super().__init__(f"{line}:{column}: {problem}")
        self.line = line
        self.column = column
        self.problem = problem
        self.remedy = remedy


def span(text: str) -> tuple[int, int, int] | None:
    """Where the YAML starts and ends and where the body starts; None for a page without front matter."""
    found = _FENCED.match(text)
    return (found.start(1), found.end(1), found.end()) if found else None


def read(text: str) -> tuple[dict[str, Any], int]:
    """The front matter of a page and the offset of its body; `({}, 0)` for a page without any.

    Raises:
        FrontMatterError: it is not YAML, not a mapping, has a key twice, or uses what we do not follow (aliases, tags).
    """
    where = span(text)
    if where is None:
        return {}, 0
    head = text[where[0] : where[1]]
    loaded = own_yaml.read(head, is_plain)
    if loaded is None:
        loaded = any_yaml(head)
    return loaded, where[2]


def write(values: Mapping[str, Any]) -> str:
    """YAML lines for a mapping of JSON-like values, in its order; without the `---` lines."""
    return "\n".join(_mapping(values)) + "\n" if values else "{}\n"


@lru_cache(maxsize=1 << 12)
def scalar(value: str) -> str:
    """One line of YAML that reads back as this text; keys and kinds come again on every page."""
    return value if is_plain(value) else f'"{_RAW.sub(_escaped, value)}"'


def is_plain(value: str) -> bool:
    """Whether every YAML reader takes this for a text, and this text, without quotes around it."""
    return _PLAIN.fullmatch(value) is not None


class _Loader(PlainLoader):
    """The plain loader, for which a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's
        """The mapping; a key that stands twice is refused, for readers of YAML differ on which of the two counts.

        What the other says would be lost without a word, or be taken for something that a person struck.
        """
        lines: dict[str, int] = {}
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                line = key.start_mark.line + 2
                if key.value in lines:
                    problem = f"{key.value} stands twice, first on line {lines[key.value]}"
                    raise FrontMatterError(line, key.start_mark.column + 1, problem, "delete one of the two")
                lines[key.value] = line
        return super().construct_mapping(node, deep=deep)


def any_yaml(head: str) -> dict[str, Any]:
    """The mapping in YAML lines, whoever wrote them."""
    try:
        if "*" in head and "&" in head:
            _refuse_aliases(head)
        loaded = _with_text_keys(yaml.load(head, _Loader) or {})  # noqa: S506 - a subclass of the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
        raise FrontMatterError(line, column, error.problem or error.context or "is not YAML") from None
    except yaml.reader.ReaderError as error:
        line = head.count("\n", 0, error.position) + 2
        problem = f"the character U+{_code(error.character):04X} is not allowed in YAML"
        raise FrontMatterError(line, 1, problem) from None
    except FrontMatterError:
        raise
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, ten thousand brackets
        raise FrontMatterError(2, 1, f"cannot be read ({error})") from None
    if not isinstance(loaded, dict):
        raise FrontMatterError(2, 1, "is not a list of `key: value` lines")
    return loaded


def _with_text_keys(value: Any) -> Any:
    # JSON's keys are texts, at any depth: `2024: x` is as good a line as any.
    if isinstance(value, dict):
        return {str(key): _with_text_keys(inner) for key, inner in value.items()}
    return [_with_text_keys(inner) for inner in value] if isinstance(value, list) else value


def _refuse_aliases(head: str) -> None:
    # A person has little use for them, and nine lines of them expand to gigabytes when written out.
    for event in yaml.parse(head, yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            problem = f"an alias (*{event.anchor}) is not followed; write the value out"
            mark = event.start_mark
            raise FrontMatterError(mark.line + 2 if mark else 2, mark.column + 1 if mark else 1, problem)


def _code(character: Any) -> int:
    return character if isinstance(character, int) else ord(character[:1] or "\0")


def _mapping(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        name = scalar(key)
        if len(name) > _LONGEST_KEY:
            yield f"? {name}"
            name = ""
        if isinstance(value, str):
            yield f"{name}: {scalar(value)}"
        elif value and isinstance(value, list | tuple | dict | Mapping | Sequence):
            yield f"{name}:"
            for line in _list(value) if isinstance(value, list | tuple | Sequence) else _mapping(value):
                yield f"  {line}"
        else:
            yield f"{name}: {_flat(value)}"


def _list(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield f"- {scalar(value)}"
        elif value and isinstance(value, list | tuple | dict | Mapping | Sequence):
            mark = "- "
            for line in _list(value) if isinstance(value, list | tuple | Sequence) else _mapping(value):
                yield mark + line
                mark = "  "
        else:
            yield f"- {_flat(value)}"


def _flat(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Sequence):
        return "[]"
    raise TypeError(f"front matter holds JSON's kinds of value, not {type(value).__name__}")


def _float(value: float) -> str:
    if math.isfinite(value):
        number = repr(value)
        # YAML 1.1 wants a point in a number with an exponent: 1e+16 would be text.
        return number if "." in number or "e" not in number else number.replace("e", ".0e")
    return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    if "\ud800" <= character <= "\udfff":
        character = "\ufffd"  # half a character: no file can hold it
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"
