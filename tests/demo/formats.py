"""The demo's records as files of the kinds that people have: JSON Lines, CSV, RSS, JSON-LD."""

from __future__ import annotations

import html
import json
from typing import Any

Record = dict[str, Any]


def as_json_lines(records: list[Record]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def as_csv(records: list[Record]) -> str:
    """A table; what has no place in a cell (the entities) is left out."""
    names = [
        "id",
        "url",
        "title",
        "published",
        "language",
        "section",
        "topics",
        "source",
        "source.url",
        "rights",
        "body",
    ]
    rows = [
        {
            **record,
            "topics": "; ".join(record["topics"]),
            "source": record["source"]["name"],
            "source.url": record["source"]["url"],
        }
        for record in records
    ]
    lines = [names, *([row[name] for name in names] for row in rows)]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines)


def as_rss(records: list[Record]) -> str:
    """An RSS 2.0 feed with Dublin Core terms, whose dates may be days."""
    first = records[0]
    items = "".join(
        "    <item>\n"
        f"      <title>{html.escape(record['title'], quote=False)}</title>\n"
        f"      <link>{html.escape(record['url'])}</link>\n"
        f'      <guid isPermaLink="false">{html.escape(record["id"])}</guid>\n'
        f"      <dcterms:issued>{record['published']}</dcterms:issued>\n"
        + "".join(f"      <category>{html.escape(topic)}</category>\n" for topic in record["topics"])
        + f"      <dc:rights>{html.escape(record['rights'], quote=False)}</dc:rights>\n"
        f"      <content:encoded><![CDATA[{paragraphs(record['body'])}]]></content:encoded>\n"
        "    </item>\n"
        for record in sorted(records, key=lambda record: record["published"], reverse=True)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"\n'
        '     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">\n'
        "  <channel>\n"
        f"    <title>{first['source']['name']}</title>\n"
        f"    <link>{first['source']['url']}</link>\n"
        "    <description>Burundi</description>\n"
        f"    <language>{first['language']}</language>\n"
        f"{items}"
        "  </channel>\n"
        "</rss>\n"
    )


def paragraphs(body: str) -> str:
    """A body as HTML."""
    return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in body.split("\n\n"))


def as_json_ld(records: list[Record]) -> str:
    """Articles as schema.org has them."""
    types = {"person": "Person", "organisation": "Organization", "place": "Place", "event": "Event"}
    graph = [
        {
            "@type": "NewsArticle",
            "identifier": record["id"],
            "url": record["url"],
            "headline": record["title"],
            "datePublished": record["published"],
            "inLanguage": record["language"],
            "articleSection": record["section"],
            "keywords": record["topics"],
            "publisher": {"@type": "Organization", **record["source"]},
            "copyrightNotice": record["rights"],
            "mentions": [{"@type": types.get(one["kind"], "Thing"), "name": one["name"]} for one in record["entities"]],
            "articleBody": record["body"],
        }
        for record in records
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


FORMATS = {".jsonl": as_json_lines, ".csv": as_csv, ".rss": as_rss, ".jsonld": as_json_ld}
