"""Same story: under an article, who else tells what it tells, why, and how a person says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.edition import Edition
from broadsheet.model import Article, Story
from broadsheet.outputs.entries import outlets
from broadsheet.outputs.items import line
from broadsheet.outputs.links import relative
from broadsheet.outputs.story_entries import Entry, also_in, entries_of, some_of, story_title, to_outlet
from broadsheet.outputs.story_reasons import overruling, reason
from broadsheet.outputs.words import Words

MOST = 8
"""Other articles of its story that an article lists: those next to it in time."""


class SameStory:
    """What stands under articles of stories; the entries of each story are made once."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.edition, self.words = edition, words
        self._entries: dict[str, list[Entry]] = {}
        self._facts: dict[str, tuple[str, str]] = {}
        """By story: its headline, and how many tell it."""
        self._place: dict[str, int] = {}
        """By article id: its entry's place in its story."""

    def under(self, article: Article) -> str:
        """The section under an article; empty where nobody else tells its story."""
        story = self.edition.story_of.get(article.id)
        if story is None or len(story.articles) < 2:
            return ""
        words, start = self.words, article.address
        entries = self._of(story)
        here = self._place[article.id]
        copies = entries[here].copies
        parts = [f"## {words('Same story')}", self._head(story, start)]
        if copies:
            beside = (to_outlet(one, start, words) for one in entries[here].beside(article))
            named = some_of(beside, len(copies), start, words, story.address)
            parts.append(words("The same text stands in {outlets}.", outlets=named))
        parts += [self._line(one, story, start) for one in self._beside(entries, here)]
        left = len(entries) - 1 - MOST
        if left > 0:
            more = words.count("and {count} more", "and {count} more", left)
            parts.append(f"- [{more}]({relative(story.address, start)})")
        why = reason(self.edition, story, article, start, words)
        parts += [f"{words('Why here')}{words.colon} {why}"] if why else []
        parts.append(overruling(self.edition, story, article, words))
        return "\n\n".join(parts)

    def listed(self, article: Article) -> Sequence[Article]:
        """The articles that the section under an article lists, copies aside."""
        story = self.edition.story_of.get(article.id)
        if story is None or len(story.articles) < 2:
            return ()
        entries = self._of(story)
        return [one.article for one in self._beside(entries, self._place[article.id])]

    def _of(self, story: Story) -> list[Entry]:
        if story.id not in self._entries:
            entries = self._entries[story.id] = entries_of(self.edition, story)
            self._facts[story.id] = story_title(self.edition, story, self.words), self._counted(story)
            self._place |= {
                one.id: place for place, entry in enumerate(entries) for one in (entry.article, *entry.copies)
            }
        return self._entries[story.id]

    def _head(self, story: Story, start: str) -> str:
        title, facts = self._facts[story.id]
        return f"**[{title}]({relative(story.address, start)})** *{facts}*"

    def _counted(self, story: Story) -> str:
        words, articles = self.words, self.edition.told_by(story)
        facts = [words.count("{count} article", "{count} articles", len(articles))]
        sources = outlets(articles)
        if sources:
            facts.append(words.count("{count} source", "{count} sources", len(sources)))
        return " · ".join(facts)

    def _beside(self, entries: list[Entry], here: int) -> list[Entry]:
        """The entries next to one in time, newest first, without it."""
        first = max(0, min(here - MOST // 2, len(entries) - 1 - MOST))
        return [one for place, one in enumerate(entries[first : first + MOST + 1], first) if place != here]

    def _line(self, entry: Entry, story: Story, start: str) -> str:
        text = f"- {line(entry.article, start, self.words)}"
        also = also_in(entry, start, self.words, story.address)
        return f"{text}\n\n    {also}" if also else text
