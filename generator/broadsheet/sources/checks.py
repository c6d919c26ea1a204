"""What each field of a record may hold: one function a kind of value, from what came to what we keep."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from broadsheet import language_tags
from broadsheet.dates import read_date
from broadsheet.dates.calendars import EARLIEST, LATEST
from broadsheet.limits import or_raise
from broadsheet.model import Moment
from broadsheet.sources.encoding import composed, is_plain, repair
from broadsheet.sources.unseen import line_as_seen, text_as_seen

LONGEST_LINE = 10_000
LONGEST_ID = 1_000
LONGEST_URL = 4_000

_WHITE = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_NOT_IN_URLS = re.compile(r"[\s<>\"\\^`{}|]")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Problem(Exception):  # noqa: N818 - not an error of the program: a finding about a record
    """What is wrong with a value, and what to do."""

    def __init__(
        self, problem: str, remedy: str, value: Any, field: str = "", *, serious: bool = False, much: bool = False
    ) -> None:
        super().__init__(problem)
        self.problem, self.remedy, self.value, self.field = problem, remedy, value, field
        self.serious = serious
        """Whether it makes the whole record doubtful, whoever wrote it."""
        self.much = much
        """Whether it is too much to be set aside."""


def line(value: Any, longest: int = LONGEST_LINE) -> str:
    """A text on one line; empty where nothing can be seen of it."""
    text = _text(value)
    if not (text.isascii() and text.isprintable()):
        text = line_as_seen(composed(repair(text)))
        text = _WHITE.sub(" ", text)
    elif "  " in text:
        text = _WHITE.sub(" ", text)
    text = text.strip()
    if len(text) > longest:
        raise Problem(f"has {len(text):,} characters, more than {longest:,}", "shorten it", text)
    return text if text.isascii() or any(map(_is_seen, text)) else ""


def title(value: Any, longest: int) -> str:
    """The headline, of `longest` characters at most."""
    found = line(value, sys.maxsize)
    if not found:
        raise Problem("is empty", "give the headline", value)
    if len(found) > longest:
        raise Problem(
            f"has {len(found):,} characters, more than {longest:,}",
            or_raise("give the headline alone and put the rest into body", "title"),
            found,
        )
    return found


def body(value: Any, longest: int) -> str:
    """The text, in paragraphs, of `longest` characters at most."""
    text = _text(value)
    # No use in repairing what is too long anyhow. Bodies are long: search only where something can be found.
    if len(text) <= 2 * longest:
        if not is_plain(text):
            text = text_as_seen(composed(repair(text)))
        if " \n" in text or "\t\n" in text:
            text = "\n".join([one.rstrip(" \t") for one in text.split("\n")])
        if "\n\n\n" in text:
            text = _EMPTY_LINES.sub("\n\n", text)
        text = text.strip()
    if len(text) > longest:
        raise Problem(
            f"has {len(text):,} characters, more than {longest:,}",
            or_raise("split it into several records", "body"),
            text,
        )
    if not any(map(_is_seen, text)):
        raise Problem("is empty", "give the article's text, or leave the record out", value)
    return text


def identity(value: Any) -> str:
    """The id: any text on one line."""
    return line(value, LONGEST_ID)


def url(value: Any) -> str:
    """A web address."""
    text = line(value, LONGEST_URL)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        fine = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine:
        raise Problem("is not a web address", "write it as https://example.org/page, or leave it out", text)
    if "@" in parts.netloc:  # a name and a password are nobody's business
        text = text.replace(f"{parts.netloc.rpartition('@')[0]}@", "", 1)
    return _NOT_IN_URLS.sub(lambda match: f"%{ord(match[0]):02X}" if match[0].isascii() else "%20", text)


def language(value: Any) -> str:
    """A BCP 47 tag, written as usual: `pt-BR`, `zh-Hant`."""
    text = line(value).replace("_", "-")
    if not text:
        return ""
    tag = language_tags.written(text)
    if not tag:
        raise Problem("is not a language tag", "write it as fr or pt-BR, or leave it out", text)
    return tag


def moment(value: Any, languages: tuple[str, ...], today: dt.date) -> Moment | None:
    """A day or a time, from any form in which people and programs write it; None for an empty text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        found: Moment | None = _from_epoch(value)
    else:
        text = line(value)
        if not text:
            return None
        # Some tables hold seconds, or milliseconds, since 1970.
        epoch = text.isdecimal() and text.isascii() and len(text) in {10, 13}
        found = _from_epoch(int(text)) if epoch else read_date(text, languages)
    if found is None:
        if isinstance(value, str) and (where := _far_off(value.strip(), today)):
            raise Problem(f"lies {where}", "correct it, or leave it out", value)
        raise Problem("is not a date, or could be two", "write it as 2024-04-16 or 2024-04-16T10:30:00+02:00", value)
    day = found.date() if isinstance(found, dt.datetime) else found
    if day > today + dt.timedelta(days=1):
        raise Problem(f"lies in the future (today is {today})", "correct it, or leave it out", value, serious=True)
    return found


def entries(value: Any, read: Callable[[Any], Any], most: int, limit: str = "entries") -> tuple[Any, ...]:
    """A list, each member read, empty ones and repetitions left out; one value by itself is a list of one.

    It has `most` members at most; `limit` is the setting that says so.
    """
    members = value if isinstance(value, list | tuple) else [value]
    if len(members) > most:
        remedy = or_raise("keep the ones that matter", limit)
        raise Problem(f"has {len(members):,} entries, more than {most:,}", remedy, "", much=True)
    found: dict[Any, Any] = {}
    for member in members:
        one = read(member)
        if one:
            found.setdefault(one if isinstance(one, str) else json.dumps(one, sort_keys=True, default=str), one)
    return tuple(found.values())


def name(value: Any) -> str:
    """A name: a text, or an object that has one."""
    if isinstance(value, dict):
        if value and "name" not in value:
            raise Problem("is an object without a name", 'write it as text or as {"name": "…"}', value)
        value = value.get("name", "")
    return line(value) if value is not None else ""


def kept(value: Any) -> Any:
    """A value of a field we do not know, as it came, but with text that can be written down."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else repair(value)
    if isinstance(value, dict):
        return {kept(str(key)): kept(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(kept(inner) for inner in value)
    if isinstance(value, int) and not -(10**300) < value < 10**300:
        return str(value) if abs(value).bit_length() < 10_000 else "a number too long to keep"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):  # noqa: PLR0124 - that is how NaN is told
        return str(value)
    return value


def within(value: Any, longest: int, deepest: int) -> int:
    """The characters in a record; a Problem where there are more than `longest`, or it is nested too deeply."""
    size, level = 0, [value]
    for _ in range(deepest + 1):
        below: list[Any] = []
        for one in level:
            if isinstance(one, str):
                size += len(one)
            elif isinstance(one, dict):
                size += sum(map(len, one))
                below.extend(one.values())
            elif isinstance(one, list | tuple):
                below.extend(one)
        if size > longest:
            raise Problem(f"has more than {longest:,} characters", or_raise("shorten what is long", "record"), "")
        if not below:
            return size
        level = below
    raise Problem(f"is nested more than {deepest:,} levels deep", or_raise("flatten it", "depth"), "")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int) or abs(value).bit_length() > 1000:
        raise Problem("is not text", "write it in quotes", value)
    return str(value)


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace()


def _far_off(text: str, today: dt.date) -> str:
    """Where a day lies that no news can be of (software writes such for "none"); empty for any other text."""
    try:
        year = dt.datetime.fromisoformat(text).year
    except ValueError:
        return ""
    if year > LATEST:
        return f"in the future (today is {today})"
    return f"before the year {EARLIEST}" if year < EARLIEST else ""


def _from_epoch(value: float) -> dt.datetime | None:
    """Seconds since 1970, or milliseconds where seconds would be far off."""
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not 100_000_000 < abs(seconds) < 7_000_000_000 and not 15_000_000 < seconds < 22_000_000:
        return None
    # Days in figures (20240416) are no seconds.
    if 15_000_000 < seconds < 22_000_000 and isinstance(value, int):
        day = read_date(str(value))
        return None if day is None else dt.datetime.combine(day, dt.time())
    return _EPOCH + dt.timedelta(seconds=seconds)
