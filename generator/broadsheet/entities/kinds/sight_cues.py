"""What the words beside a name say about what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.entities.kinds.small_words import OF, TO, has_past, small_words
from broadsheet.entities.lists import bare, company, country_names, given_names, places, topics

REACH = 64
"""So many characters before and behind a name are read."""

_CAPITAL = "A-ZÀ-ÞА-ЯЁЄІЇҐŁŚŻŹĆ"
_AND = "and|et|y|e|en|i|и|та|und|ou|o|or"
_OPENING, _CLOSING = frozenset('"«“„‹'), frozenset('"»”“›')
_END = re.compile(r"[.!?…:;]\s|\n\s*\n|[:;]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*'?|\d+")
_YEARS = re.compile(
    r"\s?\((?:[^()]{0,24}\b)?(?:1\d|20)\d\d|\s?\((?:born|née?|geb|ur\.|род|нар|nato|nata|nacid|nascid|°|\*)"
)
_BRACKETED = re.compile(rf"\s?\(([{_CAPITAL}][^()]{{1,30}})\)")
_BASED = re.compile(r"-(?:based|born|area|bound)\b")
_NEXT = re.compile(rf"(?:,| {_AND.replace('|', '| ')}| of)\s+([{_CAPITAL}][\w'-]+)(?:\s+([{_CAPITAL}][\w'-]+))?")
_LAST = re.compile(rf"([{_CAPITAL}][\w'-]+)(?:,|,? (?:{_AND}))\s+$")
_IS = re.compile(
    r"\s(?:is|was|are|were|est|était|fut|es|era|fue|è|fu|é|foi|werd|jest|był|była|było|to|это|был|была|—|-)\s(.{0,60})"
)
_DESIGNATION = re.compile(r"[^\W\d_]+-\d+[^\W\d_]?")
_RIGHT_BEFORE = {"a": "a or an before", "done by": "done by …"}
_BARE_PLACES = frozenset(["en", "nl"])
_NUMBER = re.compile(r"\s?\d")


@dataclass(frozen=True, slots=True)
class Sight:
    """A name where it stands: the text before and behind it, folded."""

    before: str
    after: str


@lru_cache(maxsize=20_000)
def sight_cues(sight: Sight, language: str) -> Sequence[str]:
    """The cues beside a name, each once, in order; the table in `weights.py` says what each is worth."""
    before = _END.split(sight.before)[-1]
    after = _END.split(sight.after, maxsplit=1)[0]
    found = [*_before(before, language), *_right_behind(sight.after, language), *_behind(after, language)]
    stripped = before.rstrip()
    if stripped[-1:] in _OPENING and after.lstrip()[:1] in _CLOSING:
        found.append("in quotation marks, Cyrillic" if language in {"ru", "uk"} else "in quotation marks")
    near = topics(language)
    words = _WORD.findall(f"{before} {after}")
    found += [f"{topic} near" for word in words for topic in near.get(bare(word, language), ())]
    article = "an article before" in found or "an article before, where places have none" in found
    if article and "a word in small letters behind" in found:
        found.append("between an article and a word in small letters")
    if "sport near" in found and "against or for …" in found:
        found.append("against or for …, in sport")
    return tuple(dict.fromkeys(found))


def _before(before: str, language: str) -> Iterator[str]:
    words = [word.rstrip("'") for word in _WORD.findall(before.replace("'", "' "))]
    if not words:
        yield "opens a sentence"
        return
    stripped = before.rstrip()
    touching = stripped[-1].isalnum() or stripped[-1] == "'"
    if touching:
        yield from _touching(words, language)
    yield from _noun_before(words, language, touching=touching)
    beside = _LAST.search(before)
    if beside:
        yield from _neighbour(beside[1], "", language)


def _touching(words: Sequence[str], language: str) -> Iterator[str]:
    """What the word right before a name says, or the one before its article."""
    small = small_words(language)
    near = words[-1].lower()
    article = near in small["the"]
    behind = article and len(words) > 1 and near not in OF - small["the"]
    if article:
        yield "an article before, where places have none" if language in _BARE_PLACES else "an article before"
    yield from (cue for group, cue in _RIGHT_BEFORE.items() if near in small[group])
    near = words[-2].lower() if behind else near
    if words[-1].lower() in small["said"]:
        yield "a verb of speech before"
    to_somebody = near in small["to somebody"]
    if len(words) > 1 and words[-2].lower() in small["said"] and (to_somebody or near in TO):
        yield "told to …"
    elif near in small["in"]:
        yield "in …, with an article" if behind else "in …"
    elif near in small["from"]:
        yield "from …"
    elif near in small["by"]:
        yield "by or with …"
    if near in small["against"]:
        yield "against or for …"
    if to_somebody:
        yield "to somebody …"


def _noun_before(words: Sequence[str], language: str, *, touching: bool) -> Iterator[str]:
    """What the nearest word says that is no joint: the river …, the city of …"""
    small = small_words(language)
    tied = False
    for word in reversed(words[-5:]):
        lower = word.lower()
        if lower in small["joint"]:
            tied = tied or lower not in small["the"] or lower in small["in"] or lower in small["from"]
            continue
        kinds = company(language).get(bare(word, language)) or company(language).get(
            bare(word.rpartition("-")[2], language)
        )
        yield from (f"{'of ' if tied else ''}{kind} word before" for kind in kinds or () if kind != "says")
        if word[0].isupper() and not tied and touching:
            yield "a name right before"
        return


def _right_behind(whole: str, language: str) -> Iterator[str]:
    if _YEARS.match(whole):
        yield "years in brackets behind"
    elif bracketed := _BRACKETED.match(whole):
        inside = bare(bracketed[1], language)
        if bracketed[1].isupper() and " " not in bracketed[1]:
            yield "an acronym in brackets behind"
        elif inside in country_names(language) or inside in places(language):
            yield "a place in brackets behind"
    if _BASED.match(whole):
        yield "-based behind"
    if _NUMBER.match(whole):
        yield "a number behind"
    if whole.startswith(("'s ", "' ", " 's ")):
        yield "a genitive"
    if beside := _NEXT.match(whole):
        yield from _neighbour(beside[1], beside[2] or "", language, comma=whole[0] == ",")


def _behind(after: str, language: str) -> Iterator[str]:
    table = company(language)
    if being := _IS.match(after):
        # The first word that says what it is: was a French painter of …
        said = (table.get(bare(word, language), ()) for word in _WORD.findall(being[1])[:6])
        yield from (f"is {kind}" for kind in next(filter(None, said), ()) if kind != "says")
    kinds = [table.get(bare(word, language), ()) for word in _WORD.findall(after)[:4]]
    if not kinds:
        return
    touching = after[:1] == " " and after[1:2].isalpha()
    if touching and after[1].islower():
        first = _WORD.findall(after)[0].lower()
        if len(first) > 3 and first not in small_words(language)["joint"] and not first.endswith(("ed", "ly")):
            yield "a word in small letters behind"
    if touching and has_past(after, language):
        yield "a verb in the past behind"
    if touching and "says" in kinds[0]:
        yield "a verb of persons behind"
    elif any("says" in one for one in kinds[:3]):
        yield "a verb of persons near behind"
    if after[0] == ",":
        yield from (f"{kind} word behind a comma" for one in kinds for kind in one if kind != "says")
    elif touching:
        yield from (f"{kind} word behind" for kind in kinds[0] if kind != "says")


def _neighbour(word: str, second: str, language: str, *, comma: bool = False) -> Iterator[str]:
    one = bare(word, language)
    both = f"{one} {bare(second, language)}" if second else one
    if one in country_names(language) or both in country_names(language):
        yield "a country behind a comma" if comma else "a country beside"
    elif one in places(language) or both in places(language):
        yield "a place beside"
    elif given_names(language).get(one):
        yield "a person beside"
    elif _DESIGNATION.fullmatch(word):
        yield "a type beside"
