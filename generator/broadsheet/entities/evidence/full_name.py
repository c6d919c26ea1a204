"""The full form earlier in the text: `Biden` after `Joe Biden`, `Georgia` after `Georgia Tech`."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.entities.evidence.case import Case, Reason

BEFORE, AFTER = 6.0, 3.0
BESIDE_A_PLACE = {"surname": 4.5, "first name": 3.0, "short name": 2.5}
"""What it says at most where the part is a place's name as well: of a person, or of anything else."""
LESS = 1.5
"""By how much less where it comes only afterwards."""


def full_name(case: Case) -> Sequence[Reason]:
    """The candidate that stands in the article under a longer name of which this is a part; none if several do."""
    short = f" {case.surface} "
    fuller: dict[str, tuple[int, str]] = {}
    for mention in case.named:
        is_part = mention.surface != case.surface and short in f" {mention.surface.replace('-', ' ')} "
        if is_part and mention.entity in case.candidates:
            fuller.setdefault(mention.entity, (mention.start, mention.surface))
    if len(fuller) != 1:
        return ()
    ((one, (start, surface)),) = fuller.items()
    is_before = start < case.start
    weight = BEFORE if is_before else AFTER
    others = {case.entities[other].kind for other in case.candidates if other and other != one}
    if "place" in others:
        part = "surname" if surface.endswith(f" {case.surface}") else "first name"
        part = part if case.entities[one].kind == "person" else "short name"
        weight = min(weight, BESIDE_A_PLACE[part] - (0 if is_before else LESS))
    return [Reason(one, "full name", weight, (surface,))]
