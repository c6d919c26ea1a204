"""A person's surname alone, after the full name in the same article: `Biden` after `Joe Biden`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.entities.boundaries import Edge, left, right
from broadsheet.entities.folding import fold
from broadsheet.entities.name_words import STARTERS, TITLES
from broadsheet.model import Entity, Mention


def by_surname(mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Mapping[str, Mention]:
    """The first full name that ends in each surname; none for a surname that two persons here share."""
    first: dict[str, Mention] = {}
    shared: set[str] = set()
    for mention in mentions:
        surname = mention.surface.rpartition(" ")[2]
        if surname == mention.surface or len(surname) < 3 or entities[mention.entity].kind != "person":
            continue
        if first.setdefault(surname, mention).entity != mention.entity:
            shared.add(surname)
    return {surname: mention for surname, mention in first.items() if surname not in shared}


def surnames(text: str, mentions: Sequence[Mention], full_names: Mapping[str, Mention]) -> Iterator[Mention]:
    """The further mentions of persons by their surname alone; `mentions` are those in `text`, in order."""
    starts = [mention.start for mention in mentions]
    ends = [mention.end for mention in mentions]
    folded = fold(text)
    text = folded.text if folded.offsets is None else text
    for surname, full in full_names.items():
        start = text.find(surname, full.end)
        while start >= 0:
            end = start + len(surname)
            place = bisect_right(starts, start)
            free = (place == 0 or ends[place - 1] <= start) and (place == len(starts) or starts[place] >= end)
            whole = free and left(text, start) is Edge.CLEAR and right(text, end, "") is Edge.CLEAR
            if whole and not _named_before(text, start):
                yield Mention(start, end, surname, full.entity)
            start = text.find(surname, end)


def _named_before(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before: then it is somebody else's surname (Jill Biden)."""
    word = text[max(0, start - 40) : start].rstrip(" ").rpartition(" ")[2]
    capital = bool(word) and word[0].isupper() and word.isalpha() and text[start - 1] == " "
    return capital and word.lower() not in STARTERS and word.lower() not in TITLES
