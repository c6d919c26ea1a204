"""An index of shelves (topics, sources, authors) and the list of articles on each: one idea, three outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from broadsheet import language_tags
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition, Filed
from broadsheet.model import Article
from broadsheet.outputs.items import lines, span
from broadsheet.outputs.language_filter import filters, to_language
from broadsheet.outputs.links import to_feed
from broadsheet.outputs.listing import Listing, list_pages
from broadsheet.outputs.moments import newest_headline
from broadsheet.outputs.paging import newest_first
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.shelf_index import Index, shelf_index, short
from broadsheet.outputs.shelves import shelf
from broadsheet.outputs.words import Words, words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """All shelves of one sort."""

    title: str
    intro: str
    index: Callable[[int], str]
    """The address of each page of their index."""
    addresses: Filed[str]
    """Each shelf's own page, by its name."""
    articles: Filed[Sequence[Article]]
    """What stands on each, newest first."""
    beside: Callable[[str], str] = lambda _: ""
    """What else is known of a shelf: an outlet's home page."""
    searched: bool = False
    """Whether search finds the shelves themselves."""
    whose: Callable[[str], Callable[[Article], str] | None] = lambda _: None
    """Of a shelf, what its lines say in the place of articles' sources; None: their sources."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One list of articles."""

    title: str
    address: Callable[[int], str]
    about: str
    """The facts under its title."""
    whose: Callable[[Article], str] | None = None
    """See `Shelves`."""
    searched: bool = False


def shelf_lists(edition: Edition, shelves: Shelves) -> Iterator[Draft]:
    """The index of shelves, from A to Z, then each shelf's articles."""
    words = words_for(edition.config.language)
    index = Index(
        title=shelves.title,
        intro=shelves.intro,
        address=shelves.index,
        shelves=shelves.addresses,
        articles=shelves.articles,
        linked=SchemaOrg(edition, words).lists(shelves.addresses.__getitem__),
    )
    yield from shelf_index(index, edition.config.per_page, words)
    for name, address in shelves.addresses.items():
        articles = shelves.articles[name]
        facts = [found(articles, address, words), shelves.beside(name)]
        about = " · ".join(filter(None, facts))
        own = Shelf(short(name), shelf(address), about, shelves.whose(name), searched=shelves.searched)
        yield from article_list(edition, own, articles)


def article_list(edition: Edition, of: Shelf, articles: Sequence[Article]) -> Iterator[Draft]:
    """The pages of a list of articles, newest first, that no newer article disturbs."""
    words, address = words_for(edition.config.language), of.address
    sheets = newest_first(articles, edition.config.per_page)
    bars = filters([sheet.entries for sheet in sheets], [address(sheet.number) for sheet in sheets], words)
    # Articles without a date are no news: they have no feed.
    formats = () if articles is edition.undated else edition.config.feed_formats
    feed = to_feed(address(1), address(1), formats, words)
    listing = Listing(
        title=edition.called(address(1), of.title),
        address=address,
        sheets=sheets,
        write=lambda entries, start: lines(entries, start, words, whose=of.whose),
        name=lambda entries: span(entries, words),
        about=" · ".join(filter(None, (of.about, feed))),
        filters=bars,
        linked=SchemaOrg(edition, words).lists(attrgetter("address")),
        updated=lambda entries, _: newest_headline(entries),
        searched=of.searched,
    )
    return list_pages(listing, words)


def found(articles: Sequence[Article], start: str, words: Words) -> str:
    """What a list has: `12 articles · 3 March 2013 – 16 August 2026 · 4 languages`; one language by its name."""
    spoken = {language_tags.tag(article.language or "") for article in articles} - {""}
    languages = words.count("{count} language", "{count} languages", len(spoken)) if len(spoken) > 1 else ""
    languages = languages or "".join(to_language(tag, start, words) for tag in spoken)
    count = words.count("{count} article", "{count} articles", len(articles))
    return " · ".join(part for part in (count, span(articles, words), languages) if part)
