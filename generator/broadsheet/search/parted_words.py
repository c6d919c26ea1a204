"""Words with a dot, a hyphen or the like inside (`7.1`, `U.S.-led`, `C-214`), parted where a question parts them.

Pagefind takes such a word as one without its marks (`71`), and its pieces of two characters and more as words beside
it, so `7.1` is never in the index by itself in `7.1-magnitude`. Here pieces that belong together are left side by side
and a NUL is put wherever Pagefind would take for one what a question does not. `search_words.js` tells by the same
rules which pieces belong together: the two must stay alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

DASHES = "\u2010\u2011\u2013\u2212"
_EITHER_WAY = "&"
_ONWARD = "-/+@\u2010\u2011"
_JOINTS = frozenset(f".,:{_ONWARD}{_EITHER_WAY}{DASHES}")
_TOKEN = re.compile("[^ \0]+")
# Of most texts, the few that are of two pieces and more; what is no letter stands between these.
_IN_PIECES = re.compile(r"(?<![^ \0])[^\w \0]*\w+[^\w \0]+\w[^ \0]*")
_SHORT = 40
_UNDERSCORES = re.compile("_+")
_MARKS = "\u0300-\u036f"


def parting(unspaced: str, otherwise: re.Pattern[str]) -> Callable[[str], str]:
    """How a text's words are parted; dashes that hold pieces together stand as `KEPT` in what it returns.

    Args:
        unspaced: the characters of scripts without spaces, none of which is a piece of a word.
        otherwise: letters that have another spelling; what they are in is never joined.
    """
    letter = rf"(?![{unspaced}])[^\W_]"
    pieces = re.compile(rf'{letter}(?:"*{letter}|[{_MARKS}])*')
    signs = re.compile(f"[{unspaced}]")

    def in_pieces(text: str) -> re.Pattern[str]:
        return _TOKEN if not text.isascii() and signs.search(text) else _IN_PIECES

    def parted(text: str) -> str:
        found = list(pieces.finditer(text))
        if len(found) < 2:
            return text
        words = [piece[0].replace('"', "") for piece in found]
        between = [text[one.end() : other.start()] for one, other in pairwise(found)]
        tied = [
            _tied(words[place], joint, words[place + 1])
            and not otherwise.search((words[place] + words[place + 1]).lower())
            for place, joint in enumerate(between)
        ]
        out = [text[: found[0].start()]]
        # A beginning is found by three letters, where the whole is in the index as it is written.
        open_at = _partings(words, between, tied, len(text) if otherwise.search(text.lower()) else 2)
        for place, piece in enumerate(found):
            out.append(piece[0])
            if place < len(between):
                joint = between[place]
                out.append(joint.translate(_KEEP) if tied[place] else joint + "\0" * open_at[place])
        return "".join([*out, text[found[-1].end() :]])

    known = lru_cache(maxsize=16_384)(parted)

    def each(token: re.Match[str]) -> str:
        # Where no spaces are written, what stands between two of them may be long, and comes but once.
        return known(token[0]) if len(token[0]) <= _SHORT else parted(token[0])

    # An underscore is a letter to Pagefind, and to no question.
    return lambda text: in_pieces(text).sub(each, _UNDERSCORES.sub("\0\\g<0>\0", text))


KEPT = {number: ord(dash) for number, dash in enumerate(DASHES, 1)}
"""What stands for a dash that is no end of a word, until all others are set apart."""
_KEEP = {ord(dash): number for number, dash in enumerate(DASHES, 1)}


def _tied(word: str, joint: str, other: str) -> bool:
    """Whether two pieces are one word: initials, numbers, a letter and a number, `e-mail`, `AT&T`."""
    if joint not in _JOINTS:
        return False
    first, second = _single(word), _single(other)
    if first and second:
        return True
    if first:
        onward = joint in _ONWARD and not _number(word[0])
        return _number(other[0]) or onward or joint in _EITHER_WAY
    return second and (_number(word[-1]) or joint in _EITHER_WAY)


def _partings(words: Sequence[str], between: Sequence[str], tied: Sequence[bool], short: int) -> list[bool]:
    """Between which pieces Pagefind is to see two words; no piece of up to `short` letters is found as a beginning."""
    # Pieces that are tied, and what apostrophes hold together: `l'e-mail` is of two groups, and one cluster.
    groups = [0]
    clusters = [0]
    for joint, tie in zip(between, tied, strict=True):
        groups.append(groups[-1] + (not tie))
        clusters.append(clusters[-1] + (not tie and joint.strip("'") != ""))
    joined = {group for group, other in pairwise(groups) if group == other}
    # A letter or digit by itself is a word only where it is the whole of it.
    alone = {
        cluster
        for word, group, cluster in zip(words, groups, clusters, strict=True)
        if _single(word) or group in joined
    }
    parted = []
    for place, tie in enumerate(tied):
        inside = clusters[place] == clusters[place + 1]
        held = (
            joined.intersection(groups[place : place + 2])
            if inside
            else alone.intersection(clusters[place : place + 2])
        )
        # Of `CO2` Pagefind makes two; where it comes first, it is the beginning of the whole.
        broken = _mixed(words[place + 1]) or (_mixed(words[place]) and len(words[place]) <= short)
        parted.append(not tie and (bool(held) or broken))
    return parted


def _single(word: str) -> bool:
    return len(word) == 1 or all("\u0300" <= mark <= "\u036f" for mark in word[1:])


def _number(character: str) -> bool:
    return unicodedata.category(character).startswith("N")


def _mixed(word: str) -> bool:
    """Whether Pagefind takes a piece apart (`McDonald`, `CO2`), as far as can be told."""
    if word.isdecimal():
        return False
    return not word.isalpha() or not (word.islower() or word.isupper() or word.istitle() or word.swapcase() == word)
