"""Summaries: what articles say in a sentence or two of their own, and what is new in them.

The sentences are the articles' own and stand as they stood: the most central of those that can be read alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from broadsheet.edition import newest_first
from broadsheet.model import Article
from broadsheet.outputs.centrality import Matrix, alike, centrality, terms
from broadsheet.outputs.items import lead
from broadsheet.outputs.whole_sentences import leans, length, whole_sentences
from broadsheet.remembered import Remembered

SENTENCES = 40
"""Sentences that are compared with each other, however many articles tell a story."""

FEWEST, MOST = 4, 16
"""Sentences of one article among them, at least and at most: news stands at the beginning."""

ROOM = 240
"""Characters that two sentences take together at most."""

BESIDE, SAME = 0.1, 0.5
"""How alike the second sentence must at least be to the first, and may be at most."""

_SAYS_MORE = 0.34
"""The share of a sentence's words, at least, that its headline has not."""

_NEW = 0.4
"""How unlike each sentence that was said before one must be to count as new."""

_UNSAID = 0.25
"""The share of its words, at least, that none of them had: two known sentences in one are no news either."""


class Told(NamedTuple):
    """What a summary is made from: an article's words."""

    title: str
    description: str
    body: str
    language: str | None
    turn: int = 0
    """Its place among those told with it, by the time of their publication, the earliest first."""


def gist(articles: Sequence[Article], headline: str) -> str:
    """What articles say in one sentence or two, as plain text; empty where they say no more than their headline.

    The description of the first of them, else the most central sentences of those in its language, in the order of
    time.
    """
    first = articles[0]
    if first.description:
        return lead(first)
    said = _gist(_told(articles), headline)
    # A text without a sentence that can stand alone (a list, verse, notes) is told by how it begins.
    return lead(first) if said is None else said


def what_is_new(articles: Sequence[Article], before: Sequence[Article], headline: str) -> str:
    """The sentence of articles that differs most from what others said before; empty where none does enough.

    Nothing is new where nobody spoke before in the language of the first: what is said may stand in another one.
    """
    if all(one.language != articles[0].language for one in before):
        return ""
    return _what_is_new(_told(articles), _told(before), headline)


def _told(articles: Iterable[Article]) -> tuple[Told, ...]:
    given = list(articles)
    # What has no date is told last.
    in_time = sorted(given, key=lambda one: (one.day is not None, newest_first(one)), reverse=True)
    turn = {one.id: place for place, one in enumerate(in_time)}
    return tuple(Told(one.title, one.description or "", one.body, one.language, turn[one.id]) for one in given)


@Remembered
def _gist(told: tuple[Told, ...], headline: str) -> str | None:
    found, places, turns = _sentences(told)
    if not found:
        return None
    if len(found) == 1:
        return found[0] if _readable(found, np.ones(1), headline)[0] else ""
    cosines = alike(found)
    scores = _readable(found, centrality(cosines, places), headline)
    best = int(np.argmax(scores))
    if scores[best] <= 0:
        return ""
    scores = np.where((cosines[best] > BESIDE) & (cosines[best] < SAME), scores, 0)
    for place, sentence in enumerate(found):
        beside = place == best + 1 and places[place] == places[best] + 1
        if length(found[best]) + length(sentence) > ROOM or (leans(sentence) and not beside):
            scores[place] = 0
    second = int(np.argmax(scores))
    chosen = sorted({best, second} if scores[second] > 0 else {best}, key=lambda one: (turns[one], one))
    return _joined([found[place] for place in chosen])


@Remembered
def _what_is_new(told: tuple[Told, ...], before: tuple[Told, ...], headline: str) -> str:
    found, places, _ = _sentences(told)
    if not found:
        return ""
    earlier, *_ = _sentences([one for one in before if one.language == told[0].language])
    earlier += [one.title for one in before[:SENTENCES]]
    cosines = alike([*found, *earlier])
    unsaid = _unsaid(found, earlier)
    known = cosines[: len(found), len(found) :].max(axis=1)
    central = centrality(cosines[: len(found), : len(found)], places)
    # A sentence at the edge of the story is new and beside the point.
    scores = np.where((known <= 1 - _NEW) & (unsaid >= _UNSAID), (1 - known) * np.sqrt(central), 0)
    # The headline is the news, more often than not: where nothing else is new, it may be told in other words.
    scores = np.round(_readable(found, scores, headline, repeating=0.5), 6)
    best = int(np.argmax(scores))
    return found[best] if scores[best] > 0 else ""


def _sentences(told: Sequence[Told]) -> tuple[list[str], list[int], list[int]]:
    """The sentences of articles in the language of the first, each once, its place in its article, and whose it is."""
    same = [one for one in told if one.language == told[0].language][: SENTENCES // FEWEST]
    found: dict[str, tuple[int, int]] = {}
    each = min(MOST, SENTENCES // max(1, len(same)))
    for one in same:
        opening = whole_sentences(one.description, one.language, 2) if one.description else ()
        for place, sentence in (*opening, *whole_sentences(one.body, one.language, each)):
            found.setdefault(sentence, (place, one.turn))
    return list(found), [place for place, _ in found.values()], [turn for _, turn in found.values()]


def _unsaid(found: Sequence[str], earlier: Sequence[str]) -> Matrix:
    """The share of each sentence's words that stand in none of the earlier ones."""
    said = {term for sentence in earlier for term in terms(sentence)}
    here = [set(terms(sentence)) for sentence in found]
    return np.array([len(one - said) / max(1, len(one)) for one in here])


def _readable(found: Sequence[str], scores: Matrix, headline: str, repeating: float = 0.0) -> Matrix:
    """The scores: nothing or little for a sentence that repeats the headline, half for one that leans on others."""
    said = set(terms(headline))
    weights = []
    for sentence in found:
        here = set(terms(sentence))
        repeats = not here or len(here - said) < _SAYS_MORE * len(here)
        weights.append((repeating if repeats else 1.0) * (0.5 if leans(sentence) else 1.0))
    readable: Matrix = scores * np.array(weights)
    return readable


def _joined(chosen: Sequence[str]) -> str:
    # Sentences of scripts without spaces follow each other without one.
    text = chosen[0]
    for sentence in chosen[1:]:
        text += sentence if text[-1:] in "。！？｡」』）" else f" {sentence}"
    return text
