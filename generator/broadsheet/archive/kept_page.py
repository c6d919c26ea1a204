"""A page that a person edited or made, with our blocks in it brought up to date: the rest stays, byte for byte."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from broadsheet.archive import (
    article_page,
    block_places,
    blocks,
    entity_page,
    fingerprint,
    front_lines,
    front_matter,
    page,
    redirect_page,
    story_page,
)
from broadsheet.archive.draft import Draft
from broadsheet.archive.fingerprint import OWN, Fingerprint
from broadsheet.archive.three_way import ABSENT
from broadsheet.entities import identity
from broadsheet.markdown_text import page_links
from broadsheet.model import NOTHING

_FOLLOWING = ("history", "updated")
"""Keys of an article's front matter that only we write, or that follow from what changed."""
_HEADED = re.compile(r"^# \S", re.MULTILINE)
"""A headline: a person's page that has one needs none of ours."""


def brought_up(
    draft: Draft,
    old: page.Page,
    *,
    named: bool,
    led: Mapping[str, Sequence[str]] = NOTHING,
    base: Callable[[], str | None] = lambda: None,
) -> tuple[str, list[str]]:
    """The text of the page, and the blocks in it that a person edited and that would be different now.

    A block that was never in the page is added where the draft has it; one that a person took out stays out. To a
    person's own page blocks are added only if it is `named`: an article's, an entity's, a story's. `led` are pages
    that lead to another since their entities were merged; `base` finds the page as it was last generated.
    """
    text = old.text or ""
    said = old.fingerprint or Fingerprint(OWN)
    standing = blocks.find(text, front_matter.read(text)[1])
    # A block that we once wrote and that no draft mentions now is empty now.
    fresh = {name: "" for name in said.layout if name in old.blocks} | page.block_texts(draft)
    stale = [block.name for block in standing if not block.intact and fresh.get(block.name) not in (None, block.text)]
    text, said = _relinked(blocks.refreshed(text, standing, fresh), draft, said, led)
    text, said = _with_front(text, draft, old, said)
    if not said.own and draft.front.get("template") != article_page.TEMPLATE:
        text = _with_newest_day(text, draft, old)
    if entity_page.stands(old.address, old.front):
        text = _with_way(text, draft, old)
    if story_page.stands(draft.front) or story_page.is_former(draft.front):
        text, said = _with_story(text, draft, old, said)
    if draft.front.get("template") == entity_page.TEMPLATE and not said.own:
        text = _with_judgement(text, draft, old, base)
    added = [
        name
        for name, block in fresh.items()
        if block
        and name not in old.blocks
        and name not in said.layout
        and (named or not said.own)
        and not (name == "title" and _HEADED.search(text))
    ]
    rendered = {name: blocks.render(name, fresh[name]) for name in added}
    text, layout = _less_empty(*_with_blocks(text, draft, rendered, said.layout), draft, fresh)
    if layout != said.layout:
        mark = dataclasses.replace(said, layout=layout)
        text = _marked(text, mark, str(draft.front.get("template", entity_page.TEMPLATE)))
    return text, stale


def _relinked(text: str, draft: Draft, said: Fingerprint, led: Mapping[str, Sequence[str]]) -> tuple[str, Fingerprint]:
    """The page with our links in its text as the draft has them, and the fingerprint that tells them.

    A link that a person took out stays out, and one that a person made stays. Where the text is not the draft's, the
    links stay as they are.
    """
    words = "\n\n".join(part.strip("\n") for part in draft.parts if isinstance(part, str) and part.strip("\n"))
    stretches = [one for one in _stretches(text) if text[slice(*one)].strip("\r\n")]
    standing = [blocks.plain_lines(text[low:high]) for low, high in stretches]
    body = fingerprint.joined(standing)
    if not words:
        words = fingerprint.without_links(body, Counter(said.links))  # of what was taken back, nothing is linked
    if not said.notes_links or fingerprint.without_any_link(body) != fingerprint.without_any_link(words):
        return text, said
    there = Counter(fingerprint.link_marks(body))
    struck = Counter(said.links) - there
    linked = fingerprint.without_links(words, struck + _struck_before(words, struck, led))
    # Links change no line: what stood around our blocks is found again by counting.
    lines = linked.split("\n")
    for (low, high), old in reversed(list(zip(stretches, standing, strict=True))):
        core = old.strip("\n")
        count = core.count("\n") + 1
        new = old.replace(core, "\n".join(lines[-count:]))
        lines = lines[: -count - 1]
        before = text[:low]
        if "\r\n" in text[low:high]:
            # The marker of the block before takes the first half of its line end with it.
            before = before.removesuffix("\r") if new.startswith("\n") else before
            new = new.replace("\n", "\r\n")
        text = before + new + text[high:]
    made = there - Counter(said.links)
    ours: list[str] = []
    for one in reversed(fingerprint.link_marks(linked)):
        if made[one] > 0:
            made[one] -= 1  # a person's: the later ones of those that are alike
        else:
            ours.append(one)
    mark = dataclasses.replace(said, links=(*reversed(ours), *struck.elements()))
    span = front_matter.span(text)
    return (fingerprint.replaced(text, span, mark) if span and mark != said else text), mark


def _struck_before(words: str, struck: Counter[str], led: Mapping[str, Sequence[str]]) -> Counter[str]:
    """The marks of links that a person took out when they led to what has been merged since."""
    found: Counter[str] = Counter()
    for link, target in page_links(words) if struck and led else ():
        if any(fingerprint.link_mark(link, before) in struck for before in led.get(target, ())):
            found[fingerprint.link_mark(link, target)] += 1
    return found


def _with_front(text: str, draft: Draft, old: page.Page, said: Fingerprint) -> tuple[str, Fingerprint]:
    """The page with what follows from the rest in its front matter: who is named, and what its history tells.

    Of the entities that are listed, those that a person added stay, and those that a person struck stay out.
    """
    span = front_matter.span(text)
    if span is None or not said.notes_links or draft.front.get("template") != article_page.TEMPLATE:
        return text, said
    listed, named = old.front.get("entities", []), list(draft.front.get("entities", []))
    changes = {key: draft.front[key] for key in _FOLLOWING if key in draft.front}
    changes = {key: value for key, value in changes.items() if value != old.front.get(key)}
    changes |= _copies_gone(draft, old)
    mark = said
    if isinstance(listed, list):
        wanted = _listed(listed, named, said)
        if wanted != listed:
            changes["entities"] = wanted or ABSENT
        struck = [one for one in said.names if one not in fingerprint.name_marks(listed)]
        _, added = fingerprint.struck_and_added(said, listed)
        # What a person added stays the person's word, also once it has become ours to say.
        ours = fingerprint.name_marks([one for one in named if one not in added])
        mark = dataclasses.replace(said, names=(*ours, *struck))
    mark, changes = _with_told("story", draft, old, mark, changes)
    if changes:
        head, kept = front_lines.changed(text[span[0] : span[1]], changes, list(draft.front))
        mark = dataclasses.replace(
            mark,
            names=said.names if "entities" in kept else mark.names,
            story=said.story if "story" in kept else mark.story,
        )
        text = text[: span[0]] + head + text[span[1] :]
        span = front_matter.span(text) or span
    return (fingerprint.replaced(text, span, mark) if mark != said else text), mark


def _copies_gone(draft: Draft, old: page.Page) -> dict[str, Any]:
    """What is to change in an article's lists of copies, now that some are none any more: a person's lines stay."""
    left = article_page.copies(draft.front.get("also_at"))
    lines = old.front.get("also_at", [])
    stay = (
        [line for line in lines if set(article_page.copies([line])) <= set(left)] if isinstance(lines, list) else lines
    )
    changes = {} if stay == lines else {"also_at": stay or ABSENT}
    gone = draft.front.get("no_longer_at", [])
    if len(article_page.copies(gone)) > len(article_page.copies(old.front.get("no_longer_at"))):
        changes["no_longer_at"] = gone
    return changes


def _with_newest_day(text: str, draft: Draft, old: page.Page) -> str:
    """A page that lists others with the newest day of what it lists."""
    span, newest = front_matter.span(text), draft.front.get("updated")
    if span is None or not newest or newest == old.front.get("updated"):
        return text
    head, _ = front_lines.changed(text[span[0] : span[1]], {"updated": newest}, list(draft.front))
    return text[: span[0]] + head + text[span[1] :]


def _with_told(
    key: str, draft: Draft, old: page.Page, said: Fingerprint, changes: Mapping[str, Any]
) -> tuple[Fingerprint, dict[str, Any]]:
    """The fingerprint and the changes, with what is told of the story under a key, unless a person tells it."""
    value, wanted = old.front.get(key, ABSENT), draft.front.get(key, ABSENT)
    if value is not ABSENT and said.story != (fingerprint.story_mark(old.front) or None):
        return dataclasses.replace(said, story=""), dict(changes)
    told = {} if value == wanted else {key: wanted}
    return dataclasses.replace(said, story=fingerprint.story_mark(draft.front)), {**changes, **told}


def _with_story(text: str, draft: Draft, old: page.Page, said: Fingerprint) -> tuple[str, Fingerprint]:
    """A story's page with the articles that tell it now, and the way to another, if it is told there."""
    span = front_matter.span(text)
    if span is None or said.own:
        return text, said
    head = text[span[0] : span[1]]
    if story_page.is_former(old.front) and not story_page.is_former(draft.front):
        head = redirect_page.ended(head, story_page.TEMPLATE)
    changes = {key: draft.front[key] for key in ("articles", "redirect") if key in draft.front}
    if story_page.is_former(draft.front):
        changes |= {"template": redirect_page.TEMPLATE}
        changes |= {} if "search" in old.front else {"search": draft.front["search"]}
    mark, changes = _with_told("title", draft, old, said, changes)
    changes = {key: value for key, value in changes.items() if value != old.front.get(key)}
    head, kept = front_lines.changed(head, changes, list(draft.front))
    text = text[: span[0]] + head + text[span[1] :]
    mark = said if "title" in kept else mark
    span = front_matter.span(text) or span
    return (fingerprint.replaced(text, span, mark) if mark != said else text), mark


def _with_judgement(text: str, draft: Draft, old: page.Page, base: Callable[[], str | None]) -> str:
    """An entity's page with what records have vouched for since, as far as it is not a person's word."""
    news = entity_page.news(draft.front, old.front)
    was = base() if news else None
    span = front_matter.span(text)
    if was is None or span is None:
        return text
    generated = front_matter.read(was)[0]
    untouched = {key: value for key, value in news.items() if generated.get(key) == old.front.get(key)}
    head, _ = front_lines.changed(text[span[0] : span[1]], untouched, list(draft.front))
    return text[: span[0]] + head + text[span[1] :]


def _with_way(text: str, draft: Draft, old: page.Page) -> str:
    """An entity's page that sends its readers to what it was merged into, or does so no longer."""
    leads = draft.front.get("template") == redirect_page.TEMPLATE
    span = front_matter.span(text)
    if span is None or not (leads or redirect_page.stands(old.front)):
        return text
    head = text[span[0] : span[1]]
    if leads:
        keys = ("template", "redirect") if "search" in old.front else ("template", "redirect", "search")
        head, _ = front_lines.changed(head, {key: draft.front[key] for key in keys}, list(draft.front))
    else:
        head = redirect_page.ended(head, entity_page.TEMPLATE)
    return text[: span[0]] + head + text[span[1] :]


def _listed(listed: list[Any], named: list[str], said: Fingerprint) -> list[Any]:
    """The ids in `entities`, brought up to date."""
    ours = [one for one in listed if isinstance(one, str) and identity.mark(one) in said.names]
    if len(ours) == len(listed) == len(said.names):
        return named  # as we listed them: nobody has touched it
    stay = [one for one in listed if one not in ours or one in named]
    for place, one in enumerate(named):
        if one not in listed and identity.mark(one) not in said.names:
            # Behind what it stands behind in the text, else before what follows: so what goes can come back.
            before = next((stay.index(other) + 1 for other in reversed(named[:place]) if other in stay), None)
            after = next((stay.index(other) for other in named[place:] if other in stay), len(stay))
            stay.insert(after if before is None else before, one)
    return stay


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where the text around a page's blocks stands."""
    start = front_matter.read(text)[1]
    standing = blocks.find(text, start)
    # (A closing marker's carriage return is part of the line's end.)
    ends = [block.end - (text[block.end - 1] == "\r") for block in standing]
    starts = [block.start for block in standing]
    edges = [start, *(edge for pair in zip(starts, ends, strict=True) for edge in pair), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _with_blocks(
    text: str, draft: Draft, rendered: Mapping[str, str], layout: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The page with new blocks, each at its place in the draft; and the layout that notes them."""
    order = block_places.order(draft)
    for name in sorted(rendered, key=order.index):
        start = front_matter.read(text)[1]
        text = block_places.put(text, start, name, rendered[name], order)
        layout = block_places.layout_with(layout, text, start, name)
    return text, layout


def _less_empty(
    text: str, layout: tuple[str, ...], draft: Draft, fresh: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """The page without our blocks that are empty now, as far as their places say nothing of a person's."""
    order = block_places.order(draft)
    start = front_matter.read(text)[1]
    empty = [
        one.name
        for one in blocks.find(text, start)
        if one.name in order and one.name in layout and one.intact and not (one.text or fresh[one.name])
    ]
    # The places of some may say nothing only once others are gone.
    for name in empty * len(empty):
        standing = next((one for one in blocks.find(text, start) if one.name == name), None)
        left = block_places.taken_out(text, start, standing, order) if standing else None
        if left is not None:
            text, layout = left, fingerprint.without(layout, frozenset((name,)))
    return text, layout


def _marked(text: str, mark: Fingerprint, template: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    span = front_matter.span(text)
    if span is None:
        return f"---{newline}template: {template}{newline}fingerprint: {mark}{newline}---{newline * 2}" + text
    if mark.own and "template" not in front_matter.read(text)[0]:
        text = f"{text[: span[1]]}template: {template}{newline}{text[span[1] :]}"
        span = front_matter.span(text) or span
    return fingerprint.replaced(text, span, mark)
