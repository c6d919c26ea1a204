"""Records in plain JSON or CSV: our field names, and what else people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from broadsheet.model import Record
from broadsheet.sources.html_text import plain_text

SYNONYMS: Mapping[str, str] = {
    "title": "headline, name",
    "body": "text, content, article, article_body, article_text, body_text, full_text, content_text, plain_text, story",
    "url": "link, permalink, canonical_url, web_url, source_link",
    "published": "date, published_at, publish_date, pub_date, date_published, publication_date, datetime",
    "updated": "modified, updated_at, date_modified, last_modified, date_updated",
    "retrieved": "fetched, fetched_at, retrieved_at, crawled, crawled_at, scraped_at, date_retrieved, date_download",
    "authors": "author, byline, by, creator, author_name, written_by",
    "language": "lang, locale",
    "topics": "keywords, tags, subjects, categories, topic, category",
    "description": "summary, abstract, excerpt, standfirst, dek, subtitle",
    "source": "publisher, outlet, site, site_name, newspaper, publication",
    "image": "image_url, photo",
    "rights": "licence, license, copyright",
    "retracted": "is_retracted, retraction",
}
"""Names read as a field that the record lacks, however spelled: `Published at`, `publishedAt`. Besides: `body_html`,
`content_html` and `html` are bodies marked up; `source_name` and `source_url` make up the source, `retraction_reason`
and `retraction_date` the retraction. Any other name is kept as it is."""

_HTML_BODY = ("body_html", "content_html", "html")
_OURS = frozenset(Record.model_fields)
_NOT_LETTERS = re.compile(r"[\W_]+")


def _folded(name: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold())


_FIELD_OF = {_folded(synonym): name for name, synonyms in SYNONYMS.items() for synonym in (name, *synonyms.split(", "))}
_SEPARATORS = re.compile(r"\s*[;|]\s*")


def fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """A record's fields under our names; `given` is not changed."""
    if given.keys() <= _OURS:
        return dict(given)
    result: dict[str, Any] = {}
    named: dict[str, Any] = {}
    for key, value in given.items():
        if key in _OURS:
            result[key] = value
            continue
        name = _FIELD_OF.get(_folded(str(key)))
        if name and name not in named and given.get(name) in _NOTHING:
            named[name] = value
        else:
            result[str(key)] = value
    result.update((name, value) for name, value in named.items() if result.get(name) in _NOTHING)
    _take_source(result)
    _take_retraction(result)
    _take_html_body(result)
    return result


def split_list(text: str, *, commas: bool) -> list[str]:
    """The entries of a list that stands in one cell: `a; b`, `a | b`, and `a, b` where commas part entries."""
    parts = _SEPARATORS.split(text.strip())
    if len(parts) == 1 and commas:
        parts = text.split(",")
    return [part.strip() for part in parts if part.strip()]


def _take_source(result: dict[str, Any]) -> None:
    name, url = result.get("source_name"), result.get("source_url")
    if isinstance(name, str) and not result.get("source"):
        result["source"] = {"name": result.pop("source_name")}
        if isinstance(url, str):
            result["source"]["url"] = result.pop("source_url")
    elif isinstance(url, str) and isinstance(result.get("source"), str):
        result["source"] = {"name": result["source"], "url": result.pop("source_url")}


def _take_retraction(result: dict[str, Any]) -> None:
    told = {part: result.pop(f"retraction_{part}", None) for part in ("reason", "date")}
    if any(value not in _NOTHING for value in told.values()) and result.get("retracted") in (*_NOTHING, True):
        result["retracted"] = told


def _take_html_body(result: dict[str, Any]) -> None:
    if result.get("body") in _NOTHING:
        for name in _HTML_BODY:
            if isinstance(result.get(name), str):
                result["body"] = plain_text(result.pop(name))
                return


_NOTHING: tuple[Any, ...] = (None, "", [], ())
