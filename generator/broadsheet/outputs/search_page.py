"""The search page: the ways that need no script, and beside it the words with which its script speaks.

The theme makes the page's form; `search/words.json` carries its words, because neither a script nor a template can
ask our catalogues.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import AnyDraft, Block, FileDraft
from broadsheet.edition import Edition
from broadsheet.model import KINDS
from broadsheet.outputs.links import relative
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.words import Words, words_for


def search_page(edition: Edition) -> Iterator[AnyDraft]:
    """The page at `/search/`, and its words."""
    words = words_for(edition.config.language)
    yield page(
        addresses.SEARCH,
        list_front(words("Search"), "search.html"),
        words("Everything in the archive is also in one of these lists:"),
        Block("list", _ways(edition, words)),
    )
    said = json.dumps(_words(words), ensure_ascii=False, indent=1)
    yield FileDraft(address=addresses.SEARCH_WORDS, text=said + "\n")


def _ways(edition: Edition, words: Words) -> str:
    lists = (
        (addresses.ENTITIES, words("Names A–Z"), True),
        (addresses.STORIES, words("Stories"), True),
        (addresses.EDITIONS, words("Editions"), True),
        (addresses.TOPICS, words("Topics"), True),
        (addresses.SOURCES, words("Sources"), True),
        (addresses.AUTHORS, words("Authors"), bool(edition.by_author)),
        (addresses.LANGUAGES, words("Languages"), bool(edition.by_language)),
        (addresses.ARCHIVE, words("Archive"), True),
    )
    return "\n".join(f"- [{name}]({relative(target, addresses.SEARCH)})" for target, name, there in lists if there)


def _words(words: Words) -> dict[str, str | dict[str, str]]:
    return {
        "search": words("Search"),
        "hint": words("Type what you look for."),
        "waiting": words("Searching …"),
        "found": words("Found: {count}"),
        "none": words("Nothing found. Fewer or other words may help."),
        "all": words("All results"),
        "more": words("Show more"),
        "order": words("Order"),
        "best": words("Best first"),
        "newest": words("Newest first"),
        "narrow": words("Narrow down"),
        "clear": words("Clear all"),
        "absent": words("Search does not work here now; lists lead everywhere, too."),
        "facets": {
            "kind": words("What it is"),
            "language": words("Language"),
            "year": words("Year"),
            "source": words("Source"),
            "topic": words("Topic"),
            "story": words("Story"),
            "entity": words("Name"),
        },
        # What one find is, where that is more than a page.
        "kind": {
            **{kind: words.leading_kind(kind) for kind in KINDS},
            "other": words("Name"),
            "topic": words("Topic"),
            "story": words("Story"),
        },
        "kinds": {
            "article": words("Articles"),
            **{kind: words.kinds(kind) for kind in KINDS},
            "topic": words("Topics"),
            "story": words("Stories"),
            "page": words("Other pages"),
        },
    }
