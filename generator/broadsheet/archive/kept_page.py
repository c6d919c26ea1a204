"""A page that a person edited or made, with our blocks in it brought up to date: the rest stays, byte for byte."""

from __future__ import annotations

import dataclasses

from broadsheet.archive import blocks, entity_page, fingerprint, front_matter, page
from broadsheet.archive.draft import Draft
from broadsheet.archive.fingerprint import OWN, Fingerprint


def brought_up(draft: Draft, old: page.Page, *, named: bool) -> tuple[str, list[str]]:
    """The text of the page, and the blocks in it that a person edited and that would be different now.

    A block that was never in the page is added at its end; one that a person took out stays out. To a
    person's own page blocks are added only if it is `named`: an article's or an entity's.
    """
    text = old.text or ""
    said = old.fingerprint or Fingerprint(OWN)
    standing = blocks.find(text, front_matter.read(text)[1])
    # A block that we once wrote and that no draft mentions now is empty now.
    fresh = {name: "" for name in said.layout if name in old.blocks} | page.block_texts(draft)
    stale = [block.name for block in standing if not block.intact and fresh.get(block.name) not in (None, block.text)]
    text, said = _relinked(blocks.refreshed(text, standing, fresh), draft, said)
    added = [
        name
        for name, block in fresh.items()
        if block and name not in old.blocks and name not in said.layout and (named or not said.own)
    ]
    if added:
        text = _with_blocks(text, [blocks.render(name, fresh[name]) for name in added])
        mark = dataclasses.replace(said, layout=(*said.layout, *added))
        text = _marked(text, mark, str(draft.front.get("template", entity_page.TEMPLATE)))
    return text, stale


def _relinked(text: str, draft: Draft, said: Fingerprint) -> tuple[str, Fingerprint]:
    """The page with our links in its text as the draft has them, and the fingerprint that tells them.

    A link that a person took out stays out, and one that a person made stays. Where the text is not the draft's
    (or a person wrote at several places around our blocks) the links stay as they are.
    """
    words = [part.strip("\n") for part in draft.parts if isinstance(part, str) and part.strip("\n")]
    if not said.notes_links or len(words) != 1:
        return text, said
    start = front_matter.read(text)[1]
    stretches = [one for one in _stretches(text, start) if text[slice(*one)].strip("\r\n")]
    if len(stretches) != 1:
        return text, said
    low, high = stretches[0]
    standing = blocks.plain_lines(text[low:high])
    if fingerprint.without_any_link(standing.strip("\n")) != fingerprint.without_any_link(words[0]):
        return text, said
    there = fingerprint.link_marks(standing)
    struck = [mark for mark in said.links if mark not in there]
    linked = fingerprint.without_links(words[0], frozenset(struck))
    made = [mark for mark in there if mark not in said.links]
    ours = [mark for mark in fingerprint.link_marks(linked) if mark not in made]
    inside = standing.replace(standing.strip("\n"), linked)
    if "\r\n" in text[low:high]:
        inside = inside.replace("\n", "\r\n")
    mark = dataclasses.replace(said, links=(*ours, *struck))
    text = text[:low] + inside + text[high:]
    span = front_matter.span(text)
    return (fingerprint.replaced(text, span, mark) if span and mark != said else text), mark


def _stretches(text: str, start: int) -> list[tuple[int, int]]:
    """Where the text around a page's blocks stands."""
    standing = blocks.find(text, start)
    edges = [start, *(edge for block in standing for edge in (block.start, block.end)), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _with_blocks(text: str, rendered: list[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.rstrip("\r\n")
    return end + "".join(newline * 2 + block.replace("\n", newline) for block in rendered) + newline


def _marked(text: str, mark: Fingerprint, template: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    span = front_matter.span(text)
    if span is None:
        return f"---{newline}template: {template}{newline}fingerprint: {mark}{newline}---{newline * 2}" + text
    if mark.own and "template" not in front_matter.read(text)[0]:
        text = f"{text[: span[1]]}template: {template}{newline}{text[span[1] :]}"
        span = front_matter.span(text) or span
    return fingerprint.replaced(text, span, mark)
