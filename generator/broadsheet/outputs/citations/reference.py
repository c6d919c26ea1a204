"""A citation in plain words, as it stands under a text or at the end of a printed page."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.outputs.citations.cited import Cited
from broadsheet.outputs.links import outside, shown
from broadsheet.outputs.spoken import spoken
from broadsheet.outputs.words import Words


def reference(one: Cited, words: Words) -> str:
    """`Ada Martin. UN chief visits Kyiv. *Example Times*, 16 April 2024. https://…`, as Markdown of one line."""
    return " ".join(part if part.endswith((".", "!", "?", "…", "。")) else f"{part}." for part in _parts(one, words))


def _parts(one: Cited, words: Words) -> Iterator[str]:
    if one.authors:
        yield words.listed(shown(author) for author in one.authors)
    yield spoken(shown(one.title), one.language or None, words)
    where = [f"*{shown(one.source)}*"] if one.source else []
    where.append(words.day(one.published) if one.published else words("n.d."))
    yield words.listed(where)
    if one.accessed and not one.published:
        yield words("Accessed on {day}", day=words.day(one.accessed))
    for address in dict.fromkeys(filter(None, (one.url, one.archived))):
        yield outside(address, address)
