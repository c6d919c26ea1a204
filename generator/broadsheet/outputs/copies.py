"""Copies: the same text at other outlets, where it was folded when it came in: told with what was its own there."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from broadsheet.edition import Edition, folded
from broadsheet.model import Article, Copy
from broadsheet.outputs.chips import some
from broadsheet.outputs.items import fetched, headed
from broadsheet.outputs.links import outside, shown
from broadsheet.outputs.quotation_marks import quoted
from broadsheet.outputs.spoken import apart, spoken
from broadsheet.outputs.words import Words

MOST = 40
"""Copies that a day lists."""

OUTLETS = 8
"""Outlets that are named for one of them."""

Pair = tuple[Article, Copy]


def elsewhere(article: Article, words: Words) -> str:
    """`The Echo (3 May 2026), The Herald`: the places of an article's copies, with what is another's there."""
    return words.listed(_told(article, copy, words) for copy in article.also_at)


def copied_on(edition: Edition) -> Mapping[dt.date, Sequence[Pair]]:
    """Copies by the day on which they were published, where that is not the article's own, in the order of articles."""
    days: dict[dt.date, list[Pair]] = defaultdict(list)
    for article in edition.articles:
        for copy in article.also_at:
            if copy.published and copy.day and copy.day != article.day:
                days[copy.day].append((article, copy))
    return days


def lines(copied: Sequence[Pair], start: str, words: Words) -> str:
    """Copies as a list on page `start`: `- [Headline](…) *The Echo, The Post · also at The Herald, 1 May 2026*`."""
    told: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for article, copy in copied:
        told[article.id, copy.title].append((article, copy))
    listed = [f"- {_line(pairs, start, words)}" for pairs in islice(told.values(), MOST)]
    left = len(told) - MOST
    return "\n".join([*listed, *([words.count("and {count} more", "and {count} more", left)] if left > 0 else ())])


def _line(pairs: Sequence[Pair], start: str, words: Words) -> str:
    article, copy = pairs[0]
    names = [apart(outside(one.url, one.name), words) for _, one in pairs if one.name]
    small = " · ".join(filter(None, (some(names, words, OUTLETS), also_at(article, words))))
    return headed(as_copied(article, copy), start, small, words)


def also_at(article: Article, words: Words) -> str:
    """`also at The Herald, 1 May 2026`: where the text that stands for its copies does; empty where nobody knows."""
    if not article.source:
        return ""
    name = apart(shown(article.source), words)
    when = words.day(article.published) if article.published else ""
    return words("also at {place}", place=words.comma.join(filter(None, (name, when))))


def copy_at(outlet: str, article: Article) -> Copy | None:
    """An outlet's copy of another's text, the first of several; None for an article of its own."""
    if folded(article.source) == folded(outlet):
        return None
    copies = [copy for copy in article.also_at if folded(copy.name) == folded(outlet)]
    return min(copies, key=lambda copy: (copy.published is None, copy.day or dt.date.max))


def as_copied(article: Article, copy: Copy) -> Article:
    """An article with the headline and the date that it has at another outlet; its own, where these are not known."""
    title, dated = copy.title or article.title, copy if copy.day else article
    return dataclasses.replace(article, title=title, published=dated.published, retrieved=dated.retrieved)


def _told(article: Article, copy: Copy, words: Words) -> str:
    told = words.semicolon.join(_own(article, copy, words))
    name = outside(copy.url, copy.name or copy.url or "")
    return f"{name} ({told})" if told else name


def _own(article: Article, copy: Copy, words: Words) -> Iterator[str]:
    # On one day, that the one is published and the other only fetched is told still.
    if copy.day and (copy.day, bool(copy.published)) != (article.day, bool(article.published)):
        yield words.day(copy.published) if copy.published else fetched(as_copied(article, copy), words)
    if copy.title.split() not in ([], article.title.split()):
        yield spoken(quoted(shown(copy.title), article.language, words), article.language, words)
