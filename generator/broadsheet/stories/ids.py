"""Ids of stories: which group is the story that was told before, and what a new one is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from broadsheet import addresses
from broadsheet.model import Article
from broadsheet.stories.told import Told


def known_again(groups: Sequence[Sequence[str]], told: Told, age: Mapping[str, int]) -> Mapping[int, str]:
    """The ids of the groups that were told before, by their place: each has that of most of its articles.

    An article that came to a story when another was merged into it counts half, and a story that is told no more
    is told again by articles of it that have no other: so two stories that were one for a while part as they were.
    Ties go to the story of the earliest article.

    Args:
        groups: of article ids.
        told: before.
        age: the place of each article in the order of time, the earliest first.
    """
    once: dict[str, list[str]] = defaultdict(list)
    for page in told.pages.values():
        for article in page.articles if page.former else ():
            once[article].append(page.id)
    claims = []
    for place, group in enumerate(groups):
        votes: Counter[str] = Counter()
        former: Counter[str] = Counter()
        first: dict[str, int] = {}
        for article in group:
            last = told.last.get(article)
            if last:
                votes[last] += 1 if article in once else 2
            former.update(once.get(article, ()))
            for story in (*([last] if last else ()), *once.get(article, ())):
                first[story] = min(age[article], first.get(story, age[article]))
        claims += [(-votes[story], -former[story], first[story], story, place) for story in first]
    found: dict[int, str] = {}
    given: set[str] = set()
    for *_, story, place in sorted(claims):
        if place not in found and story not in given:
            found[place] = story
            given.add(story)
    return found


def coined(first: Article, taken: Collection[str]) -> str:
    """A new id, made from the headline of a story's first article."""
    stem = addresses.slug(first.title, first.id)
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
