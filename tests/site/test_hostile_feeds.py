"""Hostile strings in every field of feeds that come in: none brings markup in."""

# ruff: noqa: E501 - payloads, markup and scripts read best unbroken

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from hostile_pages import PAGES_ALONE, committed, faults_in, generated, inspected

pytestmark = pytest.mark.browser


def test_feeds_bring_no_markup_in(tripwire: Any, tmp_path: Path) -> None:
    strings = committed()
    # What feeds and exports of ours say, others look at.
    files = [("feed.xml", rss(strings)), ("feed.json", json_feed(strings))]
    told = inspected(tripwire, generated(tmp_path, files=files, settings=PAGES_ALONE))
    assert faults_in(told) == []
    assert len(told) > 1.5 * len(strings)


def rss(strings: list[str]) -> bytes:
    """Each string as it is (in CDATA) and escaped, in the fields of an entry that hold HTML or addresses."""
    entries = []
    for place, string in enumerate(strings):
        raw = "".join(one for one in string if one >= " " or one in "\n\t").replace("]]>", "]]&gt;")
        text = html.escape(raw)
        entries.append(
            f"<item><guid>{place}-{text}</guid><link>{text}</link><title>{place} {text}</title>"
            f"<description><![CDATA[<p>{raw}</p>]]></description>"
            f"<content:encoded><![CDATA[<div>Words of {place} <a href='{raw}'>{raw}</a> <img src='{raw}'></div>]]></content:encoded>"
            f"<category>{text}</category><dc:creator>{text}</dc:creator><author>{text}</author>"
            f"<media:content medium='image' url='{text}'/><source url='{text}'>{text}</source>"
            f"<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate></item>"
        )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'>"
        f"<channel><title>A feed</title><link>https://feed.example/</link>{''.join(entries)}</channel></rss>"
    ).encode("utf-8", "replace")


def json_feed(strings: list[str]) -> bytes:
    items = [
        {
            "id": f"https://json.example/{place}", "url": string, "external_url": string, "title": f"{place} of JSON {string}",
            "content_html": f"<p>Words of JSON {place}</p>{string}", "summary": string, "image": string, "tags": [string],
            "authors": [{"name": string, "url": string}], "date_published": "2026-05-04T10:00:00Z",
        }
        for place, string in enumerate(strings)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "JSON", "items": items}
    return json.dumps(feed).encode()
