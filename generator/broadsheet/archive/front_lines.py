"""Lines of front matter that a person wrote, changed key by key: comments, order and quoting stay.

A changed value is replaced where it stands; a list grows and shrinks by its own lines. What cannot be changed
without losing a comment is left as it is, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import yaml

from broadsheet.archive import front_matter
from broadsheet.archive.three_way import ABSENT

MOST = 500
"""Keys that are changed at once: each costs a look at all of them."""

_COMMENT = re.compile(r"(?:^|\s)#")


class _CommentInTheWay(Exception):  # noqa: N818 - no fault of the page: a person wrote beside a value
    """A value cannot be changed without losing a comment."""


def changed(
    head: str, changes: Mapping[str, Any], order: Sequence[str], *, force: bool = False
) -> tuple[str, list[str]]:
    """The lines with other values under some keys, and the keys that had to stay: for a comment, or because a person
    wrote in a way that cannot be changed line by line.

    Args:
        head: the lines, as `front_matter.span` finds them: a mapping, each line ended.
        changes: the new values by key; ABSENT takes the key out.
        order: the keys in the order in which we would write them: a new one goes behind the one before it.
        force: whether a value is changed even where a comment goes with it.
    """
    newline = "\r\n" if "\r\n" in head else "\n"
    plain = head.replace("\r\n", "\n")
    try:
        lines, kept = _changed(plain, changes, order, force=force)
        wanted = {**front_matter.any_yaml(plain), **{key: changes[key] for key in changes if key not in kept}}
        if front_matter.any_yaml(lines) == {key: wanted[key] for key in wanted if wanted[key] is not ABSENT}:
            return lines.replace("\n", newline), kept
    except (yaml.YAMLError, front_matter.FrontMatterError, RecursionError):
        pass
    # Written in a way that cannot be changed line by line, if at all: better nothing than something else.
    return head, list(changes)


def _changed(head: str, changes: Mapping[str, Any], order: Sequence[str], *, force: bool) -> tuple[str, list[str]]:
    if len(changes) > MOST:
        return head, list(changes)
    kept = []
    for key, value in changes.items():
        try:
            head = _with(head, key, value, order)
        except _CommentInTheWay:
            if force:
                head = _with(_with(head, key, ABSENT, order, force=True), key, value, order)
            else:
                kept.append(key)
    return head, kept


def _with(head: str, key: str, value: Any, order: Sequence[str], *, force: bool = False) -> str:
    pairs = _pairs(head)
    if key not in pairs:
        return head if value is ABSENT else _added(head, key, value, order)
    name, old = pairs[key]
    start, end = _line_start(head, name.start_mark.index), _end(old, head)
    line_end = _line_end(head, end)
    tail = head[end:line_end].strip()
    if isinstance(old, yaml.SequenceNode) and not old.flow_style and old.value and value and isinstance(value, list):
        return _listed(head, old, front_matter.any_yaml(head)[key], value)
    if _has_comment(head, start, old) and not force:
        raise _CommentInTheWay
    if value is ABSENT:
        return head[:start] + (f"{tail}\n" if tail else "") + head[line_end + 1 :]
    first, newline, rest = front_matter.write({key: value}).rstrip("\n").partition("\n")
    return head[:start] + first + (f"  {tail}" if tail else "") + newline + rest + head[line_end:]


def _added(head: str, key: str, value: Any, order: Sequence[str]) -> str:
    pairs = _pairs(head)
    before = [one for one in order[: order.index(key)] if one in pairs] if key in order else []
    if before:
        at = _line_end(head, _end(pairs[before[-1]][1], head)) + 1
    else:
        known = order if key in order else ()
        behind = next((name for one, (name, _) in pairs.items() if one in known or one == "fingerprint"), None)
        at = _line_start(head, behind.start_mark.index) if behind else len(head)
    return head[:at] + front_matter.write({key: value}) + head[at:]


def _listed(head: str, old: yaml.SequenceNode, standing: Sequence[Any], value: list[Any]) -> str:
    """A block list with other members: lines of those that go are taken out, new ones come at its end."""
    left, gone, stay = list(value), [], []
    for said, item in zip(standing, old.value, strict=True):
        if said in left:
            left.remove(said)
            stay.append(said)
        else:
            gone.append(item)
    if stay + left != value:
        return _reordered(head, old, standing, value)
    indent = head[_line_start(head, old.value[0].start_mark.index) : old.value[0].start_mark.index].partition("-")[0]
    at = _line_end(head, _end(old.value[-1], head)) + 1
    lines = front_matter.write({"new": left}).splitlines()[1:] if left else []
    head = head[:at] + "".join(f"{indent}{line[2:]}\n" for line in lines) + head[at:]
    for item in reversed(gone):
        start, end = _line_start(head, item.start_mark.index), _end(item, head)
        line_end = _line_end(head, end)
        if _has_comment(head, start, item) or head[end:line_end].strip():
            raise _CommentInTheWay
        head = head[:start] + head[line_end + 1 :]
    return head


def _reordered(head: str, old: yaml.SequenceNode, standing: Sequence[Any], value: list[Any]) -> str:
    """A block list in another order, each member that stays with its own lines (and what is noted on them)."""
    spans = [(_line_start(head, item.start_mark.index), _line_end(head, _end(item, head)) + 1) for item in old.value]
    above = head[: spans[0][0]].rstrip().rpartition("\n")[2].lstrip()
    if above.startswith("#") or any(end != start for (_, end), (start, _) in pairwise(spans)):
        raise _CommentInTheWay  # a line of its own above one of the members
    indent = head[spans[0][0] : old.value[0].start_mark.index].partition("-")[0]
    there = [(said, head[low:high]) for said, (low, high) in zip(standing, spans, strict=True)]
    lines = []
    for said in value:
        at = next((place for place, (one, _) in enumerate(there) if one == said), None)
        fresh = front_matter.write({"new": [said]}).splitlines()[1:] if at is None else []
        lines.append("".join(f"{indent}{line[2:]}\n" for line in fresh) if at is None else there.pop(at)[1])
    for said, text in there:
        if _COMMENT.search(text.replace(str(said), "")):
            raise _CommentInTheWay  # noted on what goes
    return head[: spans[0][0]] + "".join(lines) + head[spans[-1][1] :]


def _pairs(head: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The nodes of each key and its value."""
    tree = yaml.compose(head, yaml.CSafeLoader)
    return {str(name.value): (name, value) for name, value in tree.value} if isinstance(tree, yaml.MappingNode) else {}


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode) and node.value:
        for name, value in node.value:
            yield from _leaves(name)
            yield from _leaves(value)
    elif isinstance(node, yaml.SequenceNode) and node.value:
        for item in node.value:
            yield from _leaves(item)
    else:
        yield node


def _end(node: yaml.Node, head: str) -> int:
    """Where the last character of a value stands, and one more."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, head)
    return len(head[: node.end_mark.index].rstrip())


def _has_comment(head: str, start: int, node: yaml.Node) -> bool:
    """Whether a person's comment stands within a value, or within the lines of it."""
    text = list(head[start : _end(node, head)])
    for leaf in _leaves(node):
        if isinstance(leaf, yaml.ScalarNode):
            low, high = leaf.start_mark.index - start, leaf.end_mark.index - start
            text[low:high] = "_" * (min(high, len(text)) - low)
    return _COMMENT.search("".join(text)) is not None


def _line_start(head: str, at: int) -> int:
    return head.rfind("\n", 0, at) + 1


def _line_end(head: str, at: int) -> int:
    end = head.find("\n", at)
    return len(head) if end < 0 else end
