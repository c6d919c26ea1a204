"""What articles named for sure when they were last read: it holds for as long as no name that stands in them changes.

Which names an article has follows from its text, its topics, what its record names, and from those names of the
gazetteer that are spelled out in its text or its title. So a day's new names are looked for in all texts at once, as
mere letters, and only where one of them stands are the names read anew. What is in doubt is always read anew, and so
is an article on whose page a person said what its names mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from typing import Any

from ahocorasick_rs import AhoCorasick

from broadsheet import markdown_text
from broadsheet.entities.folding import bare, fold
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.matching.lexicon import spelled
from broadsheet.model import Article, Entity, Mention

_SIZE = 12
_UNASKED = ("description", "page", "coined", "judged", "language")
"""What of an entity says nothing of where it is named."""
_ASKED = tuple(one.name for one in fields(Entity) if one.name not in _UNASKED)

Row = Sequence[Any]
"""A name as it is kept: its mark, then what its spellings follow from."""
Spans = Sequence[Sequence[Any]]
"""An article's mentions as they are kept: start, end, words and entity of each."""


@dataclass(slots=True)
class Readings:
    """What the last run read, and then this one."""

    names: Sequence[Row] = ()
    """Those of the gazetteer, in its order."""
    world: str = ""
    """The mark of what else all readings follow from."""
    found: Mapping[str, Spans] = field(default_factory=dict)
    """By the mark of an article: what it names for sure, where nothing is in doubt."""
    changed: bool = False
    """Whether this is another thing than it was."""

    def standing(self, articles: Iterable[Article], gazetteer: Gazetteer) -> dict[str, Sequence[Mention]]:
        """By article id: the mentions that are as they were. What is read by now is kept in place of what was."""
        rows, world = _rows(gazetteer), _world(gazetteer)
        news = _spellings(self.names, rows, gazetteer.spoken) if world == self.world else None
        search = AhoCorasick(news, store_patterns=False).find_matches_as_indexes if news else None
        known: dict[str, Sequence[Mention]] = {}
        left: dict[str, Spans] = {}
        for article in articles if self.found and news is not None else ():
            mark = _mark(article, gazetteer)
            spans = self.found.get(mark)
            if spans is not None and not (search and any(search(text) for text in _texts(article))):
                left[mark] = spans
                known[article.id] = [Mention(*one) for one in spans]
        self.changed = len(left) < len(self.found) or world != self.world or list(map(list, self.names)) != rows
        self.names, self.world, self.found = rows, world, left
        return known

    def take(self, read: Mapping[str, Sequence[Mention]], articles: Iterable[Article], gazetteer: Gazetteer) -> None:
        """Keeps what articles name for sure, by id, as far as a person has no say in it."""
        fresh = {
            _mark(article, gazetteer): [(one.start, one.end, one.surface, one.entity) for one in read[article.id]]
            for article in articles
            if article.id in read and not (article.unnamed or article.listed or article.meant)
        }
        self.changed = self.changed or bool(fresh)
        self.found = {**self.found, **fresh}


def _mark(article: Article, gazetteer: Gazetteer) -> str:
    if article.unnamed or article.listed or article.meant:
        return ""
    vouched = sorted(gazetteer.vouched.get(article.id, ()))
    told = repr((article.title, article.body, article.language, article.topics, vouched))
    return _digest(told)


def _texts(article: Article) -> Iterable[str]:
    """What names are looked for in, as it is compared with spellings."""
    for text in (article.title, markdown_text.plain(article.body).text):
        yield bare(fold(text).text)


def _rows(gazetteer: Gazetteer) -> list[Row]:
    marks = {one: repr([getattr(entity, key) for key in _ASKED]) for one, entity in gazetteer.entities.items()}
    rows: list[Row] = []
    for name in (*gazetteer.names, *gazetteer.not_meant):
        is_phrase = len(rows) >= len(gazetteer.names)
        entity = gazetteer.entities.get(name.entity)
        said = (name.text, name.entity, _in_order(name.languages), name.company, name.vouched, name.merged, name.own)
        mark = _digest(repr((said, marks.get(name.entity), is_phrase)))
        bends = bool(name.entity and name.vouched and not is_phrase)
        rows.append([mark, name.text, entity.kind if entity and bends else "", name.own])
    return rows


def _in_order(languages: frozenset[str] | None) -> Sequence[str] | None:
    return None if languages is None else sorted(languages)


def _world(gazetteer: Gazetteer) -> str:
    return _digest(repr((gazetteer.language, sorted(gazetteer.spoken), sorted(gazetteer.merged.items()))))


def _spellings(before: Sequence[Row], now: Sequence[Row], spoken: frozenset[str]) -> list[str] | None:
    """How the names are spelled that have come or gone; None where those that stay are in another order."""
    old, new = {row[0] for row in before}, {row[0] for row in now}
    if [row[0] for row in before if row[0] in new] != [row[0] for row in now if row[0] in old]:
        return None
    changed = [row for row in before if row[0] not in new] + [row for row in now if row[0] not in old]
    return sorted({bare(form) for _, text, kind, own in changed for form, _ in spelled(text, kind, own, spoken)})


def _digest(told: str) -> str:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
