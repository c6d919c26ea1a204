"""Pocket: its exports, `ril_export.html` and CSV, which hold addresses and titles, and no text.

So no record comes of them: each address is told, with the way out. Where its pages are moved in along with it (a WARC
file), what Pocket knew of them (tags, the day they were saved) goes with them; `moving_in/__init__.py` sees to that.
"""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from broadsheet.errors import Rejection
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.raw import Given, Item, TooMuch
from broadsheet.sources.values import absent_left_out

_HTML = re.compile(rb"<title>\s{0,9}Pocket Export|<a\s[^<>]{1,4000}\btime_added=", re.IGNORECASE)
_CSV = re.compile(rb"^(?:\xef\xbb\xbf)?\"?title\"?,\"?url\"?,\"?time_added\"?,", re.IGNORECASE)

PROBLEM = "Pocket's export holds no text, only this address"
REMEDY = "fetch the page, and import what was fetched"
HINT = (
    "Pocket's exports hold no texts. To fetch the pages that are still there: `broadsheet import EXPORT --json -o "
    "none.jsonl | jq -r '.rejected[].record.url // empty' > addresses.txt` lists them; `wget -i addresses.txt "
    "--delete-after --warc-file=pocket` fetches them; `broadsheet import EXPORT pocket.warc.gz -o pocket.jsonl` makes "
    "records of both."
)


def is_one(box: Box) -> bool:
    """Whether it, or a file in it, is such an export."""
    return any(_form(box.head(name)) for name in box.ending(".html", ".htm", ".csv")[:50])


def _form(head: bytes) -> str:
    return "html" if _HTML.search(head) else "csv" if _CSV.match(head) else ""


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """Each address, as what cannot be a record by itself."""
    yield from box.refused
    for name in box.names:
        given = box.given(name)
        if isinstance(given, Rejection):
            yield given
            continue
        try:
            form = _form(given.head)
            if not form:
                notes.left("files that are no export", name)
                continue
            for number, entry in enumerate((_of_html if form == "html" else _of_csv)(given), 1):
                record = absent_left_out(entry)
                yield Rejection(
                    given.file, number, "body", entry["url"], f'"{entry["url"]}": {PROBLEM}', REMEDY, record
                )
            notes.hint(HINT)
        except TooMuch as much:
            yield given.rejection(much.problem, much.remedy)
        except (OSError, EOFError, zlib.error, ValueError, csv.Error, etree.LxmlError) as error:
            yield given.rejection(f"cannot be read to its end ({error})", "export it again")
        finally:
            given.stream.close()


def _of_html(given: Given) -> Iterator[dict[str, Any]]:
    data = given.text().replace("\0", "").encode("utf-8", "ignore")
    tree = etree.fromstring(data, HTMLParser(encoding="utf-8", huge_tree=True, no_network=True))
    for link in tree.iter("a") if tree is not None else ():
        yield _entry(link.get("href"), "".join(link.itertext()), link.get("time_added"), link.get("tags"), ",")


def _of_csv(given: Given) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(given.limits.record)
    for row in csv.DictReader(io.StringIO(given.text().lstrip("\ufeff"), newline="")):
        told = {(key or "").lower(): value for key, value in row.items() if isinstance(value, str)}
        yield _entry(told.get("url"), told.get("title"), told.get("time_added"), told.get("tags"), "|")


def _entry(url: str | None, title: str | None, added: str | None, tags: str | None, mark: str) -> dict[str, Any]:
    url, title = (url or "").strip(), " ".join((title or "").split())
    topics = [one.strip() for one in (tags or "").split(mark) if one.strip()]
    return {"url": url, "title": "" if title == url else title, "retrieved": (added or "").strip(), "topics": topics}
