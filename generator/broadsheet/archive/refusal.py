"""Records that are articles, and yet are not taken in: what the report says of each."""

from __future__ import annotations

from broadsheet.archive import acceptance
from broadsheet.errors import Rejection
from broadsheet.model import Record


def other_id(record: Record, title: str) -> Rejection:
    """One that bears the id of quite another article, of this title."""
    return _refused(
        record,
        field="id",
        value=record.id or "",
        problem=f"is the id of another article ({title[:80]!r})",
        remedy="give one of them another id; if it is the same article, give both its url",
    )


def unknown(record: Record) -> Rejection:
    """One that takes back an article that nobody knows."""
    return _refused(
        record,
        field="retracted",
        value=record.id or record.url or "",
        problem="takes back an article that is not in the archive",
        remedy="give the id or the url that it has there; or give its title, and a page says that it was retracted",
    )


def _refused(record: Record, *, field: str, value: str, problem: str, remedy: str) -> Rejection:
    origin = acceptance.origin(record)
    return Rejection(
        file=origin.file if origin else "-",
        item=origin.item if origin else None,
        field=field,
        value=value[:80],
        problem=problem,
        remedy=remedy,
        record=record.model_dump(mode="json", exclude_defaults=True),
    )
