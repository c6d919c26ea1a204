"""Who and what a headline names: what an article is about, and does not only mention."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from broadsheet.edition import Edition
from broadsheet.model import Article


def named_in_headline(edition: Edition, article: Article) -> AbstractSet[str]:
    """The ids of the entities that the text names in words which stand in the headline, too, or the headline alone."""
    in_text = {one.entity for one in edition.mentions.get(article.id, ()) if one.surface in article.title}
    return in_text.union(edition.in_headlines.get(article.id, ()))
