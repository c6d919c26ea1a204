"""Which candidates are a name in another form: Ουκρανίας, Владимира Зеленского, Joe Bidens.

What knows the forms of names is the matcher, so it is asked about the candidates' own words. So that this stays quick
among many names, only those stand before it that sound like the beginning of some candidate, word by word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from broadsheet.entities.folding import bare, key
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.matching.matcher import Found, Matcher

_WORDS = re.compile(r"[^\W\d_]+")
# Letters that come and go when names are bent or spelled anew, and those that stand for each other: Рига, Ризі.
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("aeiouyhаеиоуыэюяіїєйьъαεηιουωσ'"),
        **dict.fromkeys("gqxcdz", "k"), "w": "v",
        "з": "г", "ж": "г", "ґ": "г", "ц": "к", "ч": "к", "с": "х", "ш": "х", "щ": "х",
    }
)  # fmt: skip
_AGAIN = re.compile(r"(.)\1+")
_KEPT = 4
"""Sounds of a word that are compared."""
_LONGEST = 2
"""Such sounds in an ending."""
_MOST_WORDS = 5
"""Of a longer name only long words are known again."""
# What may stand behind a known name and make no other of it: JOE BIDEN'S, Oekraïne-oorlog.
_TAIL = re.compile(r"(?:'[sS]?|-[a-zß-öø-ÿа-яёєіїґα-ωά-ώ]+)\Z")

_Sounds = tuple[str, ...]


def known_forms(candidates: Iterable[tuple[str, str]], gazetteer: Gazetteer) -> Mapping[tuple[str, str], str]:
    """The entity whose name each candidate is a form of, the first of several; those of no name are left out.

    Args:
        candidates: a language and a name in texts of it.
        gazetteer: what is known.
    """
    asked = sorted(set(candidates))
    known = [(name, _sounds(name.text)) for name in gazetteer.names if name.entity]
    heard = frozenset(word for _, sounds in known for word in sounds)
    wanted = {sounds for _, name in asked for sounds in _may_sound(name, heard)}
    return dict(_found(asked, [name for name, sounds in known if sounds in wanted], gazetteer))


def _found(
    asked: Collection[tuple[str, str]], names: Collection[Name], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[str, str], str]]:
    if not names:
        return
    matcher = Matcher(replace(gazetteer, names=tuple(names), not_meant=()))
    for language, name in asked:
        found = matcher.find(name, language)
        # Nothing else stands there: Oekraïne–Moskou.
        if found and not _TAIL.sub("", _without(name, found)).strip(" -"):
            yield (language, name), found[0].names[0].entity


def _without(name: str, found: Iterable[Found]) -> str:
    """What is left of a candidate where each known name in it is a blank."""
    done, left = 0, []
    for one in found:
        left += [name[done : one.start], " "]
        done = one.end
    return "".join([*left, name[done:]])


def _sounds(name: str) -> _Sounds:
    """The first sounds of each word, whatever the order of the words."""
    return tuple(sorted(word[:_KEPT] for word in _skeletons(name)))


def _may_sound(name: str, heard: frozenset[str]) -> Iterator[_Sounds]:
    """The sounds that a name may have whose form this is, of those words that are heard in names at all.

    (Those of a short word may be its ending's.)
    """
    whole = _TAIL.sub("", name)
    for part in {whole, *whole.split("-")}:
        words = _skeletons(part)
        if len(words) > _MOST_WORDS:
            yield _sounds(part)
            continue
        # Nearly always one of the words is in no name.
        options = [{word[: max(0, len(word) - cut)][:_KEPT] for cut in range(_LONGEST + 1)} & heard for word in words]
        for choice in itertools.product(*map(sorted, options)):
            yield tuple(sorted(choice))


def _skeletons(name: str) -> list[str]:
    return [_skeleton(word) for word in _WORDS.findall(bare(key(name)))]


@lru_cache(maxsize=1 << 16)
def _skeleton(word: str) -> str:
    return _AGAIN.sub(r"\1", word.replace("ks", "x").translate(_SOUNDS))
