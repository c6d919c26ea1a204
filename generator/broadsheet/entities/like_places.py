"""Persons whose last name is a place's as well, where that stands alone: Jordan with the Chicago Bulls.

The matcher reads the place. Where an article shares more company with a person named in full elsewhere than with the
place, and no word there says that it is one (`in Jordan`), both are candidates, and the evidence decides or nobody.
Countries are no company here: they are in everybody's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from broadsheet import markdown_text
from broadsheet.entities.countries import base_language
from broadsheet.entities.evidence import Case, names_place
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.model import Article, Mention

MOST = 60
"""Of an article's names, so many count as company."""

_Mentions = Mapping[str, Sequence[Mention]]
_Company = Mapping[str, Mapping[str, int]]


def cases_like_places(
    articles: Sequence[Article], mentions: _Mentions, gazetteer: Gazetteer
) -> Mapping[str, Sequence[Sequence[Case]]]:
    """By article id, the cases of each name that surely means a place by itself and may mean a person.

    Args:
        articles: all of them.
        mentions: what is surely named in each, by id.
        gazetteer: everything that may be linked.
    """
    persons = _by_last_name(mentions, gazetteer)
    if not persons:
        return {}
    places = {one.entity for found in mentions.values() for one in found if one.surface in persons}
    company = _company(mentions, gazetteer, frozenset(places.union(*persons.values())))
    cases: dict[str, list[Sequence[Case]]] = {}
    for article in articles:
        found = mentions.get(article.id, ())
        for surface in sorted({one.surface for one in found if one.surface in persons}):
            asked = _cases(article, surface, persons[surface], found, gazetteer)
            if asked and _is_among(asked, company):
                cases.setdefault(article.id, []).append(asked)
    return cases


def _by_last_name(mentions: _Mentions, gazetteer: Gazetteer) -> Mapping[str, tuple[str, ...]]:
    """By last name, the persons named in full somewhere who bear it; only names under which a place is linked."""
    places: set[str] = set()
    persons: dict[str, set[str]] = defaultdict(set)
    for found in mentions.values():
        for one in found:
            kind = gazetteer.entities[one.entity].kind
            if kind == "person" and " " in one.surface:
                persons[one.surface.rpartition(" ")[2]].add(one.entity)
            elif kind == "place" and " " not in one.surface:
                places.add(one.surface)
    return {surface: tuple(sorted(ids)) for surface, ids in persons.items() if surface in places}


def _company(mentions: _Mentions, gazetteer: Gazetteer, asked: frozenset[str]) -> _Company:
    """By id asked: in how many articles it is named with each other that is no country."""
    company: dict[str, Counter[str]] = defaultdict(Counter)
    for found in mentions.values():
        ids = list(dict.fromkeys(one.entity for one in found))[:MOST]
        others = [one for one in ids if gazetteer.entities[one].country is None]
        for one in ids:
            if one in asked:
                company[one].update(others)
    return company


def _cases(
    article: Article, surface: str, persons: Sequence[str], found: Sequence[Mention], gazetteer: Gazetteer
) -> Sequence[Case]:
    """The cases of a name in an article; none where a person or a word there has settled it."""
    named = {one.entity for one in found}
    recorded = gazetteer.vouched.get(article.id, frozenset())
    standing = [one for one in found if one.surface == surface]
    settled = recorded | article.listed
    meant = {one.entity for one in standing}
    if named & set(persons) or meant & settled or any(gazetteer.entities[one].kind != "place" for one in meant):
        return ()
    text = markdown_text.plain(article.body).text
    language = base_language(article.language)
    if any(names_place(text, one.start, one.end, language) for one in standing):
        return ()
    rest = [one for one in found if one.surface != surface]
    return [
        Case(article, text, one.start, one.end, surface, (one.entity, *persons), gazetteer.entities, recorded, rest)
        for one in standing
    ]


def _is_among(cases: Sequence[Case], company: _Company) -> bool:
    """Whether an article shares more company with one of the persons than with the place."""
    case = cases[0]
    here = {one.entity for one in case.named} - set(case.candidates)
    place, *persons = (company.get(one, {}) for one in case.candidates)
    with_place = sum(place.get(one, 0) > 1 for one in here)  # once it is with each in this article
    return any(sum(one in person for one in here) > with_place for person in persons)
