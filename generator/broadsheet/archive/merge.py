"""A page that a person edited and that upstream changed too: both in one text.

    last generated (base) ─┬─► what the person changed ─┐
                           └─► what upstream changed ───┴─► one text; where both did, the person's, and a Conflict

Front matter goes key by key, the text paragraph by paragraph. Our own links are no difference.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from broadsheet.archive import blocks, fingerprint, front_lines, front_matter, page
from broadsheet.archive.draft import Draft
from broadsheet.archive.fingerprint import Fingerprint
from broadsheet.archive.three_way import ABSENT, Change, merged_paragraphs, merged_value
from broadsheet.markdown_text import unlink

Side = Literal["mine", "theirs"]

MOST = 100
"""Conflicts of one page that are told."""

_OURS = frozenset({"fingerprint", "entities", "story", "history"})
"""Keys that are not merged here: they follow from the rest (see `kept_page`)."""
_OF_THE_COPY = frozenset({"origin", "retrieved"})
"""Keys that say where and when a record was got: no difference by itself."""
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
    base: str = ""
    """The base of the next merge: what upstream says, less what is in conflict. Else what was taken in now would count
    as the person's from now on."""
    alike: bool = False
    """Whether nothing of a person's is left in front matter and text: it is as upstream has it, to the letter."""


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
    body, more, paragraphs = _body(was, here, there, prefer)
    conflicts += more
    text = mine[: span[0]] + head + mine[span[1] : span[2]] + body
    disputed = {one.what for one in conflicts}
    front = {key: (was if key in disputed else there).front.get(key, ABSENT) for key in {**there.front, **was.front}}
    front = {key: value for key, value in front.items() if value is not ABSENT and key not in _OURS}
    record = there.said.record if there.said else ""
    if conflicts:
        record = here.said.record if here.said else ""
    parts = ("\n\n".join(paragraphs),)
    new_base = page.render(Draft(address="", front=front, parts=parts), record)
    text = _marked(text, here, _Parted(new_base).said or Fingerprint(""))
    alike = not conflicts and _is_as_generated(text)
    return Merged(text, [placed(text, one) for one in conflicts[:MOST]], new_base, alike)


def differences(mine: str, theirs: str) -> list[Conflict]:
    """Where a person's page and upstream's version differ: without a base, nobody knows who changed what."""
    here, there = _Parted(mine), _Parted(theirs)
    found = [
        Conflict(key, _shown(key, here.front.get(key, ABSENT)), _shown(key, there.front.get(key, ABSENT)))
        for key in dict.fromkeys([*here.front, *there.front])
        if key not in _OURS and key not in _OF_THE_COPY and here.front.get(key, ABSENT) != there.front.get(key, ABSENT)
    ]
    texts = here.texts()
    for change in merged_paragraphs(texts, texts, there.texts()):
        ours = "\n\n".join(here.body[low:high] for low, high in here.places[change.start : change.end])
        found.append(Conflict("text", blocks.plain_lines(ours), "\n\n".join(change.theirs)))
    return [placed(mine, one) for one in found[:MOST]]


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
            ours = Counter(self.said.links)
            return [fingerprint.without_links(text, ours) for text in texts]
        return [unlink(text) for text in texts] if self.said else texts

    def layout(self) -> tuple[str, ...]:
        """The order of blocks and text."""
        standing = blocks.find(self.body)
        return fingerprint.standing_layout(blocks.outside(self.body, 0, standing), [block.name for block in standing])

    def links(self) -> tuple[str, ...]:
        """The marks of all links in the text."""
        return tuple(mark for low, high in self.places for mark in fingerprint.link_marks(self.body[low:high]))


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
    head, stayed = front_lines.changed(head, changes, list(theirs), force=prefer == "theirs")
    if prefer != "mine":
        conflicts += [Conflict(key, _shown(key, mine.get(key, ABSENT)), _shown(key, changes[key])) for key in stayed]
    return head, conflicts


def _body(was: _Parted, here: _Parted, there: _Parted, prefer: Side | None) -> tuple[str, list[Conflict], list[str]]:
    """The text merged, what is in conflict, and the paragraphs of the next base."""
    body, places = here.body, here.places
    newline = "\r\n" if "\r\n" in body else "\n"
    edits: list[tuple[int, int, str]] = []
    conflicts = []
    base, ahead = was.texts(), 0
    for found in merged_paragraphs(was.texts(), here.texts(), there.texts()):
        change = _apart(found, here)
        if change.conflict and prefer is None:
            ours = "\n\n".join(body[low:high] for low, high in places[change.start : change.end])
            conflicts.append(Conflict("text", blocks.plain_lines(ours), "\n\n".join(change.theirs)))
            continue
        base[change.low + ahead : change.high + ahead] = change.theirs
        ahead += len(change.theirs) - (change.high - change.low)
        if not change.same and not (change.conflict and prefer == "mine"):
            edits += _edits(here, change)
    for low, high, text in reversed(edits):
        body = body[:low] + text.replace("\n", newline) + body[high:]
    return body, conflicts, base


def _apart(change: Change, page: _Parted) -> Change:
    """A change that puts something in where a person wrote behind one of our blocks: that is another place."""
    if not (change.conflict and change.start) or change.low != change.high:
        return change
    between = page.body[page.places[change.start - 1][1] : page.places[change.start][0]] if change.end else ""
    apart = dataclasses.replace(change, end=change.start, conflict=False)
    return apart if between.strip() else change


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


def _marked(text: str, before: _Parted, base: Fingerprint) -> str:
    """The page, its fingerprint saying which of our links are left, and from which base it stems now.

    Links that went with a paragraph that upstream changed may come back; those that a person took out may not.
    """
    span, after = front_matter.span(text), _Parted(text)
    if span is None:
        return text
    said = before.said or Fingerprint(base.sum, after.layout())
    known = Counter(said.links)
    struck = known - Counter(before.links())
    left = known & Counter(after.links())
    links = (*left.elements(), *struck.elements())
    return fingerprint.replaced(
        text, span, Fingerprint(base.sum, said.layout, base.record, links, said.names, said.story)
    )


def _is_as_generated(text: str) -> bool:
    """Whether a page is, to the letter, what we would write, but for what follows from the rest."""
    span = front_matter.span(text)
    if span is None:
        return False
    front = front_matter.read(text)[0]
    said = fingerprint.read(front.get("fingerprint"))
    if said is None or ("story" in front and said.story != (fingerprint.story_mark(front) or None)):
        return False
    head, _ = front_lines.changed(text[span[0] : span[1]], dict.fromkeys(_OURS - {"fingerprint"}, ABSENT), [])
    stripped = text[: span[0]] + head + text[span[1] :]
    stripped = fingerprint.replaced(stripped, (span[0], span[0] + len(head), 0), dataclasses.replace(said, story=""))
    found, _, _ = page.read("", stripped)
    return not found.edited and fingerprint.name_marks(front.get("entities", [])) == said.names


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
