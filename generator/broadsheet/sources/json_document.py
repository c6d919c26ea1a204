"""JSON documents: an array of records, one record, records under `items`; or a format of the trade.

The formats stand in `SHAPES`: each knows itself and gives its records under our field names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from broadsheet.sources import json_feed, news_article, ninjs, plain
from broadsheet.sources.raw import Given, Item
from broadsheet.sources.rejected import NOTE, UNREAD

MOST_BRACKETS = 4_000_000
"""Lists and objects in one JSON value."""


class Swarm(ValueError):  # noqa: N818 - as raw.TooMuch
    """More lists and objects than any record or list of records has."""


class Shape(NamedTuple):
    """A known form of JSON."""

    is_one: Callable[[Mapping[str, Any]], bool]
    records: Callable[[Mapping[str, Any]], Iterator[dict[str, Any]]]


SHAPES: tuple[Shape, ...] = (
    Shape(json_feed.is_one, json_feed.records),
    Shape(news_article.is_one, news_article.records),
    Shape(ninjs.is_one, ninjs.records),
)

_LISTS = ("items", "articles", "records", "entries", "data", "results", "docs", "news")


def read(given: Given) -> Iterator[Item]:
    """The records of a JSON document."""
    text = given.text()
    try:
        value = parse(text)
    except (ValueError, RecursionError) as error:
        if "Extra data" in str(error):
            yield from _line_by_line(given, text)
            return
        yield given.rejection(
            f"is not JSON ({why(error)})", "mend it, or name the file .txt if it is a text", value=text[:200]
        )
        return
    yield from records(given, value, first=1)


def parse(text: str) -> Any:
    """The JSON value in `text`. NaN and Infinity, which are not JSON, become text.

    Raises:
        ValueError: it is no JSON, or too much of it.
        RecursionError: it is nested too deeply.
    """
    # An empty object takes two bytes to write and thirty times as many to hold.
    if len(text) > MOST_BRACKETS and text.count("{") + text.count("[") > MOST_BRACKETS:
        raise Swarm(f"has more than {MOST_BRACKETS:,} lists and objects")
    return json.loads(text, strict=False, parse_constant=str)


def why(error: Exception) -> str:
    """The reason in words."""
    if isinstance(error, json.JSONDecodeError):
        return (
            f"{error.msg.lower()}, column {error.colno}" if error.lineno == 1 else f"line {error.lineno}: {error.msg}"
        )
    if isinstance(error, Swarm):
        return str(error)
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def records(given: Given, value: Any, *, first: int, counted: bool = True) -> Iterator[Item]:
    """The records in a JSON value, numbered from `first`; all are item `first` where they are not counted."""
    found = 0
    for record, foreign in _each(value, 0):
        number = first + found if counted else first
        found += 1
        if isinstance(record, dict):
            yield given.record(record, number, foreign=foreign)
        else:
            yield given.rejection(
                "is no record", 'write an object: {"title": "…", "body": "…"}', item=number, value=record
            )
    if not found and not (isinstance(value, dict) and NOTE in value):
        yield given.rejection("holds no record", "put articles into it", item=None if counted else first)


def _each(value: Any, depth: int) -> Iterator[tuple[Any, bool]]:
    """Every record in a value, under our field names, and whether it is in a format of the trade.

    What is no object comes as it is.
    """
    if isinstance(value, list) and depth < 3:
        for one in value:
            yield from _each(one, depth + 1)
        return
    if not isinstance(value, dict):
        yield value, False
        return
    for shape in SHAPES:
        if shape.is_one(value):
            yield from ((record, True) for record in shape.records(value))
            return
    listed = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
    if listed is not None and depth < 3 and not {"title", "body"} <= plain.fields(value).keys():
        yield from _each(listed, depth + 1)
        return
    if value.keys() <= {NOTE, UNREAD}:
        yield from _mended(value.get(UNREAD), depth)
        return
    yield plain.fields(value), False


def _mended(text: Any, depth: int) -> Iterator[tuple[Any, bool]]:
    """What stood in a line of a rejected/ file that never was a record: mended, it is one now."""
    if isinstance(text, str):
        try:
            value = parse(text)
        except (ValueError, RecursionError):
            value = text
        yield from _each(value, depth + 1)


def _line_by_line(given: Given, text: str) -> Iterator[Item]:
    """One JSON value after the other: JSON Lines under a wrong name, or objects that span lines."""
    decoder = json.JSONDecoder(strict=False, parse_constant=str)
    at, number = 0, 1
    while at < len(text):
        if text[at].isspace() or text[at] == ",":
            at += 1
            continue
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            end = (text.find("\n", at) + 1) or len(text)
            yield given.rejection(
                f"is not JSON ({why(error)})",
                "mend this item",
                item=number,
                value=text[at : at + 200],
                text=text[at:end],
            )
            at = end
        else:
            yield from records(given, value, first=number, counted=False)
        number += 1
