"""The rules of cleaning, one a file: each names the traits it sees, and how strongly (1 unless a matter of degree).

What a trait speaks for is written in `weights.py`. Rules of a line look at its text alone, so a line that comes
again is looked at once. Rules of a page look at all its lines together and give a column, a number a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.page import Column, Page
from broadsheet.cleaning.rules import (
    capitals,
    captions,
    cue_words,
    ending,
    figures,
    heralds,
    length,
    marks,
    neighbours,
    place,
    repeats,
    sentences,
    severed,
    subject,
    surroundings,
)

Trait = tuple[str, float]

LINE_RULES: tuple[Callable[[Line], list[Trait]], ...] = (
    length.look,
    ending.look,
    sentences.look,
    capitals.look,
    figures.look,
    marks.look,
    cue_words.look,
    captions.look,
)

PAGE_RULES: tuple[Callable[[Page], Mapping[str, Column]], ...] = (
    repeats.look,
    subject.look,
    surroundings.look,
    neighbours.look,
    heralds.look,
    severed.look,
    place.look,
)


def traits_of(line: Line) -> list[Trait]:
    """What the rules see in a line by itself."""
    return [trait for rule in LINE_RULES for trait in rule(line)]


def columns_of(page: Page) -> dict[str, Column]:
    """What the rules see in a page: for each trait a number a line."""
    return {name: column for rule in PAGE_RULES for name, column in rule(page).items()}
