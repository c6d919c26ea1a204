"""What speaks for one namesake rather than another: one kind of evidence a file, one line each below.

A kind of evidence weighs each candidate in natural logarithms: 2.3 makes it ten times likelier. They add up; a name
is linked where one candidate has enough, and enough more than the next. Else it waits in the inbox with all that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.entities.evidence.case import NOBODY, Case, Evidence, Reason, Society
from broadsheet.entities.evidence.company import company
from broadsheet.entities.evidence.full_name import full_name
from broadsheet.entities.evidence.habit import habit
from broadsheet.entities.evidence.judged import judged
from broadsheet.entities.evidence.words_around import names_place, words_around

__all__ = ["EVIDENCE", "NOBODY", "Case", "Evidence", "Judgement", "Reason", "Society", "decided", "names_place"]

EVIDENCE: tuple[Evidence, ...] = (
    judged,
    full_name,
    words_around,
    company,
    habit,
)

ENOUGH = 2.5
"""By how much more must speak for a candidate than for the next: twelve to one."""
LEAST = 1.0
"""What must speak for it in any case; `ENOUGH` where the name may mean none of those we know."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a case."""

    entity: str | None
    """The id of what is meant; None where that is not sure enough."""
    reasons: Sequence[Reason]
    """All that was said, the heaviest first."""


def decided(case: Case) -> Judgement:
    """What the name means, if it is sure enough."""
    reasons = [reason for evidence in EVIDENCE for reason in evidence(case)]
    reasons.sort(key=lambda reason: (-reason.weight, reason))
    weights = dict.fromkeys(case.candidates, 0.0)
    for reason in reasons:
        weights[reason.entity] += reason.weight
    weights.pop(NOBODY, None)
    ranked = sorted(((weight, one) for one, weight in weights.items()), reverse=True)
    first, one = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    least = ENOUGH if NOBODY in case.candidates else LEAST
    return Judgement(one if first - second >= ENOUGH and first >= least else None, reasons)
