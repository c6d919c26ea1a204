"""Settings as text: YAML, TOML, JSON and `Key: value` lines, of front matter and of files beside it, as values.

Dates stay the text that a person typed. YAML's aliases are refused: a few lines of them are gigabytes when written out.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from broadsheet.plain_yaml import PlainLoader
from broadsheet.sources import json_document

_FENCES = (
    (re.compile(r"\s{0,20}---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE), "yaml"),
    (re.compile(r"\s{0,20}\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE), "toml"),
)
_KEY_VALUE = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]{1,60}):[ \t]*(.*)")
_CONTINUED = re.compile(r"(?:[ ]{4,}|\t)(.*)")
_DEEPEST_JSON = 1_000_000


class _Loader(PlainLoader):
    """The plain loader, for which what has a tag of some program's own is nothing."""


def _nothing(_loader: _Loader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:", _nothing)


def front_matter(text: str, *, json: bool = False, plain_keys: bool = False) -> tuple[dict[str, Any], str]:
    """The settings at the head of a text, by keys in small letters, and the rest of it.

    Args:
        text: the whole text.
        json: whether it may begin with a JSON object (Hugo).
        plain_keys: whether `Key: value` lines without a fence count (Pelican).

    Raises:
        ValueError: they cannot be read; it says where and why.
    """
    for fence, kind in _FENCES:
        if found := fence.match(text):
            return _small_keys(FORMATS[kind](found[1])), text[found.end() :]
    if json and text.lstrip()[:1] == "{":
        return _json_head(text)
    return _plain_keys(text) if plain_keys else ({}, text)


def from_yaml(text: str) -> dict[str, Any]:
    """The mapping that YAML holds."""
    try:
        if "*" in text and "&" in text and any(isinstance(one, yaml.AliasEvent) for one in _events(text)):
            raise ValueError("uses YAML aliases (*name), which are not followed")
        loaded = yaml.load(text, _Loader) or {}  # noqa: S506 - a subclass of the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 2}: " if mark else ""
        raise ValueError(f"is not YAML ({where}{error.problem or error.context})") from None
    except (yaml.YAMLError, RecursionError, OverflowError) as error:
        raise ValueError(f"is not YAML ({type(error).__name__})") from None
    if not isinstance(loaded, dict):
        raise ValueError("is no list of `key: value` lines")  # noqa: TRY004 - a finding about a text, like the others
    return loaded


def from_toml(text: str) -> dict[str, Any]:
    """The table that TOML holds, days and times as text."""
    try:
        loaded = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"is not TOML ({error})") from None
    return {key: _dates_as_text(value) for key, value in loaded.items()}


def from_json(text: str) -> dict[str, Any]:
    """The object that JSON holds."""
    try:
        loaded = json_document.parse(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not JSON ({json_document.why(error)})") from None
    return loaded if isinstance(loaded, dict) else {}


def from_python(text: str) -> dict[str, Any]:
    """The names that a Python file gives plain values (`SITENAME = 'My blog'`); it is read, and never run."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Any] = {}
    for one in tree.body:
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant):
            found |= {name.id: one.value.value for name in one.targets if isinstance(name, ast.Name)}
    return found


FORMATS: Mapping[str, Callable[[str], dict[str, Any]]] = {"yaml": from_yaml, "toml": from_toml, "json": from_json}


def settings(text: str | None, kind: str) -> dict[str, Any]:
    """The same of a file of settings, by keys in small letters; empty where there is none, or it cannot be read."""
    if text is None:
        return {}
    try:
        return _small_keys(from_python(text) if kind == "python" else FORMATS[kind](text))
    except ValueError:
        return {}


def _events(text: str) -> Any:
    return yaml.parse(text, yaml.CSafeLoader)


def _small_keys(values: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in values.items()}


def _dates_as_text(value: Any) -> Any:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    return [_dates_as_text(inner) for inner in value] if isinstance(value, list) else value


def _json_head(text: str) -> tuple[dict[str, Any], str]:
    """An object that ends on a line of its own, as Hugo asks for."""
    end = text.find("\n}", 0, _DEEPEST_JSON)
    first = text.find("\n", 0, _DEEPEST_JSON)
    cut = end + 2 if end >= 0 else first if first >= 0 else len(text)
    return _small_keys(from_json(text[:cut])), text[cut:]


def _plain_keys(text: str) -> tuple[dict[str, Any], str]:
    values: dict[str, Any] = {}
    lines, key, done = text.lstrip("\n").split("\n"), "", 0
    for done, line in enumerate(lines):  # noqa: B007 - where it ended is asked below
        if not line.strip():
            break
        if found := _KEY_VALUE.fullmatch(line):
            key = found[1].lower()
            values[key] = found[2].strip()
        elif key and (more := _CONTINUED.fullmatch(line)):
            values[key] = f"{values[key]} {more[1].strip()}".strip()
        else:
            break
    return (values, "\n".join(lines[done:])) if values else ({}, text)
