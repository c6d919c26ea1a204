"""Quotation marks: those that a text's own language puts around words, where Broadsheet quotes it.

The outer marks of Unicode's CLDR (`delimiters`), but those of newspapers where these differ (Arabic, Hebrew).
"""

from __future__ import annotations

from broadsheet.outputs.words import Words

_LANGUAGES = (
    ("“”", "da en hi id ko ms nl pt th tr vi zh"),
    ("„“", "bg cs de et hr is ka lb lt mk sk sl sr"),
    ("„”", "hu pl ro"),
    ("«»", "ar az be ca el es eu fa fr hy it kk nb nn no ps ru sq uk"),
    ("””", "fi he sv"),
    ("「」", "ja"),
)
_MARKS = {language: marks for marks, languages in _LANGUAGES for language in languages.split()}
_OF_REGIONS = {"pt-pt": "«»", "zh-hant": "「」", "zh-tw": "「」", "zh-hk": "「」", "de-ch": "«»"}
_SPACE = "\u00a0"


def quoted(text: str, language: str | None, words: Words) -> str:
    """A text in the quotation marks of its language; of the site's where that is not known."""
    tag = (language or "").replace("_", "-").lower()
    base = tag.partition("-")[0]
    region = next((marks for one, marks in _OF_REGIONS.items() if tag == one or tag.startswith(f"{one}-")), None)
    marks = region or _MARKS.get(base)
    if marks is None:
        return words("“{words}”", words=text)
    space = _SPACE if base == "fr" and tag != "fr-ch" else ""
    return f"{marks[0]}{space}{text}{space}{marks[1]}"
