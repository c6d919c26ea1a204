"""IPTC ninjs 1.x, 2.x and 3.x (https://www.iptc.org/std/ninjs/): news items as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.sources.html_text import plain_text
from broadsheet.sources.values import absent_left_out, first_text, names, texts

_MARKS = frozenset((
    "versioncreated", "versionCreated", "headlines", "bodies", "descriptions", "body_xhtml", "body_text", "body_html",
    "pubstatus", "pubStatus", "altids", "altIds", "representationtype", "representationType",
))  # fmt: skip
_KINDS = {
    "person": "person", "people": "person", "organisation": "organisation", "organisations": "organisation",
    "place": "place", "places": "place", "event": "event", "events": "event", "object": "other", "objects": "other",
}  # fmt: skip
_CANCELED = frozenset({"canceled", "cancelled"})


def is_one(value: Mapping[str, Any]) -> bool:
    """Whether this is a ninjs item."""
    return isinstance(value.get("uri"), str) and not _MARKS.isdisjoint(value)


def records(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The item as one record. Pictures and other associations go along only as the article's image.

    `canceled` takes the item back. So does `withheld`, until it is usable again; but nothing of it is shown that
    was not known before.
    """
    status = first_text(item.get("pubstatus"), item.get("pubStatus")).lower()
    changed = first_text(item.get("versioncreated"), item.get("versionCreated"))
    retracted = absent_left_out({"date": changed}) or True
    if status == "withheld":
        yield {"id": item["uri"], "retracted": retracted}
        return
    body = _value(item, "bodies") or _flat_body(item)
    description = _value(item, "descriptions") or plain_text(
        first_text(item.get("description_text"), item.get("description_xhtml"))
    )
    uri = item["uri"]
    holder = first_text(item.get("copyrightholder"), item.get("copyrightHolder"))
    provider = first_text(item.get("infosources"), item.get("infoSources"))
    yield absent_left_out(
        {
            "id": uri,
            "url": first_text(item.get("url"), _original(item), uri if uri.startswith(("http://", "https://")) else ""),
            "title": _value(item, "headlines") or first_text(item.get("headline"), item.get("title"), item.get("name")),
            "body": body or description,
            "published": first_text(
                item.get("firstcreated"),
                item.get("firstCreated"),
                changed,
            ),
            "updated": changed,
            "source": absent_left_out({"name": holder or provider, "url": _home(item, holder or provider)}),
            "authors": _authors(item) or names(item.get("byline") or item.get("by")),
            "language": first_text(item.get("language")),
            "description": description if body else "",
            "topics": texts(item.get("subject") or item.get("subjects")),
            "entities": list(_entities(item)),
            "image": _image(item.get("associations")),
            "rights": first_text(
                item.get("copyrightnotice"), item.get("copyrightNotice"), item.get("usageterms"), item.get("usageTerms")
            ),
            "section": first_text(item.get("section")),
            "retracted": retracted if status in _CANCELED else None,
        }
    )


def _value(item: Mapping[str, Any], name: str) -> str:
    """The main one of several headlines, bodies or descriptions (2.0 and later); marked-up text as plain text."""
    entries = [
        entry for entry in item.get(name) or () if isinstance(entry, dict) and isinstance(entry.get("value"), str)
    ]
    entries = [entry for entry in entries if entry["value"].strip()]
    # HTML has the paragraphs; "main" is the headline to print.
    entries.sort(key=lambda entry: ("html" not in _type(entry), entry.get("role") not in ("main", None)))
    if not entries:
        return ""
    value: str = entries[0]["value"]
    return plain_text(value) if "html" in _type(entries[0]) else value.strip()


def _type(entry: Mapping[str, Any]) -> str:
    return " ".join(str(entry.get(name, "")) for name in ("contentType", "contenttype", "role")).lower()


def _flat_body(item: Mapping[str, Any]) -> str:
    """The body of ninjs 1.x: `body_xhtml`, `body_html`, `body_text` and profiles of them."""
    for name in ("body_xhtml", "body_html"):
        if text := first_text(item.get(name)):
            return plain_text(text)
    flat = [value for name, value in sorted(item.items()) if name.startswith("body_") and isinstance(value, str)]
    return first_text(item.get("body_text"), *flat)


def _home(item: Mapping[str, Any], name: str) -> str:
    """The address of an outlet among those that the item names."""
    entries = item.get("infoSources")
    ours = (one for one in entries if isinstance(one, dict)) if isinstance(entries, list) else ()
    uris = (first_text(one.get("uri")) for one in ours if name and one.get("name") == name)
    return next((uri for uri in uris if uri.startswith(("http://", "https://"))), "")


def _original(item: Mapping[str, Any]) -> str:
    """Where the text was first published, if another address is its `uri`."""
    entries = item.get("altIds")
    of_role = (one for one in entries if isinstance(one, dict)) if isinstance(entries, list) else ()
    return first_text(*(one.get("value") for one in of_role if one.get("role") == "original"))


def _authors(item: Mapping[str, Any]) -> list[str]:
    people = item.get("people")
    return names([one for one in people if _is_author(one)]) if isinstance(people, list) else []


def _is_author(one: Any) -> bool:
    return isinstance(one, dict) and one.get("rel") == "author"


def _entities(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for field, kind in _KINDS.items():
        entries = item.get(field)
        named = [one for one in entries if not _is_author(one)] if isinstance(entries, list) else []
        for name in texts(named):
            yield {"name": name, "kind": kind}


def _image(associations: Any) -> dict[str, str] | None:
    """The first picture that goes with the text, in its widest rendition."""
    members = list(associations.values()) if isinstance(associations, dict) else associations
    for member in members if isinstance(members, list) else ():
        if not isinstance(member, dict) or member.get("type") != "picture":
            continue
        renditions = member.get("renditions")
        listed = list(renditions.values()) if isinstance(renditions, dict) else renditions
        usable = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        usable.sort(key=lambda one: -one["width"] if isinstance(one.get("width"), int) else 0)
        url = first_text(*(one.get("href") for one in usable))
        if url.startswith(("http://", "https://")):
            alt = _value(member, "descriptions") or first_text(member.get("description_text"), member.get("headline"))
            return {"url": url, "alt": alt, "credit": first_text(member.get("byline"), member.get("by"))}
    return None
