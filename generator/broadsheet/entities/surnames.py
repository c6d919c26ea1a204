"""A person's surname alone, beside the full name in the same article: `Biden` after `Joe Biden`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.entities.countries import base_language
from broadsheet.entities.doubt import Ambiguity
from broadsheet.entities.evidence import Reason, names_place
from broadsheet.entities.family_names import BEFORE_SURNAMES, eastern_names, family_names, pattern_of
from broadsheet.entities.folding import fold
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.matching.boundaries import Edge, left, right
from broadsheet.entities.matching.longer_names import is_piece
from broadsheet.entities.name_words import STARTERS, TITLES
from broadsheet.entities.settled import settled
from broadsheet.entities.spans import Spans
from broadsheet.entities.starts import opens_sentence
from broadsheet.entities.word_names import is_word_here, is_word_too
from broadsheet.model import Article, Entity, Mention

_NAMED_AFTER = re.compile(
    r"(?i)\b(?:rue|avenue|boulevard|place|quai|allée|square|lycée|collège|école|stade|aéroport|hôpital|université|"
    r"calle|plaza|avenida|estadio|aeropuerto|hospital|via|piazza|viale|corso|stadio|aeroporto|rua|praça|estádio|"
    r"straat|plein|laan|улица|улицы|улице|улицу|площадь|площади|проспект|проспекте|ulica|ulicy|aleja|plac|placu) \Z"
)
"""Streets and houses whose names begin with a small word: rue Biden."""
_JOINTS = frozenset("・·•")
_GIVEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_a-zß-öø-ÿа-яё][^\W\d_]*)*|(?:[^\W\d_]\.)+")
"""What may be another's first name, or his initials: Jill, Jean-Marie, F."""
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w.'-]* )+\Z")


@dataclass(frozen=True, slots=True)
class _Family:
    """A family name in an article, and the persons there who bear it."""

    pattern: re.Pattern[str]
    bearers: Sequence[Mention]
    """The first full name of each, in the order of the text."""
    eastern: bool = False

    @property
    def start(self) -> int:
        """Where it may first stand alone."""
        return max(0, self.bearers[0].end)


def with_surnames(
    article: Article,
    text: str,
    mentions: list[Mention],
    titled: Sequence[Mention],
    gazetteer: Gazetteer,
    elsewhere: Spans,
) -> tuple[list[Mention], Sequence[Ambiguity]]:
    """An article's mentions with those by surname alone, and the surnames that several persons there bear.

    Args:
        article: the article.
        text: the plain view of its body.
        mentions: those found in it so far, in order.
        titled: those in its title.
        gazetteer: everything that may be linked.
        elsewhere: where a name stands for a place, as the words around it say.
    """
    entities = gazetteer.entities
    language = base_language(article.language)
    families = _families([*titled, *mentions], entities, language)
    if not families:
        return mentions, ()
    folded = fold(text)
    read = text if folded.offsets else folded.text  # offsets must not move
    kept = [
        one
        for one in mentions
        if not _is_namesake(one, families)
        or settled(article, one.surface, entities, gazetteer.merged)
        or (entities[one.entity].kind == "place" and names_place(text, one.start, one.end, language))
    ]
    found: list[Mention] = []
    shared: list[Ambiguity] = []
    for family in families.values():
        taken = sorted([*kept, *found])
        alone = [place for place in _alone(read, family, taken, language) if not elsewhere.touch(*place)]
        said = [settled(article, text[start:end], entities, gazetteer.merged) for start, end in alone]
        told = list(zip(alone, said, strict=True))
        found += [Mention(start, end, text[start:end], one) for (start, end), one in told if one]
        alone = [place for place, one in told if one is None]
        if len(family.bearers) == 1:
            found += [Mention(start, end, text[start:end], family.bearers[0].entity) for start, end in alone]
        elif alone:
            start, end = alone[0]
            shared.append(_doubt(article, start, text[start:end], family.bearers))
    return sorted([*kept, *found]), shared


def _families(mentions: Sequence[Mention], entities: Mapping[str, Entity], language: str) -> Mapping[str, _Family]:
    """By surname, in the order of their first full names: who bears it."""
    bearers: dict[str, dict[str, Mention]] = {}
    eastern: dict[str, re.Pattern[str]] = {}
    for mention in mentions:
        if entities[mention.entity].kind != "person":
            continue
        pattern = eastern_names(mention.surface, language)
        names = [mention.surface[:1]] if pattern else list(family_names(fold(mention.surface).text))
        for name in names:
            if pattern:
                eastern.setdefault(name, pattern)
            bearers.setdefault(name, {}).setdefault(mention.entity, mention)
    return {
        name: _Family(eastern.get(name) or pattern_of(name, language), tuple(persons.values()), name in eastern)
        for name, persons in bearers.items()
    }


def _alone(text: str, family: _Family, mentions: Sequence[Mention], language: str) -> Iterator[tuple[int, int]]:
    """Where a surname stands alone after the first full name and outside what is found already."""
    starts = [mention.start for mention in mentions]
    ends = [mention.end for mention in mentions]
    opened, closed = frozenset(starts), frozenset(ends)
    full = [fold(one.surface).text for one in family.bearers]
    for match in family.pattern.finditer(text, family.start):
        start, end = match.span()
        whole = family.eastern or (left(text, start) is Edge.CLEAR and right(text, end, language) is Edge.CLEAR)
        if not whole:
            continue
        if text[start - 1 : start] in _JOINTS or not _may_follow(text, start, language):
            continue
        start = _begin(text, start, end, full)
        if start < 0 or _NAMED_AFTER.search(text, max(0, start - 24), start):
            continue  # another's, or a street's
        if not family.eastern and is_piece(text, start, end, language, opened, closed):
            continue  # Biden Foundation
        if is_word_too(text[start:end], language) and is_word_here(text, start, end, language):
            continue  # in May
        place = bisect_right(starts, start)
        if (place == 0 or ends[place - 1] <= start) and (place == len(starts) or starts[place] >= end):
            yield start, end


def _may_follow(text: str, start: int, language: str) -> bool:
    """Whether a surname may follow what stands before it, where no capital would tell another's first name."""
    known = BEFORE_SURNAMES.get(language)
    if known is None or start == 0 or text[start - 1] != " ":
        return True
    words = text[max(0, start - 24) : start - 1].split(" ")
    return words[-1] in known or not words[-1][-1:].isalnum()


def _begin(text: str, start: int, end: int, full: Sequence[str]) -> int:
    """Where the mention begins: the surname, or before it (López Obrador); -1 if it is somebody else's (Jill Biden)."""
    alone = start
    while start > 0 and text[start - 1] == " ":
        words = _WORDS_BEFORE.search(text, max(0, start - 40), start)
        if words is None:
            break
        word = words[0].rstrip(" ").rpartition(" ")[2]
        longer = start - len(word) - 1
        if any(one.endswith(f" {text[longer:end]}") for one in full):
            start = longer
            continue
        small = word.lower().rstrip(".")
        if not word[0].isupper() or small in STARTERS or small in TITLES:
            break
        if start < alone and word.isalpha() and opens_sentence(text, longer):
            break  # Luego López Obrador
        return -1 if _GIVEN.fullmatch(word) else start
    return start


def _is_namesake(one: Mention, families: Mapping[str, _Family]) -> bool:
    """Whether a name stands after a person with that surname (Jordan, after Michael Jordan)."""
    family = families.get(one.surface)
    return (
        family is not None
        and family.bearers[0].start < one.start
        and all(one.entity != bearer.entity for bearer in family.bearers)
    )


def _doubt(article: Article, start: int, surface: str, bearers: Sequence[Mention]) -> Ambiguity:
    reasons = tuple(Reason(one.entity, "full name", 0.0, (one.surface,)) for one in bearers)
    return Ambiguity(article.id, start, surface, tuple(sorted(one.entity for one in bearers)), reasons)
