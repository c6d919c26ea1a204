"""What was told before: the stories that have pages, and what people said of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story's page as it was found."""

    id: str
    address: str
    title: str = ""
    """The headline that it bears."""
    own_title: bool = False
    """Whether a person wrote that headline."""
    articles: tuple[str, ...] = ()
    """Ids of the articles that told the story when the page was last written."""
    former: bool = False
    """Whether it sends its readers on: the story was told no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of stories before articles are grouped."""

    pages: Mapping[str, StoryPage] = field(default_factory=dict)
    """By the story's id."""
    last: Mapping[str, str] = field(default_factory=dict)
    """By article id: the story that we last told it in."""
    put: Mapping[str, str] = field(default_factory=dict)
    """By article id: the story that a person put it into, whether there is one of that name or not."""
    alone: frozenset[str] = frozenset()
    """Ids of articles that are part of no story: a person said so."""
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By article id: the stories that a person said it is no part of."""
    taken: frozenset[str] = frozenset()
    """The addresses below stories/ where something stands."""

    def known(self) -> frozenset[str]:
        """The ids of the stories there are: one that two articles were put into comes to be."""
        times = Counter(self.put.values())
        return frozenset((*self.pages, *self.last.values(), *(one for one, count in times.items() if count > 1)))


NOTHING_TOLD = Told()
"""What is known of a new archive."""
