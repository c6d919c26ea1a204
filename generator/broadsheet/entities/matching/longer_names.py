"""Whether a listed name is only a piece of a longer one that nobody listed: Paris in Paris Saint-Germain.

Capitals tell: a capitalised word right beside a name, in mid-sentence, belongs to it (Chicago White Sox, Gilles Simon),
and so does one that a small word ties to it (University of Copenhagen, Conseil d'État). Titles, demonyms, days and
the like stand beside names without being part of them, and so does another listed name. Where every word has a
capital (headlines, German nouns) capitals tell little or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import TypeVar

from broadsheet.entities import countries
from broadsheet.entities.kinds import is_head
from broadsheet.entities.name_words import CAPITAL_NOUNS, STARTERS, WITH_STARTERS, describing, is_demonym
from broadsheet.entities.offices import place_of
from broadsheet.entities.starts import opens_sentence

_Match = TypeVar("_Match", bound=tuple[int, int, object])

_AFTER = re.compile(r" ([^\W\d_][\w'&-]*)")
_COMPASS = re.compile(
    r" d'(?:été|hiver)\b| de (?:verano|invierno|verão|inverno)\b|"
    r" (?:(?:de l'|dell'|d')(?:Ouest|Est|Ovest)|(?:du|del|do) (?:Nord|Norte|Sud|Sul|Sur|Este|Oeste|Leste)|"
    r"(?:central[ea]?|latin[ae]) (?!bank))\b",
)
_SEAS = re.compile(
    r"\b(?:golfe|mer|océan|détroit|baie|golfo|mar|océano|oceano|mare|estrecho|stretto|estreito|bahía|gulf|sea|strait) "
    r"(?:de |du |d'|des |de la |del |di |della |dell'|do |da |of )\Z",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r" (?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)\b(?!['.])")
_TEAM = re.compile(
    r"(?:[A-Z]{2,4}|Vf[BLR]|Fort|Grand|Grande|Great|Greater|New|Nueva|Nuovo|Nova|Saint|San|Santa|Baja|Alta|Upper|Lower|"
    r"North|South|East|West|Northern|Southern|Eastern|Western|Central|Inner|Outer)\Z"
)
_CLUB = re.compile(r"[A-Z]{2,3}\Z")
_TWO_AFTER = re.compile(r" [^\W\d_a-zа-я][\w'-]+ [^\W\d_a-zа-я]")
_PLURAL = re.compile(r"\b(?:[Dd]ie|[Dd]en|[Dd]er) \Z")
_SEAT = re.compile(
    r"\b\w*(?:bibliothek|universität|hochschule|akademie|museen|theater|kammerspiele|schloss|dom) zu \Z", re.IGNORECASE
)
_VARIETY = re.compile(
    r" (?:English\b(?! (?:[A-Z]|teachers?|speakers?|lessons?))|"
    r"(?:Democratic|Republican|Labou?r|Liberal|Conservative|Communist|Socialist|Green) [Pp]arty\b)"
)
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}\Z")
_SMALL = re.compile(r" ([a-z\u00df-\u00ff][\w-]+)")
_OTHERS = frozenset(["populaire", "européen", "européenne", "popular", "popolare"])
_CONTEST = re.compile(r"(?:Гран-при|Куб(?:ок|ка|ку|ком|ке)|Чемпионат[аеу]?|Чемпіонат[уі]?|Puchar\w{0,3})\Z")
_TIE = re.compile(r"\b(?:of|de|du|des|del|di|della|do|da|van)(?: the| la)? \Z|\b[Ddl]'\Z")
_SMALL_AFTER = re.compile(
    r" (?:de |d'|du |des |of |del |[a-z\u00df-\u00ff]{4,}(?:aise?|ien|ienne|ique|ale?|ive|aire|oise?)\b)"
)
_GENERIC = frozenset(
    """
    état etat république parlement sénat assemblée constitution église congrès union fédération comité ligue conseil
    intérieur défense justice santé transports cour état-major
    state republic parliament senate congress government union league committee council constitution church
    estado república parlamento senado congreso gobierno unión liga comité consejo
    stato repubblica senato congresso governo unione lega consiglio
    """.split()  # noqa: SIM905 - words read best as words
)
_GENITIVES = frozenset(["ru", "uk", "pl"])
"""Languages that put what a thing belongs to right behind it, in the genitive."""
_ADJECTIVES = (
    "ой",
    "ая",
    "ый",
    "ий",
    "ую",
    "ым",
    "ом",
    "ые",
    "ых",
    "ое",
    "ого",
    "ей",
    "ska",
    "ski",
    "wa",
    "wy",
    "na",
    "ny",
)
_CAPITAL_ARTICLES = frozenset(["Le", "La", "Les", "El", "Los", "Las", "Il"])
_ARTICLES = frozenset(["the", "la", "las", "los", "het"])
_OF = frozenset("of de du des d' del della dello dell' dei delle di do da dos das van".split())  # noqa: SIM905 - words read best as words
_TIES = _OF | {"the", "la", "las", "los", "l'", "het"}
_ADDING = frozenset(["de", "du", "do", "ce", "la", "d'"])
_NO_TEAM = frozenset(
    ["US", "USA", "EU", "UN", "UK", "UE", "ONU", "DDR", "BRD", "SPD", "CDU", "CSU", "FDP", "GOP", "TV"]
)
_STOPS = (". ", "! ", "? ", "  ", "\n")
_SMALL_WORDS = re.compile(r"(?<=[ '])[a-z\u00df-\u00ff\u0430-\u045f]{3,}")
_WORDS = re.compile(r"[^\W\d_]{3,}")


def whole_names(
    text: str, matches: Sequence[_Match], language: str, is_whole: Callable[[_Match], bool]
) -> Sequence[_Match]:
    """The matches that are no piece of a longer name.

    Args:
        text: folded.
        matches: in order.
        language: of the text.
        is_whole: whether a match needs no look: a full name, or one that was found in this text.
    """
    starts = {one[0] for one in matches}
    ends = {one[1] for one in matches}
    return [one for one in matches if not is_piece(text, one[0], one[1], language, starts, ends) or is_whole(one)]


def is_piece(
    text: str, start: int, end: int, language: str, starts: Container[int] = (), ends: Container[int] = ()
) -> bool:
    """Whether the words from `start` to `end` are a piece of a longer name.

    Args:
        text: folded.
        start: where the words begin.
        end: where they end.
        language: of the text.
        starts: where other names begin.
        ends: where they end.
    """
    # Nearly always small words stand on both sides that tie nothing and add nothing: that is seen at a glance.
    after = text[end + 1 : end + 3] if text[end : end + 1] == " " else ""
    if text[end : end + 1] == "-" and _is_demonym(text[start:end], language):
        return True  # Arabic-speaking
    goes_on = after[:1].isupper() or after in _ADDING or (after[:1].isalpha() and _is_odd(text[start:end], language))
    tied = start > 0 and text[start - 1] in " '" and not _is_calm_before(text, start)
    tied = tied or (language == "de" and text.endswith("zu ", 0, start))
    if not (goes_on or tied) or (end - start > 5 and text[start:end].isupper()):
        return False
    if goes_on and (_adds(text, start, end, language) if after[0].islower() else _NUMERAL.match(text, end)):
        return True
    if goes_on and after[0].isupper() and end + 1 not in starts:
        word = _AFTER.match(text, end)
        if word and (
            _describes(text[start:end], text, end, language) or _continues(word[1], text, start, end, language)
        ):
            return True
    if language == "de" and text.endswith("zu ", 0, start) and _SEAT.search(text, max(0, start - 40), start):
        return True  # Humboldt-Universität zu Berlin
    return tied and (
        _SEAS.search(text, max(0, start - 20), start) is not None or _ends_one(text, start, end, language, ends)
    )


def _adds(text: str, start: int, end: int, language: str) -> bool:
    """Whether small words after a name make another of it: Corea del Sur, État islamique, Roman roads."""
    words = text[start:end]
    if is_head(words.partition(" ")[0], language) and " " in words:
        following = _SMALL.match(text, end)
        if following and (is_demonym(following[1], language) or following[1] in _OTHERS):
            return True  # Front national français
    generic = _is_generic(words) and _SMALL_AFTER.match(text, end) is not None
    return generic or _COMPASS.match(text, end) is not None or _describes(words, text, end, language)


def _is_calm_before(text: str, start: int) -> bool:
    """Whether a small word that ties nothing stands before a name: nearly always."""
    if text[start - 1] == "'":
        return False
    space = text.rfind(" ", max(0, start - 24), start - 1)
    word = text[space + 1 : start - 1]
    if not word[:1].islower():
        return word[-1:] == ","
    if word in _ARTICLES:
        return text[max(0, space - 3) : space] not in {" of", " de", "van"}
    return word not in _TIES and "'" not in word


@lru_cache(maxsize=1 << 16)
def _is_odd(words: str, language: str) -> bool:
    return (
        words.lower() in _GENERIC
        or _is_demonym(words, language)
        or (" " in words and is_head(words.partition(" ")[0], language))
    )


@lru_cache(maxsize=1 << 16)
def _is_demonym(words: str, language: str) -> bool:
    small = words.lower()
    listed = small in describing(language) and is_demonym(small, language)
    return listed and countries.code_of(words, language) is None  # Syrien is a country in German, a people in French


def _continues(word: str, text: str, start: int, end: int, language: str) -> bool:
    """Whether a capitalised word right after a name is part of it."""
    if language in CAPITAL_NOUNS:
        if word.endswith("s") and _PLURAL.search(text, max(0, start - 8), start):
            return countries.code_of(text[start:end], language) is None  # den Seattle Seahawks
        return _CLUB.match(word) is not None and word not in _NO_TEAM
    if language == "en" and _VARIETY.match(text, end):
        return True  # New Zealand English, California Democratic Party
    if (
        _stands_beside(word, language)
        or (any(map(str.isdigit, word)) and not _MODEL.match(word))
        or is_headline(text, start, end)
    ):
        return False
    # The mayor of Toronto Rob Ford; министр Японии Наото Кан.
    two = _TWO_AFTER.match(text, end) is not None
    if two and (language in _GENITIVES or _TIE.search(text, max(0, start - 12), start)):
        return False
    return place_of(text, start) == "inside"


def _ends_one(text: str, start: int, end: int, language: str, ends: Container[int]) -> bool:
    """Whether the name ends a longer one."""
    before = _words_before(text, start)
    if not before:
        return False
    word, place = before[-1]
    if text[start - 1] == " " and word[0].isupper():
        return place + len(word) not in ends and _belongs(word, place, text, start, end, language)
    if language in CAPITAL_NOUNS or word not in _TIES:
        return False
    return _ties(before, text, start, end, language, ends)


def _ties(before: list[tuple[str, int]], text: str, start: int, end: int, language: str, ends: Container[int]) -> bool:
    """Whether a small word ties a name to a longer one: University of …, Jeux olympiques de …, secrétaire d'…"""
    tied = False
    while before and before[-1][0] in _TIES:
        tied = before.pop()[0] in _OF or tied
    if not tied or not before:
        return False
    word, place = before[-1]
    if not word[0].isupper():
        head = next((one for one in before[-3:] if one[0][0].isupper()), None)  # Jeux olympiques de …
        free = head is not None and _is_free(head, language, ends) and is_head(head[0], language)
        return free or _is_generic(text[start:end])
    if not _is_free(before[-1], language, ends):
        return False
    return is_head(word, language) if opens_sentence(text, place) else not is_headline(text, start, end)


def _is_free(word: tuple[str, int], language: str, ends: Container[int]) -> bool:
    """Whether a capitalised word is neither the end of another name nor one that stands beside names."""
    return word[1] + len(word[0]) not in ends and not _stands_beside(word[0], language)


def _words_before(text: str, start: int) -> list[tuple[str, int]]:
    """The words right before a place, each with its own: those since the last mark or gap."""
    low = max(0, start - 48)
    end = start - (text[start - 1] == " ")
    found: list[tuple[str, int]] = []
    for word in reversed(text[low:end].split(" ")[-6:]):
        if not word or not (word[-1].isalnum() or word[-1] == "'" or (len(word) == 2 and word[1] == "." and not found)):
            break  # a gap, or a mark that parts them
        end -= len(word)
        place = end
        elided = word.find("'") + 1
        if 0 < elided < min(6, len(word)) and word[0].islower():
            found.append((word[elided:], place + elided))
            word = word[:elided]  # noqa: PLW2901 - what is left of it
        found.append((word, place))
        end -= 1
        if not word[0].isalnum():
            found[-1] = (word.lstrip("(\"«“‘'["), place + 1)
            if not found[-1][0]:
                found.pop()
            break
    found.reverse()
    return found


def _is_generic(words: str) -> bool:
    """Whether a name is a word for an institution, which means one only by itself: the Senate, l'État."""
    return words.lower() in _GENERIC


def _belongs(word: str, place: int, text: str, start: int, end: int, language: str) -> bool:
    """Whether a capitalised word right before a name is part of it."""
    if _CONTEST.match(word):
        return language in _GENITIVES  # Гран-при Австралии
    if word in _CAPITAL_ARTICLES:
        return " " not in text[start:end] and not opens_sentence(text, place)  # Le Caire
    team = _TEAM.match(word) is not None and word not in _NO_TEAM
    if not team and (language in CAPITAL_NOUNS or _stands_beside(word, language)):
        return False
    if language in _GENITIVES and not team and not word.endswith(_ADJECTIVES):
        return False  # Сенат США names the United States
    if word.endswith("."):
        return " " not in text[start:end]
    single = " " not in text[start:end] and (language in WITH_STARTERS or len(word) > 4)  # small words are short
    known = team or not opens_sentence(text, place) or (single and _is_no_word(word, text))
    return known and not is_headline(text, start, end)


def _describes(words: str, text: str, end: int, language: str) -> bool:
    """Whether a name is a word for a people or a language, and says of what kind the next word is: Roman roads."""
    if not _is_demonym(words, language):
        return False
    following = _AFTER.match(text, end)
    return following is not None and following[1] not in STARTERS


@lru_cache(maxsize=1 << 16)
def _stands_beside(word: str, language: str) -> bool:
    """Whether a capitalised word beside a name is no part of it."""
    small = word.lower().rstrip(".")
    small = small.removesuffix("'s").removesuffix("s'")
    if "-" in word and word.rpartition("-")[2].islower():
        return True  # Houthi-controlled Yemen
    return small in STARTERS or small in describing(language) or is_demonym(small, language)


def _is_no_word(word: str, text: str) -> bool:
    """Whether a sentence's first word seems to be a name: it never stands small in the text, and is no adverb."""
    return word.isalpha() and word.lower() not in text and not word.endswith(("ly", "ment", "mente", "dat", "dem"))


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether all longer words around a place begin with a capital, so that capitals say nothing there."""
    low = max(text.rfind(stop, max(0, start - 80), start) for stop in _STOPS)
    high = min((place for place in (text.find(stop, end, end + 80) for stop in _STOPS) if place >= 0), default=end + 80)
    sentence = text[max(low, start - 80, 0) : high]
    if "," in sentence or len(_SMALL_WORDS.findall(sentence)) > 2:
        return False
    words = _WORDS.findall(sentence)
    return len(words) > 3 and sum(word[0].islower() for word in words) * 6 <= len(words)
