"""The fingerprint of a page: the last line of its front matter, by which a person's edits are seen.

    fingerprint: c3f2a9c1b7d5e804 about text mentions links:5d1c09aa names:1f2e story:07c1 record:9a8b7c6d

First the sum over the page as generated: the front matter without this line, and the text outside its blocks
without our links, so that linking anew is no edit. (Of pages that are no articles' `updated` does not count either: it
is the newest day of what they list, and moves with it. What a person noted behind one of the two counts.) Then the
order of blocks and text, so that a block that a person moved or took out is known. Then, in a few digits each, the
links that we put into the text and the entities that we listed: what is missing of them a person struck, what is there
besides is a person's. Then what we said of the story, on an article's page its id, on its own page the headline: what
stands there otherwise is a person's, also once we would say the same, for then this mark is gone. Last, on article
pages, the digest of the record as it last came, so that news from upstream is told from the same record again. `own` in
the place of the sum marks a person's own page. (A sum that begins with `b` is from before links and names were noted.)
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from broadsheet.entities.identity import MARK, mark
from broadsheet.markdown_text import page_links, unlink

OWN = "own"
TEXT = "text"

_KEY = "fingerprint:"
_LINE = re.compile(r"^fingerprint:[^\n]*\n", re.MULTILINE)
_ARTICLES = re.compile(r"^template: article\.html$", re.MULTILINE)
_UPDATED = re.compile(r"^updated:[^\n#]*\n", re.MULTILINE)
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#[^\r\n]*")
_LINKS, _NAMES, _STORY, _RECORD = "links:", "names:", "story:", "record:"
_LINK = 8
"""Digits that stand for a link."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a page says about how it was generated."""

    sum: str
    layout: tuple[str, ...] = ()
    """The names of its blocks, in order, with `text` where text outside them stands."""
    record: str = ""
    links: tuple[str, ...] = ()
    """Marks (`link_mark`) of the links that we put into the text, in order; then those that a person took out."""
    names: tuple[str, ...] = ()
    """Marks (`identity.mark`) of the entities that we listed in `entities`."""
    story: str = ""
    """The mark (`story_mark`) of what we said of the story; empty where we said nothing, or where a person does."""

    @property
    def own(self) -> bool:
        """Whether the page is a person's own."""
        return self.sum == OWN

    @property
    def notes_links(self) -> bool:
        """Whether it tells our links from a person's."""
        return self.sum.startswith("c")

    def __str__(self) -> str:
        """The value of the line in the front matter."""
        marks = ((_LINKS, "".join(self.links)), (_NAMES, "".join(self.names)))
        words = (*marks, (_STORY, self.story), (_RECORD, self.record))
        return " ".join([self.sum, *self.layout, *(key + word for key, word in words if word)])


def read(value: Any) -> Fingerprint | None:
    """The fingerprint in a page's front matter; None where there is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    total, *rest = value.split()
    said = dict.fromkeys((_LINKS, _NAMES, _STORY, _RECORD), "")
    layout = []
    for word in rest:
        key = word[: word.find(":") + 1]
        if key in said:
            said[key] = word.removeprefix(key)
        else:
            layout.append(word)
    links, names = _parted(said[_LINKS], _LINK), _parted(said[_NAMES], MARK)
    return Fingerprint(total, tuple(layout), said[_RECORD], links, names, said[_STORY])


def sum_of(head: str, text: str, version: str = "c") -> str:
    """The sum over a page: the YAML lines of its front matter, and its text outside blocks without our links."""
    start = 0 if head.startswith(_KEY) else head.find("\n" + _KEY) + 1
    if start or head.startswith(_KEY):
        end = head.index("\n", start) + 1
        noted = _COMMENT.search(head, start, end) if "#" in head[start:end] else None
        head = head[:start] + (noted[0] if noted else "") + head[end:]
    if "updated:" in head and not _ARTICLES.search(head):
        head = _UPDATED.sub("", head, count=1)
    whole = f"{head}---\n{text}"
    # A letter in front keeps YAML from ever taking it for a number.
    return version + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=1 << 16)
def link_mark(words: str, page: str) -> str:
    """What stands for a link in a fingerprint, whatever the way from its page to the other is."""
    return hashlib.sha256(f"{words}\0{page}".encode("utf-8", "surrogatepass")).hexdigest()[:_LINK]


def link_marks(text: str) -> tuple[str, ...]:
    """The marks of the links to pages in a text, in order."""
    return tuple(link_mark(*link) for link in page_links(text))


def name_marks(entities: Any) -> tuple[str, ...]:
    """The marks of the entities in a list of ids, as front matter holds it."""
    return tuple(mark(one) for one in entities if isinstance(one, str)) if isinstance(entities, list) else ()


def story_mark(front: Mapping[str, Any]) -> str:
    """The mark of what front matter says of a story: an article's its id, its own page the headline; may be empty."""
    storys = front.get("template") == "story.html" or isinstance(front.get("articles"), list)
    said = front.get("title" if storys else "story")
    return link_mark(said, _STORY) if isinstance(said, str) and said else ""


def struck_and_added(said: Fingerprint | None, entities: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The marks of the entities that a person struck from a page's list, and the ids of those that a person added.

    Of a list on which we never noted what is ours, we know neither.
    """
    if said is not None and not (said.own or said.notes_links):
        return frozenset(), frozenset()
    ours = frozenset(said.names) if said else frozenset()
    ids = [one for one in entities if isinstance(one, str)] if isinstance(entities, list) else []
    return ours.difference(name_marks(ids)), frozenset(one for one in ids if mark(one) not in ours)


def without_links(text: str, marks: Counter[str]) -> str:
    """A text without the links that bear these marks, each so many times; what is used up is taken from `marks`.

    The first of several that are alike is ours: we link a name where it first stands.
    """

    def is_ours(words: str, page: str) -> bool:
        mark = link_mark(words, page)
        marks[mark] -= 1
        return marks[mark] >= 0

    return unlink(text, is_ours)


def without_any_link(text: str) -> str:
    """A text without its links to pages."""
    return unlink(text, lambda _words, _page: True)


def joined(stretches: Sequence[str]) -> str:
    """The text outside a page's blocks as one."""
    return "\n\n".join(text for text in (stretch.strip("\n") for stretch in stretches) if text)


def standing_layout(stretches: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The order of blocks and text in a page; `stretches` are the texts around the blocks of these `names`."""
    layout = [TEXT] if stretches[0].strip("\n") else []
    for name, stretch in zip(names, stretches[1:], strict=True):
        layout += [name, TEXT] if stretch.strip("\n") else [name]
    return tuple(layout)


def without(layout: Sequence[str], names: frozenset[str]) -> tuple[str, ...]:
    """A layout as it stands once the blocks of these names are taken out."""
    left: list[str] = []
    for word in layout:
        if word not in names and not (word == TEXT and left[-1:] == [TEXT]):
            left.append(word)
    return tuple(left)


def replaced(text: str, span: tuple[int, int, int], fingerprint: Fingerprint) -> str:
    """A page's text with this fingerprint in its front matter (at `span`, see `front_matter.span`)."""
    start, end, _ = span
    head = text[start:end]
    newline = "\r\n" if head.endswith("\r\n") else "\n"
    line = _LINE.search(head)
    noted = _COMMENT.search(line[0]) if line else None
    fresh = f"fingerprint: {fingerprint}{noted[0] if noted else ''}{newline}"
    head = head[: line.start()] + fresh + head[line.end() :] if line else head + fresh
    return text[:start] + head + text[end:]


def _parted(digits: str, size: int) -> tuple[str, ...]:
    return tuple(digits[start : start + size] for start in range(0, len(digits), size))
