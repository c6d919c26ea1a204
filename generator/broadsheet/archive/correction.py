"""Corrections: what changed in an article that readers knew, and what is left of one that was taken back.

The archive's article is compared with the version that takes its place, once a run, when all records are in.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from broadsheet.archive import acceptance
from broadsheet.model import Article, Change, Copy, Moment, Record, Retraction

MOST = 100
"""Lines of history that a page keeps, the newest: a live blog changes every hour, and git has the rest."""


def corrected(before: Article, after: Article, today: dt.date) -> Article:
    """The version that takes the archive's place, with its history, and with the day of publication that is known.

    What was not known before and is now, or differs in white space alone, is no change. A change is of the day
    that the new version states, or on which it was fetched, else of `today`.
    """
    after = as_first_published(before, after)
    if after.retracted:
        return dataclasses.replace(after, history=before.history)
    day = _day(before, after, today)
    changes = list(_changes(before, after, day))
    updated = after.updated or (day if changes else before.updated)
    return dataclasses.replace(after, history=_longer(before.history, changes), updated=updated)


def tombstone(article: Article, retraction: Retraction) -> Article:
    """What is left of an article that was taken back: what it was, where, when and why."""
    return dataclasses.replace(
        article,
        body="",
        authors=(),
        description=None,
        section=None,
        topics=(),
        entities=(),
        image=None,
        rights=None,
        origin=None,
        removed=(),
        extra={},
        retracted=retraction,
    )


def outlives(version: Article | Copy, retraction: Retraction) -> bool:
    """Whether a version was changed, or published, later than the article was taken back, and so brings it back."""
    moments = (version.updated, version.published)
    return any(moment and retraction.date and acceptance.is_after(moment, retraction.date) for moment in moments)


def retractions_in_order(records: Sequence[Record]) -> list[Record]:
    """Records that take articles back, in the order of their days, those that state none last."""
    days = [(_stated_day(record), record) for record in records]
    return [record for _, record in sorted(days, key=lambda pair: acceptance.day_of(pair[0] or dt.date.max))]


def retraction(record: Record, article: Article, today: dt.date) -> Retraction:
    """When and why `article` is taken back, now that this record says so.

    Of two retractions the later one counts. One that does not say when is never later than one that is known,
    on the page or in its history.
    """
    said, known, day = record.retracted or Retraction(), article.retracted, _stated_day(record)
    if known and day and known.date and acceptance.is_after(day, known.date):
        return Retraction(reason=said.reason, date=day)
    if known:
        reason = known.reason
        if day is None:
            reason = reason or said.reason
        elif day == known.date:
            reason = said.reason or reason
        return Retraction(reason=reason, date=known.date or day)
    before = [one.day for one in article.history if (one.what, one.was) == ("retracted", said.reason)]
    return Retraction(reason=said.reason, date=day or max(before, default=record.retrieved or today))


def copy_retraction(record: Record, copy: Copy, today: dt.date) -> Retraction:
    """When and why a copy is taken back: as with an article, the later of two counts."""
    said, known, day = record.retracted or Retraction(), copy.retracted, _stated_day(record)
    if known and not (day and (known.date is None or acceptance.is_after(day, known.date))):
        return known
    return Retraction(reason=said.reason, date=day or record.retrieved or today)


def taken_back(record: Record, article: Article, why: Retraction) -> Article:
    """The tombstone of an article; a title that the record states is the last that was known."""
    said = dataclasses.replace(acceptance.article(record), updated=why.date)
    later, earlier = (said, article) if said.title and why != article.retracted else (article, said)
    return tombstone(acceptance.merged(later, earlier, article), why)


def restored(article: Article, retraction: Retraction, today: dt.date) -> Article:
    """An article that was taken back before it had a page, and changed since: its history says so."""
    changed = article.updated or article.published or today
    days = (acceptance.day_of(retraction.date or changed), acceptance.day_of(changed))
    history = (Change(days[0], "retracted", retraction.reason), Change(days[1], "restored"))
    return dataclasses.replace(article, history=history)


def _stated_day(record: Record) -> Moment | None:
    # Not the day on which it was fetched: that is another one each time.
    return (record.retracted and record.retracted.date) or record.updated


def as_first_published(before: Article, after: Article) -> Article:
    """The new version with the day of publication that is known; a later one that it states is that of its change."""
    known, said = before.published, after.published
    if known is None or said is None or said == known:
        return after
    if acceptance.day_of(known) == acceptance.day_of(said):
        # The same day, perhaps with the time that was missing.
        return dataclasses.replace(after, published=known if isinstance(known, dt.datetime) else said)
    updated = after.updated or (said if acceptance.is_after(said, known) else None)
    return dataclasses.replace(after, published=known, updated=updated)


def _day(before: Article, after: Article, today: dt.date) -> dt.date:
    # A day that the version before bore already says nothing about this one.
    for moment, known in ((after.updated, before.updated), (after.retrieved, before.retrieved)):
        if moment and moment != known:
            return acceptance.day_of(moment)
    return today


def _changes(before: Article, after: Article, day: dt.date) -> Iterator[Change]:
    if before.retracted:
        taken = acceptance.day_of(before.retracted.date) if before.retracted.date else day
        yield Change(taken, "retracted", before.retracted.reason)
        yield Change(day, "restored")
    if _spaced(before.title) != _spaced(after.title):
        yield Change(day, "title", before.title)
    old, new = _paragraphs(before), _paragraphs(after)
    if old and old != new:
        gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
        yield Change(day, "text", paragraphs=max(gone.total(), come.total()))
    if before.authors and before.authors != after.authors:
        yield Change(day, "authors", ", ".join(before.authors))
    if before.description and _spaced(before.description) != _spaced(after.description or ""):
        yield Change(day, "description")
    if before.source and before.source != after.source:
        yield Change(day, "source", before.source)
    if before.rights and _spaced(before.rights) != _spaced(after.rights or ""):
        yield Change(day, "rights")


def _longer(history: Sequence[Change], changes: Sequence[Change]) -> tuple[Change, ...]:
    lines = list(history)
    for change in changes:
        same = next((at for at, one in enumerate(lines) if (one.day, one.what) == (change.day, "text")), None)
        if change.what == "text" and same is not None:
            # One line a day for the text, however often it is touched.
            lines[same] = dataclasses.replace(change, paragraphs=lines[same].paragraphs + change.paragraphs)
        else:
            lines.append(change)
    return tuple(lines[-MOST:])


def _paragraphs(article: Article) -> list[str]:
    return [spaced for spaced in map(_spaced, article.body.split("\n\n")) if spaced]


def _spaced(text: str) -> str:
    return " ".join(text.split())
