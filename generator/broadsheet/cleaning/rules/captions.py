"""The signs of a picture's caption: a credit at its end, brackets, who stands left and right."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.cleaning.lines import Line

_CREDIT = re.compile(
    r"(?:[(\[/©|]|\s[-–—]\s?|(?:credit|crédit|photo|foto|fot|image|imagen|bild|quelle|courtesy|picture|фото|φωτο)\w*\s?[:.]\s?)"
    r"\s?([^()\[\]/]{2,60})[)\]]?\.?$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\b(?:getty|reuters|afp|ap|epa|bloomberg|courtesy|file|image|images|imago|dpa|times|press|post|efe|shutterstock|istock"
    r"|ansa|риа|тасс|pap|via|divulgação|reprodução|contributed|contributor|provided|handout|picture alliance|unsplash"
    r"|flickr|wikimedia|youtube|instagram|facebook|screenshot|alamy|nasa|esa|illustration)\b"
    r"|photo|foto|фото|archiv|^credit|^crédit|^bild|^quelle",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]{3,60}[)\]]$")
_SCENE = frozenset((
    "left", "right", "center", "centre", "pictured", "poses", "pose", "speaks", "gestures", "links", "rechts",
    "archivfoto", "archivbild", "gauche", "droite", "izquierda", "derecha", "слева", "справа",
))  # fmt: skip
_LONGEST = 90


def ends_in_credit(line: Line) -> bool:
    """True for a line that ends by naming whose picture it describes."""
    return line.shape.words <= _LONGEST and _names_an_owner(line.text[-90:])


@lru_cache(maxsize=20_000)
def _names_an_owner(ending: str) -> bool:
    credit = _CREDIT.search(ending)
    return bool(credit and _OWNER.search(credit[0].lstrip("([/©|-–— ")))


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
