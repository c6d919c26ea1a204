"""Languages: those the articles are written in, and for each its articles, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.items import span
from broadsheet.outputs.language_filter import to_language
from broadsheet.outputs.links import shown
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.moments import newest_day
from broadsheet.outputs.shelf_lists import Shelf, article_list
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.words import words_for


def language_lists(edition: Edition) -> Iterator[Draft]:
    """The list of languages, that of the most articles first, and a list of articles for each."""
    if not edition.by_language:
        return
    words = words_for(edition.config.language)
    counted = {
        tag: words.count("{count} article", "{count} articles", len(articles))
        for tag, articles in edition.by_language.items()
    }
    entries = []
    for tag in sorted(counted, key=lambda one: (-len(edition.by_language[one]), one)):
        here = "" if tag == words.tag else f"{shown(words.language_name(tag))} · "
        entries.append(f"- {to_language(tag, addresses.LANGUAGES, words)} *{here}{counted[tag]}*")
    yield page(
        addresses.LANGUAGES,
        list_front(words("Languages"), updated=newest_day(found[0] for found in edition.by_language.values())),
        words("The languages in which the articles are written."),
        Block("list", "\n".join(entries)),
    )
    for tag, articles in edition.by_language.items():
        itself = "" if tag == words.tag else spoken(shown(words.own_name(tag)), tag, words)
        facts = (itself, counted[tag], span(articles, words))
        title = words.language_name(tag)
        title = title[:1].upper() + title[1:]
        about = " · ".join(filter(None, facts))
        yield from article_list(edition, Shelf(title, partial(addresses.language, tag), about), articles)
