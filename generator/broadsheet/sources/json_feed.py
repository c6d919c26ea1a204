"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.sources.html_text import plain_text
from broadsheet.sources.values import absent_left_out, feed_id, first_text, names, texts


def is_one(value: Mapping[str, Any]) -> bool:
    """Whether this is a JSON Feed."""
    return "jsonfeed.org/version" in str(value.get("version", "")) and isinstance(value.get("items"), list)


def records(feed: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One record an item; the feed's title is the source."""
    source = {"name": first_text(feed.get("title")), "url": first_text(feed.get("home_page_url"))}
    writers = names(feed.get("authors") or feed.get("author"))
    for item in feed["items"]:
        if not isinstance(item, dict):
            yield {"title": item}
            continue
        image = first_text(item.get("image"), item.get("banner_image"))
        body = first_text(item.get("content_text")) or plain_text(first_text(item.get("content_html")))
        summary = plain_text(first_text(item.get("summary")))
        url = first_text(item.get("url"), item.get("external_url"))
        yield absent_left_out(
            {
                "id": feed_id(first_text(item.get("id")), url, source["url"] or source["name"]),
                "url": url,
                "title": plain_text(first_text(item.get("title"))),
                "body": body or summary,
                "published": item.get("date_published"),
                "updated": item.get("date_modified"),
                "source": absent_left_out(source) if source["name"] else None,
                "authors": names(item.get("authors") or item.get("author")) or writers,
                "language": first_text(item.get("language"), feed.get("language")),
                "description": summary if body else "",
                "topics": texts(item.get("tags")),
                "image": {"url": image} if image else None,
            }
        )
