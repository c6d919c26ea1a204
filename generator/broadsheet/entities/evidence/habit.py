"""What the name means in other articles, where it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from broadsheet.entities.evidence.case import Case, Reason

MOST = 2.0
"""What habit can weigh at most: never enough by itself."""


def habit(case: Case) -> Sequence[Reason]:
    """The candidate that the name usually means."""
    meant = case.society.meanings.get(case.surface)
    if not meant or len(case.candidates) < 2:
        return ()
    counts = sorted(((meant.get(one, 0), one) for one in case.candidates), reverse=True)
    (most, one), (next_most, _) = counts[:2]
    weight = min(MOST, log((most + 0.5) / (next_most + 0.5)))
    return [Reason(one, "habit", weight)] if most > 1 and weight > 0 else ()
