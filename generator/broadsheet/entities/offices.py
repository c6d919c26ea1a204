"""Where a name stands: in mid-sentence, at a sentence's start, behind somebody's office or beside his kin."""

from __future__ import annotations

import re
from typing import Literal

Place = Literal["inside", "opens", "seat", "portfolio", "kin"]
"""`seat`: the governor of …; `portfolio`: the minister for …, a field more often than a thing; `kin`: his brother …"""

_KIN = frozenset(
    """
    brother sister son daughter wife husband widow widower cousin nephew niece uncle aunt mother father girlfriend
    frère sœur soeur fils fille épouse époux veuve cousine neveu nièce hermano hermana hijo hija esposa esposo viuda
    fratello sorella figlio figlia moglie marito vedova irmão irmã filho filha marido viúva broer zus zoon dochter
    """.split()  # noqa: SIM905 - words read best as words
)

_OF = frozenset(
    "of from to for the de du des d l la le les del della dello dell di do da dos das los las el para as os o".split()  # noqa: SIM905 - words read best as words
)
_OFFICE = re.compile(
    r"""
    \b(?: (?P<portfolio> minist(?:er|re|r[oai]) | secretar(?:y|i[oa]) | secretári[oa] | secrétaire | segretari[oa] )
      | governor | ambassador | president | senator | mayor | bishop | archbishop | king | queen | premier | chancellor
      | gouverneure? | ambassad(?:eur|rice) | présidente? | sénat(?:eur|rice) | maire | archevêque | évêque | préfète?
      | gobernadora? | embajadora? | presidente | alcalde(?:sa)? | arzobispo | obispo
      | governatore | ambasciatore | sindac[oa] | (?:arci)?vescovo
      | governadora? | embaixadora? | prefeit[oa] | (?:arce)?bispo )
    \ (?:of|from|to|for|de|du|des|del|della|dello|di|do|da|dos|das|para|d(?=')|dell(?='))
    (?:'|\ (?:the\ |la\ |le\ |les\ |l'|el\ |los\ |las\ |as\ |os\ |o\ |a\ )?)\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def office(text: str, start: int) -> Place:
    """What stands before a name in mid-sentence; `text` is folded."""
    word = text[max(0, start - 12) : start - 1]
    word = word[word.rfind(" ") + 1 :].rpartition("'")[2].rstrip(",")
    if word not in _OF:
        return "kin" if word in _KIN else "inside"
    found = _OFFICE.search(text, max(0, start - 32), start)
    if found is None:
        return "inside"
    return "portfolio" if found["portfolio"] else "seat"
