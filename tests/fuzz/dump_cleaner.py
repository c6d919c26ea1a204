"""What the cleaner of dumps promises for any bytes: an answer to each dump, every line accounted for, linear time."""

from __future__ import annotations

import datetime as dt
import io
import json
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from broadsheet.cleaning import clean
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Record
from broadsheet.sources import dump as dump_source
from broadsheet.sources.raw import Given, RawRecord
from broadsheet.sources.validate import validate

TESTS = Path(__file__).parents[1]
TODAY = dt.date(2026, 5, 28)
LONGEST = 8_192
BETWEEN = b"\n%%\n"
"""What stands between the dumps of one site in what is given."""
SLOW = 1.0
"""Seconds below which nothing is called slow, whatever the machine has to do besides."""


def promise(given: bytes) -> None:
    """Each dump gives a record or a rejection; every line is kept or said to be removed; long ones are no trouble.

    Raises:
        AssertionError: a promise is broken.
    """
    dumps = _dumps(given)
    cleaned = clean(dumps)
    _account(dumps, cleaned)
    if len(dumps) > 1:
        for one in dumps:
            _account([one], clean([one]))
    # Dear, and so not for each.
    chance = zlib.crc32(given)
    if chance % 16 == 0:
        assert clean(dumps) == cleaned, "the same dumps are cleaned in two ways"
    if chance % 64 == 1:
        for one in dumps:
            _is_linear(one)


def seeds() -> list[bytes]:
    """The dumps of our tests."""
    return [page.read_bytes()[:LONGEST] for page in sorted(TESTS.glob("data/**/*.txt"))]


def more_seeds(shared: Path) -> list[bytes]:
    """Pages that others collected."""
    texts = [
        json.loads(line)["raw_text"]
        for name in ("np4k", "wcxb", "tra", "daniel", "aeb")
        for line in list((shared / f"data/dev/rawdump_{name}.jsonl").open(encoding="utf-8"))[::10]
    ]
    return [text.encode("utf-8", "replace")[:3_000] for text in texts]


def _dumps(given: bytes) -> list[Dump]:
    found: list[Dump] = []
    for number, part in enumerate(given.split(BETWEEN)[:4]):
        items = list(dump_source.read(Given(f"{number}.txt", io.BytesIO(part), "site")))
        assert len(items) == 1
        (item,) = items
        assert isinstance(item, Dump | Rejection)
        if isinstance(item, Dump):
            found.append(item)
    return found


def _account(dumps: Sequence[Dump], cleaned: Sequence[dict[str, Any] | Rejection]) -> None:
    assert len(cleaned) == len(dumps)
    for one, found in zip(dumps, cleaned, strict=True):
        if isinstance(found, Rejection):
            assert str(found).isprintable(), "a message with control characters"
            continue
        _account_for_lines(one, found)
        checked = validate(RawRecord(one.origin, found), TODAY)
        assert isinstance(checked, Record | Rejection)
        json.dumps(found).encode()


def _account_for_lines(one: Dump, record: dict[str, Any]) -> None:
    lines = {number: line.strip() for number, line in enumerate(one.text.split("\n"), 1) if line.strip()}
    removed: set[int] = set()
    for cut in record["removed"]:
        assert cut["rule"]
        assert cut["line"] not in removed, "a line removed twice"
        assert lines.get(cut["line"]) == cut["text"], "a removed line that is none"
        removed.add(cut["line"])
    left = [number for number in lines if number not in removed]
    body = record["body"].replace("\n\n", " ")
    assert _is_body_and_headline([lines[number] for number in left], body, _letters(record["title"]))


def _is_body_and_headline(left: Sequence[str], body: str, title: str) -> bool:
    """Whether the lines that are left are those of the body, in order, and besides one that says the headline."""
    if " ".join(left) == body:
        return True
    for size in range(1, 8):  # a headline may be broken at a fixed width, as paragraphs are
        for at in range(len(left) - size + 1):
            said = _letters("".join(left[at : at + size]))
            if title[:40] in said and " ".join([*left[:at], *left[at + size :]]) == body:
                return True
    return False


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_linear(one: Dump) -> None:
    """Eight times the text takes hardly more than eight times as long."""
    few = max(1, 8_000 // (len(one.text) + 1))
    for joint in ("", "\n"):
        short, long = (Dump(one.origin, joint.join([one.text] * times)) for times in (few, 8 * few))
        least, most = _seconds(short), _seconds(long)
        if most > SLOW and most > 24 * least:
            least, most = _seconds(short), _seconds(long)
            assert most <= SLOW or most <= 24 * least, f"{least:.2f} s became {most:.2f} s for eight times the text"


def _seconds(one: Dump) -> float:
    start = time.thread_time()
    clean([one])
    return time.thread_time() - start
