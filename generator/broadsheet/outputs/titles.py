"""Titles that people gave to lists: the page bears its own, and a link by the name that we had for it bears it, too.

Days, weeks and months are linked by their dates, languages by their names, whatever their pages are called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import KINDS
from broadsheet.outputs.links import UNNAMED, relative, shown
from broadsheet.outputs.shelf_index import short
from broadsheet.outputs.shelves import author_addresses, source_addresses, topic_addresses
from broadsheet.outputs.words import Words

_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(([^()\s]+\.md)\)")


class Titles:
    """The titles that people wrote, and what each page is called without them."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self._titles = edition.titles
        self._pages: dict[str, list[str]] = defaultdict(list)
        """By a name as a link shows it: the pages that are called so, and that a person calls otherwise."""
        for name, page in _names(edition, words) if edition.titles else ():
            if page in edition.titles:
                self._pages[shown(name)].append(page)

    def on(self, draft: Draft) -> Draft:
        """A page with its own title, and those of the pages that it leads to."""
        if not self._titles:
            return draft
        if title := self._titles.get(draft.address):
            draft = replace(draft, front={**draft.front, "title": title}, parts=_headed(draft, title))
        if not self._pages:
            return draft
        parts = (
            Block(part.name, self._linked(part.text, draft.address)) if isinstance(part, Block) else part
            for part in draft.parts
        )
        return replace(draft, parts=tuple(parts))

    def of(self, page: str) -> str:
        """What a step of a trail to a page is called, if a person says so and a date does not."""
        dated = page.startswith(("archive/", "editions/")) and page not in (addresses.ARCHIVE, addresses.EDITIONS)
        return "" if dated else self._titles.get(page, "")

    def _linked(self, text: str, start: str) -> str:
        def link(found: re.Match[str]) -> str:
            for page in self._pages.get(found[1], ()):
                if relative(page, start) == found[2]:
                    return f"[{shown(self._titles[page]) or UNNAMED}]({found[2]})"
            return found[0]

        return _LINK.sub(link, text)


def _headed(draft: Draft, title: str) -> tuple[str | Block, ...]:
    heading = Block("title", f"# {shown(title) or UNNAMED}")
    return tuple(heading if isinstance(part, Block) and part.name == "title" else part for part in draft.parts)


def _names(edition: Edition, words: Words) -> Iterator[tuple[str, str]]:
    """What links call a list, and its page."""
    for shelves in (topic_addresses(edition), source_addresses(edition), author_addresses(edition)):
        for name, page in shelves.items():
            yield from ((one, page) for one in {name: "", short(name): ""})
    yield from ((words.kinds(kind), addresses.entity_kind(kind)) for kind in KINDS)
    yield words("Archive"), addresses.ARCHIVE
    yield words("Authors"), addresses.AUTHORS
    yield words("Editions"), addresses.EDITIONS
    yield words("Names"), addresses.ENTITIES
    yield words("People, places, organisations"), addresses.ENTITIES
    yield words("Languages"), addresses.LANGUAGES
    yield words("Sources"), addresses.SOURCES
    yield words("Stories"), addresses.STORIES
    yield words("Suggested names"), addresses.SUGGESTED
    yield words("Topics"), addresses.TOPICS
