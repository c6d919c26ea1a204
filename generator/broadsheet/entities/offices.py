"""Where a name stands: in mid-sentence, at a sentence's start, behind somebody's office or beside his kin."""

from __future__ import annotations

from typing import Literal

Place = Literal["inside", "opens", "seat", "portfolio", "kin", "the", "counted", "quoted"]
"""`seat`: the governor of …; `portfolio`: the minister for …, a field more often than a thing; `kin`: his brother …;
`the`, `counted`: what may be a plural (the …s, two …s); `quoted`: all that stands in quotation marks, a title."""

_KIN = frozenset(
    """
    brother sister son daughter wife husband widow widower cousin nephew niece uncle aunt mother father girlfriend
    frère sœur soeur fils fille épouse époux veuve cousine neveu nièce hermano hermana hijo hija esposa esposo viuda
    fratello sorella figlio figlia moglie marito vedova irmão irmã filho filha marido viúva broer zus zoon dochter
    """.split()  # noqa: SIM905 - words read best as words
)

_OF = frozenset(
    """
    of from to for the de du des d l la le les del della dello dell dei degli delle di do da dos das los las el para as
    os o van
    """.split()  # noqa: SIM905 - the same
)
_PORTFOLIOS = frozenset(
    """
    minister ministers ministre ministro ministra ministri secretary secretario secretaria secretário secretária
    secrétaire segretario segretaria staatssecretaris
    """.split()  # noqa: SIM905 - the same
)
_SEATS = frozenset(
    """
    governor ambassador president senator mayor bishop archbishop king queen premier chancellor gouverneur gouverneure
    ambassadeur ambassadrice président présidente sénateur sénatrice maire archevêque évêque préfet préfète procureur
    procureure gobernador gobernadora embajador embajadora presidente alcalde alcaldesa arzobispo obispo governatore
    ambasciatore sindaco sindaca arcivescovo vescovo governador governadora embaixador embaixadora prefeito prefeita
    arcebispo bispo
    """.split()  # noqa: SIM905 - the same
)


def place_of(text: str, start: int) -> Place:
    """What stands before a name in mid-sentence; `text` is folded."""
    before = text[max(0, start - 32) : start].replace("'", " ").split()
    if not before:
        return "inside"
    word = before.pop()
    if word not in _OF:
        return "kin" if word.rstrip(",") in _KIN else "inside"
    while before and word in _OF:
        word = before.pop().lower()
    word = word.rpartition("-")[2]
    return "portfolio" if word in _PORTFOLIOS else "seat" if word in _SEATS else "inside"
