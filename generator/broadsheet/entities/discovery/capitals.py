"""Runs of capitalised words: what may be a name, as it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from broadsheet.entities.bent.runs import bent_runs
from broadsheet.entities.bent.words import BENT
from broadsheet.entities.discovery.going_on import gone_on

# Capital letters of the scripts that have them: Latin, Greek, Cyrillic, Armenian and their extensions.
_CAPITALS = "".join(
    character for character in map(chr, (*range(0x0560), *range(0x1E00, 0x2000))) if character.isupper()
)
_CAPITAL = f"[{_CAPITALS}]"

# Small words inside names, language by language. Those of persons (van, bin) hold in most; the others join what
# may be one name (Bank of England) or two (Macron de Paris): `parting.py` decides.
_PERSONS = "van der|van den|van de|van|von der|von|bin|ibn|ben|bint|abu|ter|ten|zu"
_CONNECTORS = {
    "": "de la|de los|del|de|di|da|dos|das|of",
    "en": "of the|of|for the|for|de la|de los|de las|de|del|du|des|di|da|dos|das|do|al|el|ul",
    "fr": "de la|de l'|de|du|des|d'|of the|of|di|da|del|al|el",
    "es": "de la|de los|de las|del|de|do|da|dos|of the|of",
    "it": "della|dello|dell'|dei|degli|delle|del|di|de|d'|da|of the|of",
    "ca": "de la|de l'|dels|del|de|d'",
    "pt": "da|do|das|dos|de|of the|of",
    "nl": "de|der|den|te|of the|of|di|da|del|du",
    "pl": "of the|of|de la|de|di|da|del|des|du|dos|la|an der|am|nad|and|the|for the|for|in the|d ?'",
    "ro": "al lui|de la|de",
    "ru": "де|фон|ван|ибн|бин|аль|эль|да|ди|of the|of|for the|for|and the|and|in the|in|to|de la|de|del|di|du|the",
    "uk": "де|фон|ван|ібн|бін|аль|ель|да|ді|of the|of|for the|for|and the|and|in the|in|to|de la|de|del|di|du|the",
}
_INSIDE_HYPHENS = "e|o|de|du|des|la|le|les|sur|sous|en|au|aux|et|lès|el|al|ul|us|i"
# What follows a hyphen in small letters: the rest of a given name (Kim Jong-un), but not `Jinping-led`.
_GIVEN = r"-(?!(?:based|led|born|like|wide|run|made|held|era|run|own|ally|only|type|style)\b)[a-z]{2,5}\b"
_WHOLE_HYPHENS = frozenset(["ru", "uk", "be", "bg", "pl", "cs", "nl", "fi", "hu", "sv", "da", "nb", "no"])


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a run of capitalised words looks like in a folded text of a language, and what its continuation does."""
    small_part = r"|[^\W\d_]+" if language in _WHOLE_HYPHENS else ""
    hyphened = rf"-(?:[dl]'(?={_CAPITAL}))?(?:[{_CAPITALS}\d][\w&]*|(?:{_INSIDE_HYPHENS})(?=-){small_part})"
    rest = (
        rf"(?:\.(?:-?{_CAPITAL}\.)+"  # U.S.
        rf"|\.(?=\ {_CAPITAL})"  # the F. of John F. Kennedy
        rf"|te?\.(?=\ {_CAPITAL})"  # St. Petersburg
        rf"|/{_CAPITAL}-\d[\w&]*"  # F/A-18
        rf"|[\w&]*(?:'{_CAPITAL}[\w&]*|{hyphened})*)"
    )
    # Tournoi des 6 Nations
    small = (
        rf"(?:des|delle|dei|de las|de los|das|dos) \d{{1,2}}|{_CONNECTORS.get(language, _CONNECTORS[''])}|{_PERSONS}"
    )
    between = rf"(?:\ &\ |\ (?:(?:{small})(?:\ |(?<=')))?(?:(?:al|el|ad|as|ash|ul|an|at|wal)-)?)"
    further = rf"(?:{between}{_CAPITAL}{rest}(?:{_GIVEN})?)"
    # The look-behind stands after the first letter, so that the search can leap from capital to capital.
    return re.compile(rf"{_CAPITAL}(?<![\w#@].){rest}{further}*"), re.compile(rf"{further}+")


def runs(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The runs of capitalised words in a folded text, in order: start, end, words.

    A small word that belongs to the one before it (Ligue nationale) hangs on it by a non-breaking space.
    """
    run, further = _patterns(language)
    if language in BENT:
        yield from bent_runs(text, run.finditer(text), further, language)
        return
    reached = 0
    for match in run.finditer(text):
        start, end = match.span()
        if start < reached:
            continue
        if text[end : end + 1] != " ":
            yield start, end, match.group()
            continue
        words, reached = gone_on(text, match, language, further)
        if words:
            yield start, reached, words
