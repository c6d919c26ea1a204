"""Days and times as feeds and other formats write them. A day alone is its first moment in UTC."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
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


def newest_day(articles: Iterable[Article]) -> str:
    """The newest day under which articles are filed (ISO 8601), the last on which a list of them grew; may be empty.

    So search engines are told of lists. (A correction changes an article, and hardly ever a list that names it.)
    """
    days = [one.day for one in articles if one.day]
    return max(days).isoformat() if days else ""


def newest_headline(articles: Iterable[Article]) -> str:
    """The same for a list of headlines: one that was corrected changes it, too."""
    told = list(articles)
    changes = (line.day.isoformat() for one in told for line in one.history if line.what == "title")
    return max((newest_day(told), *changes))


def _utc(moment: Moment) -> dt.datetime:
    if not isinstance(moment, dt.datetime):
        return dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
    try:
        known = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)
    except OverflowError:  # the first or the last day there is, in another zone
        known = moment.replace(tzinfo=dt.UTC)
    return known.replace(microsecond=0)
