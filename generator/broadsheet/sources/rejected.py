"""Fields of rejected records that are mended and fed in again."""

from __future__ import annotations

NOTE = "_rejected"
"""The field that says what was wrong; it is dropped when the line is read again."""

UNREAD = "_text"
"""What stood in the input where it could not be read as a record at all; mended in place, it is read again."""
