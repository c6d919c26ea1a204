"""Articles as entries of lists: the line that lists one, the lead that says what it is about, the days of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from broadsheet import sentences
from broadsheet.markdown_text import plain, without_links
from broadsheet.model import Article
from broadsheet.outputs.links import shown
from broadsheet.outputs.spoken import apart, headline
from broadsheet.outputs.words import Words

LEAD_LENGTH = 200
"""Characters after which no further sentence is added to a lead text."""

LONGEST_LEAD = 400
"""Characters at which even a single sentence is cut."""


def line(
    article: Article, start: str, words: Words, *, year: bool = True, day: bool = True, whose: str | None = None
) -> str:
    """A list's line on page `start`: `[Title](…) *16 April 2024 · Source*`; `whose` is said in the source's place."""
    said = apart(shown(article.source), words) if whose is None else whose
    small = [said] if said else []
    if when := fetched(article, words):
        small.insert(0, when)
    elif article.day and day:
        small.insert(0, words.day(article.day) if year else words.day_of_month(article.day))
    return headed(article, start, " · ".join(small), words)


def headed(article: Article, start: str, small: str, words: Words) -> str:
    """An article's headline on page `start`, and what stands behind it in small print."""
    title = headline(article, start, words)
    return f"{title} *{small}*" if small else title


def fetched(article: Article, words: Words) -> str:
    """`fetched 16 April 2024, date of publication unknown`: what is said wherever the day it is filed under is.

    Empty for an article whose date is known, and for one of which not even that day is.
    """
    if article.published or not article.retrieved:
        return ""
    return words("fetched {day}, date of publication unknown", day=words.day(article.retrieved))


def lines(
    articles: Iterable[Article], start: str, words: Words, *, whose: Callable[[Article], str] | None = None
) -> str:
    """Articles in the order of time as a list, a heading over each year; `whose` says what stands for their sources."""

    def one(article: Article) -> str:
        return line(article, start, words, year=False, whose=whose(article) if whose else None)

    return "\n\n".join(
        f"## {year_heading(year, words)}\n\n" + "\n".join(f"- {one(article)}" for article in group)
        for year, group in by_year(articles)
    )


def by_year(articles: Iterable[Article]) -> Iterator[tuple[int | None, list[Article]]]:
    """Runs of articles of one year, None for those without a day."""
    for year, group in groupby(articles, lambda article: article.day.year if article.day else None):
        yield year, list(group)


def year_heading(year: int | None, words: Words) -> str:
    """`2026`, or what stands over the articles without a day."""
    return words.digits(str(year)) if year else words("Without a date")


def span(articles: Sequence[Article], words: Words) -> str:
    """The days that articles in the order of time span: `3 Mar – 16 Apr 2026`; empty when none is known."""
    days = [article.day for article in articles if article.day]
    if not days:
        return ""
    first, last = days[-1], days[0]
    return words.day(first) if first == last else words.days(first, last)


def lead(article: Article) -> str:
    """What an article is about, as plain text: its description, else its first sentences after the headline's own."""
    if article.description:
        return _cut(" ".join(article.description.split()))
    text = ""
    for paragraph in article.body.split("\n\n", 4)[:4]:
        # A paragraph of a megabyte must not be read for its first sentence.
        text = f"{text} {' '.join(without_links(plain(paragraph[:1200]).text).split())}".strip()
        text = _without(text, article.title)
        if len(text) >= LEAD_LENGTH:
            break
    # One character more than is shown tells that something is left out.
    return _cut(_first_sentences(text[: LONGEST_LEAD + 1], article.language))


def _without(text: str, title: str) -> str:
    # A note without a headline got its first sentence for one: it must not be read twice.
    rest = text.removeprefix(title)
    return rest.lstrip(".!?… ") if not rest or rest[0] in ".!?…" else text


def _first_sentences(text: str, language: str | None) -> str:
    end = 0
    for _, stop in sentences.split(text, language):
        if end and stop > LEAD_LENGTH:
            break
        end = stop
    return text[:end] or text


def _cut(text: str) -> str:
    if len(text) <= LONGEST_LEAD:
        return text
    short = text[:LONGEST_LEAD]
    return (short.rpartition(" ")[0] or short).rstrip(" ,;:") + " …"
