"""Likely duplicates: two entities that may be one, found without comparing each with each.

Entities meet where they share a key: a Wikidata id, a name spelled out in ASCII, its consonants, a surname, initials.
What meets is then compared, with the company both keep; whatever a person said is not the same is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from broadsheet.entities import countries
from broadsheet.entities.identity import own_names
from broadsheet.model import Entity, Mention

CROWD = 40
"""A key that more entities share says nothing."""
COMPANY = 60
"""Of the entities named with one, so many are compared: those named with it most."""


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two entities that may be one, and what speaks for it."""

    weight: float
    """How likely, from 0 to 1."""
    first: str
    second: str
    """Their ids, in order."""
    sign: str
    """`wikidata`, `spelling`, `script`, `surname`, `acronym` or `longer`."""
    names: tuple[str, str]
    """The names that are alike."""
    shared: tuple[str, ...] = ()
    """Ids of those who are named with both, but not with both at once."""


def likely_duplicates(entities: Mapping[str, Entity], mentions: Mapping[str, Sequence[Mention]]) -> list[Likeness]:
    """The pairs that a person should look at, the likeliest first."""
    company = _Company(mentions)
    found: dict[tuple[str, str], Likeness] = {}
    for first, second in _meetings(entities):
        if (first, second) in found or unlike(entities[first], entities[second]):
            continue
        likeness = _compared(entities[first], entities[second], company)
        if likeness:
            found[first, second] = likeness
    return sorted(found.values(), key=lambda one: (-one.weight, one.first, one.second))


class _Company:
    """Who is named with whom, worked out for those it is asked about."""

    def __init__(self, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self._named = {one: tuple(dict.fromkeys(m.entity for m in found)) for one, found in mentions.items()}
        self._articles: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self._named):
            for entity in self._named[article]:
                self._articles[entity].append(article)
        self._friends: dict[str, Counter[str]] = {}

    def articles(self, entity: str) -> Sequence[str]:
        """The articles that name an entity."""
        return self._articles.get(entity, ())

    def together(self, first: str, second: str) -> bool:
        """Whether an article names both."""
        return not frozenset(self.articles(first)).isdisjoint(self.articles(second))

    def shared(self, first: str, second: str) -> tuple[str, ...]:
        """Those who are named with both, the rarest first."""
        both = self.friends(first).keys() & self.friends(second).keys() - {first, second}
        return tuple(sorted(both, key=lambda one: (len(self.articles(one)), one)))

    def friends(self, entity: str) -> Counter[str]:
        """The entities named with one most."""
        if entity not in self._friends:
            counts: Counter[str] = Counter()
            for article in self.articles(entity)[:200]:
                counts.update(self._named[article][:COMPANY])
            ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[: COMPANY + 1]
            self._friends[entity] = Counter(dict(ranked))
        return self._friends[entity]


def unlike(one: Entity, other: Entity) -> bool:
    """Whether a person said that two entities are not the same, or that they are."""
    apart = other.id in one.not_same_as or one.id in other.not_same_as
    return apart or one.merged_into is not None or other.merged_into is not None


def _meetings(entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """The pairs that share a key, each in the order of ids."""
    met: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in entities.values():
        for key in sorted(set(_keys(entity))):
            met[key].append(entity.id)
    for key in sorted(met):
        ids = sorted(met[key])
        if 1 < len(ids) <= CROWD:
            for place, first in enumerate(ids):
                yield from ((first, second) for second in ids[place + 1 :])


def _keys(entity: Entity) -> Iterator[tuple[str, str]]:
    if entity.wikidata:
        yield "wikidata", entity.wikidata
    if entity.country:
        yield "country", entity.country
    for name in own_names(entity)[:12]:
        code = _country_of(name) if not entity.country and entity.kind in {"place", "other"} else None
        if code:
            yield "country", code
        words = _ascii(name).split(" ")
        plain = "".join(words)
        if len(plain) > 3:
            yield "plain", plain
        bones = "".join(sorted(filter(None, map(_bones, words))))
        if len(bones) > 3:
            yield "bones", bones
        if len(words) > 1 and entity.kind in {"person", "other"} and len(words[-1]) > 2:
            yield "person", f"{_bones(words[-1])} {words[0][:1]}"
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_][\w'-]*", name) if word[0].isupper())
        if 2 < len(initials) < 8 and len(words) > 2:
            yield "initials", initials
        if name.isupper() and name.isalpha() and 2 < len(name) < 8:
            yield "initials", name


def _compared(first: Entity, second: Entity, company: _Company) -> Likeness | None:  # noqa: PLR0911 - one a case
    """What speaks for two entities being one, if enough does."""
    known = {first.kind, second.kind} - {"other"}
    if first.wikidata and second.wikidata:
        if first.wikidata != second.wikidata:
            return None
        return Likeness(1.0, first.id, second.id, "wikidata", (first.name, second.name))
    if (first.country and second.country) or len(known) > 1:
        return None
    sign, weight, names = max(
        (
            _alike(one, other)
            for one in own_names(first)[:12]
            for other in own_names(second)[:12]
            # An alias that is another's name to the letter was given knowingly: those are namesakes.
            if one != other or (one == first.name and other == second.name)
        ),
        key=lambda pair: (pair[1], pair[2]),
        default=("spelling", 0.0, (first.name, second.name)),
    )
    if first.country or second.country:
        country, other = (first, second) if first.country else (second, first)
        named = next((name for name in own_names(other) if _country_of(name) == country.country), "")
        if named:
            sign, weight, names = "script", 0.95, (country.name, named)
    if weight < 0.5:
        return None
    together = company.together(first.id, second.id)
    shared = company.shared(first.id, second.id)[:5]
    if together and sign in {"spelling", "surname", "longer"} and weight < 0.95:
        return None  # an article that names both means two
    if sign in {"surname", "acronym", "longer"} and len(shared) < 2 and not (sign == "acronym" and together):
        return None
    weight = min(1.0, weight + 0.02 * len(shared))
    ids = sorted([first.id, second.id])
    return Likeness(weight, ids[0], ids[1], sign, names if first.id == ids[0] else (names[1], names[0]), shared)


def _alike(one: str, other: str) -> tuple[str, float, tuple[str, str]]:  # noqa: PLR0911 - one a sign
    """How two names are alike: the sign, how much it weighs, and the names."""
    pair = (one, other)
    left, right = _ascii(one), _ascii(other)
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return "spelling", 0.0, pair
    scripts = one.isascii() != other.isascii() and not (_is_latin(one) and _is_latin(other))
    if left.replace(" ", "") == right.replace(" ", ""):
        return "script" if scripts else "spelling", 0.95, pair
    if one.isupper() != other.isupper():
        short, long = pair if one.isupper() else (other, one)
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_][\w'-]*", long) if word[0].isupper())
        return "acronym", 0.7 if short == initials and len(short) > 2 else 0.0, pair
    words, others = left.split(" "), right.split(" ")
    if len(words) == len(others) and all(map(_may_be_one_word, words, others)):
        ratio = fuzz.ratio(left, right) / 100
        if scripts and ratio >= 0.7:
            return "script", 0.6 + 0.3 * ratio, pair
        if len(words) > 1 and ratio >= 0.75 and list(map(_bones, words)) == list(map(_bones, others)):
            return "spelling", max(0.8, ratio * 0.9), pair
        if ratio >= 0.86 and min(len(left), len(right)) > 5:
            return "spelling", ratio * 0.9, pair
    if words[-1] == others[-1] and min(len(words), len(others)) > 1 and _fits(words[:-1], others[:-1]):
        return "surname", 0.65, pair
    if len(words) > 1 and len(others) > 1 and fuzz.token_set_ratio(left, right) == 100:
        return "longer", 0.6, pair
    return "spelling", 0.0, pair


def _may_be_one_word(one: str, other: str) -> bool:
    """Whether two words may be one, spelled two ways: North and South are not, Mohamed and Muhammad are."""
    if one == other:
        return True
    if len(one) < 4 or len(other) < 4:
        return False
    return _bones(one) == _bones(other) or (one[0] == other[0] and fuzz.ratio(one, other) >= 88 and len(one) > 6)


def _fits(firsts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether given names may be one person's: J. and Joe, Joe and Joseph R."""
    one, other = firsts[0], others[0]
    return one != other and (one.startswith(other) or other.startswith(one))


@lru_cache(maxsize=1 << 16)
def _ascii(name: str) -> str:
    """A name spelled in small ASCII letters, single spaces between its words."""
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(name).lower().replace("'", "")))


_LIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "j": "i", "x": "s"})


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    """A word's first letter and consonants, those that spellings mix up made alike: zelensky, selenskyj."""
    alike = word.replace("kh", "h").replace("ph", "f").replace("sch", "s").replace("sh", "s").translate(_LIKE)
    body = re.sub(r"[aeiouyh]+", "", alike[1:])
    return re.sub(r"(.)\1+", r"\1", alike[:1] + body)


def _is_latin(name: str) -> bool:
    return not re.search(r"[\u0370-\u1dff\u2e80-\U0010ffff]", name)


@lru_cache(maxsize=1 << 16)
def _country_of(name: str) -> str | None:
    """The country that a name means in one of the languages whose scripts are not Latin; None for other names."""
    if _is_latin(name):
        return None
    found = (countries.code_of(name, language) for language in _SCRIPTS)
    return next((code for code in found if code), None)


_SCRIPTS = ("ar", "el", "fa", "he", "ja", "ko", "ru", "uk", "zh")
