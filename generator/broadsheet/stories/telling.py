"""Groups of articles, told as stories: each with its id, its headline and its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from broadsheet import addresses
from broadsheet.model import Article, Story
from broadsheet.stories.grouping import grouped


def tell(articles: Sequence[Article], named: Mapping[str, Sequence[str]]) -> Sequence[Story]:
    """The stories that articles tell, the one with the newest article first.

    Args:
        articles: newest first.
        named: by article id, the entities it names, in the order of the text.
    """
    by_id = {article.id: article for article in articles}
    stories: dict[str, Story] = {}
    for group in grouped(articles, named):
        first = by_id[group.articles[-1]]
        name = addresses.slug(first.title, first.id)
        if name in stories:
            name = f"{name}-{addresses.slug(first.id)}"
        stories[name] = Story(
            id=name,
            address=addresses.story(first.day, name),
            title=first.title,
            articles=group.articles,
            ties=group.ties,
            copies=group.copies,
        )
    return list(stories.values())
