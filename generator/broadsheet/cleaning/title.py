"""The headline of a dump: which of its lines is the title, and its exact text.

    weigh.py    how much each line near the start of the body looks like its headline
    tidy        the weightiest line without list marks and without the site's name

Where no line is a headline, the body's first sentence stands in, shortened.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from broadsheet import sentences
from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.weigh import Setting, weights
from broadsheet.cleaning.words import bare

ABOVE, INSIDE = 60, 3
"""How many lines above the body, and how many of its first lines, can be its headline."""

LEAST = 5.0
"""What a line must weigh to be a headline; below stands what pages without one have."""

SHORTENED = 90
"""About how many characters of the first sentence stand in for a headline."""

_MARKS = "#*•▪■►▶●·>»|-–—\u200b\u200e\u200f\ufeff "
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")  # a no-break space is part of a French or Czech spelling
_JOINT = re.compile(r"\s+[|–—―\-»›·•:/]{1,2}\s+|\s?[|｜_＿]\s?|\s?——?\s?(?=\S{2,12}$)")


@dataclass(frozen=True, slots=True)
class Headline:
    """A dump's title and where it stands."""

    text: str
    """One line, without the site's name."""
    lines: tuple[int, ...]
    """The lines that say it, counted from 0 among those that are not blank, in order; empty when it was made."""
    cues: tuple[str, ...] = ()
    """What spoke for it, weightiest first; none when it was made."""

    @property
    def made(self) -> bool:
        """True where the page shows no headline: the first sentence of the body stands in."""
        return not self.lines


def headline(
    lines: Sequence[Line],
    start: int,
    end: int,
    language: str | None = None,
    *,
    shared: Collection[int] = (),
    site: str = "",
) -> Headline:
    """The headline of the dump whose body is `lines[start:end]`.

    `shared` are the lines that other pages of the site have too, `site` is the site's host or name where known.
    """
    setting = Setting.of(lines, start, end, language, shared)
    best, best_weight = -1, LEAST
    best_cues: list[tuple[str, float]] = []
    low, high = max(0, setting.start - ABOVE), min(len(lines), max(setting.prose, setting.start + INSIDE))
    for at in range(low, high):
        if setting.hopeless(at):
            continue
        found = list(weights(setting, at))
        total = sum(weight for _, weight in found)
        if total >= best_weight:  # of equals the one nearer to the body
            best, best_weight, best_cues = at, total, found
    if best < 0:
        return Headline(_made(lines, start, end, language), ())
    words = setting.plain[best]
    same = tuple(at for at in range(low, high) if setting.plain[at] == words)
    spoke = sorted((cue for cue in best_cues if cue[1] > 0), key=lambda cue: (-cue[1], cue[0]))
    return Headline(tidy(lines[best].text, setting.plain, site), same, tuple(name for name, _ in spoke))


def tidy(text: str, plain: Collection[str] = (), site: str = "") -> str:
    """A headline's text on one line, without list marks and without the site's name.

    What follows the last joint ("… | Le Monde") goes when the page shows the rest, or what follows, on a line of
    its own (`plain`: the bare words of the page's lines), or when it is the site's name.
    """
    text = _SPACE.sub(" ", text).strip()
    text = text.lstrip(_MARKS) or text
    host = "".join(bare(site.removeprefix("www.")).split())
    known = frozenset(plain)
    for joint in reversed(list(_JOINT.finditer(text))):
        head, tail = text[: joint.start()].strip(), text[joint.end() :].strip()
        words, name = bare(head), bare(tail)
        if len(words) < 8 or not name or len(tail) > 60:
            continue
        squeezed = name.replace(" ", "")
        if (
            words in known
            or (name in known and len(tail.split()) <= 5)
            or (len(squeezed) > 2 and host.startswith(squeezed))
        ):
            text = head
    return text


def _made(lines: Sequence[Line], start: int, end: int, language: str | None) -> str:
    """The body's first sentence, cut after a word where it is long, then marked with an ellipsis."""
    first = next((line.text for line in lines[max(0, start) : end] if bare(line.text)), "")
    found = list(sentences.split(first[:2000], language))
    sentence = " ".join(first[found[0][0] : found[0][1]].split()) if found else " ".join(first.split())
    return shorten(sentence)


def shorten(sentence: str, limit: int = SHORTENED) -> str:
    """A sentence of at most `limit` characters, cut after a word; "…" stands for what was cut."""
    if len(sentence) <= limit:
        return sentence
    cut = sentence[: limit - 1]
    if not sentence[limit - 1].isspace() and " " in cut.strip():
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:–—-") + "…"
