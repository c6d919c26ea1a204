"""A page of content/: read from its text, and rendered from a draft."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from broadsheet.archive import blocks, fingerprint, front_matter
from broadsheet.archive.draft import Block, Draft
from broadsheet.archive.fingerprint import Fingerprint
from broadsheet.markdown_text import unlink

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the archive knows of a page."""

    address: str
    digest: bytes
    """Of its text with plain newlines: a page that would be written with the same digest is left alone."""
    front: Mapping[str, Any]
    fingerprint: Fingerprint | None
    """None for a page that a person made."""
    edited: bool
    """Whether its front matter or its text outside blocks is a person's, all or in part."""
    blocks: Mapping[str, bool]
    """The blocks that stand in it, in order; False for one that was edited inside."""
    deleted: frozenset[str]
    """The blocks that were generated and that a person took out."""
    text: str | None
    """The whole file as it is, where that may be needed: edited in any way. None: as generated."""


def read(address: str, text: str) -> tuple[Page, str, str]:
    """A page from its text, its text outside blocks as one, and that without our links.

    A block that has lost its closing marker is not taken for text.

    Raises:
        FrontMatterError: its front matter cannot be read.
    """
    front, offset = front_matter.read(text)
    span = front_matter.span(text)
    standing = blocks.find(text, offset)
    names = [block.name for block in standing]
    stretches = blocks.outside(text, offset, standing)
    body = fingerprint.joined(stretches)
    said = fingerprint.read(front.get("fingerprint"))
    noted = said is not None and said.notes_links
    unlinked = fingerprint.without_links(body, Counter(said.links)) if said and noted else unlink(body)
    deleted = frozenset(said.layout if said else ()) - frozenset((*names, fingerprint.TEXT))
    edited = (
        said is None
        or span is None
        or fingerprint.standing_layout(stretches, names) != fingerprint.without(said.layout, deleted)
        or fingerprint.sum_of(blocks.plain_lines(text[span[0] : span[1]]), unlinked, said.sum[:1]) != said.sum
        or (noted and fingerprint.link_marks(body) != said.links)
        or fingerprint.story_mark(front) != said.story
    )
    touched = edited or bool(deleted) or not all(block.intact for block in standing)
    page = Page(
        address=address,
        digest=digest(text),
        front=front,
        fingerprint=said,
        edited=edited,
        blocks={block.name: block.intact for block in standing},
        deleted=deleted,
        text=text if touched else None,
    )
    meant = fingerprint.joined([blocks.before_open(stretch) for stretch in stretches]) if touched else body
    if meant != body:
        return page, meant, unlink(meant)
    return page, body, unlinked


def render(draft: Draft, record: str = "", old: Page | None = None) -> str:
    """The text of the page that a draft asks for.

    `old` is the page as it stands, its text not edited: blocks that a person edited or took out stay so.
    """
    kept = _kept_blocks(old)
    deleted = old.deleted if old else frozenset()
    shown: list[str] = []
    layout: list[str] = []
    words: list[str] = []
    for part in draft.parts:
        if isinstance(part, str):
            written = _clean(part).strip("\n")
            if written:
                shown.append(written)
                words.append(written)
                layout += [] if layout[-1:] == [fingerprint.TEXT] else [fingerprint.TEXT]
        elif part.name in deleted:
            layout.append(part.name)
        elif part.name in kept:
            shown.append(kept[part.name])
            layout.append(part.name)
        elif part.text.strip("\n"):
            shown.append(blocks.render(part.name, _clean(part.text).strip("\n")))
            layout.append(part.name)
    head = _clean(front_matter.write(draft.front)) if draft.front else ""
    text = "\n\n".join(words)
    mark = Fingerprint(
        fingerprint.sum_of(head, fingerprint.without_any_link(text)),
        tuple(layout),
        record,
        fingerprint.link_marks(text),
        fingerprint.name_marks(draft.front.get("entities")),
        fingerprint.story_mark(draft.front),
    )
    return "\n\n".join([f"---\n{head}fingerprint: {front_matter.scalar(str(mark))}\n---", *shown]) + "\n"


def digest(text: str) -> bytes:
    """The digest of a page's text, whatever its line ends and whether or not it has a byte order mark."""
    plain = blocks.plain_lines(text.removeprefix("\ufeff"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()[:16]


def block_texts(draft: Draft) -> dict[str, str]:
    """The texts of a draft's blocks by name, empty ones too."""
    return {part.name: _clean(part.text).strip("\n") for part in draft.parts if isinstance(part, Block)}


def standing_texts(page: Page) -> dict[str, str]:
    """The texts of the blocks that stand in a page that a person touched."""
    return {block.name: block.text for block in _standing(page)}


def _standing(page: Page | None) -> list[blocks.Standing]:
    if page is None or page.text is None:
        return []
    return blocks.find(page.text, front_matter.read(page.text)[1])


def _kept_blocks(old: Page | None) -> dict[str, str]:
    return {
        block.name: blocks.between(block.name, block.text, block.sum or "0")
        for block in _standing(old)
        if not block.intact
    }


def _clean(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    # Half a character fits in no file, and a page has one kind of line end.
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text
