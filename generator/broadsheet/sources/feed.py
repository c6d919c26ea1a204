"""RSS, Atom and RDF feeds (feedparser). One record an entry; the feed's title is the source.

Atom asks for the day of the last change only. Where a feed states no other, the entry is filed under that.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.sources.html_text import plain_text
from broadsheet.sources.raw import Given, Item
from broadsheet.sources.values import absent_left_out, feed_id, names
from broadsheet.sources.xml_bombs import entities_outgrow


def read(given: Given) -> Iterator[Item]:
    """The entries of a feed; what feedparser can read of a broken one is read."""
    import feedparser  # noqa: PLC0415 - takes long to load, and only feeds need it

    data = given.data()
    if entities_outgrow(data):
        yield given.rejection("is an XML bomb: its entities grow out of all proportion", "leave it out")
        return
    try:
        # As a stream: text or bytes would be tried as an address or a file name first.
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)  # ours does, see `sanitised`
    except Exception as error:  # noqa: BLE001 - feedparser trips over hostile feeds in many ways; none may stop a run
        yield given.rejection(f"is a feed that cannot be read ({type(error).__name__})", "mend it or leave it out")
        return
    if not feed.entries:
        version = feed.get("version")  # of nothing at all, feedparser does not even say that it has none
        broken = bool(feed.bozo) and not version
        yield given.rejection(
            "is no feed and no other XML that we read" if broken or not version else "is a feed without entries",
            "give RSS, Atom or RDF with entries",
        )
        return
    for number, entry in enumerate(feed.entries, 1):
        yield given.record(_fields(entry, feed.feed), number, foreign=True)


def _fields(entry: dict[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    content = max((_marked_up(part) for part in _parts(entry, "content")), key=len, default="")
    summary = plain_text(_text(entry.get("summary")))
    link = _text(entry.get("link"))
    identity = _text(entry.get("id"))
    url = next((one for one in (link, identity) if one.startswith(("http://", "https://"))), "")
    # Asked the plain way: feedparser's own would give the day of publication where there is none.
    updated = _text(dict.get(entry, "updated"))
    return absent_left_out(
        {
            "id": feed_id(identity, url, _text(feed.get("link")) or _text(feed.get("title"))),
            "url": url,
            "title": _title(entry),
            "body": content or summary,
            "published": _text(entry.get("published")) or _text(entry.get("created")) or updated,
            "updated": updated,
            "source": _source(entry, feed),
            "authors": names(entry.get("authors")) or names(entry.get("author")),
            "language": _language(entry) or _text(feed.get("language")),
            "description": summary if content and summary != content else "",
            "topics": _topics(entry),
            "image": _image(entry),
            "rights": plain_text(_text(entry.get("rights")) or _text(feed.get("rights"))),
        }
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _title(entry: Mapping[str, Any]) -> str:
    """The headline: words as they are where the feed says so, or where they are no HTML that feedparser knows."""
    detail = entry.get("title_detail")
    return _marked_up(detail) if isinstance(detail, dict) else plain_text(_text(entry.get("title")))


def _parts(entry: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The parts that feedparser found; none where an element of that very name stands in their place."""
    found = entry.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _marked_up(part: Mapping[str, Any]) -> str:
    value = _text(part.get("value"))
    return value if part.get("type") == "text/plain" else plain_text(value)


def _source(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any] | None:
    """The feed, or the one that the entry was taken over from."""
    of_entry = entry.get("source")
    origin = of_entry if isinstance(of_entry, dict) and _text(of_entry.get("title")) else feed
    name = plain_text(_text(origin.get("title")))
    url = _text(origin.get("link")) or _text(origin.get("href"))
    return absent_left_out({"name": name, "url": url if url.startswith("http") else ""}) if name else None


def _language(entry: Mapping[str, Any]) -> str:
    details = [*_parts(entry, "content"), entry.get("title_detail"), entry.get("summary_detail")]
    return next((_text(one.get("language")) for one in details if isinstance(one, dict) and one.get("language")), "")


def _topics(entry: Mapping[str, Any]) -> list[str]:
    terms = (_text(tag.get("label")) or _text(tag.get("term")) for tag in _parts(entry, "tags"))
    return list(dict.fromkeys(term for term in terms if term and not term.startswith(("http://", "https://"))))


def _image(entry: Mapping[str, Any]) -> dict[str, str] | None:
    media = [one for name in ("media_content", "media_thumbnail") for one in _parts(entry, name)]
    pictures = [
        one for one in media if one.get("medium") in (None, "image") and not _text(one.get("type")).startswith("video")
    ]
    # By hand: feedparser's own `enclosures` trips over an element of the entry that is named <links>.
    enclosures = [
        one
        for one in _parts(entry, "links")
        if one.get("rel") == "enclosure" and _text(one.get("type")).startswith("image/")
    ]
    for one in (*pictures, *enclosures):
        url = _text(one.get("url")) or _text(one.get("href"))
        if url.startswith(("http://", "https://")):
            return {"url": url}
    return None
