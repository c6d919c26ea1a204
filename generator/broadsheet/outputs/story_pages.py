"""Story pages: what it is about, what was new on which day, side by side, who joins and leaves, why each is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from broadsheet import addresses
from broadsheet.archive import story_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.language_tags import tag
from broadsheet.model import Article, Story
from broadsheet.outputs.chips import chips, some
from broadsheet.outputs.entries import outlets
from broadsheet.outputs.items import fetched, span
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import named, relative, shown, to_entity, to_feed
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.moments import newest_day, newest_headline
from broadsheet.outputs.paging import Sheet, neighbours, newest_first, ways
from broadsheet.outputs.related_stories import RelatedStory, related_stories
from broadsheet.outputs.schema_org import MOST, SchemaOrg
from broadsheet.outputs.shelves import shelf, source_addresses
from broadsheet.outputs.spoken import apart, headline, spoken
from broadsheet.outputs.story_cast import NAMES, Cast
from broadsheet.outputs.story_entries import Entry, also_in, central, entries_of, news, story_title, to_story
from broadsheet.outputs.story_reasons import overruling, reason
from broadsheet.outputs.story_sides import sides
from broadsheet.outputs.summary import gist
from broadsheet.outputs.timeline import drawn, summary, timeline
from broadsheet.outputs.words import Words, words_for

CHIPS = 15
"""Names of one kind under a story."""

SUMMED_UP = 10
"""Articles that a story is summed up from: that which its headline is from, and the newest."""


def story_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each story, and further pages where many articles tell it."""
    words = words_for(edition.config.language)
    sources, schema = source_addresses(edition), SchemaOrg(edition, words)
    for story, others in related_stories(edition):
        told = _Told(edition, story, words)
        address = shelf(story.address)
        first, *more = sheets = newest_first(told.entries, edition.config.per_page)
        of_sheets = [[entry.article for entry in sheet.entries] for sheet in sheets]
        bars = filters(of_sheets, [address(sheet.number) for sheet in sheets], words)
        start = story.address
        draft = page(
            start,
            story_page.front(story, _newest(first)),
            Block("about", told.about()),
            Block("lead", told.lead()),
            Block("timeline", told.timeline()),
            Block("filter", bars[0]),
            Block("days", told.days(first, start)),
            Block("sides", sides(told.entries, sources, start, words)),
            Block("joining", told.cast.told(start, words)),
            Block("entities", told.names()),
            Block("related", _related(edition, others, start, words)),
            Block("reasons", overruling(edition, story, None, words) if len(story.articles) > 1 else ""),
            Block("pages", ways(first, address, words)),
            Block("linked-data", told.linked_data(schema)),
        )
        title = Block("title", f"# {story_title(edition, story, words)}")
        yield Draft(address=start, front=draft.front, parts=(title, *draft.parts[1:]))
        for sheet, of, languages in zip(more, of_sheets[1:], bars[1:], strict=True):
            start = address(sheet.number)
            yield page(
                start,
                list_front(
                    f"{story.title}{words.comma}{span(of, words) or words('Without a date')}",
                    updated=_newest(sheet),
                    **neighbours(sheet, address),
                ),
                Block("about", words("Articles that tell {story}", story=to_story(edition, story, start, words))),
                Block("filter", languages),
                Block("days", told.days(sheet, start)),
                Block("pages", ways(sheet, address, words)),
                Block("linked-data", schema.collection(story.title, start, (one.address for one in of))),
            )


class _Told:
    """A story, ready to be told."""

    def __init__(self, edition: Edition, story: Story, words: Words) -> None:
        self.edition, self.story, self.words = edition, story, words
        self.articles = edition.told_by(story)
        self.entries = entries_of(edition, story)
        self.cast = Cast(edition, self.articles)
        self.place = {one.article.id: number for number, one in enumerate(self.entries)}

    def about(self) -> str:
        """`12 articles · 5 sources · 3 languages · 1 May 2026 – 4 May 2026 · Feed · Search in this story`."""
        words = self.words
        facts = [words.count("{count} article", "{count} articles", len(self.articles))]
        sources = outlets(self.articles)
        if sources:
            facts.append(words.count("{count} source", "{count} sources", len(sources)))
        languages = {tag(one.language or "") for one in self.articles} - {""}
        if len(languages) > 1:
            facts.append(words.count("{count} language", "{count} languages", len(languages)))
        days = [one for one in self.articles if one.day]
        facts.append(span(days, words) or words("Without a date"))
        if self.cast.days and self.cast.days[0] != self.cast.days[-1]:
            lasted = (self.cast.days[-1] - self.cast.days[0]).days + 1
            facts.append(words.count("{count} day", "{count} days", lasted))
        page, formats = self.story.address, self.edition.config.feed_formats
        if formats:
            facts.append(to_feed(addresses.story_followed(self.story.id, page), page, formats, words))
        if len(self.articles) > 1:
            chosen = quote(self.story.id, safe="")
            facts.append(f"[{words('Search in this story')}]({relative(addresses.SEARCH, page)}?story={chosen})")
        return " · ".join(facts)

    def lead(self) -> str:
        """What it is about, in a sentence or two."""
        first = central(self.edition, self.story)
        others = [one.article for one in self.entries if one.article.id != first.id]
        return spoken(shown(gist([first, *others[: SUMMED_UP - 1]], self.story.title)), first.language, self.words)

    def timeline(self) -> str:
        """The picture of how many articles came when; empty for a few, or where it would be one each time."""
        line = timeline(self.articles)
        if line is None:
            return ""
        title = self.words("Articles that tell this story")
        parts = (f"## {self.words('Over time')}", drawn(line, title, self.words), summary(line, self.words))
        return "\n\n".join(parts)

    def days(self, sheet: Sheet[Entry], start: str) -> str:
        """Its articles by day, each with what is new in it and why it is here."""
        parts = [f"## {self.words('Day by day')}"]
        for day, of in groupby(sheet.entries, lambda one: one.article.day):
            parts.append(f"### {self._heading(day, start)}")
            joining = self.cast.joining.get(day) if day else None
            if joining:
                names = some([to_entity(one, start) for one in joining], self.words, NAMES)
                parts.append(f"{self.words('Named first:')} {names}")
            parts += [self._entry(one, start) for one in of]
        return "\n\n".join(parts)

    def names(self) -> str:
        """Who and what is in it, by kind."""
        if not self.cast.entities:
            return ""
        listed = chips(self.cast.entities, self.story.address, self.words, most=CHIPS)
        return f"## {self.words('In this story')}\n\n{listed}"

    def linked_data(self, schema: SchemaOrg) -> str:
        """What it says of itself for machines: from when to when, who is in it, which articles tell it."""
        days = [one.isoformat() for one in self.cast.days]
        return schema.collection(
            self.story.title,
            self.story.address,
            (one.address for one in self.articles[:MOST]),
            temporalCoverage="/".join(dict.fromkeys((days[0], days[-1]))) if days else "",
            mentions=schema.things(self.cast.entities),
        )

    def _heading(self, day: dt.date | None, start: str) -> str:
        if day is None:
            return self.words("Without a date")
        if day not in self.edition.by_day:
            return self.words.weekday(day)
        return f"[{self.words.weekday(day)}]({relative(addresses.day_edition(day), start)})"

    def _entry(self, entry: Entry, start: str) -> str:
        article, words = entry.article, self.words
        small = [apart(part, words) for part in (_time(article, words), shown(article.source)) if part]
        title = headline(article, start, words)
        parts = [f"- {title} *{' · '.join(small)}*" if small else f"- {title}"]
        said = news(self.entries, self.place[article.id], self.story.title)
        parts += [f"> {spoken(shown(said), article.language, words)}"] if said else []
        parts += [text] if (text := also_in(entry, start, words)) else []
        parts += [f"*{text}*"] if (text := reason(self.edition, self.story, article, start, words)) else []
        return "\n\n    ".join(parts)


def _newest(sheet: Sheet[Entry]) -> str:
    copies = (copy for entry in sheet.entries for copy in entry.copies)
    return max(newest_headline(entry.article for entry in sheet.entries), newest_day(copies))


def _time(article: Article, words: Words) -> str:
    moment = article.published
    if not isinstance(moment, dt.datetime):
        return fetched(article, words)
    return words.digits(f"{moment:%H:%M}") + (moment.strftime(" %Z") if moment.tzinfo else "")


def _related(edition: Edition, others: Sequence[RelatedStory], start: str, words: Words) -> str:
    if not others:
        return ""
    parts = [f"## {words('Related stories')}"]
    for other in others:
        count = words.count("{count} article", "{count} articles", len(other.story.articles))
        shared = words.count("{count} shared name", "{count} shared names", len(other.shared))
        names = some([named(one) for one in other.shared], words, NAMES)
        title = to_story(edition, other.story, start, words)
        parts.append(f"- {title} *{count}*\n\n    {shared}{words.colon} {names}")
    return "\n\n".join(parts)
