"""The chosen lines looked at once more: text taken up again below them, lines said twice.

Two plain rules, after all traits are weighed. Nothing between the last chosen line and a paragraph that is clearly
the article's announces other matter: then the article goes on there. And a line that a dump repeats, as it does
captions and the first paragraphs, is kept once.
"""

from __future__ import annotations

from collections.abc import Collection

from broadsheet.cleaning.page import Page

_PARAGRAPH = 8
"""Words of the shortest line that is taken up again, or that can be said twice."""
_CUED = 0.25
"""The part of a line that cue words may cover."""
_OWN = 0.4
"""The part of a paragraph's words that make it the article's."""


def resumed(page: Page, chosen: Collection[int]) -> frozenset[int]:
    """The chosen lines, and the article's paragraphs below them up to the first heading of boilerplate."""
    if not chosen:
        return frozenset()
    found = set(chosen)
    for at in range(max(chosen) + 1, page.end):
        if page.cuts[at]:
            break
        shape = page.lines[at].shape
        if (
            shape.final == "."
            and shape.words >= _PARAGRAPH
            and page.part[at] >= _OWN
            and page.cued[at] <= _CUED
            and at not in page.shared
            and at not in page.notices
        ):
            found.add(at)
    return frozenset(found)


def said_once(page: Page, chosen: Collection[int]) -> frozenset[int]:
    """The chosen lines without those that say a longer line again; where several in a row do, they are meant."""
    seen: set[str] = set()
    order = sorted(chosen)
    echoes = [False]
    for at in order:
        text = page.lines[at].text
        echoes.append(page.again[at] and page.lines[at].shape.words >= _PARAGRAPH and text in seen)
        seen.add(text)
    echoes.append(False)
    return frozenset(
        at
        for at, before, echo, after in zip(order, echoes, echoes[1:], echoes[2:], strict=False)
        if not echo or before or after
    )
