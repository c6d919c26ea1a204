"""A page that a person edited and that upstream changed too: both in one text.

    last generated (base) ─┬─► what the person changed ─┐
                           └─► what upstream changed ───┴─► one text; where both did, the person's, and a Conflict

Front matter goes key by key, the text paragraph by paragraph. Our own links are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from broadsheet.archive import blocks, fingerprint, front_lines, front_matter
from broadsheet.archive.fingerprint import Fingerprint
from broadsheet.archive.three_way import ABSENT, Change, merged_paragraphs, merged_value
from broadsheet.markdown_text import unlink

Side = Literal["mine", "theirs"]

_OURS = frozenset({"fingerprint", "entities", "history"})
"""Keys that are not merged here: they follow from the rest (see `kept_page`)."""
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a person and upstream changed differently: the person's stands."""

    what: str
    """The key of the front matter, or `text`."""
    mine: str
    theirs: str
    line: int = 1
    """Where it stands in the page, or where upstream would have it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The page as it becomes."""

    text: str
    conflicts: Sequence[Conflict] = ()
    alike: bool = False
    """Whether nothing of a person's is left in front matter and text: it is as upstream has it."""


def merged(base: str, mine: str, theirs: str, prefer: Side | None = None) -> Merged:
    """The person's page with what upstream changed since the base.

    Args:
        base: the page as it was last generated.
        mine: the page as it stands.
        theirs: the page as it would be generated now, blocks left out.
        prefer: whose version stands where both changed something; None: the person's, and it is told.
    """
    span = front_matter.span(mine)
    if span is None:
        return Merged(mine, [Conflict("front matter", "", "", 1)])
    was, here, there = (_Parted(text) for text in (base, mine, theirs))
    head, conflicts = _head(mine[span[0] : span[1]], (was.front, here.front, there.front), prefer)
    body, more = _body(was, here, there, prefer)
    text = mine[: span[0]] + head + mine[span[1] : span[2]] + body
    conflicts += more
    upstream = fingerprint.read(there.front.get("fingerprint")) or Fingerprint("")
    text = _marked(text, here, None if conflicts else upstream)
    found = [placed(text, one) for one in conflicts]
    return Merged(text, found, alike=not conflicts and _is_alike(text, theirs))


def differences(mine: str, theirs: str) -> list[Conflict]:
    """Where a person's page and upstream's version differ: without a base, nobody knows who changed what."""
    here, there = _Parted(mine), _Parted(theirs)
    found = [
        Conflict(key, _shown(key, here.front.get(key, ABSENT)), _shown(key, there.front.get(key, ABSENT)))
        for key in dict.fromkeys([*here.front, *there.front])
        if key not in _OURS and here.front.get(key, ABSENT) != there.front.get(key, ABSENT)
    ]
    texts = here.texts()
    for change in merged_paragraphs(texts, texts, there.texts()):
        ours = "\n\n".join(here.body[low:high] for low, high in here.places[change.start : change.end])
        found.append(Conflict("text", blocks.plain_lines(ours), "\n\n".join(change.theirs)))
    return [placed(mine, one) for one in found]


class _Parted:
    """A page in its parts."""

    def __init__(self, text: str) -> None:
        self.front, start = front_matter.read(text)
        self.body = text[start:]
        self.said = fingerprint.read(self.front.get("fingerprint"))
        self.places = paragraphs(self.body)

    def texts(self) -> list[str]:
        """The paragraphs, without our links."""
        texts = [blocks.plain_lines(self.body[low:high]) for low, high in self.places]
        if self.said and self.said.notes_links:
            ours = frozenset(self.said.links)
            return [fingerprint.without_links(text, ours) for text in texts]
        return [unlink(text) for text in texts] if self.said else texts

    def links(self) -> tuple[str, ...]:
        """The marks of all links in the text."""
        return tuple(mark for low, high in self.places for mark in fingerprint.link_marks(self.body[low:high]))

    def is_named_by_us(self) -> bool:
        """Whether no person took a link or a name out, or put one in."""
        names = fingerprint.name_marks(self.front.get("entities", []))
        return self.said is not None and (self.links(), names) == (self.said.links, self.said.names)


def _head(
    head: str, fronts: tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]], prefer: Side | None
) -> tuple[str, list[Conflict]]:
    base, mine, theirs = fronts
    changes: dict[str, Any] = {}
    conflicts = []
    for key in dict.fromkeys([*base, *theirs]):
        was, here, there = (front.get(key, ABSENT) for front in (base, mine, theirs))
        value, conflict = merged_value(was, here, there)
        if key in _OURS:
            continue
        if conflict and prefer == "theirs":
            value = there
        elif conflict and prefer is None:
            conflicts.append(Conflict(key, _shown(key, here), _shown(key, there)))
        if value != here:
            changes[key] = value
    head, commented = front_lines.changed(head, changes, list(theirs), force=prefer == "theirs")
    if prefer is None:
        conflicts += [Conflict(key, _shown(key, mine.get(key, ABSENT)), _shown(key, changes[key])) for key in commented]
    return head, conflicts


def _body(was: _Parted, here: _Parted, there: _Parted, prefer: Side | None) -> tuple[str, list[Conflict]]:
    body, places = here.body, here.places
    newline = "\r\n" if "\r\n" in body else "\n"
    edits: list[tuple[int, int, str]] = []
    conflicts = []
    for found in merged_paragraphs(was.texts(), here.texts(), there.texts()):
        change = _apart(found, here)
        if change.conflict and prefer != "theirs":
            if prefer is None:
                ours = "\n\n".join(body[low:high] for low, high in places[change.start : change.end])
                conflicts.append(Conflict("text", blocks.plain_lines(ours), "\n\n".join(change.theirs)))
            continue
        edits += _edits(here, change)
    for low, high, text in reversed(edits):
        body = body[:low] + text.replace("\n", newline) + body[high:]
    return body, conflicts


def _apart(change: Change, page: _Parted) -> Change:
    """A change that puts something in where a person wrote behind one of our blocks: that is another place."""
    if not (change.conflict and change.start) or change.was:
        return change
    between = page.body[page.places[change.start - 1][1] : page.places[change.start][0]] if change.end else ""
    return Change(change.start, change.start, change.theirs, conflict=False, was=0) if between.strip() else change


def _edits(page: _Parted, change: Change) -> list[tuple[int, int, str]]:
    """A change as pieces of the body to be replaced, in order; what stands between paragraphs (our blocks) stays."""
    new = "\n\n".join(change.theirs)
    concerned = page.places[change.start : change.end]
    if not concerned:
        if change.start:
            at = page.places[change.start - 1][1]
            return [(at, at, f"\n\n{new}")]
        at = page.places[0][0] if page.places else _home(page)
        return [(at, at, f"{new}\n\n")]
    first, *others = _runs(page.body, concerned)
    edits = [(*first, new)] if new else [_gone(page.body, *first)]
    return edits + [_gone(page.body, *run) for run in others]


def _runs(body: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs with nothing but empty lines between them as one."""
    runs: list[tuple[int, int]] = []
    for low, high in places:
        if runs and not body[runs[-1][1] : low].strip():
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
    return runs


def _gone(body: str, low: int, high: int) -> tuple[int, int, str]:
    """Paragraphs to be taken out, with the empty lines behind them."""
    end = _behind_lines(body, high)
    return (low, end, "") if end < len(body) else (len(body[:low].rstrip("\r\n")), len(body), "\n")


def _home(page: _Parted) -> int:
    """Where the text goes in a page in which none is left: behind the blocks that it stood behind."""
    layout = page.said.layout if page.said else ()
    before = layout[: layout.index(fingerprint.TEXT)] if fingerprint.TEXT in layout else ()
    ends = [block.end for block in blocks.find(page.body) if block.name in before]
    return _behind_lines(page.body, max(ends, default=0))


def _behind_lines(body: str, at: int) -> int:
    while at < len(body) and body[at] in "\r\n":
        at += 1
    return at


def paragraphs(body: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a page's body stand that are in no block of ours."""
    found: list[tuple[int, int]] = []
    start = 0
    for block in [*blocks.find(body), None]:
        end = block.start if block else len(body)
        text = body[start:end].replace("\r\n", " \n")  # of the same length
        for one in _PARAGRAPH.finditer(text):
            high = one.end() - (len(one[0]) - len(one[0].rstrip()))
            found.append((start + one.start(), start + high))
        start = block.end if block else end
    return found


def _marked(text: str, before: _Parted, upstream: Fingerprint | None) -> str:
    """The page, its fingerprint saying which of our links are left, and, when all is taken in, where it stems from now.

    Links that went with a paragraph that upstream changed may come back; those that a person took out may not.
    """
    said, span = before.said, front_matter.span(text)
    if said is None or span is None:
        return text
    struck = [mark for mark in said.links if mark not in before.links()]
    links = (*(mark for mark in _Parted(text).links() if mark in said.links), *struck)
    total, record = (upstream.sum, upstream.record) if upstream else (said.sum, said.record)
    return fingerprint.replaced(text, span, Fingerprint(total, said.layout, record, links, said.names))


def _is_alike(mine: str, theirs: str) -> bool:
    """Whether two pages say the same, letter by letter, but for what follows from the rest."""
    ours, others = _Parted(mine), _Parted(theirs)
    said, wanted = ({key: page.front[key] for key in page.front if key not in _OURS} for page in (ours, others))
    span = front_matter.span(mine)
    commented = span is not None and "#" in mine[span[0] : span[1]]
    return said == wanted and not commented and ours.texts() == others.texts() and ours.is_named_by_us()


def placed(text: str, conflict: Conflict) -> Conflict:
    """A conflict with the line on which it stands in the page."""
    if conflict.what == "text":
        place = text.find(conflict.mine.partition("\n")[0]) if conflict.mine else -1
        span = front_matter.span(text)
        at = place if place >= 0 else (span[2] if span else 0)
    else:
        at = text.find(f"\n{conflict.what}:") + 1
    return Conflict(conflict.what, conflict.mine, conflict.theirs, text.count("\n", 0, at) + 1)


def _shown(key: str, value: Any) -> str:
    return "" if value is ABSENT else value if isinstance(value, str) else front_matter.write({key: value}).strip()
