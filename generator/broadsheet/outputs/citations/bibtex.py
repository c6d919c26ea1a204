"""A citation in BibTeX, for classic BibTeX and for biblatex; Unicode stays as it is."""

from __future__ import annotations

import re

from broadsheet.outputs.citations.cited import Cited

_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, a backslash in front or not.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
} | {one: f"\\{one}" for one in "#$%&_"}
# What babel calls a language (biblatex's "langid"); biblatex knows no other names, so others are left out.
_LANGUAGES = {
    "ar": "arabic", "be": "belarusian", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "cy": "welsh",
    "da": "danish", "de": "ngerman", "de-AT": "naustrian", "de-CH": "nswissgerman", "el": "greek", "en": "english",
    "en-AU": "australian", "en-CA": "canadian", "en-GB": "british", "en-NZ": "newzealand", "en-US": "american",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "gl": "galician", "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "hungarian", "id": "indonesian",
    "it": "italian", "ja": "japanese", "ko": "korean", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian",
    "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "pt-BR": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovenian", "sr": "serbian",
    "sv": "swedish", "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
_ACTS = re.compile(r"[\\{}~^<>#$%&_]")


def text(one: Cited) -> str:
    """The entry. A title and each author keep their braces: no letter changes its case, no name is taken apart."""
    day = one.published
    fields = {
        "title": _kept(one.title),
        "author": " and ".join(map(_kept, one.authors)),
        "howpublished": _escaped(one.source),
        "year": f"{day.year:04}" if day else "",
        "month": f"{day.month:02}" if day else "",
        "date": day.isoformat() if day else "",
        "url": one.url,
        "urldate": one.accessed.isoformat() if one.accessed else "",
        "note": _escaped(f"{one.archive}, {one.archived}") if one.archived and one.archived != one.url else "",
        "langid": _LANGUAGES.get(one.language) or _LANGUAGES.get(one.language.partition("-")[0], ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{one.key},", *lines, "}"])


def _kept(text: str) -> str:
    return f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    return _ACTS.sub(lambda found: _ESCAPES[found[0]], text)
