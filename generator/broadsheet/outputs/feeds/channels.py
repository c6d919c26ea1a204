"""All channels of an edition: the site, its editions, and each entity, topic, source, language and story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice

from broadsheet import addresses, language_tags
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity, Story
from broadsheet.outputs import entries
from broadsheet.outputs.feeds.channel import Channel
from broadsheet.outputs.feeds.entry import Entries, Entry, published_by
from broadsheet.outputs.known_as import known_as
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.moments import changed, rfc3339
from broadsheet.outputs.shelves import author_addresses, source_addresses, topic_addresses
from broadsheet.outputs.words import Words, words_for

LATEST = 50
"""Articles in the site's own feed."""

LATEST_OF_ONE = 20
"""Articles in the feed of one entity, topic, source, language or story, and days in that of the editions."""

HEADLINES = 5
"""Headlines of a day in the feed of the editions."""

EPOCH = dt.date(1970, 1, 1)
"""What stands for the first day of an archive without any date."""


def channels(edition: Edition) -> Iterator[Channel]:
    """Every channel, in the order in which the list of all feeds has them."""
    yield from _Channels(edition).all()


class _Channels:
    """What the channels of one edition have in common."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.words: Words = words_for(edition.config.language)
        self.web = on_the_web(edition)
        self.entries = Entries(self.web)
        self.began = min(edition.by_day, default=EPOCH)

    def all(self) -> Iterator[Channel]:
        """Every one."""
        edition, words = self.edition, self.words
        whole = words("The whole archive")
        yield self.channel(addresses.HOME, "", whole, self.entries.latest(edition.articles, LATEST))
        yield self.channel(addresses.EDITIONS, words("Editions"), whole, list(self.days()))
        yield from (self.telling(story, words("Stories")) for story in edition.stories)
        named = edition.entities.values()
        yield from (self.about_one(one, words.kinds(one.kind)) for one in named if one.status == "adopted")
        for name, page in topic_addresses(edition).items():
            yield self.listed(page, name, words("Topics"), edition.by_topic[name])
        for name, page in source_addresses(edition).items():
            yield self.listed(page, name, words("Sources"), published_by(name, edition.by_source[name]))
        for name, page in author_addresses(edition).items():
            yield self.listed(page, name, words("Authors"), edition.by_author[name])
        for tag, articles in edition.by_language.items():
            name = words.language_name(tag)
            yield self.listed(addresses.language(tag), name, words("Languages"), articles, language=tag)
        # Last, and apart: whoever takes the whole list into a reader can leave them out at once.
        suggested = (one for one in named if one.status == "suggested" and edition.config.suggested_feeds)
        yield from (self.about_one(one, words("Suggested names")) for one in suggested)
        yield from self.going_on()

    def telling(self, story: Story, group: str, page: str = "") -> Channel:
        """The channel of a story; at `page`, where that is not its own."""
        page = page or addresses.story_followed(story.id, story.address)
        return self.listed(page, story.title, group, self.edition.told_by(story), leads_to=story.address)

    def about_one(self, entity: Entity, group: str, page: str = "") -> Channel:
        """The channel of an entity; at `page`, where that is not its own."""
        page, articles = page or addresses.entity(entity.id), self.edition.by_entity.get(entity.id, ())
        return self.listed(page, entity.name, group, articles, leads_to=entity.address)

    def going_on(self) -> Iterator[Channel]:
        """Those of what was merged: their readers get what it is part of now, since feed readers follow no page."""
        edition = self.edition
        for former in edition.former_stories:
            if former.into:
                page = addresses.story_followed(former.id, former.address)
                yield self.telling(edition.story[former.into], "", page)
        for into, others in edition.merged.items():
            yield from (self.about_one(edition.entities[into], "", addresses.entity(one.id)) for one in others)

    def listed(
        self,
        page: str,
        name: str,
        group: str,
        articles: Sequence[Article],
        **more: str,
    ) -> Channel:
        """The channel of a page that lists articles."""
        entries = self.entries.latest(articles, LATEST_OF_ONE)
        return self.channel(page, self.edition.called(page, name), group, entries, **more)

    def channel(
        self, page: str, name: str, group: str, entries: Sequence[Entry], *, leads_to: str = "", language: str = ""
    ) -> Channel:
        """A channel; the site's own has no name of its own."""
        config = self.edition.config
        return Channel(
            id=known_as(self.web(page)),
            page=page,
            home=self.web(leads_to or page),
            title=f"{name} · {config.site_name}" if name else config.site_name,
            about=self.about(page, name),
            group=group,
            entries=entries,
            began=self.began,
            language=language or language_tags.tag(config.language) or "en",
            site=config.site_url,
            site_name=config.site_name,
        )

    def about(self, page: str, name: str) -> str:
        """What is in a channel, as plain text."""
        words = self.words
        if page == addresses.EDITIONS:
            return words("Each day of this archive, with its main headlines.")
        if name:
            return words("The latest about “{name}” in this archive.", name=name)
        return self.edition.config.site_description or words("The latest articles of this archive.")

    def days(self) -> Iterator[Entry]:
        """The latest editions: one entry for a day, with its first headlines."""
        edition = self.edition
        ranked = entries.Entries(edition)
        for day, articles in islice(edition.by_day.items(), LATEST_OF_ONE):
            link = self.web(addresses.day_edition(day))
            headlines = " · ".join(entry.first.title for entry in ranked.of(articles)[:HEADLINES])
            sources = len(entries.outlets(articles))
            count = self.words.count("{count} article", "{count} articles", len(articles))
            count += f" · {self.words.count('{count} source', '{count} sources', sources)}" if sources else ""
            yield Entry(
                id=known_as(link),
                title=edition.called(addresses.day_edition(day), self.words.weekday(day)),
                link=link,
                summary=f"{count}. {headlines}",
                updated=max((changed(one) or day for one in articles), key=rfc3339),
                published=day,
                language=language_tags.tag(edition.config.language),
            )
