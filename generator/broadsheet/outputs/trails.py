"""Trails: above each page's title, the way down to it from the home page.

    [Home](../index.md) › [Archive](../archive/index.md) › [2026](../archive/2026.md)

An article's trail is the archive's, by its day (its topics stand in its head already); a name's, its kind's; a further
page of a list begins where the list does. Every other page's folder has an index, which is its trail.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from broadsheet import addresses
from broadsheet.archive.draft import AnyDraft, Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.edition_parts import week_name
from broadsheet.outputs.linked_data import with_more
from broadsheet.outputs.links import UNNAMED, on_the_web, relative, shown
from broadsheet.outputs.titles import Titles
from broadsheet.outputs.words import Words, words_for


class Crumb(NamedTuple):
    """A step of a trail."""

    name: str
    page: str
    written: str = ""
    """Its name as Markdown, where that is none of our own words."""

    def link(self, start: str) -> str:
        """The step on page `start`."""
        return f"[{self.written or self.name}]({relative(self.page, start)})"

    def called(self, title: str) -> Crumb:
        """The step by a title that a person gave its page, if there is one."""
        return Crumb(title, self.page, shown(title)) if title else self


_DAY_EDITION = re.compile(r"editions/\d{4}/(\d{4}-\d{2}-\d{2})\.md")
_MONTH = re.compile(r"archive/(\d{4})/\d{2}\.md")
_SUGGESTED = addresses.suggested_letter("A").removesuffix("a.md")
_FURTHER = re.compile(r"(.+)/\d+\.md")


def with_trails(output: Callable[[Edition], Iterator[AnyDraft]], edition: Edition) -> Iterator[AnyDraft]:
    """An output's drafts, each page with its trail: all but the home page and those that only send readers on."""
    words, web = words_for(edition.config.language), on_the_web(edition)
    trails, titles = _Trails(edition, words), Titles(edition, words)
    for made in output(edition):
        draft = titles.on(made) if isinstance(made, Draft) else made
        if not isinstance(draft, Draft) or draft.address == addresses.HOME or "redirect" in draft.front:
            yield draft
            continue
        trail = [crumb.called(titles.of(crumb.page)) for crumb in trails.to(draft)]
        parts = (Block("trail", " › ".join(crumb.link(draft.address) for crumb in trail)), *draft.parts)
        if edition.config.site_url:
            items: list[dict[str, Any]] = [{"name": crumb.name, "item": web(crumb.page)} for crumb in trail]
            items.append({"name": str(draft.front.get("title", "")) or UNNAMED})
            parts = _saying_more(parts, breadcrumbs(items))
        yield replace(draft, parts=parts)


def breadcrumbs(items: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The steps down to a page, and the page itself, in schema.org's words."""
    places = enumerate(items, start=1)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": place} | item for place, item in places],
    }


def _saying_more(parts: Sequence[str | Block], values: dict[str, Any]) -> tuple[str | Block, ...]:
    """A page's parts, whose linked data say something more."""
    said = next((part.text for part in parts if isinstance(part, Block) and part.name == "linked-data"), "")
    others = (part for part in parts if not (isinstance(part, Block) and part.name == "linked-data"))
    return (*others, Block("linked-data", with_more(said, values)))


class _Trails:
    """The steps down to each page."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.words = words
        self.kinds = {entity.address: entity.kind for entity in edition.entities.values()}
        self.articles = {article.address: article for article in (*edition.retracted, *edition.articles)}
        self.days = edition.by_day
        self.months = {(day.year, day.month) for day in edition.by_day}
        self.years = {day.year for day in edition.by_day}
        self.undated = bool(edition.undated)
        self.titles: dict[str, str] = {}
        """The title of each page that has gone by, for the further pages of its list."""
        self.home = Crumb(words("Home"), addresses.HOME)
        self.archive = Crumb(words("Archive"), addresses.ARCHIVE)
        self.without_date = Crumb(words("Without a date"), addresses.archive_undated())
        self.suggested = Crumb(words("Suggested names"), addresses.SUGGESTED)
        self.folders = {
            "archive": self.archive,
            "articles": self.archive,
            "authors": Crumb(words("Authors"), addresses.AUTHORS),
            "editions": Crumb(words("Editions"), addresses.EDITIONS),
            "entities": Crumb(words("Names"), addresses.ENTITIES),
            "languages": Crumb(words("Languages"), addresses.LANGUAGES),
            "sources": Crumb(words("Sources"), addresses.SOURCES),
            "stories": Crumb(words("Stories"), addresses.STORIES),
            "topics": Crumb(words("Topics"), addresses.TOPICS),
        }

    def to(self, draft: Draft) -> Iterator[Crumb]:
        """The steps down to a page."""
        address = draft.address
        self.titles[address] = str(draft.front.get("title", ""))
        yield self.home
        if address in self.articles:
            yield from self._of_article(self.articles[address])
            return
        further = _FURTHER.fullmatch(address)
        first = f"{further[1]}.md" if further else ""
        if first in self.titles and not _MONTH.fullmatch(address):
            yield from self._down(first)
            title = self.titles[first]
            yield Crumb(title or UNNAMED, first, shown(title) or UNNAMED)
        else:
            yield from self._down(address)

    def _down(self, address: str) -> Iterator[Crumb]:
        folder = self.folders.get(address.partition("/")[0]) if "/" in address else None
        if folder and folder.page != address:
            yield folder
        if address in self.kinds:
            yield Crumb(self.words.kinds(self.kinds[address]), addresses.entity_kind(self.kinds[address]))
        if address.startswith(_SUGGESTED):
            yield self.suggested
        if month := _MONTH.fullmatch(address):
            yield Crumb(self.words.digits(month[1]), addresses.archive_year(int(month[1])))
        if day := _DAY_EDITION.fullmatch(address):
            found = dt.date.fromisoformat(day[1])
            yield Crumb(self.words.month(found), addresses.month_edition(found))
            yield Crumb(week_name(found, self.words), addresses.week_edition(found))

    def _of_article(self, article: Article) -> Iterator[Crumb]:
        yield self.archive
        day = article.day
        if day is None:
            if self.undated:
                yield self.without_date
            return
        # Of a retracted article's day nothing else may be left.
        if day.year in self.years:
            yield Crumb(self.words.digits(str(day.year)), addresses.archive_year(day.year))
        if (day.year, day.month) in self.months:
            yield Crumb(self.words.month_of_year(day), addresses.archive_month(day))
        if day in self.days:
            yield Crumb(self.words.day_of_month(day), addresses.day_edition(day))
