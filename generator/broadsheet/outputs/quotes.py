"""Quotes: for each article and each entity it names, the sentence that does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from broadsheet import sentences
from broadsheet.edition import Edition
from broadsheet.markdown_text import escape_inline, plain, without_links
from broadsheet.model import Mention

# Private-use characters hold the name's place while the sentence is escaped as one. Should the text have such
# characters of its own, others that show nothing either stand for them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_NOT_MARKS = {ord(_OPEN): "\ufffd", ord(_CLOSE): "\ufffd"}


def quotes(edition: Edition) -> Mapping[tuple[str, str], str]:
    """The Markdown of each such sentence, the name in bold, by article id and entity id.

    All at once, article by article: each body is read once, and not once for each name in it.
    """
    return {(article, one.entity): _quote(text, one, *span) for article, one, text, span in first_sentences(edition)}


def first_sentences(edition: Edition) -> Iterator[tuple[str, Mention, str, tuple[int, int]]]:
    """By article id: the first mention of each entity in it, the plain text, and where its sentence stands."""
    for article in edition.articles:
        first = edition.first_mentions(article)
        if not first:
            continue
        text = plain(article.body).text
        if _OPEN in text or _CLOSE in text:
            text = text.translate(_NOT_MARKS)
        spans = sentences.split(text[: first[-1].end + sentences.LONGEST], article.language)
        begins = [begin for begin, _ in spans]
        for mention in first:
            begin, end = spans[max(0, bisect_right(begins, mention.start) - 1)]
            # A name may hold what looks like a sentence's end.
            whole = (min(begin, mention.start), max(end, mention.end))
            yield article.id, mention, text, sentences.shortened(text, whole, mention.start, mention.end)


def _quote(text: str, mention: Mention, begin: int, end: int) -> str:
    before, name, after = text[begin : mention.start], text[mention.start : mention.end], text[mention.end : end]
    marked = escape_inline(f"{without_links(before)}{_OPEN}{name}{_CLOSE}{without_links(after)}")
    return marked.replace(_OPEN, "**", 1).replace(_CLOSE, "**", 1)
