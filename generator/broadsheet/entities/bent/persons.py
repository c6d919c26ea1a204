"""What tells a person in Russian, Ukrainian and Polish, in every case: given names, patronymics, surnames' endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from broadsheet.entities.bent.words import all_cases
from broadsheet.entities.lists import sure_given_names

# Those that lose a vowel.
_UNLIKE = {
    "ru": {
        **dict.fromkeys(["Павла", "Льва", "Петра"], "ag"), "Павлу": "d", "Павлом": "i", "Павле": "p", "Льву": "d",
        "Львом": "i", "Льве": "p", "Петру": "d", "Петром": "i", "Петре": "p",
    },
    "pl": {**dict.fromkeys(["Pawła", "Karola"], "ag"), "Pawłowi": "d", "Pawłem": "i", "Pawle": "p"},
}  # fmt: skip
_PATRONYMIC = {
    "ru": re.compile(
        r"[А-ЯЁ][а-яё]{2,}(?:(?:[оеё]в|[иы])ич(?:а|у|ем|е|и|ей|ам|ами|ах)?|(?:[оеё]в|[иы]нич)н(?:а|ы|е|у|ой|ою))\Z"
    ),
    "uk": re.compile(r"[А-ЯЄІЇҐ][а-яєіїґ']{2,}(?:(?:о|йо|е|є)вич(?:а|у|ем|еві|і)?|[іїо]вн(?:а|и|і|у|ою))\Z"),
}
# Endings that surnames have in the nominative, and in other cases.
_SURNAME = {
    "ru": (
        re.compile(r"[а-яё](?:[оеё]в|[иы]н|ск(?:ий|ой)|цк(?:ий|ой)|енко|[уюа]к|чук|ян|дзе|швили|[иеэ]вич|сон|ман)\Z"),
        re.compile(
            r"[а-яё](?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ых|ы)|[сц]к(?:ого|ому|им|ом|ая|ую)|(?:[уюа]к|чук|ян|вич|сон|ман)"
            r"(?:а|у|ом|ем|е))\Z"
        ),
    ),
    "uk": (
        re.compile(r"[а-яєіїґ](?:[оеє]в|[иії]н|[сцз]ький|енко|єнко|[уюа]к|чук|ян|дзе|швілі|[иіе]вич)\Z"),
        re.compile(
            r"[а-яєіїґ](?:(?:[оеє]в|[иії]н)(?:а|у|им|і|ой|их)|[сцз]ьк(?:ого|ому|им|а|ої|у)|(?:[уюа]к|чук|ян|вич)"
            r"(?:а|у|ом|ем|ові|і)|[єе]нк(?:а|у|ом|ові))\Z"
        ),
    ),
    "pl": (
        re.compile(r"[a-ząćęłńóśźż](?:[sc]ki|[sc]ka|dzki|dzka|icz|czyk|czak|wiak)\Z"),
        re.compile(
            r"[a-ząćęłńóśźż](?:[sc]k(?:iego|iemu|im|iej|ą)|dzk(?:iego|iemu|im|iej|ą)|icz(?:a|owi|em)|czyk(?:a|owi|iem))\Z"
        ),
    ),
}
INITIALS = re.compile(r"(?:[^\W\d_]\w?\.-?){1,3}\Z")
"""А.С., J.-P., Дж."""


def given_cases(word: str, language: str) -> str:
    """The cases that a given name stands in; empty for a word that is none."""
    return _given(language).get(word, "")


def is_patronymic(word: str, language: str) -> bool:
    """Whether a word is made of a father's name: Иванович, Сергеевной."""
    pattern = _PATRONYMIC.get(language)
    return pattern is not None and pattern.match(word) is not None


def has_surname_ending(word: str, language: str, *, nominative: bool = False) -> bool:
    """Whether a word ends as surnames do; with `nominative`, in that case."""
    first, others = _SURNAME[language]
    return first.search(word) is not None or (not nominative and others.search(word) is not None)


@cache
def _given(language: str) -> Mapping[str, str]:
    return {**all_cases(sure_given_names(language), language), **_UNLIKE.get(language, {})}
