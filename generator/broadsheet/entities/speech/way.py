"""A way to tell who spoke, and the signs that stand for names in the text it looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass

PERSON, OTHER, OBLIQUE = "\ue000", "\ue001", "\ue002"
"""A person that is named, as a subject would be (a character that says which follows); any other entity; a person
in another case, or one that is not certain."""

ANYONE = f"{PERSON}{OBLIQUE}"
"""What is no part of a stretch of text that names no person."""

WHO = rf"{PERSON}(?P<who>.)"
"""The one who speaks."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What must stand before a quotation, and what behind it; one of both has the name, the first that may."""

    before: re.Pattern[str] | None = None
    """Searched for at the end of what stands before."""
    behind: re.Pattern[str] | None = None
    """Matched with what stands behind."""
    running_on: bool = False
    """Whether the quotation must end in a comma, or have one behind it: else the name begins another sentence."""
    whole: bool = False
    """Whether the quotation must be a sentence that ends where it ends: else it may be a title, a word of another's."""


def any_of(words: str) -> str:
    """An expression for any of these words; parts of one are joined by underscores."""
    return f"(?:{'|'.join(word.replace('_', ' ') for word in words.split())})"
