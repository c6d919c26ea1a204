"""What the texts of one language say about their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from broadsheet.entities.bent.words import BENT
from broadsheet.entities.discovery.capitals import runs
from broadsheet.entities.discovery.known import Known
from broadsheet.entities.discovery.plurals import before_plural
from broadsheet.entities.discovery.quoted import titles
from broadsheet.entities.discovery.shouting import shouted
from broadsheet.entities.folding import fold
from broadsheet.entities.name_words import STARTERS
from broadsheet.entities.offices import Place, place_of
from broadsheet.entities.spans import Spans
from broadsheet.entities.starts import opens_sentence
from broadsheet.markdown_text import Plain

Run = tuple[str, Place]
"""Capitalised words as they stand together, folded, and where."""

_HEADLINE = 5
"""So many words with capitals in a row may be a headline."""
_LONG_HEADLINE = 8
"""So many may be one even where words in small letters follow."""
_JOINT = 3
"""A small word of so many letters may stand in any headline."""
_TELLING = 5
"""A longer one among so many words with capitals tells a sentence."""
_BREAK = frozenset('.!?:;\n"«»“”()[]•*')
_QUOTES = frozenset('"«“„')
_INITIAL = re.compile(r"[^\W_]+")

_PARTING = ",.'\"():;!?«»“”"
_IN_SENTENCE = frozenset(" '")
_LOST_VOWEL = re.compile(r"(?<![\w'\u00a0])([a-zà-ÿ]+')(?=\w)")
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(slots=True)
class Found:
    """The runs of one text."""

    runs: dict[Run, None] = field(default_factory=dict)
    """Each once, in the order of the text."""
    headlines: list[list[Run]] = field(default_factory=list)
    """Those of which it will turn out whether they are names or a headline's words."""
    short: dict[str, str] = field(default_factory=dict)
    """Acronyms, each with the full name it stands beside: National Hurricane Center (NHC)."""

    def close(self, group: list[Run], text: str, end: int) -> None:
        """Takes in runs that stand in a row from a sentence's start; `end` is where they end in the text."""
        words = sum(run.count(" ") + 1 for run, _ in group)
        # A long name may open a sentence: then the sentence goes on in small letters.
        goes_on = text[end : end + 1] == "," or (text[end : end + 1] == " " and text[end + 1 : end + 2].islower())
        if words < (_LONG_HEADLINE if goes_on else _HEADLINE):
            self.runs.update(dict.fromkeys(group))
        else:
            self.headlines.append(group)


@dataclass
class Reading:
    """Words and runs of one language, each counted once a text."""

    language: str
    known: Known = field(default_factory=Known)
    inside: Counter[str] = field(default_factory=Counter)
    """Runs that stood in mid-sentence."""
    certain: Counter[str] = field(default_factory=Counter)
    """Words with a capital where only names have one."""
    small: Counter[str] = field(default_factory=Counter)
    """Words in small letters."""

    def read(self, view: Plain) -> Found:
        """The runs of capitalised words in a text; its words in small letters are counted."""
        folded = fold(view.text, lines=True)
        text = _unwrapped(folded.text)
        protected = Spans(view.protected if folded.offsets is None else ())
        cries = Spans(shouted(text))
        found = Found()
        runs_here = found.runs
        length = done = 0
        group: list[Run] = []
        last = ""
        named = [] if _QUOTES.isdisjoint(text) else [span for span in titles(text) if not protected.touch(*span)]
        runs_here.update(((" ".join(text[start:end].split()), "quoted"), None) for start, end in named)
        quoted = Spans(named)
        for start, end, run in runs(text, self.language):
            length += end - start
            if any(spans and spans.touch(start, end) for spans in (quoted, protected, cries)):
                continue
            gap = text[done:start]
            place = self._place(text, start, run)
            if gap == " (" and text[end : end + 1] == ")" and is_short_for(run, last):
                found.short[run] = last
            # Capitals with only short words between them, from a sentence's start: perhaps a headline.
            if group and is_joint(gap):
                group.append((run, place))
            else:
                if group:
                    found.close(group, text, done)
                if place == "opens" or text[start - 2 : start] == "  ":
                    group = [(run, place)]
                else:
                    group = []
                    runs_here[run, place] = None
            done, last = end, run
        found.close(group, text, done)
        if length * 2 > len(text) > 120 and _is_title_case(text, found):
            return Found()  # a menu, a headline: its capitals say nothing
        for mark in _PARTING:
            text = text.replace(mark, " ")
        self.small.update(set(filter(str.islower, text.split())))
        self._count(runs_here)
        return found

    def _place(self, text: str, start: int, run: str) -> Place:
        """Where a run stands that begins at `start`."""
        before = text[start - 2 : start]
        if before[1:] in _IN_SENTENCE and (before[0].isalnum() or before[0] == ","):
            place = place_of(text, start)  # in mid-sentence: by far the commonest case
            if place == "inside" and run[-1] == "s" and self.language == "en":
                place = before_plural(text[max(0, start - 12) : start])
            return place
        goes_on = before == ": " and self.language in BENT  # there a sentence after a colon begins small
        return "opens" if not goes_on and opens_sentence(text, start) else "inside"

    def settle(self, found: Found) -> Collection[Run]:
        """The runs of a text, once all texts have been read: without those of its headlines."""
        if found.headlines:
            more = {run: None for group in found.headlines if not self._is_headline(group) for run in group}
            self._count(more)
            found.runs.update(more)
        return found.runs

    def _is_headline(self, group: Sequence[Run]) -> bool:
        """Whether many words of some capitalised words in a row are mostly written small."""
        words = [word for run, _ in group for word in run.split(" ") if not word[0].islower()]
        if sum(len(word) > 3 and word.isupper() for word in words) > 3:
            return True
        if self.language != "en":
            return False  # only English gives every word of a headline its capital
        common = sum(self.is_common(word) for word in words)
        return common > 1 and common * 5 >= len(words) * 2

    def is_common(self, word: str) -> bool:
        """Whether a word is more often written small than with a capital that says something."""
        small = word.lower()
        return self.small[small] > self.certain[word if word[1:].islower() else word.capitalize()]

    def _count(self, found: Collection[Run]) -> None:
        certain: set[str] = set()
        inside: set[str] = set()
        for run, place in found:
            if place == "quoted":
                continue
            if place == "opens":
                certain.update(words_of(run)[1:])
            else:
                inside.add(run)
                certain.update(words_of(run))
        self.inside.update(inside)
        self.certain.update(certain)


def _is_title_case(text: str, found: Found) -> bool:
    """Whether hardly any word of a text is small but those that join others, as in menus and headlines.

    A sentence full of names has its verb and more besides; a list of them has commas.
    """
    runs_here = [*found.runs, *(run for group in found.headlines for run in group)]
    if text.count(",") * 3 >= len(runs_here):
        return False
    capitals = sum(run.count(" ") + 1 for run, _ in runs_here)
    return sum(len(word) > _JOINT and word.islower() for word in text.split()) * _TELLING < capitals


@lru_cache(maxsize=4096)
def is_joint(gap: str) -> bool:
    """Whether what stands between two runs may stand inside a headline."""
    if len(gap) > 18 or not _BREAK.isdisjoint(gap) or "  " in gap:
        return False
    return all(len(word) < 5 or word in STARTERS for word in gap.replace(",", " ").replace("'", " ").split())


def is_short_for(short: str, full: str) -> bool:
    """Whether a word is made of the first letters of a name's words: NHC, of National Hurricane Center."""
    if " " in short or not short[1:2].isupper() or " " not in full:
        return False
    initials = [word[0].lower() for word in _INITIAL.findall(full)]
    if short[0].lower() != initials[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in short.lower() if letter.isalpha())


def words_of(run: str) -> list[str]:
    """The words of a run; one that has lost its vowel stands by itself (`d'`)."""
    return (_LOST_VOWEL.sub(r"\1 ", run) if "'" in run else run).split(" ")


def joined(words: Sequence[str]) -> str:
    """The words as they stand in a text: `words_of` undone."""
    return " ".join(words).replace("' ", "'")


def is_small(word: str) -> bool:
    """Whether a word of a run is one of its small words (`of`, `d'`; not `al-Assad`)."""
    return word == "&" or (word[0].islower() and "-" not in word)


def _unwrapped(text: str) -> str:
    """The text with its lines joined if they were broken at some width; else a line's end ends a name."""
    breaks = text.count("\n")
    if breaks < 4:
        return text
    lines = [line for line in text.split("\n") if line]
    full = sum(50 <= len(line) <= 100 for line in lines)
    return _SINGLE_BREAK.sub(" ", text) if full * 3 >= len(lines) * 2 else text
