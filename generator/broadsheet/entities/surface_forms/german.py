"""German: the adjectives that open a name bend (der Deutschen Bahn, im Schwarzen Meer); ae, oe, ue, ss for ä, ö, ü, ß.

What a form gives too much (`Berlinen Mauer`) nobody writes. The bare -s of the genitive is no form: `endings` knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.model import Kind

_OPENING = re.compile(r"([A-ZÄÖÜ][\w-]{2,}?)(e|er|es)(?= )")
"""An adjective that may open a name: of at least three letters, so that no article is one."""
_ENDINGS = ("e", "en", "em", "er", "es")
_SECOND = re.compile(r"(?:(?<=isch)|(?<=lich)|(?<=inigt)|(?<=ional)|(?<=ig))e(?= [A-ZÄÖÜ])")
"""How a second adjective ends, as only adjectives do."""
_MORE_DATIVE = re.compile(r"(?:lande|emirate|gebiete|staate|berge)(?=\Z| )", re.IGNORECASE)
_PLAIN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
_MARKED = re.compile("[äöüÄÖÜß]")


def forms(name: str, kind: Kind) -> Iterator[str]:
    """The name in its other cases, and all of these without ä, ö, ü and ß."""
    spelled = [name, *(_cases(name, kind) if kind != "person" else ())]
    yield from spelled[1:]
    for one in spelled:
        if _MARKED.search(one):
            yield _MARKED.sub(lambda mark: _PLAIN[mark.group()], one)
            yield one.replace("ß", "ss")


def _cases(name: str, kind: Kind) -> Iterator[str]:
    """`Schwarzen Meer`, `Schwarzen Meeres` for Schwarzes Meer; `Niederlanden` for Niederlande."""
    adjective = _OPENING.match(name)
    bends = adjective is not None and name[adjective.end() + 1].isupper()
    bends = bends and not (kind == "other" and adjective is not None and adjective[2] == "er")  # Peter Schmidt
    if adjective is None or not bends:
        if kind == "place" and _MORE_DATIVE.search(name):
            yield _MORE_DATIVE.sub(lambda noun: f"{noun.group()}n", name)
        return
    stem, rest = adjective[1], name[adjective.end() :]
    for ending in _ENDINGS:
        bent = f"{stem}{ending}{_SECOND.sub(ending, rest)}" if adjective[2] == "e" else f"{stem}{ending}{rest}"
        if bent != name:
            yield bent
    weak = f"{stem}en{_SECOND.sub('en', rest)}"
    noun, _, more = rest[1:].partition(" ")
    if adjective[2] != "e" and not more and not noun.endswith("s"):
        yield f"{weak}es"  # des Schwarzen Meeres
    if adjective[2] == "e" and _MORE_DATIVE.search(rest):
        yield _MORE_DATIVE.sub(lambda ended: f"{ended.group()}n", weak)
