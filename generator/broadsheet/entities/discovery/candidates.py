"""What a run of capitalised words holds, by what the whole batch says about its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from broadsheet.entities import countries
from broadsheet.entities.discovery.holders import is_turkish_office
from broadsheet.entities.discovery.parting import ONE_NAME, greek_countries, parts
from broadsheet.entities.discovery.peoples import PEOPLE, is_from_place
from broadsheet.entities.discovery.persons import is_organisation, is_well_known, person_begins
from broadsheet.entities.discovery.plurals import is_plural
from broadsheet.entities.discovery.reading import Reading, Run, is_small, joined, words_of
from broadsheet.entities.heads import NAMED_AFTER
from broadsheet.entities.inflection import INFLECTED, stems
from broadsheet.entities.kinds import is_head, may_be_person
from broadsheet.entities.name_words import (
    ARTICLES,
    NEVER_FIRST,
    OFFICES,
    STARTERS,
    TITLE_PARTS,
    TITLES,
    describing,
    is_demonym,
    no_names,
)
from broadsheet.entities.offices import Place

ADJECTIVE = "an adjective"
_SEVERAL = "several words with capitals"
_PORTFOLIO = "the field of an office"
# Languages that write the words of institutions small.
_WRITTEN_SMALL = frozenset(["fr", "es", "pt"])
_ELIDED = re.compile(r"(?:[LDJNSCTM]|Qu|Jusqu|Lorsqu|Puisqu|Dell|All|Nell|Sull|Dall|Un)'(?=\w)")
_ADVERBS = {"fr": "ment", "en": "ly", "es": "mente", "it": "mente", "pt": "mente"}
_DUTCH_PARTICLES = frozenset(["de", "den", "der", "het", "'t"])
_OLD_DATIVES = frozenset(["den", "der"])
"""Articles that Dutch has only in names: Van de Quill may be no more than of the Quill where it opens a sentence."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_RUSSIAN_ADJECTIVE = re.compile(r"[а-яё]+(?<![сц]к)(?:ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ых|их|ым|ими|ыми)\Z")


_OF_A_STATE = frozenset(["republic", "government", "side", "federal"])
_OFFICES_OF_SEVERAL = frozenset(["member of parliament", "members of parliament", "chief executive", "head of state"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name, in a run."""

    name: str
    sure: bool
    why: str
    """What speaks for or against it, in words for the report."""
    titled: bool = False
    """Whether a person's title stands before it."""


def candidates(run: Run, reading: Reading) -> Sequence[Candidate]:  # noqa: C901 - fast ways first
    """What a run holds, in order."""
    text, place = run
    if place == "quoted":
        return (_title(text, reading),)
    words = words_of(text)
    if place == "opens" and not reading.inside[text]:
        words = _without_opening(words, reading)
    elif len(words) > 1:
        words = _without_company(words, place, reading)
    while len(words) > 1 and words[0].lower() in NEVER_FIRST:
        words = words[1:]
    if len(words) == 1:
        single = _alone(words, run, reading)
        return (single,) if single else ()
    found: list[Candidate] = []
    plain = is_plain(reading.language)
    for piece, field in _pieces(words, place, reading):
        if 1 < len(piece) < 10 and place not in {"seat", "portfolio"} and all(map(plain, piece)):
            # Most runs: nothing to take off, nothing to part.
            found.append(_several(joined(piece).replace("\u00a0", " "), piece, reading))
        else:
            for part, titled in parts(piece, reading):
                one = _judged(part, reading)
                if one:
                    found.append(replace(one, titled=True) if titled else one)
        if field and found and place == "portfolio":
            found = [replace(one, sure=False, why=_PORTFOLIO) for one in found]
    return found


def _alone(words: Sequence[str], run: Run, reading: Reading) -> Candidate | None:
    """The only word that a run holds, with what stands before it."""
    text, place = run
    single = _judged(words, reading)
    if single is None:
        return None
    if place == "portfolio":
        return replace(single, sure=False, why=_PORTFOLIO)
    if place == "kin":
        return replace(single, sure=False, why="somebody's given name")
    if single.sure and is_plural(single.name, text, place, reading):
        return replace(single, sure=False, why="several of a kind")
    return single


def _pieces(words: list[str], place: Place, reading: Reading) -> Iterator[tuple[list[str], bool]]:
    """The words parted at known names, and a person from the place or field of his office; whether it is that."""
    pieces = list(reading.known.parted(words, reading.language))
    if len(pieces) == 1 and place in {"seat", "portfolio"} and _ends_in_person(words, reading):
        pieces = [words[:-2], words[-2:]]
    for number, piece in enumerate(pieces):
        if number + 1 < len(pieces) and piece and piece[-1].lower() in OFFICES:
            # House of Commons Speaker, Iranian Foreign Minister: before the person, only who holds the office.
            while piece and piece[-1].lower() in OFFICES | TITLE_PARTS | TITLES:
                piece = piece[:-1]  # noqa: PLW2901 - the same piece, shorter
        yield piece, number == 0 and place in {"seat", "portfolio"}


def _ends_in_person(words: Sequence[str], reading: Reading) -> bool:
    """Whether a run behind an office ends in the name of who holds it: (ministro dell')Industria Ada Quill."""
    if len(words) < 3 or reading.inside[joined(words)] > 1:
        return False
    person = words[-2:]
    return (
        may_be_person(" ".join(person))
        and not any(is_small(word) or is_head(word, reading.language) or reading.small[word.lower()] for word in person)
        and not is_head(words[0], reading.language)
        and not is_small(words[-3])
    )


def _without_company(words: list[str], place: Place, reading: Reading) -> list[str]:
    """The words of a run in mid-sentence, without a first one that is no part of the name."""
    small = words[0].lower()
    of_a_dutch_name = reading.language == "nl" and words[0] == "Van" and words[1] in _DUTCH_PARTICLES
    if small in STARTERS and not of_a_dutch_name:
        if is_small(words[1]) and len(words) > 2:
            return words[2:]  # Today de Radio Orme
        alone = joined(words[1:])
        if small in ARTICLES:
            is_thing = countries.code_of(alone, reading.language) or reading.is_common(words[1])
            return words[1:] if is_thing else words  # Le Monde
        return words[1:] if reading.inside[alone] else words  # a quotation's first word
    if words[0] == "République" and place == "seat" and words[1] == "de":
        return words[2:]  # (procureur de la) République de Brumeville
    if len(words) == 3 and reading.language in _WRITTEN_SMALL and reading.small[small] >= reading.certain[words[0]]:
        rest = words[1:]
        if (
            not any(is_small(word) or reading.small[word.lower()] for word in rest)
            and may_be_person(" ".join(rest))
            and not is_head(words[0], reading.language)
        ):
            return rest  # (ministre des) Médias Ada Quill
    return words


def _judged(words: Sequence[str], reading: Reading) -> Candidate | None:
    name = joined(words).rstrip("&").replace("\u00a0", " ")
    return _several(name, words, reading) if " " in name else _single(name, reading)


def _title(name: str, reading: Reading) -> Candidate:
    why = "a title in quotation marks"
    if " " not in name and reading.small[name.lower()] >= reading.certain[name]:
        return Candidate(name, sure=not reading.small[name.lower()], why="also written small")
    return Candidate(name, sure=len(name) > 2, why=why)


@cache
def is_plain(language: str) -> Callable[[str], bool]:
    """Whether a word in a run asks for no second look: a capital, no title, no month, no people, no country."""
    bent = language in INFLECTED
    firsts = countries.first_words(language)
    if bent:
        firsts |= {stems(word, language) for word in firsts}

    @cache
    def plain(word: str) -> bool:
        small = word.lower().rstrip(".")
        return not (
            word[0].islower()
            or word.isupper()
            or not word[-1].isalnum()
            or "\u00a0" in word
            or small in STARTERS
            or small in TITLES
            or small in TITLE_PARTS
            or small in no_names(language)
            or is_demonym(small, language)
            or small in firsts
            or (bent and stems(word, language) in firsts)
            or (language == "tr" and is_turkish_office(word))
            or (language == "el" and word in greek_countries())
        )

    return plain


def _without_opening(words: list[str], reading: Reading) -> list[str]:
    """The words of a run that opens a sentence, without a first one that only the sentence gave its capital."""
    first = words[0]
    elided = _ELIDED.match(first)
    if elided:
        return [first[elided.end() :], *words[1:]] if first[elided.end()].isupper() else words[1:]
    small = first.lower()
    if reading.language == "nl" and first == "Van" and words[1:2] and words[1] in _OLD_DATIVES:
        return words  # Van der Quill
    adverb = _ADVERBS.get(reading.language)
    seldom_a_name = reading.small[small] > reading.certain[first]
    if small in STARTERS or seldom_a_name or (adverb and small.endswith(adverb) and not reading.certain[first]):
        return words[1:]
    if len(words) == 1 or (len(words) == 2 and words[1].isdigit()):
        return words if reading.certain[first] or _has_shape(first) or is_well_known(first, reading.language) else []
    weak = not (reading.certain[first] or _has_shape(first) or is_head(first, reading.language) or first in NAMED_AFTER)
    return _behind(words, reading) if weak and not is_well_known(first, reading.language) else words


def _behind(words: list[str], reading: Reading) -> list[str]:
    """The words that open a sentence, the first of them perhaps no name, without it where a name follows."""
    rest = joined(words[1:])
    if person_begins(words[1:], reading.language):
        return words[1:]  # Scholar Ada Quill
    if len(words) > 2 and is_small(words[1]) and words[1] not in ONE_NAME:
        if words[0].lower() in TITLES or reading.inside[joined(words)]:
            return words
        return words[3 if is_small(words[2]) else 2 :]  # Citizens of Sellow
    if (
        words[0][-1] == "s"
        and reading.language == "en"
        and (is_organisation(rest, "en") or is_organisation(words[1], "en"))
    ):
        return words[1:]  # Rivals Samsung Electronics Co
    lone = len(words) == 2 and (len(rest) > 2 and rest.isupper())
    if lone or rest in reading.known.kinds or countries.code_of(rest, reading.language):
        return words[1:]  # Mediators Pakistan (and Qatar propose …)
    return words


def _several(name: str, words: Sequence[str], reading: Reading) -> Candidate:  # noqa: PLR0911 - one a reason
    language = reading.language
    big = [word.lower() for word in words if not is_small(word)]
    if all(word in describing(language) or is_demonym(word, language) for word in big):
        return Candidate(name, sure=False, why="words that are no names by themselves")
    if language == "en" and is_from_place(name.lower(), language):
        return Candidate(name, sure=False, why=PEOPLE)  # New Yorkers
    if big[-1] in {"majority", "minority"} or (
        len(words) == 2 and is_demonym(big[0], language) and countries.code_of(words[1], language)
    ):
        return Candidate(name, sure=False, why="a part of something")
    if len(big) == 2 and is_demonym(big[0], language) and big[1] in _OF_A_STATE:
        return Candidate(name, sure=False, why="a state's other name")
    if name.lower() in _OFFICES_OF_SEVERAL:
        return Candidate(name, sure=False, why="an office")
    if len(words) > 9 or len(name) > 80:
        return Candidate(name, sure=False, why="very long")
    if sum(word.isupper() and len(word) > 2 for word in words) > 2:
        return Candidate(name, sure=False, why="shouted")
    return Candidate(name, sure=True, why=_SEVERAL)


def _single(name: str, reading: Reading) -> Candidate | None:  # noqa: C901 - a reason a line
    small = name.lower()
    if (
        len(name) < 2
        or not name[0].isalpha()
        or (small in STARTERS and not (name.isupper() and reading.certain[name] > 2 and not reading.small[small]))
        or small in no_names(reading.language)
        or _ROMAN.match(name)
    ):
        return None
    if is_demonym(small, reading.language):
        return None
    why, sure = "a capital in mid-sentence", True
    written_small = reading.small[small]
    if any(character.isdigit() for character in name):
        why, sure = "letters with digits", len(name) > 2 or reading.certain[name] > 1
    elif len(name) < 3:
        why, sure = "two letters", reading.certain[name] > 2
    elif is_from_place(small, reading.language):
        why, sure = PEOPLE, False
    elif name[-1] == "s" and len(name) > 2 and name[:-1].isupper():
        why, sure = "several of a kind", False
    elif "-" in name and all(countries.code_of(part, reading.language) for part in name.split("-")):
        why, sure = "two countries", False
    elif written_small and reading.certain[name] < 2 * written_small:
        why, sure = "also written small", False
    elif is_head(name, reading.language) and not is_well_known(name, reading.language):
        why, sure = "the beginning of a longer name", False
    elif (reading.language == "ru" and _RUSSIAN_ADJECTIVE.search(small)) or (
        reading.language == "ru" and small.endswith(("скую", "ские", "ских")) and reading.certain[name] < 2
    ):
        why, sure = ADJECTIVE, False
    return Candidate(name, sure=sure, why=why)


def _has_shape(word: str) -> bool:
    """Whether a word looks like a name wherever it stands: Fateh-110, OTAN, Moyen-Orient, McDonald."""
    return sum(character.isupper() or character.isdigit() for character in word) > 1
