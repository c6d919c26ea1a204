"""Neighbours: the articles before and after an article in time, for the foot of its page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.spoken import headline
from broadsheet.outputs.words import Words


def neighbours(edition: Edition, words: Words) -> Mapping[str, str]:
    """By article id, the links to the next earlier and later article: a list. An undated article has none.

    A new article changes the pages of its two neighbours, and no other.
    """
    dated = [article for article in edition.articles if article.day]
    earlier = {later.id: article for later, article in pairwise(dated)}
    later = {article.id: one for one, article in pairwise(dated)}
    found = {}
    for article in dated:
        lines = [
            f"- {title}{words.colon} {_told(other, article.address, words)}"
            for title, other in ((words("Before"), earlier.get(article.id)), (words("After"), later.get(article.id)))
            if other
        ]
        found[article.id] = "\n".join(lines)
    return found


def _told(article: Article, start: str, words: Words) -> str:
    day = f" *{words.day(article.day)}*" if article.day else ""
    return headline(article, start, words) + day
