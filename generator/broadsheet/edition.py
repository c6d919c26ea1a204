"""The Edition: one immutable snapshot between input and output.

Sources and the archive make it, outputs read it, nobody changes it. Each index is computed once, when it
is first asked for.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from broadsheet import language_tags
from broadsheet.config import Config
from broadsheet.model import Article, Entity, FormerStory, Mention, Question, Story

T = TypeVar("T")


@lru_cache(maxsize=1 << 15)
def folded(name: str) -> str:
    """A name as it is compared: `War in Gaza` and `war in  Gaza` are one topic, `C` and `C++` are not."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


class Filed(Mapping[str, T]):
    """Things by name, each name in the spelling that most use; found by any spelling of it."""

    def __init__(self, things: Mapping[str, T]) -> None:
        self._things = things
        self._names = {folded(name): name for name in things}

    def __getitem__(self, name: str) -> T:
        return self._things[name] if name in self._things else self._things[self._names[folded(name)]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def name(self, spelling: str) -> str:
        """The name that is written this way too."""
        return self._names[folded(spelling)]


@dataclass(frozen=True)
class Edition:
    """All articles, all entities, and who is named where, at one moment."""

    config: Config
    articles: Sequence[Article]
    """Every article that stands, newest first (see `newest_first`)."""
    entities: Mapping[str, Entity]
    """Every entity that is adopted or suggested, by id, in the order of ids."""
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    """By article id: every mention in the body, in the order of the text."""
    retracted: Sequence[Article] = ()
    """Articles that were taken back, newest first: each has its page, and stands in no list."""
    merged: Mapping[str, Sequence[Entity]] = field(default_factory=dict)
    """By id of an entity: others that a person merged into it. Their pages, where they stand, lead to its page."""
    questions: Sequence[Question] = ()
    """What only a person can settle, in the order in which the inbox tells it."""
    stories: Sequence[Story] = ()
    """Every story, the one with the newest article first."""
    former_stories: Sequence[FormerStory] = ()
    """Stories that have a page and are told no more, in the order of ids."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """By address of a list or an edition of a day, week or month: the title on a page that a person edited."""

    in_headlines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By article id: the ids of the entities that its headline names, and its text does not."""
    in_records: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By article id: the ids of those that only its record names, or a person who put them on its page."""

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def by_day(self) -> Mapping[dt.date, Sequence[Article]]:
        """Dated articles by the day they are filed under, newest day first."""
        days: dict[dt.date, list[Article]] = defaultdict(list)
        for article in self.articles:
            if article.day:
                days[article.day].append(article)
        return dict(days)

    @cached_property
    def undated(self) -> Sequence[Article]:
        """Articles without any day."""
        return [article for article in self.articles if article.day is None]

    @cached_property
    def by_entity(self) -> Mapping[str, Sequence[Article]]:
        """The articles that name an entity, newest first, by entity id."""
        lists: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            for entity in self.ids_named_in(article):
                lists[entity].append(article)
        return dict(lists)

    @cached_property
    def by_topic(self) -> Filed[Sequence[Article]]:
        """Articles by topic, topics in the order of their names, newest first in each.

        A topic that only another outlet gave the same text is one of it as well.
        """
        return self._filed(lambda article: article.every_topic)

    @cached_property
    def by_source(self) -> Filed[Sequence[Article]]:
        """Articles by the outlet's name, outlets in the order of their names, newest first in each.

        An outlet whose copy of a text was folded when it came in published that text as well.
        """
        return self._filed(lambda article: (article.source, *(place.name for place in article.also_at)))

    @cached_property
    def by_author(self) -> Filed[Sequence[Article]]:
        """Articles by who wrote them, authors in the order of their names, newest first in each."""
        return self._filed(lambda article: article.authors)

    @cached_property
    def by_language(self) -> Mapping[str, Sequence[Article]]:
        """Articles by language tag, in the order of tags, newest first in each; without those of no known language."""
        lists: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            if tag := language_tags.tag(article.language or ""):
                lists[tag].append(article)
        return {tag: lists[tag] for tag in sorted(lists)}

    def _filed(self, names: Callable[[Article], Iterable[str]]) -> Filed[Sequence[Article]]:
        lists: dict[str, list[Article]] = defaultdict(list)
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        for article in self.articles:
            for key, name in {folded(name): name for name in names(article)}.items():
                if key:
                    lists[key].append(article)
                    spelled[key][name] += 1
        titles = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spelled.items()}
        return Filed({titles[key]: lists[key] for key in sorted(lists, key=lambda key: titles[key])})

    @cached_property
    def story_of(self) -> Mapping[str, Story]:
        """The story that an article is part of, by article id; most are part of none."""
        return {article: story for story in self.stories for article in story.articles}

    @cached_property
    def story(self) -> Mapping[str, Story]:
        """Stories by id."""
        return {story.id: story for story in self.stories}

    def told_by(self, story: Story) -> Sequence[Article]:
        """A story's articles, newest first."""
        return [self.by_id[article] for article in story.articles]

    @cached_property
    def _named(self) -> Mapping[str, Sequence[str]]:
        # Asked for a dozen times an article: by lists, editions, related coverage.
        none: Sequence[str] = ()
        return {
            article: tuple(
                dict.fromkeys(
                    (
                        *(mention.entity for mention in mentions),
                        *self.in_headlines.get(article, none),
                        *self.in_records.get(article, none),
                    )
                )
            )
            for article, mentions in self.mentions.items()
        }

    def named_in(self, article: Article) -> Sequence[Entity]:
        """The entities an article names: in its text, in the order of their first mention; in its headline; elsewhere.

        These are what its page lists, and all that counts who is named where goes by them.
        """
        return [self.entities[entity] for entity in self._named.get(article.id, ())]

    def ids_named_outside(self, article: Article) -> Sequence[str]:
        """The ids of those that it names, and not in its text."""
        return (*self.in_headlines.get(article.id, ()), *self.in_records.get(article.id, ()))

    def ids_named_in(self, article: Article) -> Sequence[str]:
        """Their ids, in the same order."""
        return self._named.get(article.id, ())

    def called(self, address: str, name: str) -> str:
        """What the page of a list or an edition is called: as a person has it, else by this name."""
        return self.titles.get(address, name)

    def also_called(self, entity: Entity) -> Sequence[str]:
        """The other names of an entity, each once: its aliases, and all names of those that were merged into it."""
        merged = (name for one in self.merged.get(entity.id, ()) for name in one.every_name)
        return [name for name in dict.fromkeys((*entity.aliases, *merged)) if name != entity.name]

    def first_mentions(self, article: Article) -> Sequence[Mention]:
        """The first mention of each entity in an article, in the order of the text."""
        first: dict[str, Mention] = {}
        for mention in self.mentions.get(article.id, ()):
            first.setdefault(mention.entity, mention)
        return list(first.values())


def newest_first(article: Article) -> tuple[int, str, str]:
    """The sort key of the total order of articles: newest day and time first, undated last, then by id."""
    moment = article.published or article.retrieved
    day = article.day
    time = moment.strftime("%H%M%S") if isinstance(moment, dt.datetime) else "000000"
    descending = "".join(chr(ord("9") - ord(digit) + ord("0")) for digit in time)
    return (-day.toordinal() if day else 1, descending, article.id)
