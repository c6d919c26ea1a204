"""Who and what articles name outside their texts: in a headline, by a record, by a person's word on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.entities.article_names import named_in_headline
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.identity import mark
from broadsheet.entities.linking import Mentions
from broadsheet.entities.matching.matcher import Find
from broadsheet.entities.settled import NOBODY_WE_KNOW, settled
from broadsheet.markdown_text import plain
from broadsheet.model import Article

Ids = Mapping[str, Sequence[str]]
"""By article id: ids of entities."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What articles name and their texts do not; each thing once."""

    headlines: Ids = field(default_factory=dict)
    """What the headline names, in its order."""
    records: Ids = field(default_factory=dict)
    """What only the record, or a person who put it on the page's list, names; in the order of ids."""

    @property
    def lists(self) -> Iterator[Sequence[str]]:
        """All lists of ids."""
        yield from (*self.headlines.values(), *self.records.values())


def outside_texts(articles: Iterable[Article], gazetteer: Gazetteer, mentions: Mentions, find: Find) -> Outside:
    """What articles name and their texts do not, less what a person struck from a page's list.

    A headline is taken at its word only where the text has no other: what stands there as well was read there, with
    all that is around it.
    """
    headlines: dict[str, Sequence[str]] = {}
    records: dict[str, Sequence[str]] = {}
    for article in articles:
        named = {one.entity for one in mentions.get(article.id, ())}
        headed = [one for one in _headed(article, gazetteer, find, named) if not _is_struck(article, one)]
        said = sorted({*_said(article, gazetteer)}.difference(named, headed))
        if headed:
            headlines[article.id] = list(dict.fromkeys(headed))
        if said:
            records[article.id] = said
    return Outside(headlines, records)


def _headed(article: Article, gazetteer: Gazetteer, find: Find, named: set[str]) -> Iterator[str]:
    if article.title.isupper():
        return  # capitals tell no name: TURKEY FOR CHRISTMAS
    text = ""
    for surface, one in named_in_headline(article, gazetteer, find):
        if one not in named:
            text = text or plain(article.body).text
            if not _is_in(text, surface):
                yield one


def _is_in(text: str, surface: str) -> bool:
    """Whether a text has the words of a name, written small too: it is `turkey` then, and no country."""
    if surface in text:
        return True
    small = surface.lower()
    capital = surface[0].isupper() and surface[1:].islower() and surface.isalpha()
    return capital and re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text) is not None


def _said(article: Article, gazetteer: Gazetteer) -> Iterator[str]:
    for one in gazetteer.vouched.get(article.id, ()):
        if not (_is_struck(article, one) or _is_nobody(article, one, gazetteer)):
            yield one
    for one in article.listed:
        end = gazetteer.merged.get(one, one)
        if end in gazetteer.entities:
            yield end


def _is_struck(article: Article, one: str) -> bool:
    return bool(article.unnamed) and mark(one) in article.unnamed


def _is_nobody(article: Article, one: str, gazetteer: Gazetteer) -> bool:
    """Whether a person said that a name of it means nobody we know."""
    names = gazetteer.entities[one].every_name if article.meant else ()
    return any(settled(article, name, gazetteer.entities, gazetteer.merged) == NOBODY_WE_KNOW for name in names)
