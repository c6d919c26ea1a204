"""What the reader of feeds promises for any bytes: records or rejections, no exception, nothing from the network."""

from __future__ import annotations

import datetime as dt
import io
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import trafilatura  # noqa: F401 - loaded before the network is watched: urllib3 looks for IPv6 as it loads

from broadsheet.archive import acceptance, article_page, front_matter
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Record
from broadsheet.sources import feed, read_given
from broadsheet.sources.inputs import HEAD
from broadsheet.sources.raw import Given, Item, RawRecord
from broadsheet.sources.validate import validate

TESTS = Path(__file__).parents[1]
TODAY = dt.date(2026, 5, 28)
LONGEST = 16_384


def promise(given: bytes) -> None:
    """Every entry becomes a record that can be written on a page and read back, or a rejection; no socket is made.

    Raises:
        AssertionError: a promise is broken.
    """
    with _no_network() as asked:
        for items in (read_given(_input(given)), feed.read(_input(given))):
            for item in items:
                _take(item)
    assert not asked, f"asked the network: {asked}"


def seeds() -> list[bytes]:
    """The feeds of our tests."""
    feeds = [path for end in ("rss", "atom", "xml") for path in TESTS.glob(f"data/**/*.{end}")]
    return [path.read_bytes()[:LONGEST] for path in sorted(feeds)]


def more_seeds(shared: Path) -> list[bytes]:
    """The feeds of feed parsers' own tests."""
    rows = [
        json.loads(line)
        for name in ("feedparser", "feedvalidator")
        for line in list((shared / f"data/dev/feeds_{name}.jsonl").open(encoding="utf-8"))[::4]
    ]
    return [row["content"].encode("utf-8", "replace")[:LONGEST] for row in rows if row.get("content")]


def _input(given: bytes) -> Given:
    return Given("in.xml", io.BytesIO(given[HEAD:]), "", given[:HEAD])


def _take(item: Item) -> None:
    checked = validate(item, TODAY) if isinstance(item, RawRecord) else item
    if isinstance(checked, Rejection):
        assert str(checked).isprintable(), "a message with control characters"
        assert checked.remedy
        json.dumps(dict(checked.record), default=str)
    elif isinstance(checked, Record):
        _goes_on_a_page(checked)
    else:
        assert isinstance(checked, Dump)


def _goes_on_a_page(record: Record) -> None:
    record.model_dump_json().encode()
    assert record.title.isprintable() or record.title.strip()
    assert "\n" not in record.title
    assert record.url is None or record.url.lower().startswith(("http://", "https://"))
    article = acceptance.article(record)
    written = front_matter.write(article_page.front(article, []))
    page = f"---\n{written}---\n"
    front, offset = front_matter.read(page)
    assert offset == len(page)
    assert article_page.read(front, article.body, article.address) == article, "a page that is not read back"


@contextmanager
def _no_network() -> Iterator[list[str]]:
    """Whoever asks the network is noted, and gets no answer."""
    asked: list[str] = []

    def refuse(*arguments: Any, **_: Any) -> Any:
        asked.append(repr(arguments)[:200])
        raise OSError("no network")

    class NoSocket(socket.socket):
        __init__ = refuse

    with (
        mock.patch.object(socket, "socket", NoSocket),
        mock.patch.object(socket, "create_connection", refuse),
        mock.patch.object(socket, "getaddrinfo", refuse),
    ):
        yield asked
