"""A case to be decided: a name in an article, what it may mean, and what is known when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from broadsheet.model import Article, Entity, Mention

NOBODY = ""
"""Stands among candidates for: none of those we know."""

Why = Literal["listed", "recorded", "full name", "words around", "company", "habit"]
"""The kinds of evidence there are, the strongest first."""


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """What speaks for one of the things that a name may mean."""

    entity: str
    """The id of that thing."""
    kind: Why
    weight: float
    """How many times likelier it makes it, as a natural logarithm; below 0: less likely."""
    because: tuple[str, ...] = ()
    """The words, or the ids of the entities, that it rests on."""

    def __str__(self) -> str:
        """`gretchen-whitmer: company (detroit, michigan)`."""
        return f"{self.entity}: {self.kind}" + (f" ({', '.join(self.because)})" if self.because else "")


@dataclass(frozen=True, slots=True)
class Society:
    """Who is named with whom in all the articles, as far as it is asked: for things whose names are doubtful."""

    articles: int = 0
    """How many articles there are."""
    named: Mapping[str, int] = field(default_factory=dict)
    """In how many articles something is surely named, by id (or `topic:` and a topic)."""
    together: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For a thing with a doubtful name: in how many articles each other one is named with it."""
    meanings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """In how many articles a doubtful name surely means each thing."""


@dataclass(frozen=True, slots=True)
class Case:
    """A name that may mean several things."""

    article: Article
    text: str
    """The plain view of its body."""
    start: int
    end: int
    surface: str
    candidates: tuple[str, ...]
    """The ids of what it may mean, in their order."""
    entities: Mapping[str, Entity]
    recorded: frozenset[str] = frozenset()
    """The ids that the article's own record names."""
    named: Sequence[Mention] = ()
    """What is surely named in the article, in the order of the text; what its title names stands before its start."""
    society: Society = field(default_factory=Society)


Evidence = Callable[[Case], Sequence[Reason]]
"""What one kind of evidence says about a case: at most one reason for each candidate, none where it is silent."""
