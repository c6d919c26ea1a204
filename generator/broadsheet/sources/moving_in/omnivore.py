"""Omnivore: its export, a zip archive or the folder it unpacks to: `metadata_0_to_20.json` …, `content/slug.html`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from broadsheet.errors import Rejection
from broadsheet.model import Origin
from broadsheet.sources import json_document
from broadsheet.sources.moving_in.blog_text import from_html
from broadsheet.sources.moving_in.boxes import Box, whole_text
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.wallabag import host
from broadsheet.sources.raw import Item, RawRecord
from broadsheet.sources.values import absent_left_out, first_text, names, texts

_METADATA = re.compile(r"(?:.*/)?metadata_(\d{1,9})_to_\d{1,9}\.json")


def is_one(box: Box) -> bool:
    """Whether there are its lists of articles."""
    return any(_METADATA.fullmatch(name) for name in box.names)


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """Every article whose text is there."""
    yield from box.refused
    lists = sorted((int(found[1]), name) for name in box.names if (found := _METADATA.fullmatch(name)))
    there = set(box.names)
    for _, name in lists:
        entries = _entries(box, name)
        if isinstance(entries, Rejection):
            yield entries
            continue
        for number, entry in enumerate(entries, 1):
            yield from _article(box, name, number, entry, there, notes)
    marked = [one for one in box.names if "highlights" in PurePosixPath(one).parts[:-1]]
    if marked:
        notes.left("highlights and notes on texts", times=len(marked))


def _entries(box: Box, name: str) -> list[Mapping[str, Any]] | Rejection:
    text = whole_text(box.given(name))
    if isinstance(text, Rejection):
        return text
    try:
        found = json_document.parse(text)
    except (ValueError, RecursionError) as error:
        return Rejection(box.shown(name), None, "", "", f"is not JSON ({json_document.why(error)})", "export it again")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _article(
    box: Box, name: str, number: int, entry: Mapping[str, Any], there: set[str], notes: Notes
) -> Iterator[Item]:
    url, slug = first_text(entry.get("url")), first_text(entry.get("slug"))
    title = first_text(entry.get("title"))
    folder = PurePosixPath(name).parent / "content"
    if first_text(entry.get("state")).lower() == "deleted":
        notes.left("deleted articles", title)
        return
    if (folder / f"{slug}.pdf").as_posix() in there:
        notes.left("PDF files", title)
        return
    content = (folder / f"{slug}.html").as_posix()
    if not slug or content not in there:
        problem, remedy = "has no text in content/", "save the page as HTML, and give it to `broadsheet clean`"
        yield Rejection(box.shown(name), number, "body", url or title, problem, remedy)
        return
    text = whole_text(box.given(content, "html"))
    if isinstance(text, Rejection):
        yield text
        return
    picture = first_text(entry.get("thumbnail"))
    fields = {
        "url": url,
        "title": title,
        "body": from_html(text, notes),
        "published": first_text(entry.get("publishedAt")),
        "retrieved": first_text(entry.get("savedAt")),
        "source": {"name": site} if (site := first_text(entry.get("siteName")) or host(url)) else None,
        "authors": names(entry.get("author")),
        "language": first_text(entry.get("language")),
        "description": first_text(entry.get("description")),
        "topics": texts(entry.get("labels")),
        "image": {"url": picture} if picture.startswith("http") else None,
    }
    yield RawRecord(Origin(box.shown(content)), absent_left_out(fields), foreign=True)
