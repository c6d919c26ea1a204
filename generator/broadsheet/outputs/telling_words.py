"""Telling words: the rare words of each article that are no part of a name, by which texts on one subject are alike.

Words are runs of letters; of Chinese and Japanese, which part none, pairs of characters. A word that stands in one
article alone ties it to nothing, and one that many have says nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.edition import Edition
from broadsheet.model import Article

MOST = 24
"""Words of an article that are kept, the rarest first."""

READ = 6000
"""Characters of a text that are read."""

_OFTEN = 50
_SHARE = 0.02
"""A word in more articles than this (a number, or a share of all, to the next power of two) is not rare."""

_WORD = re.compile(r"[^\W\d_]{4,}|[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


class TellingWords:
    """Each article's telling words, and the articles that have a word."""

    def __init__(self, edition: Edition) -> None:
        interned: dict[str, str] = {}
        found = {
            article.id: tuple(interned.setdefault(word, word) for word in _words(article, edition))
            for article in edition.articles
        }
        self.counts: Counter[str] = Counter(word for words in found.values() for word in words)
        highest = max(_OFTEN, (1 << len(found).bit_length()) * _SHARE)
        self.of: Mapping[str, Sequence[str]] = {
            article: sorted(
                (word for word in words if 1 < self.counts[word] <= highest),
                key=lambda word: (self.counts[word], word),
            )[:MOST]
            for article, words in found.items()
        }
        """By article id: its words, the rarest first."""
        self.lists: dict[str, list[Article]] = defaultdict(list)
        """By word: the articles that it is a telling word of, newest first."""
        for article in edition.articles:
            for word in self.of[article.id]:
                self.lists[word].append(article)


def _words(article: Article, edition: Edition) -> Iterator[str]:
    names = {word for mention in edition.mentions.get(article.id, ()) for word in _split(mention.surface.casefold())}
    text = f"{article.title} {article.body[:READ]}".casefold()
    for word in dict.fromkeys(_split(text)):
        if word not in names:
            yield word


def _split(text: str) -> Iterator[str]:
    for run in _WORD.findall(text):
        if run.isascii() or not _UNSPACED.match(run):
            if len(run) > 3:
                yield run
        else:
            yield from (run[place : place + 2] for place in range(len(run) - 1))
