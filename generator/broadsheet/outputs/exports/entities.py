"""An entity for machines: what it is called, what it is, and where it is named."""

from __future__ import annotations

from collections import Counter
from typing import Any

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.language_tags import tag
from broadsheet.model import Entity
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.uris import uri

LATEST = 100
"""Articles listed, the newest; `named.articles` says how many there are."""


class Entities:
    """The entities of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._web = on_the_web(edition)
        self._times = Counter(one.entity for mentions in edition.mentions.values() for one in mentions)

    def facts(self, entity: Entity) -> dict[str, Any]:
        """What is known of it; values may be empty."""
        articles = self._edition.by_entity.get(entity.id, ())
        days = [article.day for article in articles if article.day]
        wikidata = f"https://www.wikidata.org/wiki/{entity.wikidata}" if entity.wikidata else ""
        return {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "status": entity.status,
            "url": self._web(entity.address),
            "wikidata": entity.wikidata,
            "sameAs": [wikidata],
            "country": entity.country,
            "aliases": list(self._edition.also_called(entity)),
            "names": {tag: list(names) for tag, names in sorted(entity.names.items())},
            "description": entity.description,
            "named": {
                "times": self._times[entity.id],
                "articles": len(articles),
                "first": days[-1].isoformat() if days else "",
                "last": days[0].isoformat() if days else "",
            },
        }

    def latest(self, entity: Entity) -> list[dict[str, Any]]:
        """The newest articles that name it."""
        return [
            {
                "title": article.title,
                "day": article.day.isoformat() if article.day else "",
                "source": article.source,
                "language": tag(article.language or ""),
                "url": self._web(article.address),
                "original": uri(article.url),
                "data": self._web(addresses.export(article.address)),
            }
            for article in self._edition.by_entity.get(entity.id, ())[:LATEST]
        ]
