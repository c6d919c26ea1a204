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
    text = blocks.refreshed(text, standing, fresh)
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
