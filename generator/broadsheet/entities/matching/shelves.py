"""The shelves of a lexicon: what is filed under a word, read when a text first has that word."""

from __future__ import annotations

from typing import NamedTuple

from broadsheet.entities.matching.lexicon import Entry, Filed, Lexicon

_OPENING = 6
"""Characters of what follows a word that tell nearly always whether a longer spelling does."""


class Shelf(NamedTuple):
    """What is filed under a word."""

    alone: list[Entry] | None
    """Whose spelling the word is by itself."""
    longer: dict[str, list[Filed]]
    """The spellings of which it is a part, as the lexicon files them."""
    openings: frozenset[str]
    """What follows the word in these, cut to some lengths."""
    lengths: tuple[int, ...]
    """These lengths."""
    before: tuple[str, ...]
    """What stands right before the word where nothing follows, cut to one length."""


class Shelves(dict[str, Shelf | None]):
    """By word (bare) its shelf; None: nothing is filed under it."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, head: str) -> Shelf | None:
        filed = self._lexicon.filed(head)
        found = self[head] = None if filed is None else _shelf(filed)
        return found


def _shelf(filed: dict[str, list[Filed]]) -> Shelf:
    alone = next((whose for before, rest, whose in filed.get("", ()) if not before and not rest), None)
    short = [one for one in filed.pop("", []) if one[0] or one[1]]
    longer = {**filed, "": short} if short else filed
    openings = {rest[:_OPENING] for listed in longer.values() for _, rest, _ in listed if rest}
    before = {before[-_OPENING:] for before, rest, _ in short if not rest}
    lengths = sorted({len(one) for one in openings}, reverse=True)
    return Shelf(alone, longer, frozenset(openings), tuple(lengths), tuple(sorted(before)))
