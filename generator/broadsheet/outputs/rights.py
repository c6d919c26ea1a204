"""Rights: each licence and attribution that comes with the articles, and how many carry it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.links import with_links
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.words import words_for


def rights(edition: Edition) -> Iterator[Draft]:
    """One page with every distinct statement of rights."""
    words = words_for(edition.config.language)
    counts = Counter(" ".join((article.rights or "").split()) for article in edition.articles)
    unsaid = counts.pop("", 0)
    lines = [
        f"- {with_links(statement)} *{words.count('{count} article', '{count} articles', count)}*"
        for statement, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    if unsaid:
        count = words.count("{count} article", "{count} articles", unsaid)
        lines.append(f"- {words('Not stated by the source: all rights remain with the publisher.')} *{count}*")
    yield page(
        addresses.RIGHTS,
        list_front(words("Rights and licences")),
        words(
            "Each article belongs to those who wrote and published it. These are the licences and attributions "
            "that came with the texts; an article's own page names its source and links to the original."
        ),
        Block("list", "\n".join(lines)),
    )
