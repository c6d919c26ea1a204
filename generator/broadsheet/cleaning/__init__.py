"""From the raw text of a page, boilerplate and all, to the article's title and body.

    clean(dumps)    one record (or rejection) a dump, in the order of the dumps
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from broadsheet.cleaning.lines import Line, split
from broadsheet.errors import Rejection
from broadsheet.model import Dump

__all__ = ["clean"]


def clean(dumps: Sequence[Dump]) -> list[dict[str, Any] | Rejection]:
    """A record for each dump that holds an article, a rejection for each that does not, in the same order."""
    return [_clean_one(dump) for dump in dumps]


def _worth(line: Line) -> float:
    """How much a line looks like running text (first, simple measure)."""
    shape = line.shape
    if shape.sentences and shape.words >= 8:
        return float(min(shape.words, 40))
    return -8.0


def _clean_one(dump: Dump) -> dict[str, Any] | Rejection:
    lines = split(dump.text)
    best, start, begin, end, total = 0.0, 0, 0, 0, 0.0
    for place, line in enumerate(lines):
        total += _worth(line)
        if total <= 0:
            total, start = 0.0, place + 1
        elif total > best:
            best, begin, end = total, start, place + 1
    if not end:
        return Rejection(
            file=dump.origin.file,
            item=dump.origin.item,
            field="body",
            value=dump.text[:80],
            problem="no article text found among the page's lines",
            remedy="copy the page again with its article open, or give the text as a record's body",
        )
    body = lines[begin:end]
    above = [line for line in lines[:begin] if line.shape.words >= 3]
    title = above[-1] if above else body[0]
    kept = {line.number for line in body} | {title.number}
    record: dict[str, Any] = {
        "title": title.text,
        "body": "\n\n".join(line.text for line in body),
        "origin": {"file": dump.origin.file, "item": dump.origin.item},
        "removed": [
            {"line": line.number, "text": line.text, "rule": "not-text"}
            for line in lines
            if line.number not in kept
        ],
    }
    if dump.url:
        record["url"] = dump.url
    return record
