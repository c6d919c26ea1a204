"""Tombstones: the pages of articles that were taken back. Links still find them; no list, feed or search does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet.archive import article_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.links import inside, outside, shown, web_address
from broadsheet.outputs.listing import page
from broadsheet.outputs.provenance import dated
from broadsheet.outputs.shelves import source_addresses
from broadsheet.outputs.words import Words, words_for


def tombstones(edition: Edition) -> Iterator[Draft]:
    """A page for each article that was taken back: what it was, and when and why it went."""
    words = words_for(edition.config.language)
    sources = source_addresses(edition)
    for article in edition.retracted:
        yield page(
            article.address,
            article_page.front(article, ()),
            Block("about", _about(article, sources, words)),
            Block("retraction", _retraction(article, words)),
        )


def _about(article: Article, sources: Mapping[str, str], words: Words) -> str:
    parts = [dated(article, words)]
    if article.source:
        # An outlet of which nothing else is here has no page.
        there = sources.get(article.source)
        parts.append(inside(there, article.address, article.source) if there else shown(article.source))
    if web_address(article.url):
        parts.append(outside(article.url, words("original")))
    return " · ".join(parts)


def _retraction(article: Article, words: Words) -> str:
    retraction = article.retracted
    day = words.day(retraction.date) if retraction and retraction.date else ""
    head = words("This article was retracted on {day}.", day=day) if day else words("This article was retracted.")
    reason = shown(retraction.reason) if retraction else ""
    return f"**{head}**\n\n{words('Reason')}{words.colon} {reason}" if reason else f"**{head}**"
