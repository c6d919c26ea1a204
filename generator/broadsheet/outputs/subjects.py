"""Subjects: the topics and sources of the articles that name an entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from broadsheet.edition import Edition, Filed
from broadsheet.model import Article
from broadsheet.outputs.links import inside
from broadsheet.outputs.shelves import source_addresses, topic_addresses
from broadsheet.outputs.words import Words

MOST = 8
"""Topics, and sources, in a line: those with the most of the articles."""


class Subjects:
    """The topics and sources of the archive, ready to be counted."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.words = words
        self._topics = topic_addresses(edition)
        self._sources = source_addresses(edition)

    def of(self, articles: Sequence[Article], start: str) -> str:
        """A line of topics and one of sources, on page `start`; empty for a single article, which says so itself."""
        if len(articles) < 2:
            return ""
        words = self.words
        topics = (topic for article in articles for topic in {*map(self._topics.name, article.every_topic)})
        sources = (article.source for article in articles if article.source)
        lines = [
            self._line(words("Topics"), topics, self._topics, start),
            self._line(words("Sources"), sources, self._sources, start),
        ]
        listed = "\n".join(f"- {line}" for line in lines if line)
        return f"## {words('Topics and sources')}\n\n{listed}" if listed else ""

    def _line(self, title: str, names: Iterable[str], shelves: Filed[str], start: str) -> str:
        ranked = sorted(Counter(map(shelves.name, names)).items(), key=lambda one: (-one[1], one[0]))
        listed = self.words.listed(
            f"{inside(shelves[name], start, name)} {self.words.number(count)}" for name, count in ranked[:MOST]
        )
        return f"{title}{self.words.colon} {listed}" if listed else ""
