"""A citation in CSL-JSON (https://citationstyles.org), which Zotero, Pandoc and others read."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from broadsheet.outputs.citations.cited import Cited


def text(one: Cited) -> str:
    """A list of one item."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": "article-newspaper",
        "title": one.title,
        "author": [{"literal": name} for name in one.authors],
        "container-title": one.source,
        "issued": _date(one.published),
        "accessed": _date(one.accessed),
        "URL": one.url,
        "archive": one.archive,
        "archive_location": one.archived if one.archived != one.url else "",
        "language": one.language,
    }
    written = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items() if value]
    return "[{\n" + ",\n".join(written).replace("<", "\\u003c") + "\n}]"


def _date(day: dt.date | None) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}
