"""Quotes: for each article and each entity it names, the sentence that does."""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet import sentences
from broadsheet.edition import Edition
from broadsheet.markdown_text import escape_inline, plain
from broadsheet.model import Article, Mention


def quotes(edition: Edition) -> Mapping[tuple[str, str], str]:
    """The Markdown of each such sentence, the name in bold, by article id and entity id.

    All at once, article by article: each body is read once, and not once for each name in it.
    """
    found: dict[tuple[str, str], str] = {}
    for article in edition.articles:
        first = edition.first_mentions(article)
        if not first:
            continue
        text = plain(article.body).text
        for mention in first:
            found[article.id, mention.entity] = _quote(text, mention, article)
    return found


def _quote(text: str, mention: Mention, article: Article) -> str:
    begin, end = sentences.around(text, mention.start, mention.end, article.language)
    before, after = text[begin : mention.start], text[mention.end : end]
    pieces = [escape_inline(before), f"**{escape_inline(text[mention.start : mention.end])}**", escape_inline(after)]
    # Escaping trims a piece, so the spaces beside the name are put back.
    if before[-1:].isspace():
        pieces[0] += " "
    if after[:1].isspace():
        pieces[2] = " " + pieces[2]
    return "".join(pieces).strip()
