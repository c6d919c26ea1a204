"""Whether a word opens a sentence, so that its capital says nothing."""

from __future__ import annotations

import re

from broadsheet.sentences import ends_with_abbreviation

# What may stand between the end of one sentence and the first word of the next: space, quotes, brackets,
# list marks, and a word that has lost its vowel (L’, D’, Qu’).
_OPENING = re.compile(r"(?:[\s\"'“‘„«‹(\[¿¡*>•·—–]|(?<!\w)(?:[A-Za-z]|[Qq]u)['’])*\Z")
_STARTING = frozenset('“„«‹"•*>¿¡—–')
_WESTERN = frozenset(".!?:;")
_ENDING = frozenset(".!?…:;؟。！？。»”")


def opens_sentence(text: str, start: int) -> bool:  # noqa: PLR0911 - the commonest cases first
    """Whether the word at `start` is the first of its sentence, quotation, heading or list item."""
    before = text[max(0, start - 12) : start]
    if not before:
        return True
    # By far the commonest: a letter or comma and one space.
    if before[-1] == " " and len(before) > 1 and (before[-2].isalnum() or before[-2] == ","):
        return False
    if before[-1] == "\n":
        return True
    if before[-1] == " ":
        mark = before[-2:-1]
        if mark in _WESTERN:
            return mark != "." or not ends_with_abbreviation(text, start - 2)
        bare = before.rstrip(" ")
        if bare and (bare[-1].isalnum() or bare[-1] == ","):
            return False
    opening = _OPENING.search(before)
    gap = opening.group() if opening else ""
    rest = start - len(gap)
    if rest <= 0 or "\n" in gap or not _STARTING.isdisjoint(gap):
        return True
    mark = text[rest - 1]
    if mark not in _ENDING:
        return False
    return mark != "." or not ends_with_abbreviation(text, rest - 1)
