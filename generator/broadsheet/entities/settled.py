"""What a person wrote on an article's page of what a name means there: `meant: {Jordan: michael-jordan}`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from broadsheet.entities.folding import likeness
from broadsheet.model import NOTHING, Article

NOBODY_WE_KNOW = ""
"""What stands for an id where a person says that a name means nothing that has a page."""


def settled(
    article: Article, surface: str, entities: Collection[str], merged: Mapping[str, str] = NOTHING
) -> str | None:
    """The id of what a person said that a name means in an article; None where they said nothing that can hold.

    Args:
        article: the article.
        surface: the name as it stands there.
        entities: the ids of those that may be linked.
        merged: by id of an entity that turned out to be another, the id of that other.
    """
    if not article.meant:
        return None  # nearly always
    alike = likeness(surface)
    for name, one in article.meant.items():
        if likeness(name) == alike:
            end = merged.get(one, one)
            return end if end in entities or end == NOBODY_WE_KNOW else None
    return None
