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

    def __str__(self) -> str:
        """`inputs/a.jsonl:3: is the article 1f2e3d4c again (same text)`."""
        file, item = (self.origin.file, self.origin.item) if self.origin else ("a record", None)
        return f"{file}{'' if item is None else f':{item}'}: is the article {self.id} again ({self.why})"


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
