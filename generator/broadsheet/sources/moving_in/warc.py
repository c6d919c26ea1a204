"""WARC: what crawlers save (wget --warc-file, ArchiveWeb.page, Heritrix), plain, gzipped, or in WACZ (warcio).

One page at a time: a file of gigabytes takes no more memory than its largest page. Read are HTML pages that the server
gave as such (status 200); of the same page, saved again unchanged, the first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from hashlib import blake2b
from importlib import import_module
from typing import Any, BinaryIO, cast

from broadsheet.errors import Rejection, SourceError
from broadsheet.limits import or_raise
from broadsheet.sources import html_page, recognise
from broadsheet.sources.encoding import decode
from broadsheet.sources.inputs import HEAD
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.raw import Given, Item, RawRecord, TooMuch

_ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")
_IS_ONE = re.compile(rb"WARC/[01]\.\d|filedesc://")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_PIECE = 65_536


def is_one(box: Box) -> bool:
    """Whether it, or a file in it, is a WARC file."""
    return any(_IS_ONE.match(box.head(name)) for name in [*box.ending(*_ENDINGS), *box.names[:50]])


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The articles among the pages that were saved."""
    try:
        warcio: Any = import_module("warcio.archiveiterator")
    except ImportError as error:
        raise SourceError(
            f'{box.name}: WARC files are read with warcio ({error}); pip install "broadsheet[warc]"'
        ) from error
    yield from box.refused
    for name in box.names:
        given = box.given(name)
        if isinstance(given, Rejection):
            yield given
            continue
        try:
            if _IS_ONE.match(given.head):
                yield from _Saved(given, notes).pages(warcio.ArchiveIterator)
            elif box.names != (name,) and not name.lower().endswith(_ENDINGS):
                notes.left("files that are no WARC files", name)
            else:
                yield given.rejection("is no WARC file", "name one that crawlers write, .warc or .warc.gz")
        finally:
            given.stream.close()


class _Saved:
    """One WARC file, read from its beginning to its end."""

    def __init__(self, given: Given, notes: Notes) -> None:
        self._given, self._notes = given, notes
        self._seen: set[bytes] = set()

    def pages(self, iterator: Any) -> Iterator[Item]:
        given, number = self._given, 0
        try:
            for number, record in enumerate(iterator(_rejoined(given), arc2warc=True), 1):
                yield from self._of(record, number)
        except TooMuch as much:
            yield given.rejection(much.problem, much.remedy, item=number or None)
        except Exception as error:  # noqa: BLE001 - warcio trips over broken files in many ways; none may stop a run
            problem = f"cannot be read to its end ({type(error).__name__})"
            yield given.rejection(problem, "check the file", item=number or None)

    def _of(self, record: Any, number: int) -> Iterator[Item]:
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        url = url.strip("<>") if url.startswith(("<http", "http")) else ""
        if why := _why_not(record):
            if why != _SILENT:
                self._notes.left(why, url)
            return
        limit = self._given.limits.record
        data = _whole(record.content_stream(), limit)
        if len(data) > limit:
            problem, remedy = f"is larger than {limit:,} bytes", or_raise("leave it out", "record")
            yield self._given.rejection(problem, remedy, item=number, value=url)
            return
        if self._is_known(url, data):
            self._notes.left("pages saved again, unchanged", url)
            return
        data = _as_declared(data, record.http_headers.get_header("Content-Type") or "")
        if what := recognise.why_not(data[:HEAD]):
            self._notes.left(f"pages whose content {what}", url)
            return
        day = record.rec_headers.get_header("WARC-Date") or ""
        page = Given(self._given.file, io.BytesIO(data), limits=self._given.limits, kind="html")
        yield from self._article(page, url, day, number)

    def _article(self, page: Given, url: str, day: str, number: int) -> Iterator[Item]:
        try:
            items = list(html_page.read(page))
        except TooMuch as much:
            yield self._given.rejection(much.problem, much.remedy, item=number, value=url)
            return
        for item in items:
            if not isinstance(item, RawRecord):
                self._notes.left("pages without an article's text", url)
            elif not item.fields.get("title"):
                self._notes.left("pages without a headline", url)
            elif self._is_known(url, f"{item.fields.get('title')}\n{item.fields['body']}".encode("utf-8", "replace")):
                self._notes.left("pages saved again, unchanged", url)
            else:
                stated = str(item.fields.get("url") or "")
                fields = {**item.fields, "url": stated if stated.startswith("http") else url, "retrieved": day}
                yield self._given.record(fields, number, foreign=True)

    def _is_known(self, url: str, content: bytes) -> bool:
        mark = blake2b(url.encode("utf-8", "replace") + b"\n" + content, digest_size=12).digest()
        known = mark in self._seen
        self._seen.add(mark)
        return known


_SILENT = "-"
"""Requests, and what crawlers say of themselves: nobody misses them."""


def _why_not(record: Any) -> str:
    """Why a WARC record is no page; empty for one."""
    if record.rec_type == "revisit":
        return "pages saved again, unchanged"
    if record.rec_type != "response" or record.http_headers is None:
        return _SILENT
    status = record.http_headers.get_statuscode()
    if status != "200":
        return f"answers with status {status[:3]}" if status else "answers without a status"
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return "" if kind in ("text/html", "application/xhtml+xml") else "files that are no pages (pictures, scripts, …)"


def _whole(stream: Any, limit: int) -> bytes:
    """All of a page, and a byte more where it is larger than that: it may be packed a thousand times smaller."""
    pieces, size = [], 0
    while size <= limit and (piece := stream.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)[: limit + 1]


def _as_declared(data: bytes, content_type: str) -> bytes:
    """The page in UTF-8 where only the server said in what it is written."""
    found = _CHARSET.search(content_type)
    if not found or b"charset" in data[:4096].lower() or data.startswith(b"\xef\xbb\xbf"):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = f'<meta charset="{found[1]}">'.encode()
        return decode(declared + data).removeprefix(declared.decode()).encode("utf-8", "replace")
    return data


def _rejoined(given: Given) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Rejoined(given.head, given.stream), _PIECE))


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were read of it put before the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes."""
        view = memoryview(cast("bytearray", buffer))
        if not self._head:
            self._head = self._rest.read(len(view))
        part, self._head = self._head[: len(view)], self._head[len(view) :]
        view[: len(part)] = part
        return len(part)
