"""Exports: what the archive holds, for machines, in content/data/.

data/articles/2024/04/16/slug.json   an article, as ninjs (ninjs.py)
data/archive.jsonl                   all of them, as the records that another archive reads (records.py)
data/entities/ukraine.json           an entity, and its latest articles (entities.py)
data/entities.json                   all of them, without their articles
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from broadsheet import addresses
from broadsheet.archive.draft import FileDraft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.exports.entities import Entities
from broadsheet.outputs.exports.ninjs import item
from broadsheet.outputs.exports.records import records
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.xml_text import clean


def article_exports(edition: Edition) -> Iterator[FileDraft]:
    """A file for each article, retracted ones too, and one with all."""
    chosen, web = edition.config.exports, on_the_web(edition)
    lines: list[str] = []
    for article in (*edition.articles, *edition.retracted) if {"articles", "archive"} & {*chosen} else ():
        if "articles" in chosen:
            parts = _written(item(edition, article, web))
            yield FileDraft(address=addresses.export(article.address), text=_for_people(parts))
        if "archive" in chosen:
            lines += record_lines(edition, article)
    if "archive" in chosen:
        yield FileDraft(address=addresses.ALL_ARTICLES, text="".join(f"{line}\n" for line in lines))


def entity_exports(edition: Edition) -> Iterator[FileDraft]:
    """A file for each entity that has a page, and one with all."""
    if "entities" not in edition.config.exports:
        return
    entities = Entities(edition)
    known = []
    for entity in edition.entities.values():
        parts = _written(entities.facts(entity))
        known.append(f"{{{', '.join(parts)}}}")
        more = _written({"articles": entities.latest(entity)})
        page = addresses.entity(entity.id)
        yield FileDraft(address=addresses.export(page), text=_for_people([*parts, *more]))
    text = "[\n" + ",\n".join(known) + "\n]\n" if known else "[]\n"
    yield FileDraft(address=addresses.ALL_ENTITIES, text=text)


def record_lines(edition: Edition, article: Article) -> Iterator[str]:
    """An article as lines of JSON: its record, and those of other outlets of its text."""
    return (f"{{{', '.join(_written(record))}}}" for record in records(edition, article))


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what is empty, and without what no file for machines should hold."""
    # (Of two keys that are one when cleaned, the later counts, be it empty.)
    found = {key if key.isprintable() else clean(key): _cleaned(value) for key, value in values.items()}
    return {key: value for key, value in found.items() if value or not _is_empty(value)}


def _cleaned(value: Any) -> Any:
    kind = type(value)
    if kind is str:  # nearly always, and nearly always clean
        return value if value.isprintable() else clean(value)
    if kind is dict or isinstance(value, Mapping):
        return cleaned(value)
    if isinstance(value, list | tuple):
        return [one for one in map(_cleaned, value) if one or not _is_empty(one)]
    return clean(value) if isinstance(value, str) else value


def _is_empty(value: Any) -> bool:
    # Numbers are not, be they 0.
    return not value and (value is None or isinstance(value, str | list | dict))


def _written(values: Mapping[str, Any]) -> Sequence[str]:
    """The members of an object as JSON."""
    # Each written once, however often it is needed; and json is slow when it is asked to indent.
    return [f"{json.dumps(key)}: {json.dumps(one, ensure_ascii=False)}" for key, one in cleaned(values).items()]


def _for_people(members: Sequence[str]) -> str:
    """An object with a member a line."""
    return "{\n  " + ",\n  ".join(members) + "\n}\n"
