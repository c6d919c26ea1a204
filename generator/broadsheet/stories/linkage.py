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


def linked(pairs: Places, near: Near, bound: Sequence[Sequence[int]], apart: Sequence[Pair]) -> list[list[int]]:
    """Groups of places.

    Args:
        pairs: those worth comparing.
        near: how likely each of some pairs tells one story.
        bound: the places, all of them, parted into families that stay together in any case.
        apart: pairs that never come together.
    """
    weights = near(pairs)
    everyone = [place for family in bound for place in family]
    foes: dict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        foes[one].add(other)
    groups: list[list[int]] = []
    for part, families in _parts(everyone, bound, pairs, weights):
        groups += [part] if len(families) == 1 else _averaged(part, families, near, foes)
    return groups


def _parts(
    everyone: Sequence[int], bound: Sequence[Sequence[int]], pairs: Places, weights: Floats
) -> Iterator[tuple[list[int], list[list[int]]]]:
    """What hangs together, with the families in it; too large a part is taken apart where it is weakest."""
    family = dict.fromkeys(everyone, 0)
    for number, members in enumerate(bound):
        family.update(dict.fromkeys(members, number))
    todo = [(0, list(range(len(bound))), pairs, weights)]
    while todo:
        level, numbers, near, weight = todo.pop()
        place = {number: at for at, number in enumerate(numbers)}
        kept = weight >= _LOOSEST[level]
        near, weight = near[kept], weight[kept]
        heads = Families(len(numbers))
        ends = [(place[family[one]], place[family[other]]) for one, other in near.tolist()]
        for one, other in ends:
            heads.join(one, other)
        owner = np.array([heads.head(one) for one, _ in ends], dtype=np.int64)
        for part in heads.all():
            members = [numbers[at] for at in part]
            size = sum(len(bound[number]) for number in members)
            if size <= _LARGEST or len(members) == 1:
                yield _with_families(members, bound)
            elif level + 1 < len(_LOOSEST):
                mine = owner == part[0]
                todo.append((level + 1, members, near[mine], weight[mine]))
            else:
                for end in range(len(members), 0, -_LARGEST):  # from the oldest on: full cuts stay as they are
                    yield _with_families(members[max(0, end - _LARGEST) : end], bound)


def _with_families(numbers: Sequence[int], bound: Sequence[Sequence[int]]) -> tuple[list[int], list[list[int]]]:
    families = [list(bound[number]) for number in numbers]
    return sorted(place for family in families for place in family), families


def _averaged(part: list[int], families: list[list[int]], near: Near, foes: Mapping[int, set[int]]) -> list[list[int]]:
    """A part's groups, by average linkage that starts from the families."""
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
    member = np.zeros((len(families), size))
    for at, family in enumerate(families):
        member[at, [index[place] for place in family]] = 1 / len(family)
    with np.errstate(invalid="ignore"):
        average = _mean(member, table) if np.isinf(table).any() else member @ table @ member.T
    return _merged([list(family) for family in families], average)


def _mean(member: Floats, table: Floats) -> Floats:
    """Averages between families, where those who must stay apart are infinitely far."""
    away = np.isinf(table)
    average: Floats = member @ np.where(away, 0.0, table) @ member.T
    average[(member @ away @ member.T) > 0] = -np.inf
    return average


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
