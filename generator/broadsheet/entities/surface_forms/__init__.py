"""What a listed name also looks like in a text: its cases, what is written into it, its other spellings.

One phenomenon a file, one line each in `RULES`. What merely stands beside a name (clitics, possessives, endings after
an apostrophe) is no form of it: `matching/` knows that. Nor are capitals, accents and hyphens: the
matcher reads past those and lets `spelling` judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from broadsheet.entities.surface_forms import arabic, german, hebrew, katakana, people, persian, romanised
from broadsheet.entities.surface_forms.greek import GREEK
from broadsheet.entities.surface_forms.polish import POLISH
from broadsheet.entities.surface_forms.russian import RUSSIAN
from broadsheet.entities.surface_forms.ukrainian import UKRAINIAN
from broadsheet.model import Kind


class Rule(NamedTuple):
    """A way in which names in a script change."""

    forms: Callable[[str, Kind], Iterator[str]]
    """The other forms of a name, folded, in its own capitals."""
    script: re.Pattern[str]
    """What such names have in them."""
    language: str = ""
    """The language of the texts that write it so; empty: any."""
    spoken: bool = False
    """Only where the archive has such texts (Latin letters are everybody's)."""


_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

RULES: tuple[Rule, ...] = (
    Rule(RUSSIAN.forms, _CYRILLIC, "ru"),
    Rule(UKRAINIAN.forms, _CYRILLIC, "uk"),
    Rule(POLISH.forms, _LATIN, "pl", spoken=True),
    Rule(GREEK.forms, re.compile("[\u0370-\u03ff]"), "el"),
    Rule(arabic.forms, _ARABIC, "ar"),
    Rule(persian.forms, _ARABIC, "fa"),
    Rule(hebrew.forms, re.compile("[\u05d0-\u05ea]"), "he"),
    Rule(katakana.forms, re.compile("・")),
    Rule(romanised.forms, _LATIN),
    Rule(people.forms, _LATIN),
    Rule(german.forms, _LATIN, "de", spoken=True),
    Rule(people.family_first, _LATIN, "hu", spoken=True),
)


def derived(name: str, kind: Kind, own: str, spoken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The forms of a folded name, each with the language of the texts it holds in (empty: any).

    Args:
        name: as `folding.key` writes it.
        kind: what it names.
        own: the language the name is in; empty where nobody says.
        spoken: the languages of the archive's texts.
    """
    ascii_name = name.isascii()
    for rule in RULES:
        if own and rule.language and rule.language != own:
            continue
        if rule.spoken and rule.language not in spoken and own != rule.language:
            continue
        if ascii_name and rule.script is not _LATIN:
            continue
        if rule.script.search(name):
            for form in dict.fromkeys(rule.forms(name, kind)):
                if form != name:
                    yield form, rule.language
