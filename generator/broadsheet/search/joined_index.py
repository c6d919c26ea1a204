"""The index of a shard as browsers read it, put together of its pieces'.

    meta                 {"lengths": words of each page, "dated": pages from the oldest on,
                         "chunks": [[first word, last word], …], "filters": [facet, …],
                         "pieces": [[folder, pages], …], where what a reader is shown of each page lies}
    CHUNK.pf_index       [[word, [page, told, page, told, …], places?], …] as `lean_index.py` says
    FACET.pf_filter      [[value, [page, …]], …]: the pages that have a value

All are gzipped JSON; pages are numbered through all pieces, and stand as the distance from the one before, as in these.
`theme/assets/javascripts/search_shard.js` reads all of it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from broadsheet.search.lean_index import distances, plain_json, zipped, zipped_text

_CHUNK = 40_000
"""Characters of a file of words, about: 10 KB once it is zipped."""

Word = tuple[int, list[str], list[str]]
"""Of a word, the last page that has it, and what each piece tells of its pages, and of places there."""


def joined_index(pieces: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files of a shard, by their names; given the folder and the `words` of each of its pieces, oldest first.

    Raises:
        ValueError: a piece is not in the form that `lean_index` gives it.
    """
    lengths: list[int] = []
    dated: list[int] = []
    places: list[tuple[str, int]] = []
    words: dict[str, Word] = {}
    values: dict[str, dict[str, list[int]]] = {}
    for folder, packed in pieces:
        told = json.loads(gzip.decompress(packed))
        start = len(lengths)
        lengths += told["lengths"]
        dated += (start + page for page in accumulate(told["dated"]))
        places.append((folder, len(told["lengths"])))
        _join_words(words, told["words"], start)
        for facet, pages_of in told["filters"].items():
            joined = values.setdefault(facet, {})
            for value, pages in pages_of.items():
                joined.setdefault(value, []).extend(start + page for page in sorted(pages))
    files: dict[str, bytes] = {}
    ranges = []
    for number, (first, final, chunk) in enumerate(_chunks(words)):
        files[f"{number}.pf_index"] = zipped_text(chunk, 6)
        ranges.append([first, final])
    for facet, pages_of in values.items():
        files[f"{facet}.pf_filter"] = zipped([[value, distances(pages_of[value])] for value in sorted(pages_of)], 6)
    meta = {
        "lengths": lengths,
        "dated": distances(dated),
        "chunks": ranges,
        "filters": sorted(values),
        "pieces": places,
    }
    return files | {"meta": zipped(meta, 6)}


def _join_words(words: dict[str, Word], piece: Iterable[list[Any]], start: int) -> None:
    """Adds the words of a piece, whose first page has the number `start`."""
    for word, end, row, *places in piece:
        last, rows, signs = words.get(word) or (0, [], [])
        first, comma, others = row.partition(",")
        rows.append(f"{int(first) + start - last}{comma}{others}")
        signs += places
        words[word] = (start + end, rows, signs)


def _chunks(words: Mapping[str, Word]) -> Iterator[tuple[str, str, str]]:
    """What a browser fetches of the words at a time: the first, the last, and the JSON of all between."""
    chunk: list[str] = []
    first = final = ""
    size = 0
    for word in sorted(words):
        _, rows, signs = words[word]
        places = f",[{','.join(signs)}]" if signs else ""
        one = f"[{plain_json(word)},[{','.join(rows)}]{places}]"
        if chunk and size + len(one) > _CHUNK:
            yield first, final, f"[{','.join(chunk)}]"
            chunk, size = [], 0
        first = word if not chunk else first
        final = word
        chunk.append(one)
        size += len(one)
    if chunk:
        yield first, final, f"[{','.join(chunk)}]"
