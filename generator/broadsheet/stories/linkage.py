"""Groups made of near pairs: the two groups that are nearest on average are joined, again and again.

Average linkage looks at all pairs between two groups, so one article that is near to both does not chain two stories
together, and a long affair falls into parts as its days move apart. It is done within parts of the archive that hang
together by near pairs at all, none of them large.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from broadsheet.stories.families import Families
from broadsheet.stories.rarity import Floats, Places

THRESHOLD = 0.4
"""How probable it must be, on average over all pairs, that two groups tell one story. One setting for everything."""

_LOOSEST = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.97)
"""How near a pair must be to hold a part together: more where the part is too large otherwise."""
_LARGEST = 160
"""Articles in a part: the work grows with the square."""

Near = Callable[[Places], Floats]
Pair = tuple[int, int]


def linked(pairs: Places, near: Near, articles: int, apart: Sequence[Pair]) -> list[list[int]]:
    """Groups of places: every place is in one, those in a group are sorted.

    Args:
        pairs: those worth comparing.
        near: how likely each of some pairs tells one story.
        articles: how many there are.
        apart: pairs that never come together.
    """
    weights = near(pairs)
    foes: dict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        foes[one].add(other)
    groups: list[list[int]] = []
    for part in _parts(articles, pairs, weights):
        groups += [part] if len(part) == 1 else _merged([[place] for place in part], _table(part, near, foes))
    return groups


def _parts(articles: int, pairs: Places, weights: Floats) -> Iterator[list[int]]:
    """What hangs together; too large a part is taken apart where it is weakest."""
    todo = [(0, list(range(articles)), pairs, weights)]
    while todo:
        level, members, near, weight = todo.pop()
        place = {member: at for at, member in enumerate(members)}
        kept = weight >= _LOOSEST[level]
        near, weight = near[kept], weight[kept]
        heads = Families(len(members))
        ends = [(place[one], place[other]) for one, other in near.tolist()]
        for one, other in ends:
            heads.join(one, other)
        owner = np.array([heads.head(one) for one, _ in ends], dtype=np.int64)
        for found in heads.all():
            part = [members[at] for at in found]
            if len(part) <= _LARGEST:
                yield part
            elif level + 1 < len(_LOOSEST):
                mine = owner == found[0]
                todo.append((level + 1, part, near[mine], weight[mine]))
            else:
                for end in range(len(part), 0, -_LARGEST):  # from the oldest on: full cuts stay as they are
                    yield part[max(0, end - _LARGEST) : end]


def _table(part: list[int], near: Near, foes: Mapping[int, set[int]]) -> Floats:
    """How near all of a part are to each other; those who must stay apart are infinitely far."""
    size = len(part)
    one, other = np.triu_indices(size, 1)
    places = np.array(part, dtype=np.int64)
    table = np.zeros((size, size))
    table[one, other] = near(np.stack([places[one], places[other]], axis=1))
    table += table.T
    index = {place: at for at, place in enumerate(part)}
    for place in index.keys() & foes.keys():
        away = [index[foe] for foe in foes[place] if foe in index and foe != place]
        table[index[place], away] = table[away, index[place]] = -np.inf
    return table


def _merged(groups: list[list[int]], average: Floats) -> list[list[int]]:
    """Joins the nearest two groups while they are near enough."""
    np.fill_diagonal(average, -np.inf)
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    while len(groups) > 1:
        one, other = divmod(int(average.argmax()), len(groups))
        if average[one, other] < THRESHOLD:
            break
        joined = (average[one] * sizes[one] + average[other] * sizes[other]) / (sizes[one] + sizes[other])
        average[one], average[:, one] = joined, joined
        average[one, one] = -np.inf
        average[other], average[:, other] = -np.inf, -np.inf
        sizes[one] += sizes[other]
        groups[one] += groups[other]
        groups[other] = []
    return [sorted(group) for group in groups if group]
