"""How a name is built: like a person's, or with a word that begins an institution's, a place's or an event's."""

from __future__ import annotations

from broadsheet.entities.heads import HEADS

_ORGANISATION = frozenset(
    """
    agency agence agencia agenzia association associação asociación associazione army armée bank banque banco banca
    board bureau church company compagnie commission corps committee comité comitato confederation congress
    council conseil
    consejo consiglio corporation corp co court cour corte department département federation fédération foundation
    fondation force forces front fund group groupe guard inc institute institut instituto istituto international
    league ligue liga
    ltd ministry ministère ministerio ministero museum musée movement mouvement news organisation organization
    organización office parliament party parti partido partito police press police radio research senate service
    society société sociedad times tribune union university université universidad università universiteit uniwersytet
    агентство агентства агентстве министерство министерства министерстве комитет комитета управление управления
    university's fc fk sc ac club team airlines airways air authority party plc gmbh ag sa spa nv
    """.split()  # noqa: SIM905 - words read best as words
)
_PLACE = frozenset(
    """
    bay beach city county district isle island islands lake mount mountain mountains park province river sea street
    square strait valley village road avenue airport gulf ocean port peninsula coast desert bridge hill hills
    mosque cathedral stadium stade estadio stadio estádio hospital palace tower
    lac mont monts rivière fleuve île îles rue place golfe océan ville baie vallée aéroport pont
    lago monte río isla islas calle plaza ciudad valle puerto rio ilha rua praia
    """.split()  # noqa: SIM905 - the same
)
_EVENT = frozenset(
    """
    hurricane typhoon cyclone ouragan typhon huracán uragano prix prize award
    cup coupe copa coppa war guerre guerra olympics games jeux championship championships championnat festival
    conference summit sommet cumbre grand-prix tour open election elections referendum treaty battle bataille
    """.split()  # noqa: SIM905 - the same
)


_NO_PERSON = _ORGANISATION | _PLACE | _EVENT
_PARTICLES = frozenset(
    "van der den von zu bin ibn ben bint abu al el ul ter ten".split()  # noqa: SIM905 - the same
)


def may_be_person(name: str) -> bool:
    """Whether a name is built like a person's: two to four words, capital or a particle, none for something else."""
    words = name.split(" ")
    return 2 <= len(words) <= 4 and all(
        word in _PARTICLES
        or "-" in word
        or (word[0].isupper() and word.lower() not in _NO_PERSON and (len(word) < 3 or not word.isupper()))
        for word in words
    )


def is_head(word: str, language: str) -> bool:
    """Whether a word begins the names of institutions, places or events (Bank of …, Ligue …)."""
    first = word.partition("\u00a0")[0]
    return first in HEADS.get(language, ()) or first.lower() in _NO_PERSON
