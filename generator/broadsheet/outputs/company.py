"""Company: whom and what a name is named with, those first whose meeting is the least likely to be chance.

Counts alone put the same few countries on every page. The log-likelihood ratio weighs a pair against how often each
of the two is named anyway, and unlike pointwise mutual information it does not prefer what was seen once or twice
(Dunning 1993, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19:1).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.edition import Edition
from broadsheet.model import Entity

MOST = 12
"""Names listed."""

FEW = 5
"""Up to this many, names of which so much is not sure make a short list longer."""

FLOOR = 2
"""Articles that two names share before their meeting counts for more than chance."""

NAMES = 40
"""Names of an article that are paired: a list of three hundred says little of any two, and pairs grow as the square."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A name that stands in the same articles."""

    entity: Entity
    shared: int
    """The articles that name both."""
    strength: int
    """The log-likelihood ratio in thousandths: whole, so that no machine rounds it into another order. 0: no more
    often together than by chance, or only once."""


def company(edition: Edition, entity_id: str, most: int = MOST) -> Sequence[Companion]:
    """The names that an entity is named with more than by chance, the surest first; ties by count, then id."""
    articles = edition.by_entity.get(entity_id, ())
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(edition.ids_named_in(article)[:NAMES])
    counts.pop(entity_id, None)
    total = len(edition.articles)
    sure = [
        Companion(edition.entities[other], count, strength)
        for other, count in counts.items()
        if count >= FLOOR
        and (strength := log_likelihood(count, len(articles), len(edition.by_entity[other]), total)) > 0
    ]
    sure.sort(key=lambda one: (-one.strength, -one.shared, one.entity.id))
    if len(sure) >= FEW:
        return sure[:most]
    # What else there is: first what was met most, then the names that are seldom met elsewhere.
    listed = {one.entity.id for one in sure}
    rest = sorted(
        (-count, len(edition.by_entity[other]), other) for other, count in counts.items() if other not in listed
    )
    return [*sure, *(Companion(edition.entities[other], counts[other], 0) for _, _, other in rest[: FEW - len(sure)])]


def log_likelihood(both: int, one: int, other: int, total: int) -> int:
    """How far the meetings of two names are from chance, in thousandths; 0 where they meet no more than by chance.

    Args:
        both: articles that name both.
        one: articles that name the one.
        other: articles that name the other.
        total: all articles.
    """
    if both * total <= one * other:
        return 0
    # Dunning's G²: twice the sum of k·ln(k·N / (row·column)) over the four cells of the table.
    cells = (
        (both, one, other),
        (one - both, one, total - other),
        (other - both, total - one, other),
        (total - one - other + both, total - one, total - other),
    )
    return round(2000 * sum(k * math.log(k * total / (row * column)) for k, row, column in cells if k > 0))
