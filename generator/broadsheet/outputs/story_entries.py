"""A story's articles as entries: those that are the same text are one, which names every outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from broadsheet.edition import Edition
from broadsheet.model import Article, Copy, Story
from broadsheet.outputs.links import UNNAMED, outside, relative, shown
from broadsheet.outputs.spoken import spoken, titled
from broadsheet.outputs.summary import gist, what_is_new
from broadsheet.outputs.words import Words
from broadsheet.stories.telling import standing

OUTLETS = 8
"""Outlets that are named where a text stands too."""

BEFORE = 10
"""How many earlier entries are looked at to tell what is new in one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that tells a story, and its copies."""

    article: Article
    """The earliest of those with this text."""
    copies: Sequence[Article] = ()
    """The others, newest first."""
    elsewhere: Sequence[Copy] = ()
    """Outlets whose copies were folded when they came in, and have no page."""

    def beside(self, article: Article) -> Iterator[Article]:
        """The others with an article's text, earliest first."""
        return (one for one in chain([self.article], reversed(self.copies)) if one.id != article.id)


def entries_of(edition: Edition, story: Story) -> list[Entry]:
    """The entries of a story, newest first."""
    first: dict[str, str] = {}
    place = {one: number for number, one in enumerate(story.articles)}
    for run in story.copies:
        first |= dict.fromkeys(run, max(run, key=place.__getitem__))
    copies: dict[str, list[Article]] = {}
    for one in story.articles:
        if first.get(one, one) != one:
            copies.setdefault(first[one], []).append(edition.by_id[one])
    alone = (edition.by_id[one] for one in story.articles if first.get(one, one) == one)
    return [Entry(one, also := copies.get(one.id, []), _elsewhere([*also, one])) for one in alone]


def central(edition: Edition, story: Story) -> Article:
    """The article whose headline the story bears; where a person wrote one of its own, the one it would bear else."""
    told = edition.told_by(story)
    if not story.own_title:
        return next((one for one in told if one.title == story.title), told[0])
    return standing(told, story.ties, edition.config.language)


def story_title(edition: Edition, story: Story, words: Words) -> str:
    """A story's headline as Markdown, in its language."""
    if story.own_title:
        return spoken(shown(story.title) or UNNAMED, None, words)
    return titled(story.title, central(edition, story).language, words)


def to_story(edition: Edition, story: Story, start: str, words: Words) -> str:
    """A story's headline on page `start`, linked to its page."""
    return f"[{story_title(edition, story, words)}]({relative(story.address, start)})"


def news(entries: Sequence[Entry], place: int, headline: str) -> str:
    """The sentence that is new in an entry, in the light of those before it; what the first one says."""
    article = entries[place].article
    older = (one.article for one in islice(entries, place + 1, None))
    before = list(islice((one for one in older if one.language == article.language), BEFORE))
    if not before:
        return gist([article], headline or article.title)
    return what_is_new([article], before, article.title)


def also_in(entry: Entry, start: str, words: Words, whole: str = "") -> str:
    """`Also in: A, B`: the outlets that had the same text, each linked to where it did; empty for one alone.

    Args:
        entry: the text.
        start: the page on which it is said.
        words: of the site.
        whole: the address of the story's page, to which the rest of many is linked.
    """
    copies = (to_outlet(one, start, words) for one in entry.beside(entry.article))
    names = chain(copies, (outside(one.url, one.name) for one in entry.elsewhere))
    told = some_of(names, len(entry.copies) + len(entry.elsewhere), start, words, whole)
    return f"{words('Also in')}{words.colon} {told}" if told else ""


def some_of(names: Iterator[str], count: int, start: str, words: Words, whole: str = "") -> str:
    """`A, B and 4 more`: the first of so many outlets."""
    told = list(islice(names, OUTLETS))
    if count <= len(told):
        return words.listed(told)
    more = words.count("and {count} more", "and {count} more", count - len(told))
    return words.listed(told, f"[{more}]({relative(whole, start)})" if whole else more)


def to_outlet(article: Article, start: str, words: Words) -> str:
    """An article by the name of its outlet, linked to its page."""
    name = shown(article.source) or spoken(shown(article.title) or UNNAMED, article.language, words)
    return f"[{name}]({relative(article.address, start)})"


def _elsewhere(articles: Sequence[Article]) -> list[Copy]:
    known = {one.source for one in articles}
    places: dict[str, Copy] = {}
    for article in articles:
        for place in article.also_at:
            if place.name and place.name not in known:
                places.setdefault(place.name, place)
    return list(places.values())
