"""Timelines: how many articles name an entity, day by day, month by month or year by year, drawn and in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from broadsheet.model import Article
from broadsheet.outputs.svg import FONT, WIDTH, escaped, isolated, picture, width
from broadsheet.outputs.words import Words

FEWEST = 3
"""Dated articles below which there is nothing to draw."""

BARS = 60
"""Most bars in a picture: each is still as wide as a finger's edge on a phone."""

_TOP, _FLOOR, _HEIGHT = 36, 150, 184
_WIDEST = 56


@dataclass(frozen=True, slots=True)
class Timeline:
    """The articles that name something, counted by stretches of time of one length."""

    first: int
    """The number of the first stretch; the others follow without a gap."""
    counts: Sequence[int]
    """Articles in each stretch; neither the first nor the last is 0."""
    undated: int
    """Articles that have no date, and so no place in it."""
    scale: _Scale


@dataclass(frozen=True, slots=True)
class _Scale:
    """A length of time: how its stretches are numbered and called."""

    number: Callable[[dt.date], int]
    name: Callable[[int, Words], str]
    """`August 2026`: a stretch by its whole name."""
    short: Callable[[int, Words], str]
    """`August`: its name under that of its group."""
    group: Callable[[int, Words], str]
    """`2026`: what several stretches have in common; empty where they stand alone."""


def timeline(articles: Sequence[Article]) -> Timeline | None:
    """The finest timeline of at most `BARS` stretches; None for a bar alone, for bars of one, or too few articles."""
    days = sorted(article.day for article in articles if article.day)
    if len(days) < FEWEST:
        return None
    for scale in _SCALES:
        first, last = scale.number(days[0]), scale.number(days[-1])
        if first == last:
            return None
        if last - first < BARS:
            counted = Counter(map(scale.number, days))
            counts = [counted[number] for number in range(first, last + 1)]
            if max(counts) == 1:
                return None
            return Timeline(first, counts, len(articles) - len(days), scale)
    return None


def drawn(line: Timeline, title: str, words: Words) -> str:
    """The picture: a bar for each stretch, the highest with its number, the first and last with their names."""
    slot, most = WIDTH // len(line.counts), max(line.counts)
    bar = min(_WIDEST, slot - 2)
    left = (WIDTH - slot * len(line.counts)) // 2 + (slot - bar) // 2
    shapes = [f'<path d="M0 {_FLOOR}H{WIDTH}" stroke="currentColor" stroke-opacity="0.4"/>']
    for place, count in enumerate(line.counts):
        if count:
            height = max(3, (_FLOOR - _TOP) * count // most)
            name = f"{line.scale.name(line.first + place, words)}{words.colon} {words.number(count)}"
            shapes.append(
                f'<rect x="{left + place * slot}" y="{_FLOOR - height}" width="{bar}" height="{height}">'
                f"<title>{escaped(name)}</title></rect>"
            )
    peak = left + line.counts.index(most) * slot + bar // 2
    last = left + (len(line.counts) - 1) * slot + bar
    shapes.append(_text(min(max(peak, 24), WIDTH - 24), _TOP - 8, "middle", words.number(most)))
    names = [line.scale.name(line.first + place, words) for place in (0, len(line.counts) - 1)]
    # Two names that have no room between the first bar and the last have the picture's whole width.
    low, high = (left, last) if sum(map(width, names)) + FONT < last - left else (0, WIDTH)
    shapes.append(_text(low, _FLOOR + FONT + 4, "start", names[0]))
    shapes.append(_text(high, _FLOOR + FONT + 4, "end", names[1]))
    return picture("timeline", title, summary(line, words), _HEIGHT, shapes)


def summary(line: Timeline, words: Words) -> str:
    """`Most often: August 2026, 5 articles.`, and how many articles have no place in it."""
    most = max(line.counts)
    when = line.scale.name(line.first + line.counts.index(most), words)
    articles = words.count("{count} article", "{count} articles", most)
    most_often = words("Most often: {when}, {articles}.", when=when, articles=articles)
    if not line.undated:
        return most_often
    missing = words.count(
        "{count} article without a date is not shown.", "{count} articles without a date are not shown.", line.undated
    )
    return f"{most_often} {missing}"


def told(line: Timeline, words: Words) -> str:
    """The same as a list: `- 2026: July 3 · August 5`."""
    return "\n".join(f"- {one}" for one in _told(line, words))


def _told(line: Timeline, words: Words) -> Iterator[str]:
    filled = [(line.first + place, count) for place, count in enumerate(line.counts) if count]
    for group, stretches in groupby(filled, lambda one: line.scale.group(one[0], words)):
        parts = " · ".join(f"{line.scale.short(number, words)} *{words.number(count)}*" for number, count in stretches)
        yield f"{group}{words.colon} {parts}" if group else parts


def _text(x: int, y: int, anchor: str, text: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{isolated(text)}</text>'


def _month(number: int) -> dt.date:
    return dt.date(number // 12, number % 12 + 1, 1)


def _years(step: int) -> _Scale:
    def name(number: int, words: Words) -> str:
        return words.digits(f"{number * step}–{number * step + step - 1}" if step > 1 else str(number))

    return _Scale(lambda day: day.year // step, name, name, lambda number, words: "")  # noqa: ARG005 - no group


_DAYS = _Scale(
    dt.date.toordinal,
    lambda number, words: words.day(dt.date.fromordinal(number)),
    lambda number, words: words.day_of_month(dt.date.fromordinal(number)),
    lambda number, words: words.month(dt.date.fromordinal(number)),
)
_MONTHS = _Scale(
    lambda day: day.year * 12 + day.month - 1,
    lambda number, words: words.month(_month(number)),
    lambda number, words: words.month_of_year(_month(number)),
    lambda number, words: words.digits(str(number // 12)),
)
_SCALES = (_DAYS, _MONTHS, _years(1), _years(10), _years(100))
