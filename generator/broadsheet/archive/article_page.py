"""The front matter of an article page: written from an Article, and read back into one.

Both directions stand here, so that they stay one thing: `read(front(article, …), body, address) == article`.
Reading is forgiving, because people type front matter: what does not fit is passed over here and told by
`broadsheet check`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from broadsheet.model import (
    CHANGES,
    Article,
    Change,
    Copy,
    Image,
    Moment,
    NamedEntity,
    Origin,
    Removal,
    Retraction,
)

TEMPLATE = "article.html"

_Part = TypeVar("_Part", bound=BaseModel)


def stands(address: str, front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter is an article's: ours, or one that a person put among them."""
    template = front.get("template")
    return template == TEMPLATE or (
        template is None and address.startswith("articles/") and not address.endswith("/index.md")
    )


def front(article: Article, entities: Iterable[str], story: str = "") -> dict[str, Any]:
    """Its front matter, in order, empty values left out; `entities` are the ids of those the text names.

    `story` is the id of the story that it is part of.
    """
    source = {"name": article.source, "url": article.source_url}
    origin = article.origin and {"file": article.origin.file, "item": article.origin.item}
    values = {
        "title": article.title,
        "description": article.description,
        "date": _text(article.published),
        "authors": list(article.authors),
        "topics": list(article.topics),
        "template": TEMPLATE,
        "id": article.id,
        "url": article.url,
        "source": _filled(source),
        "also_at": [_copy(place) for place in article.also_at],
        "no_longer_at": [_copy(place) for place in article.no_longer_at],
        "language": article.language,
        "updated": _text(article.updated),
        "retrieved": _text(article.retrieved),
        "section": article.section,
        "story": story,
        "entities": list(entities),
        "meant": {name: one or False for name, one in article.meant.items()},
        "named": [_dumped(entity) for entity in article.entities],
        "image": article.image and _dumped(article.image),
        "rights": article.rights,
        "retracted": article.retracted and _retracted(article.retracted),
        "history": [_change(change) for change in article.history],
        "origin": origin and _filled(origin),
        "removed": [{"line": cut.line, "text": cut.text, "rule": cut.rule} for cut in article.removed],
        "extra": dict(article.extra),
    }
    if article.retracted:
        # Links find it; searches do not.
        values |= {"search": {"exclude": True}, "robots": "noindex"}
    return _filled(values)


def read(front: Mapping[str, Any], body: str, address: str) -> Article:
    """The Article of a page; `body` is its text without entity links.

    A page without `id` or `title` (a person's own) takes them from its address.
    """
    source = front.get("source")
    outlet = {"name": source} if isinstance(source, str) else _mapping(source)
    return Article(
        id=_string(front.get("id")) or address.removesuffix(".md"),
        address=address,
        title=_string(front.get("title")) or "",
        body=body,
        url=_string(front.get("url")),
        published=_moment(front.get("date")),
        updated=_moment(front.get("updated")),
        retrieved=_moment(front.get("retrieved")),
        source=_string(outlet.get("name")) or "",
        source_url=_string(outlet.get("url")),
        authors=strings(front.get("authors")),
        language=_string(front.get("language")),
        description=_string(front.get("description")),
        section=_string(front.get("section")),
        topics=strings(front.get("topics") or front.get("tags")),
        entities=_parts(NamedEntity, front.get("named")),
        image=next(iter(_parts(Image, [front.get("image")])), None),
        rights=_string(front.get("rights")),
        origin=_origin(_mapping(front.get("origin"))),
        removed=tuple(_removals(front.get("removed"))),
        extra=_mapping(front.get("extra")),
        also_at=copies(front.get("also_at")),
        no_longer_at=tuple(
            one if one.retracted else replace(one, retracted=Retraction()) for one in copies(front.get("no_longer_at"))
        ),
        meant=_meant(front.get("meant")),
        history=tuple(_changes(front.get("history"))),
        retracted=_retraction(front.get("retracted")),
    )


def strings(value: Any) -> tuple[str, ...]:
    """The texts in a list of front matter; one text alone is a list of one."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list):
        return tuple(str(one) for one in value if isinstance(one, str | int | float) and one != "")
    return ()


def copies(value: Any) -> tuple[Copy, ...]:
    """The copies in a list of front matter."""
    return tuple(_copies(value))


def _meant(value: Any) -> dict[str, str]:
    said = _mapping(value)
    return {
        str(name): one if isinstance(one, str) else ""
        for name, one in said.items()
        if name and (isinstance(one, str) or one is False)
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _dumped(part: BaseModel) -> dict[str, Any]:
    return part.model_dump(mode="json", exclude_defaults=True)


def _text(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _string(value: Any) -> str | None:
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _moment(value: Any) -> Moment | None:
    try:
        day = dt.date.fromisoformat(value[:10])
        return dt.datetime.fromisoformat(value) if value[10:] else day
    except (TypeError, ValueError):
        return None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _parts(kind: type[_Part], values: Any) -> tuple[_Part, ...]:
    found = []
    for value in values if isinstance(values, list) else ():
        try:
            found.append(kind.model_validate({"name": value} if isinstance(value, str) else value))
        except ValidationError:
            continue
    return tuple(found)


def _copy(copy: Copy) -> dict[str, Any]:
    return _filled(
        {
            "name": copy.name,
            "url": copy.url,
            "id": copy.id,
            "title": copy.title,
            "date": _text(copy.published),
            "updated": _text(copy.updated),
            "retrieved": _text(copy.retrieved),
            "topics": list(copy.topics),
            "text": copy.text,
            "retracted": copy.retracted and _retracted(copy.retracted),
        }
    )


def _copies(values: Any) -> Iterable[Copy]:
    for value in values if isinstance(values, list) else ():
        # A person may write the address alone, or the outlet's name.
        said = {("url" if "://" in value else "name"): value} if isinstance(value, str) else _mapping(value)
        copy = Copy(
            name=_string(said.get("name")) or "",
            url=_string(said.get("url")),
            id=_string(said.get("id")) or "",
            title=_string(said.get("title")) or "",
            published=_moment(said.get("date")),
            updated=_moment(said.get("updated")),
            retrieved=_moment(said.get("retrieved")),
            topics=strings(said.get("topics")),
            text=_string(said.get("text")) or "",
            retracted=_retraction(said.get("retracted")),
        )
        if copy.name or copy.url:
            yield copy


def _origin(value: Mapping[str, Any]) -> Origin | None:
    file, item = value.get("file"), value.get("item")
    return Origin(file, item if isinstance(item, int) else None) if isinstance(file, str) else None


def _removals(values: Any) -> Iterable[Removal]:
    for value in values if isinstance(values, list) else ():
        cut = _mapping(value)
        if isinstance(cut.get("line"), int) and isinstance(cut.get("text"), str):
            yield Removal(cut["line"], cut["text"], str(cut.get("rule", "")))


def _change(change: Change) -> dict[str, Any]:
    values = {"day": change.day.isoformat(), "what": change.what, "was": change.was, "paragraphs": change.paragraphs}
    return {key: value for key, value in values.items() if value}


def _changes(values: Any) -> Iterable[Change]:
    for value in values if isinstance(values, list) else ():
        said = _mapping(value)
        day, what, paragraphs = _moment(said.get("day")), said.get("what"), said.get("paragraphs")
        if day and what in CHANGES:
            count = paragraphs if isinstance(paragraphs, int) and paragraphs > 0 else 0
            yield Change(
                day.date() if isinstance(day, dt.datetime) else day, what, _string(said.get("was")) or "", count
            )


def _retracted(retraction: Retraction) -> dict[str, Any] | bool:
    return _filled({"date": _text(retraction.date), "reason": retraction.reason}) or True


def _retraction(value: Any) -> Retraction | None:
    # A person may write `retracted: true`, or the reason alone.
    if value is True:
        return Retraction()
    if isinstance(value, dict):
        return Retraction(reason=_string(value.get("reason")) or "", date=_moment(value.get("date")))
    reason = _string(value)
    return Retraction(reason=reason) if reason else None
