"""Related coverage: which articles share the rarest names with an article.

An article's few rarest names decide, and of each name's articles only those next to it in time are looked
at: the work grows with the number of articles, however often a name is in the news.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.edition import Edition
from broadsheet.model import Article, Entity

MOST = 5
"""Related articles under an article."""

NAMES = 8
"""How many of an article's names are followed, the rarest first."""

REACH = 6
"""How many newer and how many older articles of one name are looked at."""

RARE = 4
"""A single shared name is a reason only where no more articles than this name it."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another article, and why it is related."""

    article: Article
    shared: Sequence[Entity]
    """The names both have, the rarest first."""


def related(edition: Edition) -> Iterator[tuple[Article, Sequence[Related]]]:
    """Each article, newest first, with its related articles, the nearest first."""
    lists = edition.by_entity
    weight = {entity: 1 / math.log2(1 + len(articles)) for entity, articles in lists.items()}
    place: dict[str, int] = defaultdict(int)
    """How many articles of a name have gone by: where in its list the present one stands."""
    for article in edition.articles:
        named = sorted(edition.ids_named_in(article), key=lambda entity: (len(lists[entity]), entity))
        scores: dict[str, float] = defaultdict(float)
        for entity in named[:NAMES]:
            here, value = place[entity], weight[entity]
            for other in lists[entity][max(0, here - REACH) : here + REACH + 1]:
                scores[other.id] += value
        for entity in named:
            place[entity] += 1
        scores.pop(article.id, None)
        yield article, _best(edition, named, scores)


def _best(edition: Edition, named: Sequence[str], scores: dict[str, float]) -> list[Related]:
    found = []
    # More than are wanted, since some share too little; ties go to the article's neighbours in the total order.
    for _, other_id in sorted((-score, other) for other, score in scores.items())[: 2 * MOST]:
        other = edition.by_id[other_id]
        theirs = set(edition.ids_named_in(other))
        shared = [entity for entity in named if entity in theirs]
        if len(shared) > 1 or (shared and len(edition.by_entity[shared[0]]) <= RARE):
            found.append(Related(other, [edition.entities[entity] for entity in shared]))
    return found[:MOST]
