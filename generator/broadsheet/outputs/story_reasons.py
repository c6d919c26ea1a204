"""Why an article is part of its story, in words, and the line with which a person says otherwise."""

from __future__ import annotations

import datetime as dt

from broadsheet.archive import front_matter
from broadsheet.edition import Edition
from broadsheet.model import Article, Story, Tie
from broadsheet.outputs.chips import some
from broadsheet.outputs.links import to_entity
from broadsheet.outputs.spoken import headline
from broadsheet.outputs.words import Words

MOST_NAMES = 4
"""Shared names that a reason lists."""

LEAST_TEXT = 5
"""Shared text, in per cent, below which it is no reason: a turn of phrase, the names and numbers of a translation."""

LONG = 48
"""Hours from which on days are counted."""


def reason(edition: Edition, story: Story, article: Article, start: str, words: Words) -> str:
    """`3 shared names: A, B, C · 41 % shared text · 5 hours apart (Headline)` on page `start`; may be empty."""
    tie = story.ties.get(article.id)
    if tie is None:
        return ""
    parts = []
    nearest = edition.by_id.get(tie.article)
    names = [to_entity(edition.entities[one], start) for one in _shared(edition, tie, article, nearest)]
    if names:
        count = words.count("{count} shared name", "{count} shared names", len(names))
        parts.append(f"{count}{words.colon} {some(names, words, MOST_NAMES)}")
    if round(100 * tie.text) >= LEAST_TEXT:
        parts.append(words("{number} % shared text", number=words.number(round(100 * tie.text))))
    if tie.hours is not None:
        parts.append(_apart(tie.hours, article, nearest, words))
    if nearest and parts:
        parts[-1] += f" ({headline(nearest, start, words)})"
    said = [words("put here by a person")] if tie.said else []
    return " · ".join([*said, *parts])


def _shared(edition: Edition, tie: Tie, article: Article, nearest: Article | None) -> list[str]:
    """Ids of what both name: what their texts do, the rarest first, then what only a headline or a record does."""
    named = [one for one in tie.names if one in edition.entities]
    if nearest is None:
        return named
    there = set(edition.ids_named_in(nearest))
    outside = {one for each in (article, nearest) for one in edition.ids_named_outside(each)}
    more = (one for one in edition.ids_named_in(article) if one in there and one in outside)
    return list(dict.fromkeys((*named, *more)))


def _apart(hours: float, article: Article, nearest: Article | None, words: Words) -> str:
    """In hours where both are known to the hour and near each other, else in days of the calendar."""
    if nearest and hours < LONG and all(isinstance(one.published, dt.datetime) for one in (article, nearest)):
        if round(hours) < 1:
            return words("within the hour")
        return words.count("{count} hour apart", "{count} hours apart", round(hours))
    days = round(hours / 24)
    if nearest and article.day and nearest.day:
        days = abs((article.day - nearest.day).days)
    return words.count("{count} day apart", "{count} days apart", days) if days else words("the same day")


def overruling(edition: Edition, story: Story, article: Article | None, words: Words) -> str:
    """How a person says otherwise, to be opened: the lines, and the file that they go into."""
    if article:
        file = f"`{edition.config.docs_dir.name}/{article.address}`"
        where = words("In the front matter of {file}, one of these lines takes it out for good:", file=file)
    else:
        folder = f"`{edition.config.docs_dir.name}/articles/`"
        where = words(
            "In the front matter of an article’s page, in {folder}, one of these lines takes it out for good:",
            folder=folder,
        )
    lines = [
        f"{front_matter.write({'not_same_story': [story.id]})}# {words('it is no part of this story')}",
        f"{front_matter.write({'story': False})}# {words('it stands alone')}",
        f"{front_matter.write({'story': 'id-of-another'})}# {words('it is part of another; its page has the id')}",
    ]
    fences = "\n\n".join(f"```yaml\n{_one_line(line)}\n```" for line in lines)
    summary = words("Not the same story?")
    return f'<details markdown="1"><summary>{summary}</summary>\n\n{where}\n\n{fences}\n\n</details>'


def _one_line(lines: str) -> str:
    """What a line says behind it, so that both are copied."""
    *said, note = lines.split("\n")
    return "\n".join([f"{said[0]}  {note}", *said[1:]])
