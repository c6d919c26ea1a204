"""What grouping takes and gives: a person's wishes, and groups of articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from broadsheet.model import Mention, Tie

Mentions = Mapping[str, Sequence[Mention]]
"""By article id: who is named in it, and where."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that tell one story."""

    articles: tuple[str, ...]
    """Their ids, newest first."""
    ties: Mapping[str, Tie]
    """By article id: its nearest other article in the group."""
    copies: tuple[tuple[str, ...], ...] = ()
    """Runs of copies, word for word or nearly, of two or more ids each."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people said of articles by id: obeyed whatever the texts say."""

    apart: Sequence[tuple[str, str]] = ()


NO_WISHES = Wishes()
"""Nobody said anything."""
