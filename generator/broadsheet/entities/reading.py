"""What the texts of one language say about their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from broadsheet.entities.capitals import runs
from broadsheet.entities.folding import fold
from broadsheet.entities.starts import opens_sentence
from broadsheet.markdown_text import Plain

Run = tuple[str, bool]
"""Capitalised words as they stand together, folded, and whether they open a sentence."""

_PARTING = ",.'\"():;!?«»“”"
_IN_SENTENCE = frozenset(" '")
_LOST_VOWEL = re.compile(r"(?<![\w'])([a-zà-ÿ]+')(?=\w)")
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass
class Reading:
    """Words and runs of one language, each counted once a text."""

    language: str
    inside: Counter[str] = field(default_factory=Counter)
    """Runs that stood in mid-sentence."""
    certain: Counter[str] = field(default_factory=Counter)
    """Words with a capital where only names have one."""
    small: Counter[str] = field(default_factory=Counter)
    """Words in small letters."""

    def read(self, view: Plain) -> Collection[Run]:
        """The runs of capitalised words in a text, each once, counted with its words in small letters."""
        folded = fold(view.text, lines=True)
        text = _unwrapped(folded.text)
        protected = view.protected if folded.offsets is None else ()
        found: dict[Run, None] = {}
        length = 0
        for start, end, run in runs(text, self.language):
            length += end - start
            if protected and any(low < end and start < high for low, high in protected):
                continue
            before = text[start - 2 : start]
            if before[1:] in _IN_SENTENCE and (before[0].isalnum() or before[0] == ","):
                found[run, False] = None  # by far the commonest case
            else:
                found[run, opens_sentence(text, start)] = None
        if length * 2 > len(text) > 120 and text.count(",") * 3 < len(found):
            return ()  # a menu, a headline: its capitals say nothing
        for mark in _PARTING:
            text = text.replace(mark, " ")
        self.small.update(set(filter(str.islower, text.split())))
        self._count(found)
        return found

    def _count(self, found: Collection[Run]) -> None:
        certain: set[str] = set()
        inside: set[str] = set()
        for run, opens in found:
            words = words_of(run)
            if opens:
                certain.update(words[1:])
            else:
                inside.add(run)
                certain.update(words)
        self.inside.update(inside)
        self.certain.update(certain)


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
