"""The digest: how an edition tells an entry, from its headline down to the names in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.language_tags import tag
from broadsheet.model import Article
from broadsheet.outputs.entries import Entries, Entry, outlets
from broadsheet.outputs.items import fetched
from broadsheet.outputs.links import inside, outside, relative, shown, to_entity
from broadsheet.outputs.spoken import apart, languages, spoken, titled
from broadsheet.outputs.story_entries import to_story
from broadsheet.outputs.summary import gist, what_is_new
from broadsheet.outputs.words import Words

CHIPS = 6
"""Names under an entry: those that most of its articles share."""

OUTLETS = 8
"""Sources under an entry."""


class Digest:
    """Entries of one edition, ready to be told on any page."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.entries = Entries(edition)
        self._edition = edition
        self._words = words
        # Where all articles are of one source, its name under each says nothing.
        self._one_source = len(outlets(edition.articles)) < 2

    def told(self, entry: Entry, start: str, level: str = "###", *, news: bool = False, sources: bool = True) -> str:
        """An entry on page `start`: headline, a sentence or two, sources, names.

        Args:
            entry: what is told.
            start: the page on which it is.
            level: that of its heading.
            news: whether of a running story only what is new is told.
            sources: whether the sources are; where all of a page are of one, the page says so once.
        """
        small = " · ".join(self._small(entry, start, sources=sources))
        parts = (
            f"{level} {self.headline(entry, start)}",
            self._text(entry, news=news),
            f"*{small}*" if small else "",
            self._names(entry, start),
        )
        return "\n\n".join(part for part in parts if part)

    def headline(self, entry: Entry, start: str) -> str:
        """An entry's headline, linked to the story's page, or to the only article here; a person's words come first."""
        if entry.story and entry.story.own_title and entry.address == entry.story.address:
            return to_story(self._edition, entry.story, start, self._words)
        title = titled(entry.first.title, entry.first.language, self._words)
        return f"[{title}]({relative(entry.address, start)})"

    def spoken_in(self, entry: Entry) -> str:
        """The tag of the language that an entry's headline is in; empty where that is not known."""
        story = entry.story
        if story and story.own_title and entry.address == story.address:
            return self._words.tag
        return tag(entry.first.language or "")

    def line(self, entry: Entry, start: str, *, sources: bool = True) -> str:
        """An entry in one line: its headline and its sources."""
        small = " · ".join(self._small(entry, start, sources=sources))
        return self.headline(entry, start) + (f" *{small}*" if small else "")

    def running(self, entry: Entry, start: str) -> str:
        """A running story in one line: its own headline, how long it has run, and in how many articles."""
        first = entry.since or min(one.day for one in entry.articles if one.day)
        story = entry.story
        headline = to_story(self._edition, story, start, self._words) if story else self.headline(entry, start)
        return f"{headline} *{self._since(first, entry, start)}*"

    def _text(self, entry: Entry, *, news: bool) -> str:
        said = entry.texts
        words, language = self._words, entry.first.language
        if news and entry.before:
            new = what_is_new(said, entry.before, entry.first.title)
            if new:
                return words("**New:** {sentence}", sentence=spoken(shown(new), language, words))
        return spoken(shown(gist(said, entry.first.title)), language, words)

    def _small(self, entry: Entry, start: str, *, sources: bool) -> Iterator[str]:
        if not entry.is_dated and (when := fetched(entry.first, self._words)):
            yield when
        if sources and not self._one_source:
            yield from self._sources(entry, start)
        if entry.story:
            target = relative(entry.story.address, start)
            yield f"[{self._how_much(entry, start)}]({target})"
        # The language filter must know them all, not the headline's alone.
        told_in = languages(entry.articles, self._words)
        if told_in:
            yield told_in

    def _how_much(self, entry: Entry, start: str) -> str:
        words = self._words
        if entry.since:
            return self._since(entry.since, entry, start)
        if len(entry.articles) == 1 and entry.later:
            return words("how it went on")
        if len(entry.articles) == 1 and entry.story:
            # Others of no known date may have told it before.
            return words.count("{count} article", "{count} articles", len(entry.story.articles))
        return self._count(entry, start)

    def _count(self, entry: Entry, start: str) -> str:
        """How many articles tell a story: up to that edition, on the home page all, those without a date as well."""
        here = entry.earlier + len(entry.articles)
        number = len(entry.story.articles) if entry.story and start == addresses.HOME else here
        return self._words.count("{count} article", "{count} articles", number)

    def _since(self, first: dt.date, entry: Entry, start: str) -> str:
        words = self._words
        newest = max(one.day for one in entry.articles if one.day)
        return words(
            "since {day} · {articles}",
            day=words.day_of_month(first) if newest.year == first.year else words.day(first),
            articles=self._count(entry, start),
        )

    def _sources(self, entry: Entry, start: str) -> Iterator[str]:
        texts = [(one, entry.copies.get(one.id, ())) for one in entry.texts]
        told: dict[str, None] = {}
        groups = []
        for one, copies in texts:
            same = self._outlets(one, copies, start, linked=len(entry.articles) > 1)
            new = [name for name in same if name not in told]
            told |= dict.fromkeys(new)
            if new:
                groups.append((len(new), self._one_text([same[name] for name in new])))
        yield from (group for _, group in groups[:OUTLETS])
        if len(groups) > OUTLETS:
            more = sum(number for number, _ in groups[OUTLETS:])
            yield self._words.count("{count} more", "{count} more", more)

    def _outlets(self, one: Article, copies: Sequence[Article], start: str, *, linked: bool) -> dict[str, str]:
        """By name, the outlets that published one text, each linked to where it did."""
        found: dict[str, str] = {}
        for article in (one, *copies):
            if article.source:
                name = inside(article.address, start, article.source) if linked else shown(article.source)
                found.setdefault(article.source, apart(name, self._words))
            for other in article.also_at:
                found.setdefault(other.name, apart(outside(other.url, other.name), self._words))
        return found

    def _one_text(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return names[0]
        words = self._words
        told = list(names[:OUTLETS])
        if len(names) > OUTLETS:
            told.append(words.count("{count} more", "{count} more", len(names) - OUTLETS))
        return words("{sources} (the same text)", sources=words.listed(told))

    def _names(self, entry: Entry, start: str) -> str:
        edition = self._edition
        named = Counter(entity for one in entry.articles for entity in edition.ids_named_in(one))
        # The sort keeps the order of the text among names that as many articles have.
        first = sorted(named, key=lambda entity: -named[entity])[:CHIPS]
        return " · ".join(to_entity(edition.entities[entity], start) for entity in first)
