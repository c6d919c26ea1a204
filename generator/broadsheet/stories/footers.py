"""Sentences that stand under article after article, whatever they tell: they bind nothing together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from broadsheet.model import Article

_FEWEST = 3
_FEWEST_ANYWHERE = 5
"""Articles in which a sentence must stand to count as a footer: of one source, of any."""
_SHARE_OF_SOURCE = 0.6
_ALIKE = 0.3
"""From this share of common text on, articles are versions of one text, and a sentence in both is part of it."""
_EDGE = 3
"""How many sentences from the start or the end footers stand."""

Alike = Callable[[int, int], float]
"""How much of their text two articles (by place) share, 0 to 1."""


def footers(articles: Sequence[Article], pieces: Sequence[Sequence[str]], alike: Alike) -> frozenset[str]:
    """The sentences of the articles (`pieces`, by place) that belong to none of them."""
    carriers: dict[str, list[int]] = defaultdict(list)
    for place, parts in enumerate(pieces):
        for piece in dict.fromkeys(parts):
            carriers[piece].append(place)
    size: dict[str, int] = defaultdict(int)
    for article in articles:
        size[article.source] += 1
    return frozenset(
        piece
        for piece, places in carriers.items()
        if len(places) >= _FEWEST
        and len({articles[place].title for place in places}) >= _FEWEST
        and (_of_source(articles, places, size) or _at_edges(piece, places, pieces, alike))
    )


def _of_source(articles: Sequence[Article], places: Sequence[int], size: dict[str, int]) -> bool:
    """Whether a sentence stands in most articles of one source."""
    source = articles[places[0]].source
    if not source or any(articles[place].source != source for place in places):
        return False
    return len(places) >= _SHARE_OF_SOURCE * size[source]


def _at_edges(piece: str, places: Sequence[int], pieces: Sequence[Sequence[str]], alike: Alike) -> bool:
    """Whether a sentence begins or ends many articles that have little else in common."""
    if len(places) < _FEWEST_ANYWHERE:
        return False
    edge = sum(piece in pieces[place][:_EDGE] or piece in pieces[place][-_EDGE:] for place in places)
    if 2 * edge < len(places):
        return False
    near = sum(alike(one, other) >= _ALIKE for one, other in pairwise(places))
    return 2 * near < len(places)


def without_footers_names(cut: Sequence[Article], named: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Who is named in each article, without those whom most of a source's articles with footers (`cut`) name."""
    by_source: dict[str, list[Article]] = defaultdict(list)
    for article in cut:
        by_source[article.source].append(article)
    left = dict(named)
    for articles in by_source.values():
        counted = Counter(name for article in articles for name in dict.fromkeys(named.get(article.id, ())))
        most = max(_FEWEST, _SHARE_OF_SOURCE * len(articles))
        usual = {name for name, count in counted.items() if count >= most}
        if usual:
            left |= {one.id: [name for name in named.get(one.id, ()) if name not in usual] for one in articles}
    return left
