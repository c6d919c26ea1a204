"""The company a name keeps: who else is in this article, and with whom each candidate is named elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from broadsheet.entities.evidence.case import Case, Reason

MOST = 5.0
"""What company can weigh at most: friends of friends are no proof."""
DOUBT = 2.0
"""So many articles in which a candidate is named as everything else is are thought added to those there are."""
SHOWN = 3


def company(case: Case) -> Sequence[Reason]:
    """How much likelier each candidate is for those who are here with it, beside how often they are named anyway."""
    society = case.society
    if not society.together:
        return ()
    here = sorted(present(case) - set(case.candidates))
    reasons = []
    for one in case.candidates:
        friends = society.together.get(one)
        if not friends:
            continue
        articles = society.named.get(one, 0)
        speaks: list[tuple[float, str]] = []
        for other in here:
            usual = society.named.get(other, 0) / max(1, society.articles)
            if usual:
                seen = (friends.get(other, 0) + DOUBT * usual) / (articles + DOUBT)
                speaks.append((log(seen / usual), other))
        weight = sum(one for one, _ in speaks)
        if speaks:
            best = sorted((pair for pair in speaks if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))[:SHOWN]
            reasons.append(Reason(one, "company", max(-MOST, min(MOST, weight)), tuple(other for _, other in best)))
    return reasons


def present(case: Case) -> frozenset[str]:
    """What stands surely in an article besides: ids, and topics as `topic:…`."""
    return frozenset(
        [mention.entity for mention in case.named]
        + [f"topic:{topic}" for topic in case.article.topics]
        + list(case.recorded | case.article.listed)
    )
