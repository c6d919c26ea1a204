"""Who is named with whom, counted over all articles for the things whose names are in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from broadsheet.entities.article_names import ArticleNames
from broadsheet.entities.evidence import Society
from broadsheet.model import Article, Mention

MOST = 60
"""Of an article's names, so many count: a list of three hundred says little about any pair of them."""


def society(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    recorded: Mapping[str, frozenset[str]],
    unsettled: Iterable[ArticleNames],
) -> Society:
    """The company of all that is in doubt, and what doubtful names mean, as far as it is sure without asking others.

    Args:
        articles: all of them, in any order.
        mentions: what is surely named in each, by id.
        recorded: what the record of each names, by id.
        unsettled: the articles with names in doubt.
    """
    open_cases = [case for names in unsettled for cases in names.open for case in cases]
    candidates = {one for case in open_cases for one in case.candidates if one}
    surfaces = {case.surface for case in open_cases}
    named: Counter[str] = Counter()
    together: dict[str, Counter[str]] = {one: Counter() for one in sorted(candidates)}
    meanings: dict[str, Counter[str]] = {surface: Counter() for surface in sorted(surfaces)}
    for article in articles:
        found = mentions.get(article.id, ())
        ids = dict.fromkeys(mention.entity for mention in found)
        ids.update(dict.fromkeys(sorted(recorded.get(article.id, frozenset()) | article.listed)))
        ids.update(dict.fromkeys(f"topic:{topic}" for topic in article.topics))
        here = list(ids)[:MOST]
        named.update(here)
        for one in here:
            if one in together:
                together[one].update(other for other in here if other != one)
        for surface, one in {(mention.surface, mention.entity) for mention in found}:
            if surface in meanings:
                meanings[surface][one] += 1
    return Society(len(articles), named, together, meanings)
