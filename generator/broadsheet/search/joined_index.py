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
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from broadsheet.search.lean_index import distances, zipped

_CHUNK = 40_000
"""Characters of a file of words, about: 10 KB once it is zipped."""


def joined_index(pieces: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files of a shard, by their names; given the folder and the `words` of each of its pieces, oldest first.

    Raises:
        ValueError: a piece is not in the form that `lean_index` gives it.
    """
    lengths: list[int] = []
    dated: list[int] = []
    places: list[tuple[str, int]] = []
    words: dict[str, list[Any]] = {}
    last: dict[str, int] = {}
    values: dict[str, dict[str, list[int]]] = {}
    for folder, packed in pieces:
        told = json.loads(gzip.decompress(packed))
        start = len(lengths)
        lengths += told["lengths"]
        dated += (start + page for page in accumulate(told["dated"]))
        places.append((folder, len(told["lengths"])))
        _join_words(words, last, told["words"], start)
        for facet, pages_of in told["filters"].items():
            joined = values.setdefault(facet, {})
            for value, pages in pages_of.items():
                joined.setdefault(value, []).extend(start + page for page in sorted(pages))
    chunks = list(_chunks([words[word] for word in sorted(words)]))
    files = {f"{number}.pf_index": zipped(chunk, 6) for number, chunk in enumerate(chunks)}
    for facet, pages_of in values.items():
        files[f"{facet}.pf_filter"] = zipped([[value, distances(pages_of[value])] for value in sorted(pages_of)], 6)
    meta = {
        "lengths": lengths,
        "dated": distances(dated),
        "chunks": [[chunk[0][0], chunk[-1][0]] for chunk in chunks],
        "filters": sorted(values),
        "pieces": places,
    }
    return files | {"meta": zipped(meta, 6)}


def _join_words(words: dict[str, list[Any]], last: dict[str, int], piece: Iterable[list[Any]], start: int) -> None:
    """Adds the words of a piece, whose first page has the number `start`; `last` are the last pages of words so far."""
    for one in piece:
        word, row = one[0], one[1]
        end = start + sum(row[::2])
        known = words.get(word)
        row[0] += start - last.get(word, 0)
        last[word] = end
        if known is None:
            words[word] = one
            continue
        known[1] += row
        if len(one) > 2:
            known[2] += one[2]


def _chunks(words: Sequence[list[Any]]) -> Iterator[list[list[Any]]]:
    """The words, parted into what a browser fetches at a time."""
    chunk: list[list[Any]] = []
    size = 0
    for one in words:
        # A page and what is told of it are five characters, about, and so are two places.
        length = len(one[0]) + 5 * len(one[1]) // 2 + (len(str(one[2])) if len(one) > 2 else 0)
        if chunk and size + length > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(one)
        size += length + 6
    if chunk:
        yield chunk
