"""Related stories: which share the rarest names with a story.

A story's few rarest names decide, and of each name's stories only those next to it in the list are looked at: the work
grows with the number of stories.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.edition import Edition
from broadsheet.model import Entity, Story

MOST = 5
NAMES = 12
"""How many of a story's names are followed, the rarest first."""
REACH = 6
"""How many newer and how many older stories of one name are looked at."""
RARE = 4
"""A single shared name is a reason only where no more stories than this have it."""


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """Another story, and why it is related."""

    story: Story
    shared: Sequence[Entity]
    """The names both have, the rarest first."""


def related_stories(edition: Edition) -> Iterator[tuple[Story, Sequence[RelatedStory]]]:
    """Each story, in the edition's order, with its related stories, the nearest first."""
    names = {story.id: _names(edition, story) for story in edition.stories}
    lists: dict[str, list[str]] = defaultdict(list)
    for story in edition.stories:
        for entity in names[story.id]:
            lists[entity].append(story.id)
    place: Counter[str] = Counter()
    for story in edition.stories:
        ranked = sorted(names[story.id], key=lambda one: (len(lists[one]), len(edition.by_entity.get(one, ())), one))
        scores: dict[str, float] = defaultdict(float)
        for entity in ranked[:NAMES]:
            here = place[entity]
            for other in lists[entity][max(0, here - REACH) : here + REACH + 1]:
                scores[other] += 1 / math.log2(1 + len(lists[entity]))
        place.update(names[story.id])
        scores.pop(story.id, None)
        found = []
        for other in sorted(scores, key=lambda one: (-scores[one], one))[: 2 * MOST]:
            shared = [one for one in ranked if one in names[other]]
            if len(shared) > 1 or len(lists[shared[0]]) <= RARE:
                found.append(RelatedStory(edition.story[other], [edition.entities[one] for one in shared]))
        yield story, found[:MOST]


def _names(edition: Edition, story: Story) -> frozenset[str]:
    """The names that half of a story's articles have, or three of them."""
    counts = Counter(entity for one in edition.told_by(story) for entity in edition.ids_named_in(one))
    fewest = min(3, (len(story.articles) + 1) // 2)
    return frozenset(one for one, count in counts.items() if count >= fewest)
