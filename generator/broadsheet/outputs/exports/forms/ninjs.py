"""ninjs 3.1, one item a line: what `data/articles/` has in a file for each article."""

from __future__ import annotations

import json
from collections.abc import Iterator

from broadsheet.edition import Edition
from broadsheet.outputs.exports import cleaned
from broadsheet.outputs.exports.ninjs import item
from broadsheet.outputs.links import on_the_web


def pieces(edition: Edition) -> Iterator[bytes]:
    """A line for each article; one that was retracted is `canceled`."""
    web = on_the_web(edition)
    for article in (*edition.articles, *edition.retracted):
        yield f"{json.dumps(cleaned(item(edition, article, web)), ensure_ascii=False)}\n".encode()
