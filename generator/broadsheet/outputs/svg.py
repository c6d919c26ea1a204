"""Pictures: SVG that takes its colours from the page, and stands in its Markdown as a comment.

GitHub strips `<svg>` from a page and leaves its words behind, and search would index them. So a picture is a comment,
out of which the theme takes it (`partials/page.html`); under any other theme the words beside it tell the same.
The pages' policy allows no style attributes: everything is said in plain attributes and `currentColor`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

WIDTH = 720
"""Units across a picture: on a phone of 360 points they come out at less than half a point each."""

FONT = 24
"""Size of its letters, in units: eleven points on a phone."""

LEADING = 26
"""Units from one line of a label to the next."""

_WIDE, _LATIN, _SLIM = 24, 15, 8
"""Units that a character takes at most in the faces we ask for: ideographs; letters; `i`, `l`, spaces."""

_MOST_READ = 200
"""Characters of a name that are looked at: no label shows more."""


def picture(name: str, title: str, description: str, height: int, shapes: Iterable[str], *, role: str = "img") -> str:
    """A picture as a comment that the theme opens; `name` tells its ids from those of others on the page.

    What is in an `img` nobody hears of: a picture whose links are to be followed is a `group`.
    """
    drawn = "\n".join(shapes)
    # Its own direction: on a page from right to left, labels would change sides.
    return (
        f'<!-- picture: <svg viewBox="0 0 {WIDTH} {height}" class="bs-picture" role="{role}" direction="ltr"'
        f' fill="currentColor" font-size="{FONT}" aria-labelledby="{name}-title {name}-desc">\n'
        f'<title id="{name}-title">{escaped(title)}</title>\n'
        f'<desc id="{name}-desc">{escaped(description)}</desc>\n'
        f"{drawn}\n</svg> :picture -->"
    )


def spark(words: str, counts: Sequence[int]) -> str:
    """Bars as high as a line of text, a picture as above; `words` say the same."""
    most, slot = max([*counts, 1]), 10
    bars = "".join(
        f'<rect x="{place * slot}" y="{24 - height}" width="{slot - 2}" height="{height}"/>'
        for place, count in enumerate(counts)
        # Where there is nothing the line goes on.
        for height in [max(1, 24 * count // most)]
    )
    return (
        f'<!-- picture: <svg viewBox="0 0 {slot * len(counts)} 24" class="bs-spark" role="img" direction="ltr"'
        f' fill="currentColor" aria-label="{escaped(words)}">{bars}</svg> :picture -->'
    )


def linked(href: str, name: str, shapes: Iterable[str]) -> str:
    """Shapes that lead to a page; the theme makes a link of `data-to`, which no reader of Markdown takes for one."""
    return f'<a data-to="{escaped(href)}"><title>{escaped(name)}</title>{"".join(shapes)}</a>'


def label(lines: Sequence[str], x: int, y: int, anchor: str) -> str:
    """Lines of text around the height `y`; `anchor` says which of their ends stands at `x`."""
    first = y + FONT // 3 - (len(lines) - 1) * LEADING // 2
    return "".join(
        f'<text x="{x}" y="{first + place * LEADING}" text-anchor="{anchor}">{escaped(line)}</text>'
        for place, line in enumerate(lines)
    )


def escaped(text: str) -> str:
    """`text` as XML may hold it, within a comment of HTML too; what turns a row of letters about is left out."""
    if not text.isascii() or not text.isprintable():
        text = "".join(map(_kept, text))
    for character, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("--", "-&#45;")):
        text = text.replace(character, written)
    return text


def isolated(text: str) -> str:
    """`text` as above, in its own direction: `24 نوفمبر 2026` is read from the right, where the picture is not."""
    turned = any(unicodedata.bidirectional(one) in ("R", "AL") for one in text)
    return f"\u2068{escaped(text)}\u2069" if turned else escaped(text)


def _kept(character: str) -> str:
    """A character as it may stand in XML: no-break spaces are not printable, yet keep words apart; so do line ends."""
    category = unicodedata.category(character)
    if character.isprintable() or category == "Zs" or (category == "Cf" and character not in _TURNING):
        return character
    return " " if character.isspace() else ""


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@lru_cache(maxsize=1 << 14)
def fitted(name: str, room: int) -> tuple[str, ...]:
    """A name on one line or two that fit into `room` units, shortened where it must be."""
    name = " ".join(name[:_MOST_READ].split())
    if width(name) <= room:
        return (name,)
    words = name.split(" ")
    first = 1
    while first < len(words) and width(" ".join(words[: first + 1])) <= room:
        first += 1
    lines = [" ".join(words[:first]), " ".join(words[first:])]
    return tuple(_shortened(line, room) for line in lines if line)


def width(text: str) -> int:
    """About how many units a text takes, rather more than less."""
    return sum(map(_width, text))


def turns(text: str) -> bool:
    """Whether a text ends in a script that is written from right to left."""
    return bool(text) and unicodedata.bidirectional(text[-1]) in ("R", "AL", "NSM")


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or character in "MWmw—%@" or ord(character) > 0xFFFF:
        return _WIDE
    return _SLIM if character in " ilIjt.,:;'’|!-()[]" else _LATIN + 2 * character.isupper()


def _shortened(line: str, room: int) -> str:
    if width(line) <= room:
        return line
    taken = _LATIN
    for place, character in enumerate(line):
        taken += _width(character)
        if taken > room:
            # The mark keeps the dots at the end of a word that is written leftwards.
            return line[:place].rstrip() + "…" + ("\u200f" if turns(line[:place].rstrip()) else "")
    return line
