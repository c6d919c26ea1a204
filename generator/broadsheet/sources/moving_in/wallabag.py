"""Wallabag: its export as JSON, CSV or XML (Export all), each article with its text (https://doc.wallabag.org/)."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from broadsheet.errors import Rejection
from broadsheet.sources import json_document
from broadsheet.sources.moving_in.blog_text import from_html
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.xml_tree import BadXml, elements
from broadsheet.sources.raw import Given, Item, TooMuch
from broadsheet.sources.values import absent_left_out, first_text, names, texts

_JSON = re.compile(rb'"(?:is_archived|hashed_url|domain_name|reading_time|mimetype)"')
_CSV = re.compile(rb"""^(?:\xef\xbb\xbf)?"?Title"?;"?URL"?;"?Content"?;"?Tags""")
_XML = re.compile(rb"<(?:is_archived|is_starred|reading_time)>")
_EMPTY = re.compile(r"wallabag can't retrieve contents for this article", re.IGNORECASE)
_ROWS = {"title": "title", "url": "url", "content": "content", "tags": "tags", "language": "language",
         "creation date": "created_at", "mime type": "mimetype"}  # fmt: skip
_XML_FIELDS = ("title", "url", "content", "language", "created_at", "updated_at", "published_at", "preview_picture",
               "mimetype", "domain_name")  # fmt: skip


def is_one(box: Box) -> bool:
    """Whether it, or a file in it, is such an export."""
    return any(_form(box.head(name)) for name in box.ending(".json", ".csv", ".xml", ".gz")[:50])


def _form(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"[", b"{") and len(_JSON.findall(head)) >= 2 and b'"url"' in head:
        return "json"
    if _CSV.match(head):
        return "csv"
    return "xml" if start == b"<" and b"<entry" in head and _XML.search(head) else ""


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """Every article that has a text, unread, archived or starred."""
    yield from box.refused
    for name in box.names:
        given = box.given(name)
        if isinstance(given, Rejection):
            yield given
            continue
        form = _form(given.head)
        try:
            if form:
                for number, entry in enumerate(_READERS[form](given), 1):
                    yield _item(given, entry, number, notes)
            else:
                notes.left("files that are no export", name)
        except TooMuch as much:
            yield given.rejection(much.problem, much.remedy)
        except BadXml as bad:
            yield given.rejection(bad.problem, bad.remedy)
        except (OSError, EOFError, zlib.error, ValueError, RecursionError, csv.Error) as error:
            yield given.rejection(f"cannot be read to its end ({error})", "export it again")
        finally:
            given.stream.close()


def _from_json(given: Given) -> Iterator[Mapping[str, Any]]:
    found = json_document.parse(given.text())
    members = found if isinstance(found, list) else [found]
    return (one if isinstance(one, dict) else {} for one in members)


def _from_csv(given: Given) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(given.limits.record)
    # Its cells are quoted as PHP does, with backslashes standing for themselves.
    for row in csv.DictReader(io.StringIO(given.text().lstrip("\ufeff"), newline=""), delimiter=";"):
        entry = {_ROWS.get((key or "").lower(), ""): value for key, value in row.items()}
        tags = entry.get("tags")
        yield {**entry, "tags": [one.strip() for one in tags.split(",")] if isinstance(tags, str) else []}


def _from_xml(given: Given) -> Iterator[Mapping[str, Any]]:
    for one in elements(given.data(), "entry"):
        entry: dict[str, Any] = {name: one.findtext(name) for name in _XML_FIELDS}
        entry["tags"] = [text for tag in one.findall("tags/*") if (text := "".join(tag.itertext()).strip())]
        entry["published_by"] = [text for name in one.findall("published_by/*") if (text := (name.text or "").strip())]
        yield entry


_READERS = {"json": _from_json, "csv": _from_csv, "xml": _from_xml}


def _item(given: Given, entry: Mapping[str, Any], number: int, notes: Notes) -> Item:
    url, content = first_text(entry.get("url")), entry.get("content")
    title = first_text(entry.get("title"))
    if not isinstance(content, str) or not content.strip() or _EMPTY.search(content[:1000]):
        problem = "has no text: Wallabag could not read the page"
        return given.rejection(
            problem,
            "save the page as HTML, and give it to `broadsheet clean`",
            item=number,
            at="body",
            value=url or title,
        )
    notes.took("notes on texts (annotations)", len(texts(entry.get("annotations"))))
    picture = first_text(entry.get("preview_picture"))
    tags = entry.get("tags")
    fields = {
        "url": url,
        "title": title,
        "body": from_html(content, notes),
        "published": first_text(entry.get("published_at")),
        "retrieved": first_text(entry.get("created_at")),
        "source": {"name": name} if (name := first_text(entry.get("domain_name")) or host(url)) else None,
        "authors": names(entry.get("published_by")),
        "language": first_text(entry.get("language")),
        "topics": [one.get("label", "") if isinstance(one, dict) else one for one in tags]
        if isinstance(tags, list)
        else [],
        "image": {"url": picture} if picture.startswith("http") else None,
    }
    return given.record(absent_left_out(fields), number, foreign=True)


def host(url: str) -> str:
    """Where an address leads, for want of an outlet's name."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
