"""English plurals with a capital: the Hoffmanns, two Nexas; what they are several of may be a name, they are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.entities.lists import family_names, places
from broadsheet.entities.offices import Place

if TYPE_CHECKING:
    from broadsheet.entities.discovery.reading import Reading

_COUNTING = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve dozens hundreds thousands many some several few these
    those both most various numerous fewer more
    """.split()  # noqa: SIM905 - words read best as words
)
_PLURAL = re.compile(r"[^\W\d_]{3,}(?<![sui])s\Z")
_FAMILY = re.compile(r"(?:mann|stein|ski|sky|cki|enko|sson|sen|berg|berger|meyer|bauer|wicz|ić|vić|ez)\Z")


def before_plural(before: str) -> Place:
    """Whether an article or a number stands right before a name; `before` is the text up to it."""
    words = before.split()
    word = words[-1].lower() if words else ""
    return "the" if word == "the" else "counted" if word in _COUNTING or word.isdigit() else "inside"


def is_plural(name: str, run: str, place: Place, reading: Reading) -> bool:
    """Whether a name is the plural of another, or of a word with a capital; `run` is as it stands, article and all."""
    one = name[:-1]
    if reading.language != "en" or not _PLURAL.search(name) or one.lower() in places("en"):
        return False  # the Americas
    if place == "opens" and run != name:
        place = before_plural(run[: -len(name)])
    if place == "counted":
        return True
    others = reading.certain[one]
    known = one in reading.known.kinds or one in reading.known.surnames
    family = one.lower() in family_names("en") or _FAMILY.search(one) is not None
    return place == "the" and (known or family or others >= max(1, reading.certain[name]))
