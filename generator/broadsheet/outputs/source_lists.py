"""Sources: the list of all, and for each its articles, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.edition import Edition, Filed, folded, newest_first
from broadsheet.model import Article
from broadsheet.outputs.copies import also_at, as_copied, copy_at
from broadsheet.outputs.links import web_address
from broadsheet.outputs.shelf_lists import Shelves, shelf_lists
from broadsheet.outputs.shelves import source_addresses
from broadsheet.outputs.words import words_for


def source_lists(edition: Edition) -> Iterator[Draft]:
    """The list of sources, and a list of articles for each."""
    words = words_for(edition.config.language)

    def website(name: str) -> str:
        # The address that its newest article knows.
        own = (one for one in edition.by_source[name] if folded(one.source) == folded(name))
        found = (web_address(article.source_url) for article in own)
        home = next(filter(None, found), None)
        return f"[{words('website')}]({home})" if home else ""

    def whose(name: str) -> Callable[[Article], str]:
        # Only of a copy it is said whose text it is, and when that stood there.
        return lambda one: "" if folded(one.source) == folded(name) else also_at(edition.by_id[one.id], words)

    shelves = Shelves(
        title=words("Sources"),
        intro=words("Who published what the archive holds, with the number of articles."),
        index=addresses.sources,
        addresses=source_addresses(edition),
        articles=Filed({name: published_by(name, found) for name, found in edition.by_source.items()}),
        beside=website,
        whose=whose,
    )
    return shelf_lists(edition, shelves)


def published_by(outlet: str, articles: Sequence[Article]) -> Sequence[Article]:
    """An outlet's articles, and its copies of others' with the headlines and dates they have there, newest first."""

    def there(article: Article) -> Article:
        copy = copy_at(outlet, article)
        return as_copied(article, copy) if copy else article

    return sorted(map(there, articles), key=newest_first)
