"""What a run of capitalised words holds, by what the whole batch says about its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from broadsheet.entities import countries
from broadsheet.entities.kinds import is_head
from broadsheet.entities.name_words import STARTERS, TITLE_PARTS, TITLES, describing, is_demonym, no_names
from broadsheet.entities.parting import parts
from broadsheet.entities.reading import Reading, Run, is_small, joined, words_of

ADJECTIVE = "an adjective"
_SEVERAL = "several words with capitals"
_ELIDED = re.compile(r"(?:[LDJNSCTM]|Qu|Jusqu|Lorsqu|Puisqu|Dell|All|Nell|Sull|Dall|Un)'(?=\w)")
_ADVERBS = {"fr": "ment", "en": "ly", "es": "mente", "it": "mente", "pt": "mente"}
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_RUSSIAN_ADJECTIVE = re.compile(r"[а-яё]+(?<![сц]к)(?:ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ых|их|ым|ими|ыми)\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name, in a run."""

    name: str
    sure: bool
    why: str
    """What speaks for or against it, in words for the report."""
    titled: bool = False
    """Whether a person's title stands before it."""


def candidates(run: Run, reading: Reading) -> Sequence[Candidate]:
    """What a run holds, in order."""
    text, opens = run
    words = words_of(text)
    if opens and not reading.inside[text]:
        words = _without_opening(words, reading)
    elif len(words) > 1 and words[0].lower() in STARTERS and reading.inside[joined(words[1:])]:
        words = words[1:]  # a quotation's first word, a headline's article
    if len(words) == 1:
        single = _judged(words, reading)
        return (single,) if single else ()
    if 1 < len(words) < 10 and all(map(is_plain(reading.language), words)):
        # Most runs: nothing to take off, nothing to part.
        return (Candidate(joined(words).replace("\u00a0", " "), sure=True, why=_SEVERAL),)
    found: list[Candidate] = []
    for part, titled in parts(words, reading):
        one = _judged(part, reading)
        if one:
            found.append(replace(one, titled=True) if titled else one)
    return found


def _judged(words: Sequence[str], reading: Reading) -> Candidate | None:
    name = joined(words).rstrip("&").replace("\u00a0", " ")
    return _several(name, words, reading) if " " in name else _single(name, reading)


@cache
def is_plain(language: str) -> Callable[[str], bool]:
    """Whether a word in a run asks for no second look: a capital, no title, no month, no people, no country."""

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
            or small in countries.first_words(language)
        )

    return plain


def _without_opening(words: list[str], reading: Reading) -> list[str]:
    """The words of a run that opens a sentence, without a first one that only the sentence gave its capital."""
    first = words[0]
    elided = _ELIDED.match(first)
    if elided:
        return [first[elided.end() :], *words[1:]] if first[elided.end()].isupper() else words[1:]
    small = first.lower()
    adverb = _ADVERBS.get(reading.language)
    seldom_a_name = reading.small[small] > reading.certain[first]
    if small in STARTERS or seldom_a_name or (adverb and small.endswith(adverb) and not reading.certain[first]):
        return words[1:]
    if len(words) == 1 and not reading.certain[first] and not _has_shape(first):
        return []
    return words


def _several(name: str, words: Sequence[str], reading: Reading) -> Candidate:
    language = reading.language
    big = [word.lower() for word in words if not is_small(word)]
    if all(word in describing(language) or is_demonym(word, language) for word in big):
        return Candidate(name, sure=False, why="words that are no names by themselves")
    if len(words) > 9 or len(name) > 80:
        return Candidate(name, sure=False, why="very long")
    if sum(word.isupper() and len(word) > 2 for word in words) > 2:
        return Candidate(name, sure=False, why="shouted")
    return Candidate(name, sure=True, why=_SEVERAL)


def _single(name: str, reading: Reading) -> Candidate | None:
    small = name.lower()
    if len(name) < 2 or small in STARTERS or small in no_names(reading.language) or _ROMAN.match(name):
        return None
    if is_demonym(small, reading.language):
        return None
    why, sure = "a capital in mid-sentence", True
    written_small = reading.small[small]
    if any(character.isdigit() for character in name):
        why, sure = "letters with digits", len(name) > 2
    elif len(name) < 3:
        why, sure = "two letters", False
    elif written_small and reading.certain[name] < 3 * written_small:
        why, sure = "also written small", False
    elif is_head(name, reading.language):
        why, sure = "the beginning of a longer name", False
    elif reading.language == "ru" and _RUSSIAN_ADJECTIVE.search(small):
        why, sure = ADJECTIVE, False
    return Candidate(name, sure=sure, why=why)


def _has_shape(word: str) -> bool:
    """Whether a word looks like a name wherever it stands: Fateh-110, OTAN, Moyen-Orient, McDonald."""
    return sum(character.isupper() or character.isdigit() for character in word) > 1
