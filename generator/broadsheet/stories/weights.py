"""What each measure of a pair of articles weighs for their telling one story (logistic regression).

Fitted by `tests/benchmarks/stories_fit.py` on one half of four sets (ECB+: even topics; NTREX: every second text;
current events of 2025 and 2026: every second four weeks), each set and language pairing counting the same; the other
half is what `tests/benchmarks/stories.py` scores as unseen.
"""

from __future__ import annotations

from collections.abc import Mapping

Weights = Mapping[str, float]
"""By the name of a measure (see `nearness`); with an empty name, what is added in any case."""

AT_FIRST_SIGHT: tuple[Weights, Weights] = (
    {
        "words": 16.76,
        "words in sum": -1.68,
        "rarest word": 3.24,
        "names": 1.17,
        "names in sum": 0.94,
        "rarest name": 1.61,
        "numbers": 3.95,
        "numbers in sum": -1.35,
        "sounds": 1.8,
        "sounds in sum": -0.25,
        "title": 2.04,
        "dated": -2.23,
        "days": -1.86,
        "": -4.78,
    },
    {
        "words": 17.21,
        "words in sum": -0.35,
        "rarest word": 0.44,
        "names": 2.15,
        "names in sum": 0.71,
        "rarest name": 1.62,
        "numbers": 5.88,
        "numbers in sum": 2.17,
        "sounds": 7.67,
        "sounds in sum": 0.13,
        "title": 1.05,
        "shape": 12.66,
        "": -10.32,
    },
)
"""For two articles in one language, and in two; by what they say themselves."""

IN_COMPANY: tuple[Weights, Weights] = (
    {
        "words": -9.14,
        "words in sum": -0.55,
        "rarest word": 1.78,
        "names": 1.53,
        "names in sum": 1.43,
        "rarest name": -1.63,
        "numbers": 2.45,
        "numbers in sum": -1.45,
        "sounds": -0.16,
        "sounds in sum": -0.18,
        "title": -0.65,
        "dated": -3.01,
        "days": -0.58,
        "company": 15.4,
        "": -5.27,
    },
    {
        "words": 7.43,
        "words in sum": -0.21,
        "rarest word": 0.43,
        "names": 1.56,
        "names in sum": 0.45,
        "rarest name": 1.15,
        "numbers": 4.85,
        "numbers in sum": 1.61,
        "sounds": 4.5,
        "sounds in sum": 0.26,
        "title": 0.06,
        "shape": 10.46,
        "company": 12.85,
        "": -9.94,
    },
)
"""For two articles in one language, and in two; also by what those nearest to them say."""
