"""OPML: a feed reader's list of feeds, with the feeds saved beside it (http://opml.org/spec2.opml). Nothing is fetched.

The list says what each feed is called and in which folders it lies: these become the source and the topics.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from broadsheet.errors import Rejection
from broadsheet.sources import read_given, recognise
from broadsheet.sources.canonical_url import canonical_url
from broadsheet.sources.moving_in.boxes import Box, beside, whole
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.xml_tree import BadXml, elements
from broadsheet.sources.raw import Item, RawRecord
from broadsheet.sources.values import absent_left_out

_IS_ONE = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_FEEDS = (".xml", ".rss", ".atom", ".rdf", ".json", ".jsonfeed", ".gz", ".feed")
_LETTERS = re.compile(r"[\W_]+")
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class _Outline:
    """A feed on the list."""

    name: str
    feed: str
    """Its address."""
    page: str
    """The address of the site it is of."""
    topics: tuple[str, ...]


def is_one(box: Box) -> bool:
    """Whether a list of feeds is in it."""
    return any(_IS_ONE.search(box.head(name)[:2000]) for name in box.ending(".opml", ".xml")[:50])


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The entries of the feeds that lie beside the list, or that it names there."""
    yield from box.refused
    outlines: list[_Outline] = []
    lists = [name for name in box.ending(".opml", ".xml") if _IS_ONE.search(box.head(name)[:2000])]
    for name in lists:
        found = _outlines(box, name)
        if isinstance(found, Rejection):
            yield found
        else:
            outlines += found
    used: set[_Outline] = set()
    among = beside(box) if len(box.names) == 1 else box
    for name in among.names:
        head = b"" if name in lists else among.head(name)
        if name.lower().endswith(_FEEDS) and _is_feed(name, head):
            yield from _entries(among, name, outlines, used, only_listed=among is not box)
        elif among is box and name not in lists:
            notes.left("files that are no feeds", name)
    for one in outlines:
        if one not in used:
            notes.left("feeds on the list that are not in the folder", one.feed or one.name)
    if len(used) < len(outlines):
        notes.hint("Nothing is fetched: save the feeds into the list's folder (curl -O ADDRESS), and import it again.")


def _is_feed(name: str, head: bytes) -> bool:
    kind = recognise.kind(name, head) if head else None
    return kind == "feed" or (kind == "json" and b"jsonfeed.org" in head[:2000].replace(b"\\/", b"/"))


def _entries(
    box: Box, name: str, outlines: list[_Outline], used: set[_Outline], *, only_listed: bool
) -> Iterator[Item]:
    """The entries of one feed; beside a list that was named by itself, other feeds are none of ours."""
    given = box.given(name)
    outline, sought = _by_file(name, box.head(name), outlines), False
    for item in [given] if isinstance(given, Rejection) else read_given(given):
        if isinstance(item, RawRecord):
            outline = outline or (None if sought else _by_source(item.fields, outlines))
            sought = True  # all entries are of one feed
            if outline or not only_listed:
                yield _as_listed(item, outline)
        elif outline or not only_listed:
            yield item
    if outline:
        used.add(outline)


def _outlines(box: Box, name: str) -> list[_Outline] | Rejection:
    data = whole(box.given(name))
    if isinstance(data, Rejection):
        return data
    try:
        return [made for one in elements(data, "outline", nested=True) if (made := _outline(one))]
    except BadXml as bad:
        return Rejection(box.shown(name), None, "", "", bad.problem, bad.remedy)


def _outline(element: Any) -> _Outline | None:
    told = {str(key).lower(): str(value).strip() for key, value in element.attrib.items()}
    feed = told.get("xmlurl", "")
    if not feed:
        return None
    topics: list[str] = []
    for above, _ in zip(element.iterancestors("outline"), range(_DEEPEST), strict=False):
        topics.insert(0, (above.get("text") or above.get("title") or "").strip())
    topics += [one.strip("/ ") for one in told.get("category", "").split(",")]
    name = told.get("title") or told.get("text", "")
    return _Outline(name, feed, told.get("htmlurl", ""), tuple(dict.fromkeys(filter(None, topics))))


def _by_file(name: str, head: bytes, outlines: list[_Outline]) -> _Outline | None:
    """The outline of a file: it names that file, the file names its address, or both are called alike."""
    for one in outlines:
        if one.feed in (name, f"./{name}") or (one.feed.startswith("http") and one.feed.encode() in head):
            return one
    stem = _LETTERS.sub("", name.rpartition("/")[2].partition(".")[0].casefold())
    return next((one for one in outlines if stem and _LETTERS.sub("", one.name.casefold()) == stem), None)


def _by_source(fields: Mapping[str, Any], outlines: list[_Outline]) -> _Outline | None:
    """The outline of the site that the feed says it is of."""
    source = fields.get("source")
    if not isinstance(source, dict):
        return None
    url, name = source.get("url"), source.get("name")
    for one in outlines:
        if (url and one.page and canonical_url(str(url)) == canonical_url(one.page)) or (name and name == one.name):
            return one
    return None


def _as_listed(item: RawRecord, outline: _Outline | None) -> RawRecord:
    if outline is None:
        return item
    given = item.fields.get("source")
    source = dict(given) if isinstance(given, dict) else {}
    page = outline.page if outline.page.startswith("http") else source.get("url")
    topics = item.fields.get("topics")
    own = list(topics) if isinstance(topics, list) else []
    named = absent_left_out({"name": outline.name or source.get("name"), "url": page})
    fields = {**item.fields, "source": named, "topics": list(dict.fromkeys((*own, *outline.topics)))}
    return dataclasses.replace(item, fields=absent_left_out(fields))
