"""Names in languages that bend them: Москва, Москвы, Москвой share a stem.

Only endings are cut off, so that a name whose stem changes (Praha, v Praze) is not recognised: a missing link
rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.entities.folding import likeness

# Endings as `likeness` spells them (й is и, ą is a), longest first. Left out: endings that make another name
# (Иван, Иванов).
_ENDINGS = {
    language: tuple(sorted(endings.split(), key=lambda ending: (-len(ending), ending)))
    for language, endings in {
        "ru": "а е и о у ы ь ю я ам ах ая ее еи ем ею ие их им ои ом ою ую ые ых ым ям ях ами его ему ими ого ому "
        "ыми ями",
        "uk": "а е и о у ь ю я є і ам ах ем еи ею ею им их ои ом ою ям ях ій ії ами ого ому ими ями єю",
        "pl": "a e i o u y ach ami ego ej em emu ich im om owi ych ym ymi imi",
    }.items()
}
INFLECTED = frozenset(_ENDINGS)
"""Languages (ISO 639-1) whose bent names are recognised."""


def stems(name: str, language: str) -> str:
    """What all the cases of a name have in common; the `likeness` of the name in languages that do not bend it."""
    alike = likeness(name)
    endings = _ENDINGS.get(language)
    if endings is None or name.isupper():
        return alike
    return " ".join(_stem(word, endings) for word in alike.split(" "))


def plainest(names: Iterable[str]) -> list[str]:
    """The cases of one name, the one most like a nominative first: the shortest, then one in а or я."""
    return sorted(names, key=lambda name: (len(name), not name.endswith(("а", "я", "a")), name))


def _stem(word: str, endings: Iterable[str]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
