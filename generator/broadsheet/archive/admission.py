"""What came of taking records into the archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.archive.reconcile import Held, Reconciled
from broadsheet.errors import Rejection
from broadsheet.model import Article, Change, Origin

TOLD = 10_000
"""Folded records that are told one by one: a feed may say the same a million times."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A record that is no page of its own."""

    id: str
    """The article that it was folded into."""
    origin: Origin | None
    why: str
    """`same id`, `same URL`, `same text` or `a known copy`."""
    stands: Version | None = None
    """The version whose text stands in place of its own, where that is another; else its text is known."""

    def __str__(self) -> str:
        """`inputs/a.jsonl:3: is the article 1f2e3d4c again (same text)`."""
        again = f"{_place(self.origin) or 'a record'}: is the article {self.id} again ({self.why})"
        return f"{again}; its text gives way to that of {self.stands}" if self.stands else again


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article that came in the same run as another, and counts."""

    origin: Origin | None
    dated: bool
    """Whether both say when they were changed or fetched; else it counts because it came last."""

    def __str__(self) -> str:
        """`inputs/b.jsonl:1, which is newer`."""
        why = "which is newer" if self.dated else "which came last: no dates say which is newer"
        return f"{_place(self.origin) or 'another record'}, {why}"


def _place(origin: Origin | None) -> str:
    if origin is None:
        return ""
    return origin.file if origin.item is None else f"{origin.file}:{origin.item}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """The articles of the archive after records came in."""

    articles: Sequence[Article]
    """All of them, newest first, each with its address; those that were taken back, too."""
    new: Sequence[str] = ()
    """Ids, in the order in which they came."""
    changed: Sequence[str] = ()
    """Ids of articles that were there and that a record changed."""
    corrected: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    """By address: what readers of an article that was there are told has changed."""
    retracted: Mapping[str, str] = field(default_factory=dict)
    """By address: the reason why an article was taken back now."""
    folded: Sequence[Folded] = ()
    """Records that are no pages of their own: the first `TOLD` of them."""
    folds: int = 0
    """How many there were."""
    held: Sequence[Held] = ()
    withdrawn: Sequence[Folded] = ()
    """Records of articles whose pages a person deleted: they stay out."""
    reconciled: Mapping[str, Reconciled] = field(default_factory=dict)
    """By address: what became of pages that a person edited and whose records have changed since."""
    rejections: Sequence[Rejection] = ()
    """Records that bear the id of quite another one that came with them: counters serve many a list as ids. And those
    that take back an article that nobody knows."""
    received: Mapping[str, str] = field(default_factory=dict)
    """By address: the digest of the record that came last for it, for its page's fingerprint."""
