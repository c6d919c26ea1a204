"""Runs of capitalised words: what may be a name, as it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from broadsheet.entities.heads import ADJECTIVES, HEADS

# Capital letters of the scripts that have them: Latin, Greek, Cyrillic, Armenian and their extensions.
_CAPITALS = "".join(
    character for character in map(chr, (*range(0x0560), *range(0x1E00, 0x2000))) if character.isupper()
)
_CAPITAL = f"[{_CAPITALS}]"

# Small words inside names, language by language. Those of persons (van, bin) hold in most; the others join what
# may be one name (Bank of England) or two (Macron de Paris): `joins.py` decides.
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
    "pl": "of the|of|de|di|da",
    "ro": "al lui|de la|de",
    "ru": "де|фон|ван|ибн|бин|аль|эль|да|ди",
    "uk": "де|фон|ван|ібн|бін|аль|ель|да|ді",
}
_INSIDE_HYPHENS = "e|o|de|du|des|la|le|les|sur|sous|en|au|aux|et|lès|el|al|ul|us|i"
# What follows a hyphen in small letters: the rest of a given name (Kim Jong-un), but not `Jinping-led`.
_GIVEN = r"-(?!(?:based|led|born|like|wide|run|made|held|era|run|own|ally|only|type|style)\b)[a-z]{2,5}\b"
_WHOLE_HYPHENS = frozenset(["ru", "uk", "be", "bg", "pl", "cs", "nl", "fi", "hu", "sv", "da", "nb", "no"])


# What the names of agencies go on with: Agencia para la Evaluación y la Aplicación de Tecnología.
_GOES_ON = (" para ", " pour ", " per ")
_FOR = {
    "fr": re.compile(r" pour (?:la |le |les |l')?"),
    "es": re.compile(r" para (?:la |el |los |las )?"),
    "it": re.compile(r" per (?:la |il |lo |i |gli |le |l')?"),
    "pt": re.compile(r" para (?:a |o |as |os )?"),
}
_AND = {
    "fr": re.compile(r" et (?:la |le |les |l')?"),
    "es": re.compile(r" y (?:la |el |los |las )?"),
    "it": re.compile(r" e (?:la |il |lo |i |gli |le |l')?"),
    "pt": re.compile(r" e (?:a |o |as |os )?"),
}


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
    small = f"{_CONNECTORS.get(language, _CONNECTORS[''])}|{_PERSONS}"
    between = rf"(?:\ &\ |\ (?:(?:{small})(?:\ |(?<=')))?(?:(?:al|el|ad|as|ash|ul|an|at|wal)-)?)"
    further = rf"(?:{between}{_CAPITAL}{rest}(?:{_GIVEN})?)"
    # The look-behind stands after the first letter, so that the search can leap from capital to capital.
    return re.compile(rf"{_CAPITAL}(?<![\w#@].){rest}{further}*"), re.compile(rf"{further}+")


def runs(text: str, language: str) -> Iterator[tuple[int, int, str]]:  # noqa: C901 - one pass, for speed
    """The runs of capitalised words in a folded text, in order: start, end, words.

    A small word that belongs to the one before it (Ligue nationale) hangs on it by a non-breaking space.
    """
    run, continuation = _patterns(language)
    heads = HEADS.get(language)
    if heads is None:
        for match in run.finditer(text):
            yield match.start(), match.end(), match.group()
        return
    reached = 0
    for match in run.finditer(text):
        start, end = match.span()
        if start < reached:
            continue
        words = match.group()
        if words.rpartition(" ")[2] in heads:
            further = ADJECTIVES[language].match(text, end)
            if further and words == "État" and text[start - 2 : start] == "d'":
                further = None  # la télévision d'État syrienne
            if further:
                words += further.group().replace(" ", "\u00a0")
                end = further.end()
                again = continuation.match(text, end)
                if again:
                    words += again.group()
                    end = again.end()
                reached = end
        if text.startswith(_GOES_ON, end) and not heads.isdisjoint(words.replace("\u00a0", " ").split(" ")[:2]):
            whole = _agency(text, end, language)
            if not whole:
                continue  # Conseil national pour la défense …: no more than its beginning
            reached = end = whole
            words = text[start:end]
        yield start, end, words


def _agency(text: str, end: int, language: str) -> int:
    """Where an agency's name ends that goes on at `end` with what it is for; 0 where that is written small."""
    run = _patterns(language)[0]
    for number, joint in enumerate((_FOR[language], _AND[language])):
        small = joint.match(text, end)
        further = run.match(text, small.end()) if small else None
        if further is None:
            return end if number else 0
        end = further.end()
    return end
