"""The names in a run of capitalised words: titles, dates and neighbours come off, small words join or part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from broadsheet.entities import countries
from broadsheet.entities.demonyms import PEOPLE
from broadsheet.entities.discovery.holders import held
from broadsheet.entities.discovery.persons import is_given, is_organisation, is_place, person_begins
from broadsheet.entities.discovery.reading import Reading, is_small, joined
from broadsheet.entities.folding import key
from broadsheet.entities.heads import NAMED_AFTER
from broadsheet.entities.inflection import INFLECTED, stems
from broadsheet.entities.kinds import is_head
from broadsheet.entities.name_words import (
    DIRECTIONS,
    NAME_LIKE_TITLES,
    OFFICES,
    STARTERS,
    TITLE_PARTS,
    TITLES,
    calendar_words,
    is_demonym,
    weekdays,
)
from broadsheet.entities.surface_forms import derived

# Small words that only stand inside one name, whatever is said of its halves.
ONE_NAME = frozenset(
    "van der den von zu bin ibn ben bint abu al el ul ter ten la фон ван ибн бин аль эль".split()  # noqa: SIM905 - words read best as words
)

_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_NO_PARTICLES = frozenset(["of", "for", "from", "des", "della", "dei", "delle", "dello", "dell'", "of the"])
_PARTICLES = frozenset(["de", "d'", "du", "da", "del", "di"])
# What joins a name to a place in languages that have acronyms of things there: PGHM de Briançon.
_LINKS = frozenset(
    "de du des d' del la da do dos das di della dei delle dell' van of".split()  # noqa: SIM905 - words read best as words
)
_CLUBS = frozenset(  # acronyms that make one name with their town
    "FC AS US RC SC CD CF SD UD AC CA AJ OGC SM EA CS AD UC SSC CHU CHRU JO AFC KV KRC SV VV BV HC BC CB".split()  # noqa: SIM905 - the same
)
_INITIALISM = re.compile(r"\w\.\w\.\Z")
# Words of the next sentence, where the full stop was lost.
_NEXT = frozenset(["The", "This", "But", "He", "She", "It", "We", "In", "An", "And", "For"])
_FEASTS = frozenset(["Ash", "Black", "Bloody", "Cyber", "Easter", "Fat", "Giving", "Good", "Palm", "Shrove", "Super"])
_PORTFOLIOS = ("ministr", "ministre", "secretar", "secretár", "secrétaire", "segretari")


def parts(words: Sequence[str], reading: Reading) -> Iterator[tuple[list[str], bool]]:
    """The names in a run, in order, each with whether a person's title stands before it."""
    for piece in _between_dates(words, reading.language):
        for titled, name in _by_titles(piece, reading):
            for part in _at_joints(name, reading):
                for one in _neighbours(_tidy(part), reading):
                    if one:
                        yield one, titled
                        titled = False  # noqa: PLW2901 - the title is the first one's alone


def _between_dates(words: Sequence[str], language: str) -> Iterator[list[str]]:
    """The words parted at weekdays, and at a month in front (May may be somebody's surname)."""
    piece: list[str] = []
    for word in words:
        small = word.lower()
        if piece and _INITIALISM.search(piece[-1]) and (small in STARTERS or (language == "en" and small[-2:] == "ly")):
            yield piece  # Washington, D.C. Fortunately, …
            piece = []
        elif piece and language == "en" and piece[-1] in _FEASTS and small in weekdays(language):
            piece.append(word)  # Black Friday
        elif small in weekdays(language) or (not piece and small in calendar_words(language)):
            yield piece
            piece = []
        else:
            piece.append(word)
    yield piece


def _by_titles(words: list[str], reading: Reading) -> Iterator[tuple[bool, list[str]]]:  # noqa: C901 - cases in turn
    """The words parted at titles: `U.S. President` and `Ford President` before a person's name."""
    if reading.language == "tr":
        yield from held(words)
        return
    last = -1
    for place, word in enumerate(words):
        small = word.lower().rstrip(".")
        if small in TITLES or (small == "executive" and last >= 0 and words[last].lower() == "chief"):
            last = place
        elif not (small in TITLE_PARTS or is_small(word) or _is_adjective(word, small, reading)):
            break
    rest = words[last + 1 :]
    if rest[:2] == ["of", "State"] and len(rest) > 2:
        rest = rest[2:]  # Secretary of State Ada Quill
    if last >= 0 and rest and _is_name_like(words[: last + 1]) and not reading.inside[joined(rest)]:
        yield False, words
        return
    if last >= 0 and len(rest) > 3 and rest[0] == "of" and not any(map(is_small, rest[1:])):
        yield False, rest[1:-2]  # Governor of Sellow Ada Quill
        yield True, rest[-2:]
        return
    if last >= 0 and rest and is_small(rest[0]) and words[last].lower().startswith(_PORTFOLIOS):
        # Ministro dos Negócios Estrangeiros: the office is no name, nor is its field; who holds it is.
        if len(rest) > 3 and not any(map(is_small, rest[-3:])):
            yield True, rest[-2:]
        return
    if last >= 0:
        yield (not rest or not is_small(rest[0])), rest
        return
    office = next((place for place, word in enumerate(words) if place and word.lower() in OFFICES), None)
    # Bank of Sellow Governor Ada Quill; but not the House of the President.
    if office is None or (any(map(is_small, words[:office])) and len(words) < office + 3):
        yield False, words
        return
    before = words[:office]
    while before and (before[-1].lower() in TITLE_PARTS or is_demonym(before[-1].lower(), reading.language)):
        before = before[:-1]
    yield False, before
    yield from ((True, rest) for _, rest in _by_titles(words[office:], reading))


def _is_name_like(titles: Sequence[str]) -> bool:
    return len(titles) == 1 and titles[0].lower() in NAME_LIKE_TITLES


def _is_adjective(word: str, small: str, reading: Reading) -> bool:
    return is_demonym(small, reading.language) or countries.code_of(word, reading.language) is not None


def _at_joints(words: list[str], reading: Reading) -> Iterator[list[str]]:
    """The words parted at small words that join two names (Macron de Paris), not at those inside one."""
    for place, word in enumerate(words):
        if not 0 < place < len(words) - 1 or not is_small(word):
            continue
        if word == "van" and reading.language == "nl" and _is_member(words, place):
            yield words[:place]
            yield from _at_joints(_tidy(words[place + 1 :]), reading)
            return
        if word in ONE_NAME:
            continue
        left = words[:place]
        right = [one for one in words[place + 1 :] if not (is_small(one) and one not in ONE_NAME)] or [""]
        if _are_two(words, left, right, reading):
            yield left
            yield from _at_joints(words[place + 1 :], reading)
            return
    yield words


def _are_two(words: list[str], left: list[str], right: list[str], reading: Reading) -> bool:  # noqa: C901, PLR0911 - the same
    first, second, whole = joined(left), joined(right), joined(words)
    language, link = reading.language, words[len(left)]
    if link == "from" or (link == "of" and all(is_demonym(word.lower(), language) for word in left)):
        return True
    if link == "for" and language == "en" and _is_left_for(left, right):
        return True
    if any(is_head(word, language) for word in left) or left[-1] in NAMED_AFTER or left[0] in NAMED_AFTER:
        return False
    if person_begins(right, language) and not is_given(left[0], language):
        return True  # Novecento di Bernardo Bertolucci
    if left[-1] == "Republic":
        return False  # Islamic Republic of Iran
    if len(left) == 1 and link in _PARTICLES and is_given(first, language) and not countries.code_of(second, language):
        return False  # Pierre de Villiers
    if language == "fr" and first.lower() in DIRECTIONS:
        return True  # Nord de la Syrie
    if right[-1].lower() in DIRECTIONS and len(left) == 1:
        return False  # Afrique de l'Ouest
    if countries.code_of(first, language):
        return True
    if len(left) > 1 and countries.code_of(second, language):
        return True
    if len(left) > 1 and (
        (link == "of" and language == "en") or (link in _NO_PARTICLES and is_given(left[0], language))
    ):
        return True  # Ada Quill of Sellow
    if len(left) == 1 and link in _LINKS and _is_acronym(first) and first not in _CLUBS:
        return True  # PGHM de Briançon
    alone = min(reading.inside[first], reading.inside[second])
    return alone > 0 and reading.inside[whole] <= alone


def _is_left_for(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether somebody leaves one for the other: Sellow for Orme, Quill & Dorn for Vesper Bank."""
    alone, other = joined(left), joined(right)
    if is_place(alone, "en"):
        return is_place(other, "en")
    named = is_place(other, "en") or is_organisation(other, "en") or person_begins(right, "en")
    return ("&" in left or is_organisation(alone, "en")) and named


def _is_member(words: Sequence[str], place: int) -> bool:
    """Whether a Dutch person's name is followed by his party or club: Ada van der Quill van de ORM."""
    person = [word for word in words[:place] if not is_small(word)]
    behind = [word for word in words[place + 1 :] if not is_small(word)]
    letters = len(behind) == 1 and sum(character.isupper() or character.isdigit() for character in behind[0]) > 1
    return letters and len(person) > 1 and is_given(person[0], "nl")


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalnum() and not _ROMAN.match(word)


def _neighbours(words: list[str], reading: Reading) -> Iterator[list[str]]:
    """Two names side by side: КНР Ху Цзиньтао, Stati Uniti Donald Trump, Suissesse Nicola Spirig."""
    language = reading.language
    if len(words) == 2 and language == "fr" and words[0].lower() in PEOPLE and not is_head(words[1], language):
        yield words[1:]  # la Japonaise Miyake
        return
    for cut in range(1, len(words) - 1):
        if person_begins(words[cut:], language) and _is_company(words[:cut], reading):
            yield words[:cut]
            yield words[cut:]
            return
    for cut in range(1, min(4, len(words) - 1)):
        first, rest = words[:cut], words[cut:]
        if is_small(rest[0]) or not _stand_apart(first, rest, reading):
            continue
        if not is_demonym(first[0].lower(), language) and joined(first) not in _cases_of_countries(language):
            yield first
        yield rest
        return
    yield words


def _is_company(words: Sequence[str], reading: Reading) -> bool:
    """Whether the words before a person's full name are a team, a party, a place: Chelsea Petr Čech."""
    language = reading.language
    last = words[-1].partition("\u00a0")[0]
    if (
        is_small(last)
        or last in NAMED_AFTER
        or words[0] in NAMED_AFTER
        or any(is_given(word, language) for word in words)
    ):
        return False
    if len(words) == 1:
        return (
            _is_acronym(last)
            or "-" in last
            or "\u00a0" in words[0]
            or reading.inside[last] > 0
            or is_head(last, language)
        )
    return reading.inside[joined(words)] > 0 or any(is_small(word) or is_head(word, language) for word in words)


def _stand_apart(first: list[str], rest: list[str], reading: Reading) -> bool:  # noqa: PLR0911 - cases in turn
    language = reading.language
    people = len(first) == 1 and is_demonym(first[0].lower(), language)
    country = _is_country(joined(first), language)
    whole, alone = reading.inside[joined([*first, *rest])], reading.inside[joined(rest)]
    if 0 < alone >= whole <= reading.inside[joined(first)] > 0 and not is_head(rest[-1], language):
        return True  # each of them stands alone elsewhere: Rouen Dominique Lebrun
    if people and len(rest) == 1 and any(map(str.isdigit, rest[0])):
        return True  # a Russian Kh-101
    letters = len(first) == 1 and first[0].isupper() and first[0].isalpha() and len(first[0]) > 1
    if not (people or country or letters):
        return False
    if any(is_head(word, language) for word in rest):
        return False  # United States Senate, Sudanese Armed Forces
    if (people or country) and language != "en":
        return True
    if letters and language in {"ru", "uk"} and not any(word.isupper() for word in rest):
        return True
    return 0 < alone >= whole


def _is_country(name: str, language: str) -> bool:
    if language in INFLECTED:
        return stems(name, language) in _country_stems(language)
    if language == "el" and name in greek_countries():
        return True
    return countries.code_of(name, language) is not None


@cache
def _country_stems(language: str) -> frozenset[str]:
    return frozenset(stems(name, language) for spelled in countries.names(language).values() for name in spelled)


def _cases_of_countries(language: str) -> frozenset[str]:
    return greek_countries() if language == "el" else frozenset()


@cache
def greek_countries() -> frozenset[str]:
    """The cases of the countries' names in Greek: (πρόεδρος της) Γαλλίας."""
    names = {name for spelled in countries.names("el").values() for name in spelled}
    return frozenset(form for name in names for form, _ in derived(key(name), "place", "el", frozenset(["el"])))


def _tidy(words: list[str]) -> list[str]:
    """The words without small ones at either end."""
    first, last = 0, len(words)
    while first < last and is_small(words[first]):
        first += 1
    while first < last and (is_small(words[last - 1]) or words[last - 1] in _NEXT):
        last -= 1
    return words[first:last]
