"""Days and times as feeds and other formats write them. A day alone is its first moment in UTC."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

from broadsheet.model import Article, Moment


def rfc3339(moment: Moment) -> str:
    """`2024-04-16T08:32:00Z`: in UTC, so that the order of texts is that of time."""
    return f"{_utc(moment).replace(tzinfo=None).isoformat()}Z"


def rfc822(moment: Moment) -> str:
    """`Tue, 16 Apr 2024 08:32:00 +0000`."""
    return format_datetime(_utc(moment))


def changed(article: Article) -> Moment | None:
    """When an article was last changed, at its source or in what the archive knows of it; None without any date."""
    at_source = article.updated or article.published or article.retrieved
    learnt = article.history[-1].day if article.history else None
    if not (at_source and learnt):
        return at_source
    return max((at_source, learnt), key=rfc3339)


def _utc(moment: Moment) -> dt.datetime:
    if not isinstance(moment, dt.datetime):
        return dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
    try:
        known = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)
    except OverflowError:  # the first or the last day there is, in another zone
        known = moment.replace(tzinfo=dt.UTC)
    return known.replace(microsecond=0)
