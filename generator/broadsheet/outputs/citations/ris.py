"""A citation in RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): a tag of two letters, and one line each."""

from __future__ import annotations

from broadsheet.outputs.citations.cited import Cited


def text(one: Cited) -> str:
    """The record."""
    day = one.published
    fields = [
        ("TY", "NEWS"),
        ("ID", one.key),
        ("TI", one.title),
        *(("AU", name) for name in one.authors),
        ("T2", one.source),
        ("PY", f"{day.year:04}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}/" if day else ""),
        ("Y2", f"{one.accessed:%Y/%m/%d}/" if one.accessed else ""),
        ("UR", one.url),
        ("L2", one.archived if one.archived != one.url else ""),
        ("DB", one.archive),
        ("LA", one.language),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "])
