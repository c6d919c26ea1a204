"""Pagefind's index of a piece, without what no question asks for: a third of its size.

What goes is where a word stands in a page (but for scripts without spaces, whose signs must stand side by side), words
in a spelling that no question has, and the names of files. A piece is then

    words               {"lengths": words of each page, "dated": pages from the oldest on,
                        "words": [[word, last page, "page,told,…", "[places in text, in title, beside?],…"?], …],
                        "filters": {facet: {value: [page, …]}}},
                        told = 2 × how often + whether in the title, so 0 of what stands beside the text
                        alone (in bylines, outlets, topics); places of signs alone
    PAGE.pf_fragment    as Pagefind wrote them: what a reader is shown of a page

`words` is gzipped JSON; pages that are `dated` or have a word, and places, stand there as the distance from the one
before. Lists of these are texts, so that `joined_index.py` puts the pieces of a shard together without reading them.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from broadsheet.search.cbor import STEP, decoded, head, item
from broadsheet.search.written_text import UNSPACED, never_asked_for

Places = tuple[set[int], set[int], set[int]]
"""Where a sign stands in a page: in its text, in its title, beside its text."""

_SIGNATURE = b"pagefind_dcd"
_NONE = 0x80
"""An empty list, in CBOR."""
_SMALL = 24
"""The first number that takes more than a byte of its own: most take one, and are read where they stand."""
_SIGN = re.compile(f"[{UNSPACED}\u0e01-\u0e46]")


def lean_index(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a piece, by their names; given Pagefind's.

    Raises:
        ValueError: they are not in the form that Pagefind 1.5 writes.
        KeyError: one of them is missing.
    """
    _, pages, chunks, filters, sorts, fields = decoded(_plain(files["meta"]))
    title, beside = (fields.index(name) if name in fields else len(fields) for name in ("title", "beside"))
    lean = {f"{number}.pf_fragment": files[f"fragment/{name}.pf_fragment"] for number, (name, _) in enumerate(pages)}
    dated: list[int] = next((order for name, order in sorts if name == "date"), [])
    valued = (decoded(_plain(files[f"filter/{name}.pf_filter"])) for _, name in filters)
    lean["words"] = zipped(
        {
            "lengths": [length for _, length in pages],
            "dated": distances(dated),
            "words": [
                word for *_, name in chunks for word in _words(_plain(files[f"index/{name}.pf_index"]), title, beside)
            ],
            "filters": {facet: dict(values) for facet, values in valued},
        }
    )
    return lean


def _words(packed: bytes, title: int, beside: int) -> Iterator[list[Any]]:
    """The words of a file: [word, its pages and those of its forms with other accents].

    Read number by number, without the lists they are in: there are thousands of places for each word.
    """
    _, at = head(packed, 0)
    number, at = head(packed, at)
    for _ in range(number):
        word, at = item(packed, at + 1)
        told: dict[int, int] = {}
        places: dict[int, Places] | None = {} if _SIGN.match(word) else None
        at = _note(packed, at, (title, beside), told, places)
        forms, at = head(packed, at)
        for _ in range(forms):
            _, at = item(packed, at + 1)
            at = _note(packed, at, (title, beside), told, places)
        if not told or never_asked_for(word):
            continue
        row: list[str] = []
        last = 0
        for page in sorted(told):
            row.append(f"{page - last},{told[page]}")
            last = page
        if places is None:
            yield [word, last, ",".join(row)]
        else:
            yield [word, last, ",".join(row), plain_json([_told_places(places[page]) for page in sorted(told)])[1:-1]]


def _note(
    packed: bytes, at: int, fields: tuple[int, int], told: dict[int, int], places: dict[int, Places] | None
) -> int:
    """Notes the pages of a word that are listed at a place; returns the place behind them.

    `fields` are the numbers of the title and of what stands beside the text.
    """
    number, at = head(packed, at)
    page = 0
    for _ in range(number):
        distance, at = packed[at + 1], at + 2
        if distance >= _SMALL:
            distance, at = head(packed, at - 1)
        page += distance
        begin = at
        size, at = packed[at] & 31, at + 1
        if size >= _SMALL:
            size, at = head(packed, begin)
        count = 0
        for _ in range(size):
            first = packed[at]
            count += first < 32
            at += STEP[first]
        titled: Collection[int] = ()
        besides: Collection[int] = ()
        if packed[at] == _NONE:
            at += 1
        else:
            named, at = item(packed, at)
            titled, besides = (_places_in(named, field) for field in fields)
        if not count and not titled and not besides:
            continue  # only in what is shown and not searched
        told[page] = told.get(page, 0) + 2 * count | bool(titled)
        if places is not None:
            text, in_title, in_others = places.setdefault(page, (set(), set(), set()))
            text |= _places(item(packed, begin)[0])
            in_title.update(titled)
            in_others.update(besides)
    return at


def _places(runs: Iterable[int]) -> set[int]:
    """Where in the text; a negative number gives the weight of what follows, whose first place is absolute."""
    found = set()
    last = 0
    for number in runs:
        last = 0 if number < 0 else last + number
        if number >= 0:
            found.add(last)
    return found


def _places_in(runs: Iterable[int], field: int) -> set[int]:
    """Where in a field; a negative number opens one."""
    found = set()
    open_field, last = -1, 0
    for number in runs:
        if number < 0:
            open_field, last = -number - 1, 0
        else:
            last += number
            if open_field == field:
                found.add(last)
    return found


def _told_places(places: Places) -> list[list[int]]:
    text, title, beside = (distances(sorted(one)) for one in places)
    return [text, title, beside] if beside else [text, title]


def _plain(packed: bytes) -> bytes:
    plain = gzip.decompress(packed)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("a file that Pagefind did not write")
    return plain[len(_SIGNATURE) :]


def distances(numbers: Iterable[int]) -> list[int]:
    """Numbers as the distance of each from the one before."""
    return [later - earlier for earlier, later in pairwise([0, *numbers])]


def zipped(value: Any, level: int = 1) -> bytes:
    """Gzipped JSON."""
    return zipped_text(plain_json(value), level)


def zipped_text(text: str, level: int) -> bytes:
    """Gzipped text."""
    return gzip.compress(text.encode("utf-8", "surrogatepass"), level, mtime=0)


def plain_json(value: Any) -> str:
    """JSON without a space too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
