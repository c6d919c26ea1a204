"""Where names stand in the articles: the texts before and behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from broadsheet.entities.folding import fold
from broadsheet.entities.kinds.sight_cues import REACH, Sight

MOST = 12
"""So many places are looked at for a name."""
_IN_ARTICLE = 4
"""So many of them in one article."""


def sights(names: Mapping[str, Iterable[str]], bodies: Mapping[str, str]) -> Mapping[str, Sequence[Sight]]:
    """Each name's sights, in the order of the articles.

    Args:
        names: the ids of the articles in which each name is looked for.
        bodies: the articles' bodies, Markdown, by id.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for name, articles in names.items():
        for article in articles:
            asked[article].append(name)
    found: dict[str, list[Sight]] = {name: [] for name in names}
    for article in sorted(asked):
        text = fold(bodies[article].replace("\\", ""), lines=True).text
        for name in asked[article]:
            room = min(MOST - len(found[name]), _IN_ARTICLE)
            found[name] += _in_text(name, text, room)
    return found


def _in_text(name: str, text: str, most: int) -> list[Sight]:
    found: list[Sight] = []
    start = text.find(name)
    while start >= 0 and len(found) < most:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            found.append(Sight(text[max(0, start - REACH) : start], text[end : end + REACH]))
        start = text.find(name, end)
    return found
