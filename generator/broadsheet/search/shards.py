"""Shards: the pages that are indexed together, so that a new day changes one small index only.

Articles are parted by months, oldest first: a shard is full once it holds its share of them, and those that do not fill
one are parted into young shards of an eighth of it. So the older shards stay as they are while the archive grows, and
only the youngest is indexed again; once young ones fill a shard together, they become one. How many there are is
bounded, because each costs a question a small file for each word.

A shard is indexed in pieces of a few hundred pages that lie side by side in it. Where one ends is told by the address
of its last page, so that an article more or less, or another text, changes the piece that it is in and at most the
next few: all others stay as they are, also in the oldest shard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from zlib import crc32

from broadsheet.search.searched_page import SearchedPage

FEWEST = 2_048
"""Articles that a full shard holds, at the least."""

MOST_SHARDS = 2
"""Full shards of dated articles, about."""

IN_PIECE = (256, 1_024)
"""Pages of a piece, at the least (but for the last of a shard) and at the most; in between, one in 256 ends it."""

YOUNG = 8
"""Young shards that make a full one, at the most."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Pages that are indexed together."""

    name: str
    """`2016-01`, the month it begins with; `undated`; `names` for all that is no article."""
    pages: Sequence[SearchedPage]
    """In the order of their dates and addresses."""


def shards(pages: Iterable[SearchedPage]) -> list[Shard]:
    """The shards of a site: newest articles first, then undated ones, then everything else."""
    ordered = sorted(pages, key=lambda page: (page.date, page.address))
    articles = [page for page in ordered if page.kind == "article"]
    dated = [page for page in articles if page.date]
    parted = [
        *reversed(_by_age(dated, _share(len(dated)))),
        Shard("undated", [page for page in articles if not page.date]),
        Shard("names", [page for page in ordered if page.kind != "article"]),
    ]
    return [shard for shard in parted if shard.pages]


def _share(articles: int) -> int:
    """How many articles fill a shard: a power of two, so that it seldom changes as the archive grows."""
    share = FEWEST
    while share * MOST_SHARDS < articles:
        share *= 2
    return share


def _by_age(articles: Sequence[SearchedPage], share: int) -> list[Shard]:
    full = _by_period(articles, share)
    if full and len(full[-1].pages) < share:
        full[-1:] = _by_period(full[-1].pages, max(FEWEST // 2, share // YOUNG))
    return full


def _by_period(articles: Sequence[SearchedPage], share: int) -> list[Shard]:
    parted: list[Shard] = []
    gathered: list[SearchedPage] = []
    for _, month in groupby(articles, key=lambda page: page.date[:7]):
        if len(gathered) >= share:
            parted.append(Shard(gathered[0].date[:7], gathered))
            gathered = []
        gathered = [*gathered, *month]
    return [*parted, Shard(gathered[0].date[:7], gathered)] if gathered else parted


def pieces(shard: Shard) -> list[Sequence[SearchedPage]]:
    """The pages of a shard as they are indexed, piece by piece."""
    fewest, most = IN_PIECE
    ends = [0]
    for end, page in enumerate(shard.pages, 1):
        size = end - ends[-1]
        if size == most or (size >= fewest and crc32(page.address.encode("utf-8", "surrogatepass")) % fewest == 0):
            ends.append(end)
    if ends[-1] != len(shard.pages):
        ends.append(len(shard.pages))
    return [shard.pages[start:end] for start, end in pairwise(ends)]
