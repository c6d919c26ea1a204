"""Articles grouped into stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from broadsheet.model import Article, Tie
from broadsheet.stories.group import NO_WISHES, Group, Wishes


def grouped(
    articles: Sequence[Article],
    named: Mapping[str, Sequence[str]],
    wishes: Wishes = NO_WISHES,  # noqa: ARG001 - nobody can say anything yet
) -> Sequence[Group]:
    """The groups of two or more, that with the newest article first.

    Args:
        articles: newest first.
        named: by article id, the entities it names, in the order of the text.
        wishes: what people said of them.
    """
    by_name: dict[tuple[str, ...], list[Article]] = {}
    for article in articles:
        if len(named.get(article.id, ())) >= 3:
            by_name.setdefault(tuple(sorted(named[article.id])[:3]), []).append(article)
    return [
        Group(
            tuple(one.id for one in alike),
            {one.id: Tie(alike[place - 1].id, key, 0.1, 5.0) for place, one in enumerate(alike)},
        )
        for key, alike in by_name.items()
        if len(alike) > 1
    ]
