"""Networks: names on a ring, lines between those that are named together; drawn without chance.

The names stand at equal distances of height, half of them on either side, their labels outside the ring: so no label
ever meets another or a line. Every place is a whole number, worked out in whole numbers.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.outputs.svg import LEADING, WIDTH, fitted, label, linked, picture, width

MOST = 24
"""Most names on a ring."""

PITCH = 58
"""Units of height from one name to the next on its side: two lines of a label, and air."""

_MIDDLE, _RADIUS, _EDGE = WIDTH // 2, 130, 44
_GAP = 14
"""Units between a name's dot and its label."""
ROOM = WIDTH // 2 - _RADIUS - _GAP
"""Units that a label may take."""
MIDDLE_ROOM = 2 * _RADIUS - 80
"""Units that the name in the middle may take: the lines along the ring bend a quarter of the way to it."""
_AIR = 8
"""Units of ground around it."""
_THICKEST = 9


@dataclass(frozen=True, slots=True)
class Node:
    """A name in a network."""

    key: str
    name: str
    href: str
    """Its page, from the page that shows the picture."""


@dataclass(frozen=True, slots=True)
class Network:
    """Names, and how strongly any two of them are tied."""

    nodes: Sequence[Node]
    """Not the one in the middle; the most important first."""
    ties: Mapping[tuple[str, str], int]
    """By the keys of two names, the lesser first: the articles that name both."""
    middle: Node | None = None
    """The name that all others are tied to."""
    spokes: Mapping[str, int] | None = None
    """By key: the articles that name a node and the one in the middle."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A node in its place."""

    node: Node
    x: int
    y: int
    lines: tuple[str, ...]
    """Its label."""
    right: bool
    """Whether the label stands to the right of it."""

    @property
    def label_x(self) -> int:
        """Where the label's end that is nearest to the node stands."""
        return self.x + (_GAP if self.right else -_GAP)


def thinned(ranked: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, str]]:
    """Of pairs, the strongest first, those in which both names have less than `most` ties yet: more is a tangle."""
    ties: Counter[str] = Counter()
    for one, other in ranked:
        if ties[one] < most and ties[other] < most:
            ties.update((one, other))
            yield one, other


def placed(network: Network) -> Sequence[Placed]:
    """The nodes on their ring: from the top down the right side, then up the left."""
    order = _neighbourly(network)
    right = (len(order) + 1) // 2
    height = _height(right)
    places = []
    for place, node in enumerate(order):
        on_right = place < right
        row = place if on_right else len(order) - 1 - place
        # An odd one out leaves the left side a row shorter: that side begins half a row lower.
        lower = 0 if on_right or 2 * right == len(order) else PITCH // 2
        y = _EDGE + row * PITCH + lower
        away = _across(y - height // 2, height // 2 - _EDGE // 2)
        x = _MIDDLE + (away if on_right else -away)
        places.append(Placed(node, x, y, fitted(node.name, ROOM), on_right))
    return places


def drawn(network: Network, name: str, title: str, description: str) -> str:
    """The picture of a network; each name leads to its page."""
    places = placed(network)
    height = _height((len(places) + 1) // 2)
    shapes = [f'<g fill="none" stroke="currentColor">{"".join(_lines(network, places, height))}</g>']
    for one in places:
        text = label(one.lines, one.label_x, one.y, "start" if one.right else "end")
        dot = f'<circle cx="{one.x}" cy="{one.y}" r="7"/>'
        shapes.append(linked(one.node.href, one.node.name, (dot, text)))
    if network.middle:
        shapes.append(_named(network.middle, height // 2))
    return picture(name, title, description, height, shapes, role="group")


def _named(middle: Node, y: int) -> str:
    """The name in the middle on a ground of its own: all its lines meet under it."""
    lines = fitted(middle.name, MIDDLE_ROOM)
    wide, high = max(map(width, lines), default=0) + 2 * _AIR, len(lines) * LEADING + _AIR
    ground = f'<rect x="{_MIDDLE - wide // 2}" y="{y - high // 2}" width="{wide}" height="{high}" rx="8"/>'
    return f'<g class="bs-middle" font-weight="bold">{ground}{label(lines, _MIDDLE, y, "middle")}</g>'


def _lines(network: Network, places: Sequence[Placed], height: int) -> Iterator[str]:
    at = {one.node.key: one for one in places}
    spokes = network.spokes or {}
    most = max([*network.ties.values(), *spokes.values()], default=1)
    for key, shared in spokes.items():
        if key in at:
            yield _line(f"M{_MIDDLE} {height // 2}L{at[key].x} {at[key].y}", shared, most, "0.25")
    for (one, other), shared in sorted(network.ties.items()):
        if one in at and other in at:
            here, there = at[one], at[other]
            # Bent half-way to the middle, so that neighbours' lines keep off the labels too.
            bend = ((here.x + there.x) // 2 + _MIDDLE) // 2, ((here.y + there.y) // 2 + height // 2) // 2
            yield _line(f"M{here.x} {here.y}Q{bend[0]} {bend[1]} {there.x} {there.y}", shared, most, "0.45")


def _line(path: str, shared: int, most: int, opacity: str) -> str:
    thickness = max(2, math.isqrt(_THICKEST * _THICKEST * shared // most))
    return f'<path d="{path}" stroke-width="{thickness}" stroke-opacity="{opacity}"/>'


def _height(rows: int) -> int:
    return 2 * _EDGE + (rows - 1) * PITCH


def _across(down: int, half: int) -> int:
    """How far from the middle the ring is, `down` units below its centre; `half` is half its height."""
    return _RADIUS * math.isqrt(max(0, half * half - down * down)) // half


def _neighbourly(network: Network) -> Sequence[Node]:
    """The nodes in an order in which those that are tied stand next to each other."""
    left = dict.fromkeys(range(len(network.nodes)))
    order: list[Node] = []
    while left:
        nearest = min(left, key=lambda place: (-_tie(network, order, network.nodes[place]), place))
        del left[nearest]
        order.append(network.nodes[nearest])
    return order


def _tie(network: Network, order: Sequence[Node], node: Node) -> int:
    """How strongly a node is tied to the last ones in an order, to the very last most."""
    tie = 0
    for weight, other in zip((4, 2, 1), reversed(order), strict=False):
        pair = (node.key, other.key) if node.key < other.key else (other.key, node.key)
        tie += weight * network.ties.get(pair, 0)
    return tie
