"""Tables: CSV, semicolon- or tab-separated, the first row naming the fields."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

from broadsheet.errors import Rejection
from broadsheet.limits import or_raise
from broadsheet.sources import json_document, plain
from broadsheet.sources.formulas import as_meant
from broadsheet.sources.raw import Given, Item

_LISTS = ("authors", "topics")
_PARTS = (*_LISTS, "entities", "image")
"""Fields that may stand in a cell as JSON."""


def read(given: Given) -> Iterator[Item]:
    """One record a row; cells that are empty are absent, lists are JSON or split at `;`, `|`, or (topics) commas."""
    text = given.text()
    header = text.partition("\n")[0]
    delimiter = max("\t;,|", key=header.count) if header else ","
    csv.field_size_limit(given.limits.record)  # an article is longer than the 131,072 characters that csv allows
    rows = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    names: list[str] = []
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield _unread(given, error, line)
            continue
        if not any(cell.strip() for cell in row):
            continue
        if not names:
            names = [name.strip() for name in row]
            if found := _unusable(given, names, delimiter, header):
                yield found
                return
            continue
        if len(row) > len(names) and any(row[len(names) :]):
            yield given.rejection(
                f"has {len(row)} cells for {len(names)} columns",
                "quote cells that hold the separator",
                item=rows.line_num,
                value=delimiter.join(row),
            )
            continue
        yield given.record(_fields(dict(zip(names, row, strict=False))), rows.line_num)


def _lines(text: str) -> Iterator[str]:
    """The lines, one at a time, with their ends: a list of millions would take more than the text."""
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _unread(given: Given, error: csv.Error, line: int) -> Rejection:
    if "field limit" in str(error):
        problem = f"has a cell of more than {given.limits.record:,} characters"
        return given.rejection(problem, or_raise("close each quote, and shorten what is long", "record"), item=line)
    return given.rejection(
        f"is not CSV ({error})", "close each quote, and double quotes inside quoted cells", item=line
    )


def _unusable(given: Given, names: list[str], delimiter: str, header: str) -> Rejection | None:
    """What is wrong with the first row, if anything is."""
    most = given.limits.entries
    if len(names) > most:
        problem = f"has {len(names):,} columns, more than {most:,}"
        return given.rejection(problem, or_raise("keep the columns that matter", "entries"), value=header)
    if twice := next((name for name, times in Counter(names).items() if name and times > 1), ""):
        return given.rejection(f"has two columns named {twice}", "rename one of them", value=header)
    if missing := _missing(names):
        return given.rejection(
            f"has no column for {' and '.join(missing)} (its first row: {delimiter.join(names)[:120]})",
            "name the columns in the first row: title, body, published …",
            value=header,
        )
    return None


def _missing(names: list[str]) -> list[str]:
    known = plain.fields(dict.fromkeys(names, "x"))
    # A table of retractions names articles, no more.
    names_only = "retracted" in known and not known.keys().isdisjoint({"id", "url"})
    return [] if names_only else [name for name in ("title", "body") if name not in known]


def _fields(row: dict[str, str]) -> dict[str, object]:
    cells = {name: as_meant(cell) for name, cell in row.items() if name and cell.strip()}
    fields: dict[str, object] = dict(plain.fields(cells))
    for name in _PARTS:
        fields |= _as_json(name, fields.get(name))
    for name in _LISTS:
        cell = fields.get(name)
        if isinstance(cell, str):
            # "Smith, John" is one author; "war, peace" are two topics.
            fields[name] = plain.split_list(cell, commas=name == "topics")
    for name in ("source.url", "image.url"):
        outer, _, inner = name.partition(".")
        if name in fields and isinstance(fields.get(outer), str):
            fields[outer] = {"name": fields[outer], inner: fields.pop(name)}
    return fields


def _as_json(name: str, cell: Any) -> dict[str, Any]:
    """The field, if its cell holds a list or an object."""
    if not isinstance(cell, str) or not cell.startswith(("[", "{")):
        return {}
    try:
        return {name: json_document.parse(cell)}
    except (ValueError, RecursionError):
        return {}
