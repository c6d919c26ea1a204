"""Language tags (BCP 47): `fr`, `pt-BR`, `zh-Hant`."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 35
"""Characters of a tag (RFC 5646, 4.4.1)."""


# CLDR's languages and scripts of right-to-left order, those that news is written in.
_RIGHTWARD = frozenset(
    "ar arc arz azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd skr syr ug ur yi".split()  # noqa: SIM905
)
_RIGHTWARD_SCRIPTS = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))


def tag(text: str) -> str:
    """A tag as it is usually written, from `PT_br` too; empty for what is none."""
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
