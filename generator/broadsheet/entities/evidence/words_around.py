"""The words around a name: `President X` is a person, `in X` a place; each word speaks for a kind of thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.entities.evidence.case import NOBODY, Case, Reason
from broadsheet.entities.name_words import TITLES
from broadsheet.model import Kind

CLEAR, SLIGHT = 4.0, 2.5

_PERSON = TITLES | frozenset(
    """
    herr frau präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin
    президента президентом президенту министра премьера премьер мэра губернатора канцлер адвокат актёр писатель
    пан пані президентка міністр прем'єр голова мер
    başkan başkanı cumhurbaşkanı bakan bakanı sayın
    πρόεδρος πρωθυπουργός υπουργός κύριος κυρία
    الرئيس رئيس الوزير السيد السيدة الأمير الملك
    הנשיא נשיא השר מר גברת
    رئیس وزیر آقای خانم دکتر
    actor actress singer author writer
    acteur actrice chanteur chanteuse avocat avocate écrivain
    """.split()  # noqa: SIM905 - words read best as words
)
_PLACE = frozenset(
    """
    in near inside outside across throughout from around toward towards
    à en au aux près dans
    nach bei aus
    no na nos nas
    te bij
    w we na pod
    в во из под около у з із біля
    στη στην στο στον
    في إلى
    """.split()  # noqa: SIM905 - the same
)
"""Prepositions that places follow far more often than anything else."""
_PLACES = frozenset(
    """
    city town village province state region county district governorate capital island
    ville village province région île ciudad provincia isla città cidade província ilha stadt dorf
    городе город области деревне селе столице місті місто область mieście miasto stolicy
    مدينة محافظة ولاية
    """.split()  # noqa: SIM905 - the same
)
_OF = frozenset("of de d di da do del della dello van von".split())  # noqa: SIM905 - the same
_ORGANISATION = frozenset(
    """
    company firm club group party newspaper bank airline publisher team agency union
    syndicat sindicato sindacato gewerkschaft vakbond профсоюз профсоюза
    société entreprise club groupe parti journal banque
    unternehmen firma verein partei zeitung empresa partido periódico banco squadra azienda partito giornale
    компания компании клуб партия партии газета банк
    شركة صحيفة حزب نادي
    """.split()  # noqa: SIM905 - the same
)
_SAID = re.compile(
    r"[,\s]+(?:said|says|told|added|tweeted|testified|a déclaré|a dit|a affirmé|déclare|sagte|erklärte|dijo|declaró|"
    r"afirmó|ha detto|ha dichiarato|disse|afirmou|zei|сказал|сказала|заявил|заявила|сообщил|сообщила|powiedział|"
    r"powiedziała|сказав|сказала|заявив|dedi|είπε|δήλωσε|אמר|אמרה|گفت)\b"
)
_AGE = re.compile(r", \d{2},")
_FIRM = re.compile(r" (?:Inc|Corp|Ltd|plc|PLC|LLC|GmbH|AG|SA|S\.A|S\.p\.A)\b")
_TITLE_AFTER = re.compile(
    r"(?:さん|氏|首相|大統領|総理|議員|大臣|知事|市長|主席|总统|總統|总理|總理|部长|部長|先生|女士|议员|議員)"
)
_PLACE_AFTER = re.compile(r"(?:市|省|县|縣|州|県|区|區|町|村|島|岛)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?\Z")


def words_around(case: Case) -> Sequence[Reason]:
    """The candidates of the kind that the words around the name speak for, unless all are of it."""
    weights = _kinds(case.text, case.start, case.end)
    if NOBODY in case.candidates:
        weights.pop("place", None)  # in Georgia: which one?
    said = {one: weights[kind] for one in case.candidates if one and (kind := case.entities[one].kind) in weights}
    if not said or (len(said) == len(case.candidates) and len(set(said.values())) == 1):
        return ()
    return [Reason(one, "words around", weight, (word,)) for one, (weight, word) in said.items()]


def _kinds(text: str, start: int, end: int) -> dict[Kind, tuple[float, str]]:
    """The kinds that the words before and after speak for, with the weight and the words."""
    before = text[max(0, start - 48) : start]
    found = _after(text, end)
    if not before.endswith((" ", "\u00a0")):
        return found
    last = _last_word(before.rstrip())
    word = last.lower()
    if word.rstrip(".") in _PERSON:
        found["person"] = (CLEAR, last)
    elif word in _ORGANISATION:
        found["organisation"] = (CLEAR, last)
    elif word in _PLACES:
        found["place"] = (CLEAR, last)
    elif word in _OF:
        other = _last_word(before.rstrip()[: -len(last)].rstrip())
        if other.lower() in _PLACES:
            found["place"] = (CLEAR, f"{other} {last}")
    elif word in _PLACE:
        found["place"] = (SLIGHT, last)
    return found


def _after(text: str, end: int) -> dict[Kind, tuple[float, str]]:
    found: dict[Kind, tuple[float, str]] = {}
    kinds: tuple[tuple[Kind, re.Pattern[str], float], ...] = (
        ("organisation", _FIRM, CLEAR),
        ("person", _TITLE_AFTER, CLEAR),
        ("place", _PLACE_AFTER, CLEAR),
        ("person", _AGE, CLEAR),
        ("person", _SAID, SLIGHT),
    )
    for kind, pattern, weight in kinds:
        match = pattern.match(text, end)
        if match:
            found.setdefault(kind, (weight, match[0].strip(" ,")))
    return found


def _last_word(text: str) -> str:
    match = _WORD.search(text)
    return match[0] if match else ""
