"""Rejected records as JSON Lines: mended, the file is fed in again."""

from __future__ import annotations

import json

from broadsheet.errors import Rejection

NOTE = "_rejected"
"""The field that says what was wrong; it is dropped when the line is read again."""

UNREAD = "_text"
"""What stood in the input where it could not be read as a record at all; mended in place, it is read again."""


def rejection_line(rejection: Rejection) -> str:
    """One line: the record as it was, and what is wrong with it."""
    note = {
        "field": rejection.field,
        "problem": rejection.problem,
        "remedy": rejection.remedy,
        "file": rejection.file,
        "item": rejection.item,
    }
    # Not ASCII alone: a person mends it. Lone surrogates cannot be written down otherwise.
    line = json.dumps({**rejection.record, NOTE: note}, ensure_ascii=False, default=str)
    return line.encode("utf-8", "replace").decode("utf-8")
