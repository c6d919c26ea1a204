"""What people said of articles and stories, as far as it can be heeded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from broadsheet.stories.group import Group, Wishes
from broadsheet.stories.told import Told


def heeded(told: Told, present: Mapping[str, object]) -> Mapping[str, str]:
    """The story that a person put an article into, by article id.

    A story that does not exist comes to be when two articles are put into it; an article alone there is a slip. Who
    says both that an article is part of a story and that it is not, says that it is not.
    """
    said = {one: story for one, story in told.put.items() if one in present and story not in told.apart.get(one, ())}
    known, times = {*told.pages, *told.last.values()}, Counter(said.values())
    return {one: story for one, story in said.items() if story in known or times[story] > 1}


def wishes(told: Told, put: Mapping[str, str], present: Mapping[str, object]) -> Wishes:
    """What of it grouping must know: an article is apart from all that tell a story that it is no part of."""
    telling: dict[str, dict[str, None]] = defaultdict(dict)
    asked = {story for stories in told.apart.values() for story in stories}
    for of in (told.last, put):
        for one, story in of.items():
            if story in asked and put.get(one, story) == story:
                telling[story][one] = None
    for story in asked & told.pages.keys():
        if told.pages[story].former:
            telling[story].update(dict.fromkeys(told.pages[story].articles))
    pairs = (
        (one, other)
        for one, stories in told.apart.items()
        for story in stories
        for other in telling.get(story, ())
        if one != other and one in present and other in present
    )
    return Wishes(apart=tuple(dict.fromkeys(pairs)))


def with_those_put(
    groups: Sequence[Group], put: Mapping[str, str], last: Mapping[str, str]
) -> tuple[list[tuple[str, ...]], Mapping[str, list[str]]]:
    """Groups without the articles that people put into a story, and by story those articles.

    A group of which no other article told another story goes with the one that was put: so a copy of it that comes
    in later joins the same story. Else only that one goes, and two stories are not made one by it.
    """
    left: list[tuple[str, ...]] = []
    by_story: dict[str, list[str]] = defaultdict(list)
    placed: set[str] = set()
    for group in groups:
        named = {put[one] for one in group.articles if one in put}
        others = {last[one] for one in group.articles if one not in put and one in last}
        if len(named) == 1 and others <= named:
            by_story[named.pop()] += group.articles
            placed.update(group.articles)
        else:
            left.append(tuple(one for one in group.articles if one not in put))
    for one, story in put.items():
        if one not in placed:
            by_story[story].append(one)
    return [group for group in left if len(group) > 1], by_story
