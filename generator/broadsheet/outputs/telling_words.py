"""Telling words: the rare words of each article that are no part of a name, by which texts on one subject are alike.

Words are runs of letters; of Chinese and Japanese, which part none, pairs of characters. A word that stands in one
article alone ties it to nothing, and one that many have says nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from broadsheet.edition import Edition
from broadsheet.model import Article

MOST = 24
"""Words of an article that are kept: of a long text a sample, the same in every text, so that length ties no two."""

READ = 6000
"""Characters of a text that are read."""

_SHARE = 0.05
"""A word in more than this share of the articles in its language is not rare."""

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
        languages = Counter(article.language for article in edition.articles)
        # To the next power of two: else each new article would weigh the words of all others anew.
        self.sizes = {article.id: 1 << languages[article.language].bit_length() for article in edition.articles}
        """By article id: about how many articles are in its language."""
        self.of: Mapping[str, Sequence[str]] = {
            article: self._rare(words, max(2, self.sizes[article] * _SHARE)) for article, words in found.items()
        }
        """By article id: its words, the rarest first."""
        self.lists: dict[str, list[Article]] = defaultdict(list)
        """By word: the articles that it is a telling word of, newest first."""
        for article in edition.articles:
            for word in self.of[article.id]:
                self.lists[word].append(article)

    def _rare(self, words: Sequence[str], highest: float) -> Sequence[str]:
        rare = (word for word in words if 1 < self.counts[word] <= highest)
        sample = sorted(rare, key=lambda word: (crc32(word.encode("utf-8", "surrogatepass")), word))[:MOST]
        return sorted(sample, key=lambda word: (self.counts[word], word))


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
