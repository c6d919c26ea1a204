"""The language filter: a line above a list that names the languages it is in, each linked to all articles in it.

The theme's script (`filter.js`) makes it a choice among the list's own entries, whose languages `spoken` marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from broadsheet import addresses
from broadsheet.language_tags import tag
from broadsheet.model import Article
from broadsheet.outputs.links import relative, shown
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.words import Words


def language_filter(articles: Iterable[Article], start: str, words: Words) -> str:
    """`Language: **All** · [English](…) · [العربية](…)` on page `start`; empty unless articles are in two or more."""
    return _bar({tag(article.language or "") for article in articles}, start, words)


def filters(told: Sequence[Iterable[Article]], address: Sequence[str], words: Words) -> list[str]:
    """The filter for each page of a list (the articles it tells), newest first: the languages of it and all older ones.

    A reader goes on to the older ones with the choice made here; and no newer article changes what stands here.
    """
    found: list[str] = []
    tags: set[str] = set()
    for articles, start in zip(reversed(told), reversed(address), strict=True):
        tags |= {tag(article.language or "") for article in articles}
        found.append(_bar(tags, start, words))
    return found[::-1]


def to_language(language: str, start: str, words: Words) -> str:
    """A language's name in itself, on page `start`, linked to the list of articles in it."""
    name = spoken(shown(words.own_name(language)), language, words)
    return f"[{name}]({relative(addresses.language(language), start)})"


def _bar(tags: set[str], start: str, words: Words) -> str:
    known = sorted(tags - {""}, key=lambda one: (one != words.tag, one))
    if len(known) < 2:
        return ""
    linked = " · ".join(to_language(one, start, words) for one in known)
    return f"{words('Language')}{words.colon} **{words('All')}** · {linked}"
