"""What a run of capitalised words holds, by what the whole batch says about its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from broadsheet.entities.capitals import PARTICLES
from broadsheet.entities.name_words import STARTERS, TITLE_PARTS, TITLES, calendar_words, is_demonym, no_names

Run = tuple[str, bool]
"""Capitalised words as they stand together, folded, and whether they open a sentence."""

_ELIDED = re.compile(r"(?:[LDJNSCTM]|Qu|Jusqu|Lorsqu|Puisqu|Dell|All|Nell|Sull|Dall|Un)'(?=\w)")
_ADVERB = {"fr": "ment", "en": "ly", "es": "mente", "it": "mente", "pt": "mente"}
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_JOINS = frozenset(["of", "of the", "de", "du", "des", "d'", "de l'", "de la", "del", "di", "della", "da", "do"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name, in a run."""

    name: str
    sure: bool
    why: str
    """What speaks for or against it, in words for the report."""
    titled: bool = False
    """Whether a person's title stands before it."""


@dataclass
class Reading:
    """What the texts of one language say about their words, each counted once a text."""

    language: str
    inside: Counter[str] = field(default_factory=Counter)
    """Runs that stood in mid-sentence."""
    certain: Counter[str] = field(default_factory=Counter)
    """Words with a capital where only names have one."""
    small: Counter[str] = field(default_factory=Counter)
    """Words in small letters."""

    def add(self, runs: Iterable[Run], small: Iterable[str]) -> None:
        """Counts one text."""
        self.small.update(small)
        inside = {run for run, opens in runs if not opens}
        self.inside.update(inside)
        certain = {word for run in inside for word in run.split(" ")}
        certain.update(word for run, opens in runs if opens for word in run.split(" ")[1:])
        self.certain.update(certain)

    def candidates(self, run: Run) -> Sequence[Candidate]:
        """What the run holds."""
        text, opens = run
        words = text.split(" ")
        if opens and not self.inside[text]:
            words = self._without_opening(words)
        words, titled = self._without_titles(words)
        found: list[Candidate] = []
        for part in self._parts(words):
            candidate = self._judged(part, titled and not found)
            if candidate:
                found.append(candidate)
        return found

    def _without_opening(self, words: list[str]) -> list[str]:
        """The words of a run that opens a sentence, without a first one that only the sentence gave a capital."""
        first = words[0]
        elided = _ELIDED.match(first)
        if elided:
            return [first[elided.end() :], *words[1:]] if first[elided.end()].isupper() else words[1:]
        small = first.lower()
        adverb = _ADVERB.get(self.language)
        rarely_a_name = self.small[small] > self.certain[first]
        if small in STARTERS or rarely_a_name or (adverb and small.endswith(adverb) and not self.certain[first]):
            return self._from_capital(words[1:])
        if len(words) == 1 and not self.certain[first] and not _has_shape(first):
            return []
        return words

    def _without_titles(self, words: list[str]) -> tuple[list[str], bool]:
        """The words without titles in front, and whether there was one."""
        last = -1
        for place, word in enumerate(words):
            small = word.lower().rstrip(".")
            if small in TITLES:
                last = place
            elif small not in TITLE_PARTS and not is_demonym(small, self.language) and word not in PARTICLES:
                break
        return (self._from_capital(words[last + 1 :]), True) if last >= 0 else (words, False)

    def _from_capital(self, words: list[str]) -> list[str]:
        for place, word in enumerate(words):
            if not word[0].islower() or "-" in word:
                return words[place:]
        return []

    def _parts(self, words: list[str]) -> Iterable[list[str]]:
        """The names in a run: cut at months and weekdays."""
        part: list[str] = []
        for word in words:
            if word.lower() in calendar_words(self.language):
                yield part
                part = []
            else:
                part.append(word)
        yield part

    def _judged(self, words: list[str], titled: bool) -> Candidate | None:
        words = self._from_capital(words)
        while words and words[-1][0].islower():
            words = words[:-1]
        if not words:
            return None
        name = " ".join(words).rstrip("&")
        if len(words) > 1:
            return self._several(name, words, titled)
        return self._single(name, titled)

    def _several(self, name: str, words: list[str], titled: bool) -> Candidate | None:
        big = [word for word in words if word[0].isupper()]
        if all(word.lower() in no_names(self.language) or is_demonym(word.lower(), self.language) for word in big):
            return Candidate(name, sure=False, why="words that are no names by themselves")
        if len(words) > 9 or len(name) > 80:
            return Candidate(name, sure=False, why="very long")
        return Candidate(name, sure=True, why="several words with capitals", titled=titled)

    def _single(self, name: str, titled: bool) -> Candidate | None:
        small = name.lower()
        if len(name) < 2 or small in STARTERS or small in no_names(self.language) or is_demonym(small, self.language):
            return None
        if _ROMAN.match(name):
            return None
        if any(character.isdigit() for character in name):
            sure = any(character.isalpha() for character in name[1:]) or "-" in name
            return Candidate(name, sure=sure, why="letters with digits")
        if len(name) < 3:
            return Candidate(name, sure=False, why="two letters")
        seen, written_small = self.certain[name], self.small[small]
        if written_small and seen < 3 * written_small:
            return Candidate(name, sure=False, why="also written small")
        return Candidate(name, sure=True, why="a capital in mid-sentence", titled=titled)


def _has_shape(word: str) -> bool:
    """Whether a word looks like a name wherever it stands: Fateh-110, OTAN, Moyen-Orient, McDonald."""
    return sum(character.isupper() or character.isdigit() for character in word) > 1
