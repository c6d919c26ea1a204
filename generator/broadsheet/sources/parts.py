"""The parts of a record that are objects: its source, its image, the entities it names, its retraction."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from broadsheet.model import KINDS, Moment, Retraction
from broadsheet.sources.checks import Problem, entries, kept, line, url

_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})")
_KIND_OF = {
    **{kind: kind for kind in KINDS}, "per": "person", "pers": "person", "people": "person", "org": "organisation",
    "organization": "organisation", "company": "organisation", "loc": "place", "location": "place", "gpe": "place",
    "country": "place", "city": "place", "fac": "place", "prod": "product", "work_of_art": "work", "misc": "other",
    "norp": "other", "law": "work", "thing": "other",
}  # fmt: skip
_YES, _NO = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0", ""})
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]+)?")


def source(value: Any) -> dict[str, Any]:
    """Who published it: `{"name": …, "url": …}`, or the name alone."""
    given = dict(value) if isinstance(value, dict) else {"name": value}
    given["name"] = line(given.get("name") or "")
    if given.get("url"):
        given["url"] = _inner("url", url, given["url"])
    else:
        given.pop("url", None)
    if not given["name"]:
        if not given.get("url"):
            return {}
        given["name"] = urlsplit(given["url"]).hostname or ""
    return kept(given)  # type: ignore[no-any-return]


def image(value: Any) -> dict[str, Any]:
    """A picture: its address, or `{"url": …, "alt": …, "credit": …}`."""
    given = dict(value) if isinstance(value, dict) else {"url": value}
    given["url"] = _inner("url", url, given.get("url") or "")
    for field in ("alt", "credit"):
        given[field] = _inner(field, line, given.get(field) or "")
    return kept(given) if given["url"] else {}


def entity(value: Any, most: int) -> dict[str, Any]:
    """Who or what the record names: `{"name": …, "kind": …}`, or the name alone; with `most` aliases at most."""
    given = dict(value) if isinstance(value, dict) else {"name": value}
    given["name"] = _inner("name", line, given.get("name") or "")
    if kind := line(given.get("kind") or "").lower():
        given["kind"] = _KIND_OF.get(kind)
        if given["kind"] is None:
            raise Problem("is no kind of entity", f"write one of {', '.join(KINDS)}", kind, "kind")
    else:
        given.pop("kind", None)
    if wikidata := line(given.get("wikidata") or ""):
        match = _WIKIDATA.fullmatch(wikidata)
        if match is None:
            raise Problem("is no Wikidata id", "write it as Q212, or leave it out", wikidata, "wikidata")
        given["wikidata"] = match[1]
    else:
        given.pop("wikidata", None)
    given["aliases"] = _inner(
        "aliases", lambda names: entries(names, line, most, "aliases"), given.get("aliases") or ()
    )
    return kept(given) if given["name"] else {}


def is_retracted(value: Any) -> bool:
    """Whether the field `retracted` says, in whatever way, that the article was taken back."""
    return value is not None and value is not False and not (isinstance(value, str) and line(value).lower() in _NO)


def retraction(value: Any, moment: Callable[[Any], Moment | None]) -> Retraction:
    """Why and when it was taken back: `{"reason": …, "date": …}`, one of the two alone, or `true`.

    What cannot be read is serious: the article must not come out as if nothing were the matter.
    """
    if isinstance(value, str):
        text = line(value)
        value = {} if text.lower() in _YES else {"date": text} if _DAY.fullmatch(text) else {"reason": text}
    elif value is True:
        value = {}
    if not isinstance(value, dict):
        remedy = 'write true, the reason, or {"reason": "…", "date": "2024-04-16"}'
        raise Problem("does not say whether the article is retracted", remedy, value, serious=True)
    try:
        given = value.get("date")
        date = None if given is None else _inner("date", moment, given)
        return Retraction(reason=_inner("reason", line, value.get("reason") or ""), date=date)
    except Problem as problem:
        problem.serious = True
        raise


def _inner(field: str, read: Callable[[Any], Any], value: Any) -> Any:
    """What `read` makes of the field of an object, with the field's name in what it objects to."""
    try:
        return read(value)
    except Problem as problem:
        raise Problem(problem.problem, problem.remedy, problem.value, field, much=problem.much) from None
