"""Which entity each name in the articles means, and which entities the edition therefore has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadsheet import markdown_text
from broadsheet.entities import countries
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.identity import is_untouched_country, mark
from broadsheet.entities.matcher import Find, Found, Matcher
from broadsheet.entities.name_words import CAPITAL_NOUNS
from broadsheet.entities.starts import opens_sentence
from broadsheet.entities.surnames import by_surname, surnames
from broadsheet.model import Article, Entity, Mention

Mentions = Mapping[str, Sequence[Mention]]
"""By article id: the mentions in its body, in the order of the text."""


@dataclass(frozen=True, slots=True, order=True)
class Ambiguity:
    """A name that was not linked, because it was not sure what it means."""

    article: str
    """The article's id."""
    start: int
    """Offset of its first mention in the plain view of the body."""
    surface: str
    candidates: tuple[str, ...]
    """Ids of the entities it may mean; a single one where it may as well mean none of them."""


def name_articles(
    articles: Iterable[Article], gazetteer: Gazetteer, find: Find | None = None
) -> tuple[Mentions, Sequence[Ambiguity]]:
    """Who and what is named where, and the names that were not sure enough to be linked.

    A name in a heading, a link, code or a URL is no mention.
    """
    find = find or Matcher(gazetteer).find
    mentions: dict[str, Sequence[Mention]] = {}
    doubts: list[Ambiguity] = []
    for article in articles:
        mentions[article.id], doubtful = _read(article, gazetteer, find)
        doubts += doubtful
    return mentions, sorted(doubts)


def present(gazetteer: Gazetteer, mentions: Mentions) -> Mapping[str, Entity]:
    """The entities of the edition, by id: adopted ones always, suggested ones and countries where they are named.

    (A country that a person has described, or that a record names, is as good as adopted; so is what a person merged
    something into.)
    """
    named = {mention.entity for found in mentions.values() for mention in found} | set(gazetteer.merged.values())
    for ids in gazetteer.vouched.values():
        named |= ids
    return {
        one: entity
        for one, entity in gazetteer.entities.items()
        if one in named or (entity.status == "adopted" and not is_untouched_country(entity, gazetteer.language))
    }


def _read(article: Article, gazetteer: Gazetteer, find: Find) -> tuple[Sequence[Mention], Iterable[Ambiguity]]:
    """The mentions in one article, and its doubtful names, each once."""
    view = markdown_text.plain(article.body)
    vouched = gazetteer.vouched.get(article.id, frozenset())
    nouns = countries.base_language(article.language) in CAPITAL_NOUNS
    mentions: list[Mention] = []
    doubts: dict[str, Ambiguity] = {}
    for found in find(view.text, article.language):
        if _touches(found, view.protected) or _is_ordinary_word(found, view.text):
            continue
        if nouns and found.surface.isalpha() and not any(name.vouched for name in found.names):
            continue  # in German, `Rate` is no more a name than any noun
        meant = _meant(found, view.text, gazetteer, vouched)
        if article.unnamed and _is_struck(found, meant, article.unnamed):
            continue  # a person struck it from this page
        if len(meant) == 1 and meant[0] is not None:
            mentions.append(Mention(found.start, found.end, found.surface, meant[0]))
        else:
            candidates = tuple(sorted({name.entity for name in found.names}))
            doubts.setdefault(found.surface, Ambiguity(article.id, found.start, found.surface, candidates))
    full_names = by_surname(mentions, gazetteer.entities)
    if full_names:
        mentions = [one for one in mentions if not _is_namesake(one, full_names)]
        further = surnames(view.text, mentions, full_names)
        mentions = sorted([*mentions, *(one for one in further if not _touches(one, view.protected))])
    return mentions, doubts.values()


def _meant(found: Found, text: str, gazetteer: Gazetteer, vouched: frozenset[str]) -> Sequence[str | None]:
    """The ids that a name may mean here: one when it is sure, `None` among them when it may mean nothing we know."""
    if len(found.names) == 1 and found.names[0].company is None:
        return (found.names[0].entity,)  # nearly always
    candidates = list(dict.fromkeys(name.entity for name in found.names))
    here = [one for one in candidates if one in vouched]
    if here:
        return here
    if len(candidates) > 1:
        adopted = [one for one in candidates if gazetteer.entities[one].status == "adopted"]
        candidates = adopted or candidates
    sure = any(name.company is None or any(word in text for word in name.company) for name in found.names)
    return candidates if sure else [*candidates, None]


def _is_struck(found: Found, meant: Iterable[str | None], unnamed: frozenset[str]) -> bool:
    """Whether a person struck what is meant from the page, as it is called now or was before it was merged."""
    before = (name.merged for name in found.names)
    return any(one and mark(one) in unnamed for one in (*meant, *before))


def _is_namesake(one: Mention, full_names: Mapping[str, Mention]) -> bool:
    """Whether a name stands after a person with that surname (Jordan, after Michael Jordan)."""
    full = full_names.get(one.surface)
    return full is not None and full.start < one.start


def _touches(one: Found | Mention, protected: Sequence[tuple[int, int]]) -> bool:
    return bool(protected) and any(low < one.end and one.start < high for low, high in protected)


def _is_ordinary_word(found: Found, text: str) -> bool:
    """Whether a word with a sentence's first capital is written small elsewhere in the text (turkey, mali)."""
    before = text[found.start - 2 : found.start]
    if before[1:] == " " and before[0].isalnum():
        return False  # in mid-sentence: nearly always
    word = found.surface
    if not (word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    small = word.lower()
    if small not in text or not opens_sentence(text, found.start):
        return False
    return re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text) is not None
