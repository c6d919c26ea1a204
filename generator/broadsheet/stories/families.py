"""Who belongs together, joined step by step, with some who must stay apart (union-find)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Families:
    """So many members, each in its own family at first."""

    def __init__(self, members: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent = list(range(members))
        self._foes: dict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            if one != other:
                self._foes[one].add(other)
                self._foes[other].add(one)

    def head(self, member: int) -> int:
        """The first member of its family."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: int, other: int) -> bool:
        """Joins two families, unless one has a member that must stay apart from one of the other's."""
        one, other = sorted((self.head(one), self.head(other)))
        if one == other:
            return True
        if any(self.head(foe) == other for foe in self._foes.get(one, ())):
            return False
        self._parent[other] = one
        if other in self._foes:
            self._foes[one] |= self._foes.pop(other)
        return True

    def all(self) -> list[list[int]]:
        """Every family, its members in their order, in the order of their first."""
        found: dict[int, list[int]] = defaultdict(list)
        for member in range(len(self._parent)):
            found[self.head(member)].append(member)
        return list(found.values())
