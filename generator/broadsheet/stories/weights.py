"""What each measure of a pair of articles weighs for their telling one story (logistic regression).

Fitted by `tests/benchmarks/stories_fit.py`, which says on what: one half of each set; `tests/benchmarks/stories.py`
scores the other half as `unseen`. Set by hand is "one mould" alone: no set has two reports from one form.
"""

from __future__ import annotations

from collections.abc import Mapping

Weights = Mapping[str, float]
"""By the name of a measure (see `nearness`); with an empty name, what is added in any case."""

AT_FIRST_SIGHT: tuple[Weights, Weights] = (
    {
        "words": 15.48,
        "words in sum": -1.38,
        "rarest word": 2.88,
        "names": 1.14,
        "names in sum": 0.66,
        "rarest name": 1.1,
        "numbers": 3.54,
        "numbers in sum": -1.43,
        "no name in common": -0.97,
        "no number in common": -1.71,
        "sounds": 1.87,
        "sounds in sum": -0.34,
        "title": 2.28,
        "dated": -1.09,
        "days": -2.05,
        "": -4.24,
        "one mould": -4.0,
    },
    {
        "words": 18.09,
        "words in sum": -0.01,
        "rarest word": 0.91,
        "names": 2.19,
        "names in sum": 0.42,
        "rarest name": 0.96,
        "numbers": 5.57,
        "numbers in sum": 1.59,
        "no name in common": -1.3,
        "no number in common": -0.8,
        "sounds": 7.46,
        "sounds in sum": 0.16,
        "title": 0.94,
        "shape": 12.53,
        "": -9.83,
    },
)
"""For two articles in one language, and in two; by what they say themselves."""

IN_COMPANY: tuple[Weights, Weights] = (
    {
        "words": -3.67,
        "words in sum": -0.08,
        "rarest word": -0.59,
        "names": 0.54,
        "names in sum": -0.05,
        "rarest name": -0.07,
        "numbers": 0.73,
        "numbers in sum": -0.78,
        "no name in common": -0.36,
        "no number in common": -0.52,
        "sounds": 0.81,
        "sounds in sum": -0.28,
        "title": -0.42,
        "dated": -1.45,
        "days": -0.91,
        "company": 8.94,
        "": -2.72,
        "one mould": -4.0,
    },
    {
        "words": 3.41,
        "words in sum": 0.23,
        "rarest word": 3.75,
        "names": 0.58,
        "names in sum": 0.25,
        "rarest name": 1.21,
        "numbers": 5.3,
        "numbers in sum": 1.21,
        "no name in common": 0.18,
        "sounds": 1.68,
        "sounds in sum": -0.22,
        "title": -0.04,
        "shape": 14.44,
        "company": 17.58,
        "": -12.27,
    },
)
"""For two articles in one language, and in two; also by what those nearest to them say."""
