"""The present of an archive: its newest day, the week that ends with it, and the stories that go on in that week.

The rule of running stories, on the front page as in the list of stories: told on two days or more, and in the last
seven days up to the newest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from broadsheet.edition import Edition
from broadsheet.model import Article, Story

WEEK = 7
"""Days up to the newest that are the present: no clock is asked."""


def latest_day(edition: Edition) -> dt.date | None:
    """The newest day on which an article was published; where the week knows of none, on which one was fetched.

    What was fetched may be of any age: it does not lead. Where hardly any date is known, nothing else can.
    """
    newest = next(iter(edition.by_day), None)
    week = week_to(edition, newest) if newest else []
    return next((day for day in week if any(one.published for one in edition.by_day[day])), newest)


def week_to(edition: Edition, newest: dt.date) -> list[dt.date]:
    """The days that have articles in the week that ends with the newest one, newest first."""
    return [day for day in edition.by_day if 0 <= (newest - day).days < WEEK]


def present(edition: Edition, newest: dt.date) -> list[Article]:
    """The articles of the week that ends with the newest day, newest first."""
    return [article for day in week_to(edition, newest) for article in edition.by_day[day]]


def running_stories(edition: Edition) -> Sequence[Story]:
    """The stories of more than one day that were told in the week, that with the newest article first."""
    newest = latest_day(edition)
    if newest is None:
        return ()
    week = frozenset(week_to(edition, newest))
    found = []
    for story in edition.stories:
        days = {one.day for one in edition.told_by(story) if one.day}
        if len(days) > 1 and days & week:
            found.append(story)
    return found


def first_and_last(edition: Edition, story: Story) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a story."""
    days = [one.day for one in edition.told_by(story) if one.day]
    return (days[-1], days[0]) if days else (None, None)
