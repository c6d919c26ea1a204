"""Coverage: the articles that name an entity, by year, each with the sentence that does."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.items import by_year, line, year_heading
from broadsheet.outputs.quotes import quotes
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.words import Words


class Coverage:
    """Everything that every article says of anyone, ready to be listed."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.words = words
        self._quotes = quotes(edition)
        # An article's line is the same on the page of each entity it names, as long as these lie in one folder.
        self._lines: dict[tuple[str, str], str] = {}

    def of(self, entity: Entity, articles: Sequence[Article], start: str) -> str:
        """The coverage of an entity by these articles, on page `start`; empty without any."""
        parts = [f"## {self.words('Articles')}"]
        for year, group in by_year(articles):
            parts.append(f"### {year_heading(year, self.words)}")
            for article in group:
                parts.append(self._line(article, start))
                sentence = self._quotes.get((article.id, entity.id))
                if sentence:
                    parts.append(f"    > {spoken(sentence, article.language, self.words)}")
        return "\n\n".join(parts) if articles else ""

    def _line(self, article: Article, start: str) -> str:
        key = article.id, start[: start.rfind("/") + 1]
        if key not in self._lines:
            self._lines[key] = f"- {line(article, start, self.words, year=False)}"
        return self._lines[key]
