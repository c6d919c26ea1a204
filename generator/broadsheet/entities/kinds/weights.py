"""What each cue is worth, for each of four answers: a person, an organisation, a place, a thing (all else).

Logarithms of odds: 0.7 doubles the odds of an answer, 2.3 makes them tenfold. Fitted on documents whose names people
had marked (logistic regression, L2) and rounded; how well they do on others: `tests/benchmarks/kinds.py`. To see
why a name was taken for what it is, add up the rows of its cues.
"""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet.model import Kind

Weights = tuple[float, float, float, float]
"""For a person, an organisation, a place, a thing."""

ANSWERS: tuple[Kind, ...] = ("person", "organisation", "place", "other")

START: Weights = (0.3, -0.4, 0.3, -0.1)
"""Before anything is known."""

WITHIN: Mapping[str, Weights] = {
    "2 words": (0.5, 0.4, -0.8, 0.0),
    "3 words": (0.7, -0.3, -0.8, 0.4),
    "4 words": (0.6, -0.2, -1.2, 0.7),
    "5 words": (-0.5, -0.1, -0.6, 1.1),
    "Cyrillic": (1.1, 0.5, 0.5, -2.1),
    "a Latin family of animals or plants": (-1.0, 0.1, -0.6, 1.6),
    "a common family name alone": (1.0, 0.1, -0.6, -0.4),
    "a company's or club's letters": (-0.6, 1.4, -0.6, -0.1),
    "a country inside": (-1.6, 0.6, 0.6, 0.4),
    "a country": (-1.6, -1.0, 3.4, -0.8),
    "a doubtful given name alone": (0.1, -0.3, -0.5, 0.7),
    "a family name's ending, alone": (0.8, -0.2, -0.4, -0.1),
    "a given name alone": (1.5, -0.3, -0.8, -0.4),
    "a given name in the middle": (0.8, -0.2, 0.1, -0.7),
    "a hyphen": (-0.5, 0.0, 0.2, 0.3),
    "a junior": (0.7, -0.1, -0.4, -0.1),
    "a known place inside": (-1.0, 1.1, 0.5, -0.6),
    "a known place": (-1.6, -0.3, 2.7, -0.8),
    "a language": (-1.3, -0.4, -0.3, 2.0),
    "a number as of kings": (2.0, -1.9, -0.4, 0.3),
    "a particle": (0.3, 0.1, 0.3, -0.7),
    "a patronymic": (0.2, -0.1, -0.1, 0.0),
    "a people inside": (-0.5, 0.5, 0.2, -0.2),
    "a people": (-1.2, -0.2, -0.7, 2.1),
    "a place's ending": (0.0, -0.8, 0.6, 0.1),
    "a teaching's ending": (0.3, -0.2, -1.1, 0.9),
    "a title's marks": (-0.6, -0.4, -0.9, 1.8),
    "a well-known organisation": (-1.7, 2.6, -1.8, 1.0),
    "a well-known other": (-1.7, -0.2, -1.8, 3.7),
    "a well-known person": (2.6, -0.8, -1.9, 0.1),
    "a well-known place": (-0.3, -0.3, 0.1, 0.5),
    "a year": (-0.3, -0.7, -1.2, 2.2),
    "all capitals": (-0.5, 1.4, -1.9, 1.0),
    "an acronym inside": (-1.4, 1.1, -0.3, 0.6),
    "an acronym": (-2.5, 2.6, -1.3, 1.2),
    "an ampersand": (-1.6, 1.5, -0.7, 0.9),
    "begins with a doubtful given name": (1.7, -0.2, -0.7, -0.8),
    "begins with a given name": (2.7, -1.1, -1.0, -0.7),
    "begins with a word for event": (-1.2, -0.5, -1.0, 2.6),
    "begins with a word for organisation": (-2.1, 2.4, 0.0, -0.2),
    "begins with a word for place": (-2.1, -0.2, 2.4, -0.2),
    "begins with a word for product": (-0.8, -0.5, -0.8, 2.1),
    "begins with a word for work": (-1.0, -0.1, -0.7, 1.9),
    "begins with an article": (-2.0, 0.8, 0.3, 0.9),
    "capitals inside a word": (-0.6, 1.5, -1.8, 0.9),
    "digits": (-2.5, 0.0, 1.3, 1.3),
    "ends as family names do": (1.2, -0.3, -0.3, -0.6),
    "ends as places do": (0.3, -0.3, 0.5, -0.5),
    "ends in a common family name": (1.2, -0.8, 0.0, -0.5),
    "ends in a given name": (0.7, -0.7, 0.0, 0.0),
    "ends in a word for event": (-1.3, 0.1, -0.6, 1.8),
    "ends in a word for organisation": (-1.9, 2.3, -0.5, 0.0),
    "ends in a word for place": (-0.8, -0.4, 1.9, -0.6),
    "ends in a word for product": (-1.1, -0.4, 0.2, 1.2),
    "ends in a word for work": (-1.6, 0.7, -1.2, 2.0),
    "holds a word for event": (-0.7, 0.0, -1.2, 1.9),
    "holds a word for organisation": (-1.6, 1.8, -0.3, 0.1),
    "holds a word for place": (-1.2, 0.3, 1.5, -0.6),
    "holds a word for product": (-0.4, 0.0, -0.3, 0.7),
    "holds a word for work": (-0.5, -0.7, 0.0, 1.2),
    "initials": (0.8, 0.4, -0.5, -0.7),
    "is a word for event": (-0.1, 0.5, -1.2, 0.8),
    "is a word for organisation": (-1.4, 2.2, -0.5, -0.3),
    "is a word for place": (-0.4, -0.3, 1.0, -0.2),
    "is a word for product": (-0.7, 0.6, -0.8, 0.9),
    "is a word for work": (0.4, -1.5, -0.5, 1.7),
    "one word": (-0.2, -0.3, 0.8, -0.3),
    "small words inside": (-1.9, 0.6, 0.8, 0.5),
    "three plain words": (-0.2, 0.3, -0.3, 0.1),
    "two plain words": (0.7, -0.8, 0.6, -0.5),
}
"""Cues in the name itself (`name_cues`)."""

BESIDE: Mapping[str, Weights] = {
    "a country behind a comma": (-1.2, 0.6, 1.3, -0.7),
    "a country beside": (-1.0, 0.6, 1.0, -0.6),
    "a name right before": (0.5, -0.4, -0.2, 0.1),
    "a number behind": (0.4, -0.4, -0.5, 0.5),
    "a person beside": (1.2, -0.4, -0.3, -0.5),
    "a place beside": (-0.7, -0.1, 1.4, -0.6),
    "a place in brackets behind": (0.3, -0.4, 1.0, -0.8),
    "a verb of persons behind": (0.9, 0.4, -0.7, -0.6),
    "a verb of persons near behind": (0.6, 0.2, -0.6, -0.2),
    "an acronym in brackets behind": (-0.9, 1.2, -0.2, -0.2),
    "an article before": (-1.5, 0.6, 0.4, 0.6),
    "by or with …": (-0.1, 0.5, -0.1, -0.2),
    "event word before": (-0.4, -0.1, -1.0, 1.4),
    "event word behind a comma": (0.3, 0.0, -0.8, 0.5),
    "event word behind": (-0.2, 0.7, -1.0, 0.5),
    "from …": (0.0, 0.3, 0.2, -0.5),
    "in quotation marks": (-2.4, 1.0, -1.0, 2.3),
    "in …": (-1.4, 0.1, 1.3, 0.0),
    "in …, with an article": (-1.3, 0.4, 0.5, 0.4),
    "is event": (-0.1, 1.3, -0.4, -0.8),
    "is organisation": (0.7, -0.2, 0.0, -0.5),
    "is person": (0.9, -0.6, -0.3, 0.0),
    "is place": (-0.2, -1.4, 1.3, 0.3),
    "is product": (1.3, -0.6, -0.9, 0.3),
    "is work": (-0.2, 0.0, -0.4, 0.7),
    "of event word before": (-0.2, 0.0, 0.0, 0.3),
    "of organisation word before": (-0.1, 1.0, 0.3, -1.2),
    "of person word before": (-0.6, 1.3, -0.4, -0.4),
    "of place word before": (-0.6, -0.6, 1.4, -0.2),
    "of product word before": (-0.9, -0.1, -0.5, 1.5),
    "of work word before": (-0.1, -0.2, -1.5, 1.8),
    "opens a sentence": (0.2, 0.0, -0.6, 0.4),
    "organisation word before": (-0.7, 1.8, -1.1, 0.0),
    "organisation word behind a comma": (0.4, 0.8, -0.4, -0.8),
    "organisation word behind": (-1.3, 0.9, -0.7, 1.2),
    "person word before": (1.4, 0.4, -0.2, -1.6),
    "person word behind a comma": (1.2, 0.0, -0.9, -0.2),
    "person word behind": (-0.4, 0.7, -1.2, 0.8),
    "place word before": (-0.8, -0.8, 2.0, -0.5),
    "place word behind a comma": (-0.5, -0.2, 1.6, -0.8),
    "place word behind": (-0.5, -0.3, -0.2, 0.9),
    "product word before": (-0.7, 0.7, -1.6, 1.6),
    "product word behind a comma": (-0.4, -0.6, 1.0, 0.0),
    "product word behind": (-0.1, -0.2, -0.5, 0.7),
    "work word before": (0.0, -0.3, -1.9, 2.2),
    "work word behind a comma": (0.1, 0.2, -0.7, 0.4),
    "work word behind": (-0.4, -0.1, -0.2, 0.8),
    "years in brackets behind": (-0.3, -0.2, -0.3, 0.8),
}
"""Cues beside the name (`sight_cues`), for one that stands at every place the name was seen."""

BATCH: Mapping[str, Weights] = {
    "a title stands before it": (2.5, -0.8, -1.0, -0.7),
    "its last word stands for it": (1.5, -0.6, -0.6, -0.3),
    "the last word of a person's name": (1.8, -0.5, -1.1, -0.2),
}
"""Cues from all the articles together."""

THINGS: Mapping[str, Kind] = {
    "begins with a word for event": "event",
    "ends in a word for event": "event",
    "is a word for event": "event",
    "holds a word for event": "event",
    "event word before": "event",
    "of event word before": "event",
    "is event": "event",
    "begins with a word for work": "work",
    "ends in a word for work": "work",
    "is a word for work": "work",
    "work word before": "work",
    "of work word before": "work",
    "is work": "work",
    "in quotation marks": "work",
    "a title's marks": "work",
    "begins with a word for product": "product",
    "ends in a word for product": "product",
    "is a word for product": "product",
    "product word before": "product",
    "of product word before": "product",
    "is product": "product",
}
"""Which of the things a name is: the kind with most of these cues; of several, the first."""
