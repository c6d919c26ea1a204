"""The full form earlier in the text: `Biden` after `Joe Biden`, `Georgia` after `Georgia Tech`."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.entities.evidence.case import Case, Reason

BEFORE, AFTER = 6.0, 3.0
BESIDE_A_PLACE = 2.5
"""What a club's or firm's full name says where the short one is a town's as well."""


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
    weight = BEFORE if start < case.start else AFTER
    others = {case.entities[other].kind for other in case.candidates if other and other != one}
    if "place" in others and case.entities[one].kind != "person":
        weight = min(weight, BESIDE_A_PLACE)
    return [Reason(one, "full name", weight, (surface,))]
