"""FollowTheMoney: which of its schemata our kinds are, and how it writes languages (https://followthemoney.tech/explorer/)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from broadsheet.model import Entity, Kind

SCHEMATA: Mapping[Kind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Address",
    "event": "Event",
}
"""By kind of entity. Works, products and others are none of its things; the articles' `namesMentioned` has them."""

PROPERTIES: Mapping[str, frozenset[str]] = {
    "Article": frozenset(
        "title author publisher publisherUrl publishedAt modifiedAt retrievedAt sourceUrl language summary keywords "  # noqa: SIM905 - words read best as words
        "bodyText mimeType addressEntity namesMentioned peopleMentioned companiesMentioned locationMentioned".split()
    ),
    "Person": frozenset(("name", "alias", "wikidataId", "sourceUrl", "description")),
    "Organization": frozenset(("name", "alias", "wikidataId", "sourceUrl", "description")),
    "PublicBody": frozenset(("name", "alias", "wikidataId", "sourceUrl", "description")),
    "Company": frozenset(("name", "alias", "wikidataId", "sourceUrl", "description")),
    "Address": frozenset(("full", "name", "alias", "country", "wikidataId", "sourceUrl", "description")),
    "Event": frozenset(("name", "alias", "wikidataId", "sourceUrl", "description", "proof")),
    "Mention": frozenset(("document", "name", "resolved", "detectedSchema")),
}
"""What we say of each; the tests ask the package itself, where it is installed, whether it knows all of it."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Person": ("name",), "Organization": ("name",), "PublicBody": ("name",), "Company": ("name",), "Event": ("name",),
    "Mention": ("document", "name"),
}  # fmt: skip

# Its list (ISO 639-3), by the tags that we have. What is on no list of its it would drop, or refuse.
_LANGUAGES = dict(
    pair.split(":")
    for pair in (  # noqa: SIM905 - as above
        "af:afr am:amh ar:ara az:aze be:bel bn:ben bs:bos bg:bul ca:cat cs:ces da:dan de:deu el:ell en:eng et:est "
        "fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn kn:kan ka:kat "
        "kk:kaz km:khm ky:kir ko:kor lo:lao lv:lav lt:lit mk:mkd mt:mlt mn:mon ms:msa my:mya ne:nep nl:nld no:nor "
        "nb:nor nn:nor pl:pol ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv es:spa sq:sqi sr:srp sw:swa sv:swe "
        "ta:tam te:tel tg:tgk tl:tgl fil:fil th:tha tk:tuk tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
    ).split()
)

_COMPANY = re.compile(
    r"[\s,](?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|LLP|PLC|plc|GmbH|AG|KGaA|SARL|S\.?A\.?R\.?L|SAS|S\.p\.A|SpA"
    r"|S\.?r\.?l|N\.?V|B\.?V|A/S|AB|Oyj?|ASA|K\.K|Holdings?)\.?$"
)
_PUBLIC_BODY = re.compile(
    r"(?:the\s+)?(?:ministry|department|parliament|senate|supreme court|house of (?:commons|lords|representatives)"
    r"|city council|police|state duma|verkhovna rada|national assembly|bundes(?:tag|rat|gericht|polizei)"
    r"|minist(?:ère|erio|ero|ério|erium)|assemblée nationale|sénat|préfecture|министерство|міністерство)\b",
    re.IGNORECASE,
)


def schema(entity: Entity) -> str:
    """Its schema; empty for what has none. A company or a public body only where its very name says so."""
    found = SCHEMATA.get(entity.kind, "")
    if found == "Organization":
        if _COMPANY.search(entity.name):
            return "Company"
        if _PUBLIC_BODY.match(entity.name):
            return "PublicBody"
    return found


def language(tag: str | None) -> str:
    """Its code for a language: `fra` for `fr-CA`; empty where it has none."""
    return _LANGUAGES.get((tag or "").partition("-")[0].lower(), "")
