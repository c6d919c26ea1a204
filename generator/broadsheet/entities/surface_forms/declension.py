"""The cases of a name, from a table of endings: Москва, Москвы, Москве, Москву, Москвой.

A table is an ordered tuple of lines: how the nominative ends, and how the other cases end instead, a word a case;
`/` parts what is said either way, `=` is the nominative itself, `0` no ending at all. The first line that fits is
the word's. A table may give more than grammar allows: a form that nobody writes links nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.entities.folding import bare
from broadsheet.model import Kind

MOST = 8
"""Forms of one case of one name; what bends in more ways than that is no name."""


@dataclass(frozen=True)
class Declension:
    """How a language bends its names."""

    table: Sequence[tuple[str, str]]
    adjectives: tuple[str, ...]
    """How adjectives end: they bend with the noun they stand before."""
    acronyms: str = ""
    """What is hung on acronyms that end in a consonant (МИДа), as a line of the table writes it."""
    shortest: int = 2
    """Letters that must stand before an ending."""

    def forms(self, name: str, kind: Kind) -> Iterator[str]:
        """The name in its other cases."""
        words = name.split(" ")
        bent = [self._cases(word, alone=len(words) == 1) for word in words]
        everyone = kind == "person" or (kind == "other" and len(words) > 1)
        if everyone and len(words) <= 4:
            yield from _together(words, self._women(words, bent))
        if kind != "person" and len(words) > 1:
            yield from _together(words, self._up_to_the_noun(words, bent))
        elif len(words) == 1 and not everyone:
            yield from _together(words, bent)

    def _cases(self, word: str, *, alone: bool) -> Sequence[Sequence[str]]:
        """A word's forms, case by case; nothing for one that never bends."""
        if word.isupper() and len(word) > 1:
            fits = alone and self.acronyms and word.isalpha() and len(word) > 2 and word[-1] not in "АЕЁИОУЫЭЮЯЄІЇ"
            return _filled(word, word, self.acronyms) if fits else ()
        first, hyphen, last = word.rpartition("-")
        if hyphen:
            if "-" in first:  # Ростов-на-Дону
                head, _, rest = word.partition("-")
                return [[f"{form}-{rest}" for form in case] for case in self._cases(head, alone=False)]
            return [[f"{first}-{form}" for form in case] for case in self._cases(last, alone=False)]
        if not word[:1].isalpha() or (word[:1].islower() and len(word) < 4):
            return ()
        for ending, line in self.table:
            if word.endswith(ending) and len(word) - len(ending) >= self.shortest:
                return _filled(word, word[: len(word) - len(ending)], line)
        return ()

    def _women(
        self, words: Sequence[str], bent: Sequence[Sequence[Sequence[str]]]
    ) -> Sequence[Sequence[Sequence[str]]]:
        """Women's surnames that end in a consonant never bend: Ангелы Меркель."""
        if len(words) > 1 and words[0][-1:] in "аяaαη" and words[-1][-1:] not in "аяaαη":
            return [*bent[:-1], [[*case, words[-1]] for case in bent[-1]]]
        return bent

    def _up_to_the_noun(
        self, words: Sequence[str], bent: Sequence[Sequence[Sequence[str]]]
    ) -> Sequence[Sequence[Sequence[str]]]:
        """Adjectives and the noun they stand before bend, what follows stays: Соединённых Штатов Америки.

        Of two nouns that stand side by side both bend: Боснии и Герцеговины.
        """
        adjectives = tuple(map(bare, self.adjectives))
        nouns = (place for place, word in enumerate(words) if not bare(word).endswith(adjectives))
        head = next(nouns, len(words) - 1)
        last = head + 2 if words[head + 1 : head + 2] in (["и"], ["і"], ["та"], ["i"]) else head
        return [cases if place <= last and place != head + 1 else () for place, cases in enumerate(bent)]


def _filled(word: str, stem: str, line: str) -> Sequence[Sequence[str]]:
    return [
        [word if ending == "=" else stem if ending == "0" else stem + ending for ending in case.split("/")]
        for case in line.split()
    ]


def _together(words: Sequence[str], bent: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    """The words put together again, all in the same case."""
    for case in range(max(map(len, bent), default=0)):
        options = [cases[case] if case < len(cases) else [word] for word, cases in zip(words, bent, strict=True)]
        for choice in itertools.islice(itertools.product(*options), MOST):
            yield " ".join(choice)
