"""What the article's page or record says: a person listed the thing there, or the record names it."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.entities.evidence.case import Case, Reason

LISTED, RECORDED = 20.0, 10.0
"""A person's word outweighs everything; a record's, everything but that."""


def judged(case: Case) -> Sequence[Reason]:
    """The candidates that a person or the record vouches for in this article."""
    reasons = []
    for one in case.candidates:
        if one in case.article.listed:
            reasons.append(Reason(one, "listed", LISTED))
        elif one in case.recorded:
            reasons.append(Reason(one, "recorded", RECORDED))
    return reasons
