"""What each trait speaks for: the weights of the rules, written down.

A line's weights add up, part by part; e to the power of the sum says how well the line fits the part. "begins" and
"ends" count only for the line with which the text begins, and for the first line below it.

The numbers were fitted as a conditional random field to news pages in six languages whose text is known, on some of
the sites, tried on the others, and rounded. They are small enough to be read and changed by hand: every trait has
its reason beside it, and `tests/benchmarks/clean_dumps.py` shows what a change does.
"""

from __future__ import annotations

PARTS = ("above", "text", "below", "begins", "ends")

STANDING = (0.2, 0.1, 0.2, 0.0, 0.0)
"""What every line starts with, part by part."""

BREAK, STAY_BROKEN, RESUME = -1.2, 0.7, -1.2
"""For leaving the text for a while (an advertisement, a box), for staying out of it, for taking it up again."""

WEIGHTS: dict[str, tuple[float, float, float, float, float]] = {
    # In each row, from left to right: above, text, below, begins, ends.
    # Length
    "6+ words": (0.0, 0.4, 0.0, 0.4, 0.0),
    "10+ words": (0.1, -0.1, 0.0, 0.4, -0.3),  # fewer are a heading or a link
    "16+ words": (0.0, 1.2, 0.0, 0.2, 0.0),
    "25+ words": (0.0, 0.5, 0.0, 0.0, 0.0),  # only paragraphs and captions
    "45+ words": (0.0, 0.4, 0.0, 0.0, 0.0),
    # Sentences
    "ends a sentence": (-0.3, 0.4, 0.0, 0.0, 0.0),  # menus and headings have no full stop
    "asks": (0.0, -0.2, 0.0, 0.0, 0.0),  # headlines of others ask, too
    "several sentences": (0.0, 0.1, 0.0, 0.0, 0.0),  # a paragraph
    "begins small": (0.0, -0.2, 0.0, 0.0, 0.0),  # the rest of a broken sentence
    "trails off": (0.0, -0.9, 0.0, 0.0, 0.0),  # a teaser cut short
    "long without an end": (0.0, -1.0, 0.0, 0.0, 0.0),  # a headline or a list of links
    "ends in a colon": (0.0, 0.5, 0.0, 0.0, 0.0),  # a label, or announces a quotation
    # Letters, figures, marks
    "capitals": (-0.1, -1.1, -0.4, 0.0, 0.0),  # names and titles
    "mostly capitals": (0.0, 0.4, 0.0, 0.1, 0.0),  # a headline of another article
    "all capitals": (0.0, -0.3, 0.0, 0.0, 0.9),  # a section's name
    "figures": (0.0, 0.2, 0.0, 0.0, 0.0),  # counters and tables
    "no letters": (0.0, -1.1, 0.0, 0.0, 0.0),  # a counter
    "a date": (0.0, -0.3, 0.0, 0.0, 0.2),  # a dateline
    "a time": (0.0, 0.3, 0.0, 0.0, 0.0),  # a dateline
    "a list mark": (0.0, 0.1, 0.0, 0.0, 0.0),  # an item, in menus and in articles
    "separators": (0.0, -0.1, 0.0, 0.0, 0.0),  # a trail of links
    "an address": (0.0, -0.3, 0.0, 0.0, 0.0),  # a profile or a link
    # Cue words
    "cue: advertisement": (0.0, -3.1, 0.0, 0.0, -0.8),
    "cue: byline": (0.0, -2.4, 0.0, 0.0, 2.2),
    "cue: comments": (0.0, -6.3, 0.0, 0.0, -0.5),
    "cue: credit": (0.0, -7.6, 0.0, 0.0, -0.6),
    "cue: dateline": (0.0, -3.7, 0.0, 0.0, 3.9),
    "cue: legal": (0.0, -1.6, 0.0, 0.0, -0.6),
    "cue: navigation": (0.0, -2.1, 0.0, 0.0, 0.3),  # menus
    "cue: pleas": (0.0, -3.4, 0.0, 0.0, 2.6),  # the page about itself
    "cue: related": (0.0, -4.1, 0.0, 0.0, 1.3),  # links
    "cue: share": (0.0, -1.9, 0.0, 0.0, 1.1),  # buttons
    "cue: subscribe": (0.0, -3.0, 0.0, 0.0, 0.0),  # the paywall
    "cue: tags": (0.0, -2.7, 0.0, 0.0, 2.3),
    # Pictures
    "ends in a credit": (0.0, -1.1, 0.0, 0.0, 0.0),  # a caption
    "ends in brackets": (0.0, 0.3, 0.0, 0.0, 0.0),  # often a caption
    "describes a scene": (0.0, -0.2, 0.0, 0.0, 0.0),  # often a caption
    "credit below": (0.0, 0.9, 0.0, 0.0, 0.0),  # a caption
    # Repetition
    "stands twice": (0.0, -0.5, 0.0, 0.0, -0.2),  # articles do not repeat themselves
    "on other pages": (-0.1, -0.4, -0.2, 0.0, 0.2),  # learnt from the batch
    # Subject
    "on the subject": (0.1, 0.6, 0.0, 0.3, -0.3),  # the article keeps to its words
    "words of the article": (0.0, 0.3, 0.0, 0.6, 0.0),
    "off the subject": (0.0, 0.2, 0.1, 0.0, -0.1),  # another article's words
    # Surroundings
    "prose just above": (0.0, -0.4, 0.0, -0.2, 0.5),  # text stands by text
    "prose just below": (0.0, 0.0, 0.0, 0.2, 0.1),
    "prose near above": (0.0, -0.4, 0.2, 0.0, 0.0),
    "prose near below": (-0.8, -0.6, 0.0, -0.2, -0.1),
    "prose above": (0.9, 0.3, 1.0, 0.0, 0.0),
    "prose below": (0.2, -0.4, 0.2, 0.0, 0.0),
    "prose gone by": (0.7, 0.2, 0.9, -0.1, 0.1),  # the end comes after most of the text
    "prose to come": (0.9, 0.0, 0.7, 0.0, 0.0),  # the beginning comes before it
    "short line above": (0.0, 0.2, 0.0, 0.0, 0.0),
    "short line below": (0.0, 0.2, 0.0, 0.0, 0.1),
    "cue above": (0.0, 0.5, 0.0, -0.4, 0.0),  # boilerplate stands by boilerplate
    "cue below": (0.0, 0.2, 0.0, 0.0, 0.6),
    # Heralds
    "related above": (0.0, -0.2, 0.0, 0.0, 0.0),  # what a heading announces
    "comments above": (0.0, -0.3, 0.0, 0.0, 0.0),  # what a heading announces
    "byline above": (0.0, 0.1, 0.0, -0.7, 0.0),  # the text begins below it
    "dateline above": (0.0, -0.1, 0.0, 0.3, 0.0),  # the text begins below it
    "dateline below": (0.0, -0.2, 0.0, 0.0, 0.0),  # a teaser, with its date
    # Place
    "in the first guess": (0.1, 0.6, 0.0, -0.2, 0.1),
    "begins the first guess": (0.0, 0.9, 0.0, -0.3, 0.0),
    "just after the first guess": (0.0, 0.5, 0.0, 0.0, 0.8),
    "lines before the first guess": (0.0, 0.2, 0.0, 0.0, 0.0),
    "lines after the first guess": (-0.1, 0.2, 0.1, 0.0, 0.0),
    "looks like the title": (0.0, 0.1, 0.0, -0.2, 0.0),  # the text begins below it
    "below the title": (-0.1, 0.2, 0.1, 0.4, 0.0),  # menus stand above it
}
