"""The signs of a picture's caption: a credit at its end, brackets, who stands left and right."""

from __future__ import annotations

import re

from broadsheet.cleaning.lines import Line

_OWNERS = (
    "getty", "reuters", "afp", "photo", "ap", "epa", "bloomberg", "courtesy", "file", "foto", "image", "imago", "dpa",
    "times", "press", "efe", "shutterstock", "istock", "ansa", "фото", "риа", "тасс", "pap", "via", "post", "reprodu",
    "divulgação", "contributed", "provided", "handout", "archiv", "picture alliance", "unsplash", "flickr", "wikimedia",
)  # fmt: skip
_CREDIT = re.compile(r"[(\[/—–\-|©:]([^()\[\]/]{2,70})[)\]]?\.?$")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{3,60}[)\]]$")
_SCENE = frozenset((
    "left", "right", "center", "centre", "pictured", "poses", "pose", "speaks", "gestures", "links", "rechts",
    "archivfoto", "archivbild", "gauche", "droite", "izquierda", "derecha", "слева", "справа",
))  # fmt: skip
_LONGEST = 90


def ends_in_credit(line: Line) -> bool:
    """True for a line that ends by naming whose picture it describes."""
    if line.shape.words > _LONGEST:
        return False
    credit = _CREDIT.search(line.text[-80:])
    if not credit:
        return False
    named = credit[1].casefold()
    return any(owner in named for owner in _OWNERS)


def look(line: Line) -> list[tuple[str, float]]:
    """A credit, brackets at the end, a scene described."""
    words = line.shape.words
    found: list[tuple[str, float]] = []
    if ends_in_credit(line):
        found.append(("ends in a credit", 1.0))
    if words <= _LONGEST and line.text[-1] in ")]" and _BRACKETS.search(line.text[-70:]):
        found.append(("ends in brackets", 1.0))
    if 6 <= words <= 70 and not _SCENE.isdisjoint(word.strip("(),.:;") for word in line.text.casefold().split()):
        found.append(("describes a scene", 1.0))
    return found
