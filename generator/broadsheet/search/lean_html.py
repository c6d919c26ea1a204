"""A page written for Pagefind alone: its title, its text, and its facets. Readers never see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from broadsheet.search.searched_page import SearchedPage
from broadsheet.search.written_text import written

_LETTER = re.compile(r"[^\W_]")


def lean_html(page: SearchedPage, names: Mapping[str, str]) -> str:
    """HTML that holds what `page` is found by; `names` are what entities are called in facets, by id."""
    title = escape(written(page.title), quote=False)
    lines = [f'<h1 data-pagefind-meta="title" data-pagefind-ignore>{title}</h1>']
    if page.date:
        lines.append(f'<i data-pagefind-meta="date" data-pagefind-sort="date" data-pagefind-ignore>{page.date}</i>')
    for name, said in (("about", page.about), ("lead", page.lead)):
        if said:
            lines.append(f'<i data-pagefind-meta="{name}" data-pagefind-ignore>{escape(said, quote=False)}</i>')
    beside = " · ".join(dict.fromkeys(one for one in _beside(page) if one))
    if beside:
        lines.append(f'<i data-pagefind-meta="beside" data-pagefind-ignore>{escape(written(beside), quote=False)}</i>')
    for facet, value in _facets(page, names):
        # A name keeps its spaces as they are written, so that it is the same in every shard.
        lines.append(f'<i data-pagefind-filter="{facet}" data-pagefind-ignore>{escape(value, quote=False)}</i>')
    # Pagefind passes over a page without a word; what stands between tildes is never shown.
    words = next((written(one) for one in (page.text, page.title) if _LETTER.search(one)), f"` `~{page.kind}~")
    text = escape(words, quote=False)
    # No element around the text: Pagefind would end it with a full stop.
    body = "\n".join([*lines, text])
    return f"<!doctype html>\n<html>\n<body data-pagefind-body>\n{body}\n</body>\n</html>\n"


def _beside(page: SearchedPage) -> Iterator[str]:
    """What an article is found by besides its text: who wrote it, who published it, what it is filed under."""
    yield from page.authors
    yield page.source
    yield from page.also_at
    yield from page.headlines
    yield from page.topics


def _facets(page: SearchedPage, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if page.kind != "article":  # what has no kind is one: that is most of what a browser would fetch
        yield "kind", page.kind
    single = {"language": page.language, "story": page.story, "year": page.date[:4]}
    yield from ((facet, value) for facet, value in single.items() if value)
    # Each outlet once: its copies of one text may be several.
    yield from (("source", outlet) for outlet in dict.fromkeys((page.source, *page.also_at)) if outlet)
    yield from (("topic", topic) for topic in page.topics)
    yield from (("entity", names[entity]) for entity in page.entities if entity in names)
