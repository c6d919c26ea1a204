"""JSON Lines: the archive's own records, as `data/archive.jsonl` has them; another archive makes the same articles."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.edition import Edition
from broadsheet.outputs.exports import record_lines


def pieces(edition: Edition) -> Iterator[bytes]:
    """A line for each article, retracted ones too, and one more for each other outlet of its text."""
    for article in (*edition.articles, *edition.retracted):
        for line in record_lines(edition, article):
            yield f"{line}\n".encode()
