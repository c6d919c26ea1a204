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
        "words": 15.88,
        "words in sum": -1.51,
        "rarest word": 3.08,
        "names": 1.06,
        "names in sum": 0.89,
        "rarest name": 1.13,
        "numbers": 3.7,
        "numbers in sum": -1.23,
        "no name in common": -0.82,
        "no number in common": -1.81,
        "sounds": 1.79,
        "sounds in sum": -0.22,
        "title": 2.05,
        "dated": -2.22,
        "days": -1.86,
        "": -4.36,
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
        "words": -3.35,
        "words in sum": 0.04,
        "rarest word": -1.16,
        "names": 0.57,
        "names in sum": -0.38,
        "rarest name": 0.86,
        "numbers": 0.47,
        "numbers in sum": -0.27,
        "no name in common": -0.45,
        "no number in common": -0.16,
        "sounds": 0.3,
        "sounds in sum": -0.03,
        "title": -0.29,
        "dated": -1.52,
        "days": -0.79,
        "company": 7.21,
        "": -2.21,
        "one mould": -4.0,
    },
    {
        "words": 3.41,
        "words in sum": 0.23,
        "rarest word": 3.76,
        "names": 0.58,
        "names in sum": 0.25,
        "rarest name": 1.21,
        "numbers": 5.3,
        "numbers in sum": 1.21,
        "no name in common": 0.18,
        "sounds": 1.68,
        "sounds in sum": -0.23,
        "title": -0.04,
        "shape": 14.44,
        "company": 17.58,
        "": -12.27,
    },
)
"""For two articles in one language, and in two; also by what those nearest to them say."""
