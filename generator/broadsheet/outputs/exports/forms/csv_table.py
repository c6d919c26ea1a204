"""CSV: a row for each record, in columns that `broadsheet generate` reads back.

A cell that a spreadsheet would take for a formula (`=HYPERLINK(…)`, `@…`, `-…`) has an apostrophe before it, which
spreadsheets read as *this is text*, and our reader takes away again (`sources/csv_table.py`). The file begins with a
byte order mark: without one, Excel reads UTF-8 as something else.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.edition import Edition
from broadsheet.outputs.exports import cleaned
from broadsheet.outputs.exports.records import records
from broadsheet.sources.formulas import told_apart

COLUMNS = (
    "id", "url", "title", "published", "updated", "retrieved", "source", "source.url", "authors", "language",
    "section", "topics", "description", "body", "entities", "image", "rights", "retracted", "retraction_reason",
    "retraction_date",
)  # fmt: skip
_LISTS = ("authors", "topics")
_PARTS = ("|", ";", "\n")


def pieces(edition: Edition) -> Iterator[bytes]:
    """The first row, then the others."""
    yield ("\ufeff" + _row(COLUMNS)).encode()
    for article in (*edition.articles, *edition.retracted):
        for record in records(edition, article):
            cells = _cells(cleaned(record))
            yield _row([told_apart(cells.get(name, "")) for name in COLUMNS]).encode()


def _row(cells: Any) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)  # RFC 4180
    return text.getvalue()


def _cells(record: Mapping[str, Any]) -> dict[str, str]:
    cells = {name: value for name, value in record.items() if isinstance(value, str)}
    source = record.get("source", {})
    cells |= {"source": source.get("name", ""), "source.url": source.get("url", "")}
    cells |= {name: _list(record.get(name, [])) for name in _LISTS}
    if record.get("entities"):
        cells["entities"] = json.dumps(record["entities"], ensure_ascii=False)
    image = record.get("image", {})
    if image:
        cells["image"] = image["url"] if set(image) == {"url"} else json.dumps(image, ensure_ascii=False)
    if "retracted" in record:
        told = record["retracted"]
        said = {f"retraction_{part}": told.get(part, "") for part in ("reason", "date")}
        cells |= said if any(said.values()) else {"retracted": "true"}
    return cells


def _list(names: list[str]) -> str:
    """`a; b`; as JSON where a name holds what parts names. (A comma alone would part one topic in two.)"""
    if any(part in name for name in names for part in _PARTS) or (names and names[0][:1] in "[{"):
        return json.dumps(names, ensure_ascii=False)
    return "; ".join(names) + (";" if len(names) == 1 and "," in names[0] else "")
