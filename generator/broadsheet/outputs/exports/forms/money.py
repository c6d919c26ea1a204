"""FollowTheMoney entities as JSON Lines: articles, whom they name, and the mentions between, for Aleph and its kin.

`ftm validate` accepts them, and Aleph loads them as they are (`alephclient write-entities`). A mention that is
`resolved` leads to a person or an organisation: places stand in an article's `addressEntity`, events have it as proof.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from broadsheet.edition import Edition
from broadsheet.markdown_text import plain, without_links
from broadsheet.model import Article, Entity, Moment
from broadsheet.outputs.exports import cleaned
from broadsheet.outputs.exports.forms.money_schemata import language, schema
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.moments import rfc3339
from broadsheet.outputs.uris import uri

_PARTIES = ("Person", "Organization", "PublicBody", "Company")
_PLAIN_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_COUNTRY = re.compile(r"[A-Z]{2}")


def pieces(edition: Edition) -> Iterator[bytes]:
    """The entities that have a schema, then each article with its mentions; retracted articles are left out."""
    web = on_the_web(edition)
    for entity in edition.entities.values():
        if schema(entity) and edition.by_entity.get(entity.id):
            yield _line(_id("entity", entity.id), schema(entity), _of_entity(edition, entity, web(entity.address)))
    for article in edition.articles:
        key = _id("article", article.id)
        named = edition.named_in(article)
        yield _line(key, "Article", _of_article(article, named, uri(article.url) or web(article.address)))
        for entity in named:
            if kind := schema(entity):
                yield _line(_id("mention", f"{article.id}\n{entity.id}"), "Mention", _of_mention(key, entity, kind))


def _line(key: str, kind: str, said: Mapping[str, Any]) -> bytes:
    """An entity: each property a list of texts."""
    texts = {name: [one] if isinstance(one, str) else list(one) for name, one in said.items() if one}
    kept = cleaned({"id": key, "schema": kind, "properties": texts})
    return f"{json.dumps(kept, ensure_ascii=False)}\n".encode()


def _id(of: str, name: str) -> str:
    """An id as FollowTheMoney allows it, the same in every export."""
    if of == "entity" and _PLAIN_ID.fullmatch(name) and len(name) < 100:
        return f"entity-{name}"
    return f"{of}-{hashlib.sha1(name.encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()}"


def _of_entity(edition: Edition, entity: Entity, page: str) -> dict[str, Any]:
    aliases = [
        name for name in dict.fromkeys((*edition.also_called(entity), *entity.every_name)) if name != entity.name
    ]
    said: dict[str, Any] = {
        "name": entity.name,
        "alias": aliases,
        "wikidataId": entity.wikidata or "",
        "sourceUrl": page,
        "description": without_links(plain(entity.description).text),
    }
    if entity.kind == "place":
        said["full"] = entity.name
        said["country"] = entity.country.lower() if entity.country and _COUNTRY.fullmatch(entity.country) else ""
    if entity.kind == "event":
        said["proof"] = [_id("article", one.id) for one in edition.by_entity.get(entity.id, ())]
    return said


def _of_article(article: Article, named: Sequence[Entity], url: str) -> dict[str, Any]:
    def names(*kinds: str) -> list[str]:
        return list(dict.fromkeys(one.name for one in named if one.kind in kinds))

    return {
        "title": article.title,
        "author": list(article.authors),
        "publisher": article.source,
        "publisherUrl": uri(article.source_url),
        "publishedAt": _date(article.published),
        "modifiedAt": _date(article.updated),
        "retrievedAt": _date(article.retrieved),
        "sourceUrl": url,
        "language": language(article.language),
        "summary": article.description or "",
        "keywords": list(article.topics),
        "bodyText": without_links(plain(article.body).text),
        "mimeType": "text/plain",
        "addressEntity": [_id("entity", one.id) for one in named if schema(one) == "Address"],
        "namesMentioned": names("person", "organisation", "event", "work", "product", "other"),
        "peopleMentioned": names("person"),
        "companiesMentioned": names("organisation"),
        "locationMentioned": names("place"),
    }


def _of_mention(article: str, entity: Entity, kind: str) -> dict[str, Any]:
    resolved = _id("entity", entity.id) if kind in _PARTIES else ""
    return {"document": article, "name": entity.name, "resolved": resolved, "detectedSchema": kind}


def _date(moment: Moment | None) -> str:
    """A day, or a time in UTC without its zone, as FollowTheMoney writes them."""
    if moment is None:
        return ""
    return rfc3339(moment).removesuffix("Z") if hasattr(moment, "hour") else moment.isoformat()
