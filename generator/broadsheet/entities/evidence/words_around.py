"""The words around a name: `President X` is a person, `in X` a place; each word speaks for a kind of thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from broadsheet.entities.countries import base_language
from broadsheet.entities.evidence.case import NOBODY, Case, Reason
from broadsheet.entities.name_words import TITLES
from broadsheet.model import Kind

CERTAIN, CLEAR, FAIR, SLIGHT = 9.0, 4.0, 2.5, 1.5
"""The first outweighs even a full name, the last is never enough by itself."""

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
_PREPOSITIONS = {
    "en": ("in inside outside across throughout", "near from around toward towards to"),
    "fr": ("en dans", "à au aux près"),
    "es": ("en", "a desde hacia"),
    "it": ("in", "a da presso verso"),
    "pt": ("em no na nos nas", "a para desde"),
    "de": ("in", "nach aus bei"),
    "nl": ("in te", "bij naar uit"),
    "pl": ("w we", "na pod z ze do"),
    "ru": ("в во", "из под около у за на"),
    "uk": ("в у", "із з зі біля на"),
    "el": ("", "στη στην στο στον από"),
    "ar": ("في", "إلى من"),
}
"""By language: those that places follow far more often than anything else, and those that persons follow as well."""
_WHERE = frozenset(
    """
    vit vivent vivait habite habitent habitait né née nés mort morte arrivé arrivée arrivés rendu rendue rendus revenu
    revenue retour installé installée situé située réuni réunie réunis basé basée manifesté lieu aller va voyage visite
    vive vivono viveva abita abitano nato nata morto morta arrivato arrivata andato andata tornato tornata situato sede
    nacido nacida viajó viaje llegó llegada vuelo nasceu viajou chegou
    flog fliegt reist reiste fuhr fährt kam zog floh flüchtete reise flug weg
    lives lived born flew flies travelled traveled fled went goes moved returned trip visit flights
    """.split()  # noqa: SIM905 - the same
)
"""Words after which those others lead to a place, too: habite à, flog nach."""
_PLACES = frozenset(
    """
    city town village province state region county district governorate capital island
    ville village province région île ciudad provincia isla città cidade província ilha stadt dorf
    городе город области деревне селе столице місті місто область mieście miasto stolicy
    مدينة محافظة ولاية
    """.split()  # noqa: SIM905 - the same
)
_TOWN = frozenset(
    """
    mayor residents inhabitants citizens outskirts suburb suburbs streets port north south east west northeast
    northwest southeast southwest
    maire mairesse habitants habitantes faubourgs banlieue rues nord sud est ouest
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin einwohner stadtrand
    alcalde alcaldesa vecinos afueras calles norte sur este oeste
    sindaco sindaca abitanti periferia strade prefeito prefeita moradores ruas sul leste
    burgemeester inwoners
    """.split()  # noqa: SIM905 - the same
)
"""What only a place has: the mayor of Lorient is no club's."""
_REALM = frozenset(
    """
    king queen prince princess emperor president premier minister government parliament capital embassy people republic
    roi reine empereur président présidente ministre gouvernement parlement capitale ambassade peuple
    rey reina presidente presidenta gobierno capital re regina governo capitale rei rainha presidenta
    könig königin präsident präsidentin hauptstadt koning koningin hoofdstad
    """.split()  # noqa: SIM905 - the same
)
"""What a country has, and some of it a club: the president of Monaco."""
_NUMERAL = re.compile(r"[IVX]+\Z")
_OF_A_PLACE = _TOWN | _PLACES
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
_REGION_AFTER = re.compile(r", (?:D\.C\.|DC\b)| (?:state|city|county|province)\b")
_PLACE_AFTER = re.compile(r"(?:市|省|县|縣|州|県|区|區|町|村|島|岛)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?\Z")


def words_around(case: Case) -> Sequence[Reason]:
    """The candidates of the kind that the words around the name speak for, unless all are of it."""
    weights = _kinds(case.text, case.start, case.end, base_language(case.article.language))
    kinds = {case.entities[one].kind for one in case.candidates if one}
    if NOBODY in case.candidates:
        weights.pop("place", None)  # in Georgia: which one?
    if not kinds.isdisjoint({"place", "organisation"}) and weights.get("person", (0.0, ""))[0] == SLIGHT:
        weights.pop("person")  # Washington said: the government did
    said = {one: weights[kind] for one in case.candidates if one and (kind := case.entities[one].kind) in weights}
    if not said or (len(said) == len(case.candidates) and len(set(said.values())) == 1):
        return ()
    return [Reason(one, "words around", weight, (word,)) for one, (weight, word) in said.items()]


def names_place(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words around a name say that it is a place: in Washington, the mayor of Washington."""
    return _kinds(text, start, end, language).get("place", (0.0, ""))[0] >= FAIR


def _kinds(text: str, start: int, end: int, language: str) -> dict[Kind, tuple[float, str]]:
    """The kinds that the words before and after speak for, with the weight and the words."""
    found = _after(text, end)
    before = text[max(0, start - 48) : start]
    elided = before[-1:] in {"'", "\u2019"}
    if not before.endswith((" ", "\u00a0")) and not elided:
        return found
    before = before[:-1].rstrip()
    last = _last_word(before)
    other = _last_word(before[: len(before) - len(last)].rstrip())
    word = last.lower()
    if word in _OF and other.lower() in _OF_A_PLACE:
        found["place"] = (CERTAIN, f"{other} {last}")
    elif word in _OF and (other.lower() in _REALM or _NUMERAL.match(other)):
        found["place"] = (FAIR, f"{other} {last}")
    elif elided:
        return found
    elif word.rstrip(".") in _PERSON:
        found["person"] = (CLEAR, last)
    elif word in _ORGANISATION:
        found["organisation"] = (CLEAR, last)
    elif word in _PLACES:
        found["place"] = (CLEAR, last)
    else:
        weight = _preposition(word, last, other.lower(), language)
        if weight:
            found["place"] = (weight, last)
    return found


def _preposition(word: str, as_written: str, before: str, language: str) -> float:
    """How much a preposition before a name speaks for a place; 0 where it is none."""
    sure, others = _prepositions().get(language, (frozenset(), frozenset()))
    if word in sure:
        return FAIR
    if word not in others:
        return 0.0
    return FAIR if before in _WHERE or as_written[0].isupper() else SLIGHT


@cache
def _prepositions() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    return {
        language: (frozenset(sure.split()), frozenset(others.split()))
        for language, (sure, others) in _PREPOSITIONS.items()
    }


def _after(text: str, end: int) -> dict[Kind, tuple[float, str]]:
    found: dict[Kind, tuple[float, str]] = {}
    kinds: tuple[tuple[Kind, re.Pattern[str], float], ...] = (
        ("organisation", _FIRM, CLEAR),
        ("person", _TITLE_AFTER, CLEAR),
        ("place", _PLACE_AFTER, CLEAR),
        ("place", _REGION_AFTER, CERTAIN),
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
