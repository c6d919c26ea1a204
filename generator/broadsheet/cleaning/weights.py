"""What each trait speaks for: the weights of the rules, written down.

A line's weights add up, part by part; e to the power of the sum says how well the line fits the part. "begins" and
"ends" count only for the line with which the text begins, and for the first line below it.

The numbers were fitted as a conditional random field to news pages whose text is known (on some sites, tried on the
others, then on all) and rounded. They may be changed by hand: `tests/benchmarks/clean_dumps.py` shows what a
change does. A trait that looks odd by itself stands beside others that show with it ("3+ words" under "25+ words").
"""

from __future__ import annotations

PARTS = ("above", "text", "below", "begins", "ends")

STANDING = (0.22, 0.65, 0.23, 0.00, 0.01)
"""What every line starts with, part by part."""

BREAK, STAY_BROKEN, RESUME = -1.48, 0.39, -1.48
"""For leaving the text for a while (an advertisement, a box), for staying out of it, for taking it up again."""

WEIGHTS: dict[str, tuple[float, float, float, float, float]] = {
    # In each row, from left to right: above, text, below, begins, ends.
    # Length
    "3+ words": (0.00, 0.09, 0.00, 0.00, 0.00),  # fewer are a button
    "6+ words": (0.00, 0.12, 0.00, 0.41, 0.00),
    "10+ words": (0.01, 0.03, -0.10, 0.39, -0.06),  # fewer are a heading or a link
    "16+ words": (0.00, 0.97, 0.00, 0.13, 0.00),
    "25+ words": (0.00, 0.46, 0.00, 0.00, 0.00),  # only paragraphs and captions
    "45+ words": (0.00, 0.58, 0.00, 0.00, 0.00),
    # Sentences
    "ends a sentence": (-0.10, 0.47, 0.00, 0.39, 0.00),  # menus and headings have no full stop
    "asks": (0.00, -0.17, 0.00, 0.00, 0.00),  # headlines of others ask, too
    "several sentences": (0.00, -0.02, 0.00, 0.00, 0.00),  # a paragraph
    "commas": (0.00, 0.21, 0.00, 0.00, 0.00),  # running text has clauses
    "begins small": (0.00, -0.11, 0.00, 0.00, 0.00),  # the rest of a broken sentence
    "trails off": (0.00, -0.64, 0.00, 0.00, 0.00),  # a teaser cut short
    "long without an end": (0.00, -0.90, 0.00, 0.00, 0.00),  # a headline or a list of links
    "ends in a colon": (0.00, 0.87, 0.00, 0.00, 0.00),  # a label, or announces a quotation
    # Letters, figures, marks
    "capitals": (-0.17, -1.11, -0.40, 0.00, 0.00),  # names and titles
    "mostly capitals": (0.00, 0.39, 0.00, -0.30, 0.00),  # a headline of another article
    "all capitals": (0.00, -0.28, 0.00, 0.00, 0.50),  # a section's name
    "figures": (0.00, 0.39, 0.00, 0.00, 0.00),  # counters and tables
    "no letters": (0.00, -1.04, 0.00, 0.00, 0.00),  # a counter
    "a date": (0.00, -0.50, 0.00, 0.00, 0.17),  # a dateline
    "a time": (0.00, 0.01, 0.00, 0.00, 0.00),  # a dateline
    "a list mark": (0.00, 0.08, 0.00, 0.00, 0.00),  # an item, in menus and in articles
    "separators": (0.00, -0.17, 0.00, 0.00, 0.00),  # a trail of links
    "an address": (0.00, -0.19, 0.00, 0.00, 0.00),  # a profile or a link
    # Cue words
    "cue: advertisement": (0.00, -3.04, 0.00, 0.00, -0.58),
    "cue: byline": (0.00, -2.31, 0.00, 0.00, 1.80),
    "cue: comments": (0.00, -5.29, 0.00, 0.00, -0.86),
    "cue: credit": (0.00, -6.24, 0.00, 0.00, -2.08),
    "cue: dateline": (0.00, -3.47, 0.00, 0.00, 1.54),
    "cue: legal": (0.00, -2.74, 0.00, 0.00, -0.69),
    "cue: navigation": (0.00, -2.19, 0.00, 0.00, 0.20),  # menus
    "cue: pleas": (0.00, -3.44, 0.00, 0.00, 1.94),  # the page about itself
    "cue: related": (0.00, -4.05, 0.00, 0.00, 0.85),  # links
    "cue: share": (0.00, -2.40, 0.00, 0.00, 0.68),  # buttons
    "cue: subscribe": (0.00, -3.58, 0.00, 0.00, -0.23),  # the paywall
    "cue: tags": (0.00, -3.38, 0.00, 0.00, 1.91),
    # Pictures
    "ends in a credit": (0.00, -2.81, 0.00, 2.10, 0.00),  # a caption
    "ends in brackets": (0.00, 0.41, 0.00, 0.00, 0.00),  # often a caption
    "describes a scene": (0.00, -0.33, 0.00, 0.00, 0.00),  # often a caption
    "credit below": (0.00, 1.30, 0.00, 0.00, 0.00),  # a caption
    # Repetition
    "stands twice": (0.00, -0.43, 0.00, 0.00, -0.08),  # articles do not repeat themselves
    "on other pages": (-0.13, -0.60, -0.18, 0.00, 0.33),  # learnt from the batch
    # Subject
    "on the subject": (0.17, 0.26, -0.09, 0.53, -0.14),  # the article keeps to its words
    "words of the article": (0.00, 0.46, 0.00, 0.74, 0.00),
    "off the subject": (0.05, 0.19, 0.04, 0.00, 0.09),  # another article's words
    # Surroundings
    "prose just above": (0.00, -0.78, 0.00, -0.29, 0.46),  # text stands by text
    "prose just below": (0.00, -0.48, 0.00, 0.64, 0.29),
    "prose near above": (-0.53, 0.00, 0.00, 0.00, 0.00),
    "prose near below": (-0.80, 0.00, 0.15, -0.13, -0.39),
    "prose above": (0.46, 0.00, 0.68, 0.00, 0.00),
    "prose below": (0.41, 0.00, 0.52, 0.00, -0.16),
    "prose gone by": (0.70, 0.00, 0.87, -0.11, 0.39),  # the end comes after most of the text
    "prose to come": (0.81, 0.00, 0.88, 0.03, -0.22),  # the beginning comes before it
    "short line above": (0.00, 0.22, 0.00, 0.00, 0.00),
    "short line below": (0.00, 0.14, 0.00, 0.00, 0.26),
    "cue above": (0.00, 0.69, 0.00, -1.04, 0.00),  # boilerplate stands by boilerplate
    "cue below": (0.00, 0.46, 0.00, 0.00, 0.58),
    # Heralds
    "related above": (0.00, -0.16, 0.00, 0.00, 0.00),  # what a heading announces
    "comments above": (0.00, -0.27, 0.00, 0.00, 0.00),  # what a heading announces
    "byline above": (0.00, -0.19, 0.00, -0.30, 0.00),  # the text begins below it
    "dateline above": (0.00, -0.01, 0.00, 0.23, 0.00),  # the text begins below it
    "dateline below": (0.00, -0.10, 0.00, 0.00, 0.00),  # a teaser, with its date
    # What stands between it and the article
    "cut off": (-0.10, -0.28, -0.03, 0.00, -0.04),  # beyond a heading "Related", "Comments", "Tags"
    "cut off many times": (-0.06, 0.58, 0.27, 0.00, 0.18),
    "cut off just now": (-0.18, -0.01, -0.05, 0.00, -0.10),  # no paragraph of the article since
    # Place
    "in the first guess": (-0.12, 0.00, -0.24, -0.46, 0.23),
    "begins the first guess": (0.00, 0.59, 0.00, -0.14, 0.00),
    "just after the first guess": (0.00, 0.32, 0.00, 0.00, 0.86),
    "lines before the first guess": (-0.11, 0.00, -0.11, -0.04, 0.00),
    "lines after the first guess": (-0.11, 0.00, -0.09, 0.00, -0.05),
    "looks like the title": (0.00, -0.39, 0.00, 0.26, 0.00),  # the text begins below it
    "below the title": (-0.18, 0.00, 0.03, 0.46, 0.00),  # menus stand above it
}
