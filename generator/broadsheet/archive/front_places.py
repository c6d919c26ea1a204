"""Where in a page a value of its front matter stands: lines and columns, from 1."""

from __future__ import annotations

from typing import Any

import yaml

from broadsheet.archive import front_matter

Place = tuple[int | str, ...]
"""The way to a value: `("source", "url")`, `("tags", 2)`."""


def place_of(steps: Place, text: str) -> tuple[int, int]:
    """Line and column of a value, or of the nearest thing around it."""
    node = _composed(text)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == step]
            if not pairs:
                break
            mark, node = pairs[-1][0].start_mark, pairs[-1][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
    return mark.line + 2, mark.column + 1


def node_at(steps: Place, text: str) -> yaml.ScalarNode | None:
    """The single value that stands at a place, as YAML sees it; its lines count from that behind the first `---`."""
    node = _composed(text)
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node if isinstance(node, yaml.ScalarNode) else None


def impossible_moment(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first value without quotes that looks like a day or a time, and is none; and where it stands."""
    waiting = [_composed(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:timestamp":
            try:
                yaml.safe_load(node.value)
            except ValueError:
                return node.value, (node.start_mark.line + 2, node.start_mark.column + 1)
    return None


def _composed(text: str) -> Any:
    span = front_matter.span(text)
    return yaml.compose(text[span[0] : span[1]], yaml.CSafeLoader) if span else None
