"""The nominative of Russian names that were only seen in other cases: Корейской войны, Корейская война.

Only where the endings leave no doubt: an adjective and its noun, an institution and what it is for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from broadsheet.entities.bent.institutions import institution_nouns, place_nouns
from broadsheet.entities.bent.words import all_cases

_FEMININE = {"ой": "gdip", "ей": "gdip", "ую": "a", "юю": "a"}
_OTHER = {"ого": "ga", "его": "ga", "ому": "d", "ему": "d", "ом": "p", "ем": "p", "ым": "i", "им": "i"}
_PLURAL = re.compile(r"(?:[оеё]в|[ая]ми?|[ая]х)\Z")
_MASCULINE_IN_SOFT = frozenset(["путь", "монастырь", "кремль", "лагерь"])
# Корейский, but Тверской: before most stems in ск the stress is not to be seen.
_UNSTRESSED = re.compile(r"(?:йск|анск|янск|инск|енск|ическ|альн|ельн|енн|онн)\Z")
_HISSING, _HARD = frozenset("шщжч"), frozenset("кгхшщжч")
_FOR = frozenset(["по", "при", "за", "для"])
_COMPLEMENT = re.compile(r"(?:[иы]х|[аяыи]|ов|ев|ей)\Z")


def nominative(name: str) -> str:
    """The nominative of a Russian name in another case; the name itself where that is not sure."""
    first, _, rest = name.partition(" ")
    if not rest or not first[0].isupper() or not rest.replace(" ", "").replace("-", "").islower():
        return name
    noun, cases = _nouns().get(rest, ("", ""))
    if noun:
        return _with_adjective(first, noun, cases) or name
    noun, cases = _institutions().get(first.lower(), ("", ""))
    goes_on = rest.partition(" ")[0]
    if noun and noun != first.lower() and "g" in cases and (goes_on in _FOR or _COMPLEMENT.search(goes_on)):
        return f"{noun.capitalize()} {rest}"
    return name


def _with_adjective(adjective: str, noun: str, cases: str) -> str:
    feminine = noun[-1] in "ая" or (noun[-1] == "ь" and noun not in _MASCULINE_IN_SOFT)
    endings = _FEMININE if feminine else _OTHER
    for ending, own in endings.items():
        stem = adjective.removesuffix(ending)
        if stem == adjective or len(stem) < 4 or not set(own) & set(cases):
            continue
        soft = ending[0] in "еюи" and stem[-1] == "н"
        if feminine:
            return f"{stem}{'яя' if soft else 'ая'} {noun}"
        if noun[-1] in "оеё":
            return f"{stem}{'ее' if soft or stem[-1] in _HISSING else 'ое'} {noun}"
        if soft or _UNSTRESSED.search(stem):
            return f"{stem}{'ий' if soft or stem[-1] in _HARD else 'ый'} {noun}"
    return ""


@cache
def _nouns() -> Mapping[str, tuple[str, str]]:
    return _by_form([*institution_nouns("ru"), *place_nouns("ru")])


@cache
def _institutions() -> Mapping[str, tuple[str, str]]:
    return _by_form(institution_nouns("ru"))


def _by_form(nouns: list[str]) -> Mapping[str, tuple[str, str]]:
    """Forms of the singular other than nominatives, each with its noun and its cases; none that several nouns have."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for noun in sorted(set(nouns)):
        if noun[-1] in "ыи" or noun in {"острова", "ворота"}:
            continue
        for form, cases in all_cases([noun], "ru").items():
            if not _PLURAL.search(form) or form == noun or cases == "i":
                found[form].add((noun, cases))
    return {form: next(iter(ways)) for form, ways in found.items() if len(ways) == 1}
