"""Runs of capitalised words: what may be a name, as it stands in a text."""

from __future__ import annotations

import re
from functools import cache

# Capital letters of the scripts that have them: Latin, Greek, Cyrillic, Armenian and their extensions.
_CAPITALS = "".join(
    character for character in map(chr, (*range(0x0560), *range(0x1E00, 0x2000))) if character.isupper()
)
_CAPITAL = f"[{_CAPITALS}]"

# Small words inside names. Those of persons' names hold everywhere, the others language by language.
PARTICLES = frozenset(
    "van der den de von zu bin ibn ben bint abu al el ul ter ten la los las del di da dos das do".split()  # noqa: SIM905 - words read best as words
)
_PARTICLES = (
    "van der|van den|van de|van|von der|von|zu|bin|ibn|ben|bint|abu|ter|ten|"
    "de la|de los|de las|del|de|di|da|dos|das|do|al|el|ul"
)
_CONNECTORS = {
    "en": "of the|of|du|des",
    "fr": "de l'|du|des|d'|of the|of",
    "it": "della|dello|dei|degli|delle|dell'|d'|of",
    "ca": "d'|dels|de l'",
    "pt": "e",
    "nl": "der|den|te|of the|of",
    "pl": "of",
    "ro": "al lui",
}
_INSIDE_HYPHENS = "de|du|des|la|le|les|sur|sous|en|au|aux|et|lès|el|al|ul|us|i"


@cache
def run_pattern(language: str) -> re.Pattern[str]:
    """What a run of capitalised words looks like in a folded text of a language."""
    inner = rf"[\w&]*(?:'{_CAPITAL}[\w&]*|-(?:[{_CAPITALS}\d][\w&]*|(?:{_INSIDE_HYPHENS})(?=-)))*"
    rest = (
        rf"(?:\.(?:-?{_CAPITAL}\.)+"  # U.S.
        rf"|\.(?=\ {_CAPITAL})"  # the F. of John F. Kennedy
        rf"|te?\.(?=\ {_CAPITAL})"  # St. Petersburg
        rf"|{inner})"
    )
    small = "|".join(part for part in (_CONNECTORS.get(language), _PARTICLES) if part)
    between = rf"(?:\ &\ |\ (?:(?:{small})(?:\ |(?<=')))?(?:(?:al|el|ad|as|ash|ul|an|at)-)?)"
    # The look-behind stands after the first letter, so that the search can leap from capital to capital.
    return re.compile(rf"{_CAPITAL}(?<!\w.){rest}(?:{between}{_CAPITAL}{rest})*")
