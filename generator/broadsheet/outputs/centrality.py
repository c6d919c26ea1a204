"""How central each sentence of a text is, and how alike two are: LexRank, in any language.

G. Erkan and D. Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization": sentences are
the nodes of a graph, the cosines of their words its edges, and a walk over it, as PageRank's, stays longest at those
that say what the others say. A walker who starts anew begins rather with the first sentences of an article, where
news stands (Otterbacher, Erkan, Radev 2005, "Using Random Walks for Question-focused Sentence Retrieval").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.unspaced import UNSPACED

Matrix = NDArray[np.float64]

STEM = 6
"""Letters of a word that count: its beginning is the same in most cases and numbers."""

_ANEW = 0.4
"""How often the walk starts anew."""

_STEPS = 30
"""Steps of the walk: two of its places differ by less than a millionth after that many."""

# Chinese, Japanese, Thai, Lao, Burmese, Khmer put no spaces between words: two characters each stand for one.
_UNPARTED = f"\u3005-\u3007{UNSPACED}"
# Marks above and below letters are no letters to `\w`, but parts of words: Hebrew, Arabic, the scripts of India.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_TERM = re.compile(rf"(?P<unparted>[{_UNPARTED}]+)|(?:(?![{_UNPARTED}])[^\W_]|[{_MARKS}])+")
_ASCII_TERM = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 14)
def terms(sentence: str) -> tuple[str, ...]:
    """What a sentence is compared by: the beginnings of its words, and pairs of characters where words run together."""
    if sentence.isascii():
        return tuple(term[:STEM] for term in _ASCII_TERM.findall(sentence.lower()))
    found: list[str] = []
    for term in _TERM.finditer(sentence.casefold()):
        if term["unparted"]:
            run = term[0]
            found += map("".join, pairwise(run)) if len(run) > 1 else [run]
        else:
            found.append(term[0][:STEM])
    return tuple(found)


def alike(sentences: Sequence[str]) -> Matrix:
    """The cosine of each two sentences, 0 to 1, their terms weighed by how few of the sentences have them."""
    counted = [Counter(terms(sentence)) for sentence in sentences]
    having = Counter(term for counts in counted for term in counts)
    column = {term: place for place, term in enumerate(having)}
    weights = np.zeros((len(sentences), max(1, len(having))))
    rarity = np.log((1 + len(sentences)) / np.array([*having.values()] or [1])) + 0.1
    for row, counts in enumerate(counted):
        weights[row, [column[term] for term in counts]] = [*counts.values()]
    weights *= rarity
    lengths = np.sqrt((weights * weights).sum(axis=1, keepdims=True))
    weights /= np.where(lengths > 0, lengths, 1)
    cosines: Matrix = np.clip(weights @ weights.T, 0, 1)
    return cosines


def centrality(cosines: Matrix, places: Sequence[int]) -> Matrix:
    """How central each sentence is, the most central 1.

    Args:
        cosines: how alike each two of them are.
        places: where each stands in its article, the first at 0.
    """
    start = 1 / (1 + np.array(places, dtype=np.float64))
    start /= start.sum()
    edges = np.array(cosines)
    np.fill_diagonal(edges, 0)
    leaving = edges.sum(axis=1, keepdims=True)
    # Who comes to a sentence like no other starts anew.
    edges = np.where(leaving > 0, edges / np.where(leaving > 0, leaving, 1), start)
    here = start
    for _ in range(_STEPS):
        here = _ANEW * start + (1 - _ANEW) * (here @ edges)
    # Machines add floats in different orders: what differs by less than this is the same.
    central: Matrix = np.round(here / here.max(), 6)
    return central
