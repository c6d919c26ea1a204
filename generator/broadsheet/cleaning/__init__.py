"""From the raw text of a page, boilerplate and all, to the article's title and body.

A batch of dumps takes this way::

    lines.split          the lines that are not blank, measured
    wrapped.joined       paragraphs broken at a fixed width, put together
    shared.shared_lines  what the dumps of one site have in common
    notices              what is boilerplate by what it says
    page.Page            cue words, a first guess at the article, its words
    rules/               what speaks for and against each line
    body                 the likeliest course of the page: above, text, below
    second_look          text taken up again, lines said twice
    particulars          headline, dates, authors
    reasons              why each other line was left out
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Sequence
from typing import Any

from broadsheet import language
from broadsheet.cleaning.body import choose, likelihoods
from broadsheet.cleaning.lines import Line, split
from broadsheet.cleaning.page import Page
from broadsheet.cleaning.particulars import Particulars, particulars
from broadsheet.cleaning.reasons import reasons
from broadsheet.cleaning.second_look import resumed, said_once
from broadsheet.cleaning.shared import shared_lines
from broadsheet.cleaning.title import Headline
from broadsheet.cleaning.words import bare
from broadsheet.cleaning.wrapped import joined
from broadsheet.errors import Rejection
from broadsheet.model import Dump

__all__ = ["clean"]

_LOOKED_AT = 20_000
_ODD = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
"""Control and replacement characters: what a binary file read as text is full of."""
_READABLE = 0.9
"""The part of a dump's characters that must be text, not control characters and replacements."""
_LEAD = 3
"""Lines of the body among which the headline may be said again."""
_SHORTEST = 8
"""Words of the shortest line that is an article by itself."""


def clean(dumps: Sequence[Dump]) -> list[dict[str, Any] | Rejection]:
    """A record for each dump that holds an article, a rejection for each that does not, in the same order.

    The dumps of one site (`Dump.site`) teach each other what their boilerplate is.
    """
    pages = [joined(split(dump.text)) for dump in dumps]
    by_site: dict[str, list[int]] = {}
    for place, dump in enumerate(dumps):
        by_site.setdefault(dump.site, []).append(place)
    shared: dict[int, frozenset[int]] = {}
    for site, places in by_site.items():
        if site:
            shared.update(zip(places, shared_lines([pages[place] for place in places]), strict=True))
    return [
        _record(dump, lines, shared.get(place, frozenset()))
        for place, (dump, lines) in enumerate(zip(dumps, pages, strict=True))
    ]


def _record(dump: Dump, lines: Sequence[Line], shared: Collection[int]) -> dict[str, Any] | Rejection:
    if not lines:
        return _rejection(dump, "the dump is empty", "copy the page's text again")
    if not _is_readable(dump.text):
        return _rejection(dump, "most of it is no text", "give the page's text, not a binary file")
    page = Page.of(lines, shared)
    body = said_once(page, resumed(page, choose(lines, likelihoods(page)))) or _sentences(page)
    if not any(lines[at].shape.words >= _SHORTEST for at in body):
        return _rejection(
            dump,
            "no article among the page's lines",
            "copy the page with its article open, or write the record by hand",
        )
    spoken = language.detect("\n".join(lines[at].text for at in sorted(body)))
    known = _particulars(dump, lines, body, spoken, shared)
    titles = _titles(lines, known.headline, sorted(body)[:_LEAD])
    if titles & body and body - titles:
        body -= titles
        first, known = known, _particulars(dump, lines, body, spoken, shared)
        if known.headline.made:
            known = dataclasses.replace(known, headline=first.headline)
        elif known.headline.text != first.headline.text:
            # Another one: what was taken for the headline before is a removed line like any other.
            titles = _titles(lines, known.headline, sorted(body)[:_LEAD])
        titles |= set(known.headline.lines)
    title = max((at for at in titles - body if at <= min(body)), default=-1)
    record = known.fields()
    record["body"] = "\n\n".join(lines[at].text for at in sorted(body))
    if spoken:
        record["language"] = spoken
    if dump.url:
        record["url"] = dump.url
    record["origin"] = {"file": dump.origin.file, "item": dump.origin.item}
    raw = dump.text.split("\n")
    record["removed"] = [
        {"line": number, "text": raw[number - 1].strip(), "rule": reason}
        for at, reason in reasons(page, body, titles)
        if at != title
        for number in range(lines[at].number, lines[at].number + lines[at].span)
    ]
    return record


def _particulars(
    dump: Dump, lines: Sequence[Line], body: Collection[int], spoken: str | None, shared: Collection[int]
) -> Particulars:
    return particulars(lines, min(body), max(body) + 1, spoken, shared=shared, site=dump.site)


def _titles(lines: Sequence[Line], headline: Headline, lead: Collection[int]) -> frozenset[int]:
    """Every line that says the headline: those it was found on, and those that lead the body with its words."""
    words = bare(headline.text)
    again = [] if headline.made else [at for at in lead if bare(lines[at].text) == words]
    return frozenset((*headline.lines, *again))


def _sentences(page: Page) -> frozenset[int]:
    """The sentences of the first guess, for a page on which nothing was likely but something is there."""
    inside = range(page.start, page.end)
    return frozenset(at for at in inside if page.prose[at] > 0.5)


def _is_readable(text: str) -> bool:
    sample = text[:_LOOKED_AT]
    return len(_ODD.findall(sample)) <= (1 - _READABLE) * len(sample)


def _rejection(dump: Dump, problem: str, remedy: str) -> Rejection:
    beginning = dump.text[:200].strip()[:80]
    return Rejection(
        file=dump.origin.file,
        item=dump.origin.item,
        field="body",
        value="".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in beginning),
        problem=problem,
        remedy=remedy,
    )
