"""The tables of the database: what stands in each row, from an edition. (`database.py` makes a file of them.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.edition import Edition, folded
from broadsheet.markdown_text import plain, without_links
from broadsheet.model import Article, Moment
from broadsheet.outputs.exports import cleaned
from broadsheet.outputs.headline import named_in_headline
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.quotes import first_sentences

Row = Mapping[str, Any]


def rows(edition: Edition) -> Iterator[tuple[str, Row]]:
    """Each table's name with one of its rows, in the order in which they may be put in."""
    everything = (*edition.articles, *edition.retracted)
    sources = _Sources(everything)
    for name, row in (
        *sources.rows(),
        *(("topics", {"name": name}) for name in _names(everything, lambda one: one.every_topic).values()),
        *(("authors", {"name": name}) for name in _names(everything, lambda one: one.authors).values()),
        *_stories(edition),
    ):
        yield name, _clean(row)
    for name, row in (*_articles(edition, sources), *_entities(edition), *_mentions(edition)):
        yield name, _clean(row)


class _Sources:
    """Outlets, each in the spelling that stands first."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        self.names = _names(articles, lambda one: (one.source, *(copy.name for copy in one.also_at)))
        self._urls: dict[str, str] = {}
        for one in articles:
            if one.source and one.source_url:
                self._urls.setdefault(folded(one.source), one.source_url)

    def rows(self) -> Iterator[tuple[str, Row]]:
        for key, name in self.names.items():
            yield "sources", {"name": name, "url": self._urls.get(key)}


def _names(articles: tuple[Article, ...], of: Any) -> dict[str, str]:
    """Names by what they are compared by, in the order of that."""
    found: dict[str, str] = {}
    for article in articles:
        for name in of(article):
            if name:
                found.setdefault(folded(name), name)
    return dict(sorted(found.items()))


def _articles(edition: Edition, sources: _Sources) -> Iterator[tuple[str, Row]]:
    web = on_the_web(edition)
    topics = _names((*edition.articles, *edition.retracted), lambda one: one.every_topic)
    authors = _names((*edition.articles, *edition.retracted), lambda one: one.authors)
    for one in (*edition.articles, *edition.retracted):
        story = edition.story_of.get(one.id)
        yield (
            "articles",
            {
                "id": one.id,
                "title": one.title,
                "day": one.day.isoformat() if one.day else None,
                "source": sources.names.get(folded(one.source)),
                "language": one.language,
                "story": story.id if story else None,
                "section": one.section,
                "description": one.description,
                "body": without_links(plain(one.body).text),
                "published": _iso(one.published),
                "updated": _iso(one.updated),
                "retrieved": _iso(one.retrieved),
                "url": one.url,
                "page": web(one.address) or one.address,
                "image": one.image.url if one.image else None,
                "rights": one.rights,
                "retracted": (one.retracted.reason or "yes") if one.retracted else None,
            },
        )
        for name in dict.fromkeys(topics[folded(name)] for name in one.every_topic if name):
            yield "article_topics", {"article": one.id, "topic": name}
        for place, name in enumerate(dict.fromkeys(authors[folded(name)] for name in one.authors if name), 1):
            yield "article_authors", {"article": one.id, "author": name, "place": place}
        for place, copy in enumerate(one.also_at, 1):
            yield (
                "copies",
                {
                    "article": one.id,
                    "place": place,
                    "source": sources.names.get(folded(copy.name)),
                    "title": copy.title or one.title,
                    "published": _iso(copy.published),
                    "url": copy.url,
                },
            )


def _stories(edition: Edition) -> Iterator[tuple[str, Row]]:
    web = on_the_web(edition)
    for story in sorted(edition.stories, key=lambda one: one.id):
        days = sorted(one.day.isoformat() for one in edition.told_by(story) if one.day)
        yield (
            "stories",
            {
                "id": story.id,
                "title": story.title,
                "articles": len(story.articles),
                "first_day": days[0] if days else None,
                "last_day": days[-1] if days else None,
                "page": web(story.address) or story.address,
            },
        )


def _entities(edition: Edition) -> Iterator[tuple[str, Row]]:
    web = on_the_web(edition)
    times = Counter(one.entity for mentions in edition.mentions.values() for one in mentions)
    for one in edition.entities.values():
        articles = edition.by_entity.get(one.id, ())
        days = [article.day.isoformat() for article in articles if article.day]
        yield (
            "entities",
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "status": one.status,
                "articles": len(articles),
                "times": times[one.id],
                "first_day": min(days, default=None),
                "last_day": max(days, default=None),
                "wikidata": one.wikidata,
                "country": one.country,
                "description": one.description,
                "page": web(one.address) or one.address,
            },
        )
        spoken: dict[str, str | None] = {name: tag for tag, name in reversed(one.spoken)}
        for name in dict.fromkeys((one.name, *edition.also_called(one), *spoken)):
            yield "entity_names", {"entity": one.id, "name": name, "language": spoken.get(name)}


def _mentions(edition: Edition) -> Iterator[tuple[str, Row]]:
    sentence = {
        (article, one.entity): " ".join(without_links(text[begin:end]).split())
        for article, one, text, (begin, end) in first_sentences(edition)
    }
    for article in edition.articles:
        times = Counter(one.entity for one in edition.mentions.get(article.id, ()))
        about = named_in_headline(edition, article)
        for entity in edition.ids_named_in(article):
            yield (
                "mentions",
                {
                    "article": article.id,
                    "entity": entity,
                    "times": times[entity],
                    "in_headline": int(entity in about),
                    "sentence": sentence.get((article.id, entity)),
                },
            )


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _clean(row: Row) -> Row:
    # What is empty is NULL, and keys that lead elsewhere stay as they are there: all are cleaned alike.
    return {**dict.fromkeys(row), **cleaned(row)}
