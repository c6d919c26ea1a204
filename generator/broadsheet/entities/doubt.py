"""A doubt: a name that was not linked, what it may mean, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.entities.evidence import Reason


@dataclass(frozen=True, slots=True, order=True)
class Ambiguity:
    """A name that was not linked, because it was not sure what it means."""

    article: str
    """The article's id."""
    start: int
    """Offset of its first mention in the plain view of the body."""
    surface: str
    candidates: tuple[str, ...]
    """Ids of the entities it may mean; a single one where it may as well mean none of them."""
    why: tuple[Reason, ...] = ()
    """What speaks for each of them, the heaviest first: not enough, or not enough more than for another."""
