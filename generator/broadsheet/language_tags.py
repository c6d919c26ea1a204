"""Language tags (BCP 47): `fr`, `pt-BR`, `zh-Hant`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 35
"""Characters of a tag (RFC 5646, 4.4.1)."""


# CLDR's languages and scripts of right-to-left order, those that news is written in.
_RIGHTWARD = frozenset(
    "ar arc arz azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd skr syr ug ur yi".split()  # noqa: SIM905
)
_RIGHTWARD_SCRIPTS = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))

_NO_LANGUAGE = frozenset(("mis", "mul", "und", "zxx"))
"""Registered for what has no language, none that is known, or several."""
_FORMER = {"in": "id", "iw": "he", "ji": "yi"}
"""Tags that were given up (RFC 5646, 3.1.6), and those instead."""


@lru_cache(maxsize=1 << 10)
def tag(text: str) -> str:
    """The tag of a language that there is, as it is usually written; empty for none, and for `xxx`.

    Whatever goes out says it this way: what is not registered, browsers and feed readers can do nothing with. What
    came in or a person wrote stays in front matter as it is.
    """
    first, *rest = written(text).split("-")
    first = _FORMER.get(first, first)
    return "-".join([first, *rest]) if first in _registered() - _NO_LANGUAGE else ""


def written(text: str) -> str:
    """A tag as it is usually written, from `PT_br` too, of whatever language; empty for what is formed otherwise."""
    text = text.replace("_", "-")
    if not _TAG.fullmatch(text) or len(text) > _LONGEST:
        return ""
    first, *rest = text.split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def rightward(tag: str) -> bool:
    """Whether a language is written from right to left: by the script its tag names, else by its usual one."""
    first, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _RIGHTWARD_SCRIPTS if script else first in _RIGHTWARD


@cache
def _registered() -> frozenset[str]:
    """The primary subtags of languages that are registered (`language_subtags.txt`)."""
    found: list[str] = []
    for line in resources.files(__package__).joinpath("language_subtags.txt").read_text("utf-8").splitlines():
        for one in () if line.startswith("#") else line.split():
            begin, _, ends = one.partition(":")
            found += [begin + end for end in ends] or [begin]
    return frozenset(found)
