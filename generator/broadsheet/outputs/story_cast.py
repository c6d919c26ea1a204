"""Who joins a story and who leaves it: the day on which each name is first heard in it, and the last."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.chips import some
from broadsheet.outputs.links import to_entity
from broadsheet.outputs.words import Words

DAYS = 30
"""Days that are told, the latest."""

NAMES = 12
"""Names that a day lists, those first that most of the story's articles name."""

OFTEN = 2
"""Articles of a story that name somebody, at least, to make the last of them worth telling."""


class Cast:
    """The names in a story, from the first day to the last."""

    def __init__(self, edition: Edition, articles: Sequence[Article]) -> None:
        self.counts: Counter[str] = Counter()
        """By entity id: how many of the articles name it."""
        first: dict[str, dt.date] = {}
        last: dict[str, dt.date] = {}
        for article in reversed(articles):
            named = edition.ids_named_in(article)
            self.counts.update(named)
            if article.day:
                for one in named:
                    first.setdefault(one, article.day)
                    last[one] = article.day
        ranked = sorted(self.counts, key=lambda one: (-self.counts[one], one))
        self.entities: Sequence[Entity] = [edition.entities[one] for one in ranked]
        """The entities, those first that most articles name."""
        self.days = sorted({article.day for article in articles if article.day})
        self.joining = self._by_day(first)
        """By day: who is named for the first time; nobody on the day it begins."""
        self.leaving = self._by_day({one: day for one, day in last.items() if self.counts[one] >= OFTEN})
        """By day: who is named for the last time, though the story goes on."""
        if self.days:
            self.joining.pop(self.days[0], None)
            self.leaving.pop(self.days[-1], None)

    def _by_day(self, when: Mapping[str, dt.date]) -> dict[dt.date, list[Entity]]:
        found: dict[dt.date, list[Entity]] = {}
        for entity in self.entities:
            if entity.id in when:
                found.setdefault(when[entity.id], []).append(entity)
        return found

    def told(self, start: str, words: Words) -> str:
        """Both by day, the latest first; empty where nobody leaves, for the days say already who joins."""
        days = [day for day in reversed(self.days) if day in self.joining or day in self.leaving]
        if not self.leaving:
            return ""
        lines = []
        for day in days[:DAYS]:
            parts = [
                f"{said} {some([to_entity(one, start) for one in names], words, NAMES)}"
                for said, names in (
                    (words("Named first:"), self.joining.get(day)),
                    (words("Named last:"), self.leaving.get(day)),
                )
                if names
            ]
            lines.append(f"- **{words.day(day)}**\n\n    " + "\n\n    ".join(parts))
        if len(days) > DAYS:
            lines.append("- " + words.count("and {count} more day", "and {count} more days", len(days) - DAYS))
        return "\n\n".join([f"## {words('Who joins, who leaves')}", *lines])
