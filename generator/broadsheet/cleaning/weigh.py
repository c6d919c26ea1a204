"""How much a line looks like the headline of its page: cues that hold in any language, and their weights.

The weights come from a logistic choice among the lines of a page, fitted on pages of some four hundred sites in
seven languages and tried on sites held out, then rounded. They add up; tests/benchmarks/clean_titles.py prints
how well they do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from broadsheet.cleaning.byline import is_byline
from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.masthead import is_dateline
from broadsheet.cleaning.words import bare, stems

Cue = tuple[str, float]
"""What was seen, in words for `--explain`, and what it weighs."""

_READ = 400
"""Characters of a line that are compared: no headline is longer."""

_BODY, _LEAD = 60, 3
"""Lines of the body, and of its beginning, that a headline's words are looked for in."""

_OPENING = 8
"""Lines of the body among which its first prose is looked for."""

_TRAIL = re.compile(r"\s[»›>/|→]\s|^\s*(?:https?:|www\.)|[@©]|://")
_CAPTION = re.compile(
    r"^(?:photo|image|credit|foto|bild|source|getty|video|фото|▲|\(photo|shutterstock)"
    r"|(?:reuters|getty images|/ap|ap photo)\W*$",
    re.IGNORECASE,
)

_AWAY = ((2, -1.0), (10, -1.0), (20, -1.25), (35, -1.0))
"""Lines between it and the body: each step that is passed adds its weight."""
_WORDS = ((2, 1.5), (3, 1.0), (5, 0.5), (12, -1.25), (18, -1.25), (26, -2.5))
"""Its length, counted in the same way."""
_BODY_SHARE = ((0.2, 1.0), (0.5, 0.5))
"""The part of its longer words that the body has too."""
_LEAD_SHARE = ((0.0, 0.75), (0.3, 0.75), (0.6, 0.75))
"""The part of its longer words that the body's first lines have too."""
_BODY_WORDS = ((1, 1.5), (3, 1.5), (5, 0.5))
"""How many of its longer words the body has too."""
_DATE_BELOW = (2.5, 1.5, 1.25)
_BYLINE_BELOW = (2.0, 2.0, 1.0)
"""A date or a by-line one, two or three lines below."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the cues look at: a dump's lines and the words in them, counted once."""

    lines: Sequence[Line]
    start: int
    """Where the body begins; higher than was said where prose stands right above."""
    prose: int
    """Its first line of prose: what stands before it may be headline, standfirst, by-line."""
    language: str | None
    plain: Sequence[str]
    """The bare words of each line."""
    whole: str
    """The same as one text, a newline around each."""
    body: frozenset[str]
    """The stems of the body's words."""
    lead: frozenset[str]
    """Those of its first lines."""
    shared: Collection[int]
    """Lines that other pages of the site have too."""

    @classmethod
    def of(
        cls, lines: Sequence[Line], start: int, end: int, language: str | None = None, shared: Collection[int] = ()
    ) -> Setting:
        """The page whose body is `lines[start:end]`."""
        plain = [bare(line.text[:_READ]) for line in lines]
        start = _raised(lines, min(max(0, start), len(lines)))
        first, last = start, min(max(start, end), len(lines))
        return cls(
            lines=lines,
            start=start,
            prose=next((at for at in range(start, min(last, start + _OPENING)) if _is_prose(lines[at])), start),
            language=language,
            plain=plain,
            whole="\n" + "\n".join(plain) + "\n",
            body=stems(" ".join(plain[first : min(last, first + _BODY)])),
            lead=stems(" ".join(plain[first : min(last, first + _LEAD)])),
            shared=shared,
        )

    def hopeless(self, at: int) -> bool:
        """True for a line that no cue could make a headline: nothing, one word, a paragraph, the body's prose."""
        shape = self.lines[at].shape
        if at >= self.start and shape.final == "." and self.lines[at].text[-1] not in "?!？！":
            return True
        return not self.plain[at] or not 2 <= shape.words <= 60


def weights(setting: Setting, at: int) -> Iterator[Cue]:
    """The cues of line `at`."""
    yield from _place(setting, at)
    yield from _form(setting, at)
    yield from _words(setting, at)
    yield from _repeats(setting, at)
    yield from _neighbours(setting, at)


def _is_prose(line: Line) -> bool:
    return line.shape.final == "." and line.shape.words >= 12


def _raised(lines: Sequence[Line], start: int) -> int:
    """The start of the body, moved up past any prose that stands one or two lines above it."""
    at = start
    while at > 0 and start - at < 2:
        at -= 1
        if _is_prose(lines[at]):
            start = at
    return start


def _place(setting: Setting, at: int) -> Iterator[Cue]:
    away = setting.start - at
    if away > 2:
        yield "far above the body", _steps(away, _AWAY)
    if away <= 0:
        yield "opens the body", -2.25
    if away < 0 and at >= setting.prose:
        yield "inside the body", -3.0
    if at in setting.shared and not _is_of_the_body(setting, at):
        yield "shared with other pages", -4.0


def _is_of_the_body(setting: Setting, at: int) -> bool:
    """Whether more than a few of its words are the body's: then other pages have it because they lead here."""
    own = stems(setting.plain[at])
    return 4 * len(own & setting.body) > len(own)


def _form(setting: Setting, at: int) -> Iterator[Cue]:
    line = setting.lines[at]
    text, shape = line.text, line.shape
    yield "as long as a headline", _steps(shape.words, _WORDS) + 0.5 * (shape.unspaced and shape.words > 4)
    if shape.final == "." and text[-1] not in "?!？！":
        yield "ends in a full stop", -2.5
    if shape.final in ":：":
        yield "ends in a colon", -1.5
    if shape.sentences > 1:
        yield "several sentences", -1.5
    if is_dateline(text, setting.language):
        yield "a date", -1.5
    if is_byline(text):
        yield "a by-line", -1.25
    if _TRAIL.search(text):
        yield "a trail or an address", -3.0
    if _CAPTION.search(text):
        yield "a caption", -2.5
    if text[0].islower() or text[0].isdigit():
        yield "begins small", -0.5
    if text[0] in '"“«„':
        yield "opens with a quotation", 1.0


def _words(setting: Setting, at: int) -> Iterator[Cue]:
    own = stems(setting.plain[at])
    if not own:
        yield "only short words", 1.0
        return
    both = len(own & setting.body)
    if both:
        yield "its words are the body's", _steps(both, _BODY_WORDS) + _steps(both / len(own), _BODY_SHARE)
    if lead := len(own & setting.lead):
        yield "its words open the body", _steps(lead / len(own), _LEAD_SHARE)


def _repeats(setting: Setting, at: int) -> Iterator[Cue]:
    words = setting.plain[at]
    if setting.lines[at].shape.words <= 2 and len(words) <= 8:
        return
    same = setting.whole.count(f"\n{words}\n")
    if same > 1:
        yield "repeated on the page", 1.0
        if words in setting.plain[max(0, at - 6) : at]:
            yield "said just before", 1.0
        if words in setting.plain[setting.start + 1 :]:
            yield "said again below", -1.25
    if same > 3:
        yield "repeated too often", -1.5
    if setting.whole.count(words) > same:
        yield "part of other lines", 1.5
        if f"\n{words} " in setting.whole:
            yield "begins another line", -1.25
        if f" {words}\n" in setting.whole:
            yield "ends another line", 1.0


def _neighbours(setting: Setting, at: int) -> Iterator[Cue]:
    lines = setting.lines
    below = lines[at + 1 : min(at + 4, setting.start + 2)]
    for line, dated, signed in zip(below, _DATE_BELOW, _BYLINE_BELOW, strict=False):
        if is_dateline(line.text, setting.language):
            yield "a date below", dated
        if is_byline(line.text):
            yield "a by-line below", signed
    if below and below[0].shape.words > 12:
        yield "prose below", 0.5
    if at:
        yield from _above(setting, at)


def _above(setting: Setting, at: int) -> Iterator[Cue]:
    over = setting.lines[at - 1]
    if over.shape.words <= 3:
        yield "a short line above", 1.0
    elif over.shape.words > 12:
        yield "prose above", -0.5
    if is_dateline(over.text, setting.language):
        yield "a date above", 0.75
    if is_byline(over.text):
        yield "a by-line above", -1.0
    near = [line.shape.words for line in setting.lines[max(0, at - 8) : at]]
    if max(near) < setting.lines[at].shape.words:
        yield "longest of those above", 0.5
    if sum(near) <= 3 * len(near):
        yield "menus above", 0.5


def _steps(value: float, steps: Sequence[tuple[float, float]]) -> float:
    """The sum of the weights of all steps that `value` has passed."""
    return sum(weight for step, weight in steps if value > step)
