"""What tokenisers, templates and scrapers left in the texts, taken out again: one rule a function, by language."""

from __future__ import annotations

import re
from collections.abc import Callable

_WEEKDAY = re.compile(r"^\w+day, \w+ \d{1,2}, \d{4}\s*")
_CAPTION = re.compile(r"^.*\bImage: .*$", re.MULTILINE)
_COUNTED = re.compile(r"^\d\. .*\n?", re.MULTILINE)
_DATELINE = re.compile(r"^\d{1,2} \w+ \d{4}(?:, \w+)? \. [–-]\s*", re.MULTILINE)
_ELSEWHERE = re.compile(
    r"^(?:Page actualisée|Vous pouvez également|Ressources multimédia|Article sur Wikipédia).*$", re.MULTILINE
)
_COORDINATES = re.compile(r"\s*\([^()]*\d° ?\d[^()]*\)")
_ELISION = re.compile(r"\b([cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu)([’'])\s+(?=[\w«])")
_HAN = "\u3040-\u30ff\u3400-\u9fff\uff00-\uff60\u3000-\u303f"
_QUOTES = (("„", "“"), ("“", "”"), ("«", "»"), ("「", "」"), ("(", ")"))
_UNIT = 70
"""Characters after which a paragraph of a text without any (Japanese) is ended with its sentence, times two."""


def tidy(text: str, language: str, project: str) -> str:
    """A text as prose: paragraphs parted by an empty line, no traces of machines."""
    for rule in _RULES.get(f"{project} {language}", ()):
        text = rule(text)
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def tidy_line(text: str, language: str, project: str) -> str:
    """A headline: the same rules, and no full stop at its end."""
    line = " ".join(tidy(text, language, project).split())
    return line if line.endswith(("..", "…")) else line.removesuffix(".").removesuffix("。")


def _punctuation(text: str) -> str:
    """Spaces before commas and full stops, and inside brackets, that a tokeniser put there."""
    text = re.sub(r"([(\[])[ \t]+", r"\1", text)
    return re.sub(r"[ \t]+([,)\]]|\.(?![.\d]))", r"\1", text)


def _french(text: str) -> str:
    """Datelines, sister projects, map coordinates; `l' Union`, `32 e`, `6,4 M w`."""
    text = _ELSEWHERE.sub("", _COORDINATES.sub("", _DATELINE.sub("", text)))
    text = _ELISION.sub(r"\1\2", text)
    text = re.sub(r"(?<=[\dIVX]) (er|e)(?= [\w])", r"\1", text)
    text = re.sub(r"\bM w\b", "Mw", text)
    return _punctuation(text)


def _english(text: str) -> str:
    """The date over the article, captions of pictures that are not there, notes to a table that is not there."""
    text = _WEEKDAY.sub("", text.lstrip())
    return _punctuation(_COUNTED.sub("", _CAPTION.sub("", text)))


def _current_events(text: str) -> str:
    """Marks of links to other Wikipedias, Cyrillic letters in Latin words, invisible signs."""
    text = re.sub(r"\s\[[a-z]{2,3}\]", "", re.sub(r"[\u200b\u202a-\u202e\u2066-\u2069]", "", text))
    text = re.sub(r"\bА(?=[a-z])", "A", text)
    return _punctuation(text)


def _japanese(text: str) -> str:
    """Spaces around figures and foreign words; one long line made into paragraphs."""
    text = re.sub(r"(?<![A-Za-z]) +| +(?![A-Za-z])", "", text)
    text = re.sub(rf"(?<=[{_HAN}]) +| +(?=[{_HAN}])", "", text)
    paragraphs, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "「『（(") - (sign in "」』）)")
        if (
            sign == "。"
            and depth == 0
            and place - start > 2 * _UNIT
            and len(text) - place > _UNIT
            and text[place + 1] not in "(（"
        ):
            paragraphs.append(text[start : place + 1])
            start = place + 1
    return "\n".join([*paragraphs, text[start:]])


def _arabic(text: str) -> str:
    """Spaces inside quotation marks and brackets, before colons and per cent signs, around strokes."""
    text = re.sub(r"[ \t]*\"[ \t]*([^\"\n]*?)[ \t]*\"[ \t]*", r' "\1" ', text)
    text = re.sub(r"(?<=\d) +%", "%", re.sub(r"(?<=\d): (?=\d)", ":", text))
    text = re.sub(r"(?<=\w) +([:؟!])", r"\1", re.sub(r" / ", "/", text))
    text = re.sub(r"(?<=\") +(?=[،.:؛!؟)])|(?<=[(]) +|(?<=\bو) +(?=\")|(?<=\bب) +(?=\")", "", text)
    return _punctuation(text)


def _segments(joint: str) -> Callable[[str], str]:
    """Lines that end inside a quotation belong to the same paragraph as the next."""

    def joined(text: str) -> str:
        paragraphs: list[str] = []
        for line in text.split("\n"):
            begun = paragraphs[-1] if paragraphs else ""
            closes, opens = not _open(begun + line), re.match(r"[„“«「\"]", line.strip())
            if _open(begun) and (closes or not opens):
                paragraphs[-1] = begun + joint + line
            else:
                paragraphs.append(line.strip())
        return "\n".join(paragraphs)

    return joined


def _open(text: str) -> bool:
    if text.count('"') % 2:
        return True
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    return any(text.count(left) > text.count(right) for left, right in _QUOTES[1:4])


def _chinese(text: str) -> str:
    """Quotation marks of two kinds in one pair, spaces beside brackets and between characters."""
    text = "\n".join(_paired(line) for line in text.split("\n"))
    text = re.sub(rf"(?<=[{_HAN}“”]) +(?=[{_HAN}“”])", "", text)
    text = re.sub(r"(?<=[（“《]) +| +(?=[）”》，。])|(?<=[，。”》]) +", "", text)
    return re.sub(rf"(?<=[{_HAN}]) +[-–] *(?=[{_HAN}])|(?<=[{_HAN}])[-–] +(?=[{_HAN}])", "——", text)


def _paired(line: str) -> str:
    """A line whose quotation marks open and close in turn; one that stands alone is dropped."""
    parts = re.split('[“”"]', line)
    if len(parts) == 2:
        return "".join(parts)
    if len(parts) % 2 == 0:
        return line
    return parts[0] + "".join("”“"[number % 2] + part for number, part in enumerate(parts[1:], 1))


def _japanese_translation(text: str) -> str:
    """Spaces around figures; a foreign name's parts stand with a middle dot between them."""
    text = re.sub(r"(?<=[ァ-ヺー]) (?=[ァ-ヺ])", "・", text)
    return re.sub(rf"(?<=[{_HAN}\d]) +(?=[{_HAN}\d])|(?<=[{_HAN}]) +(?=[\w(])|(?<=[\w)]) +(?=[{_HAN}])", "", text)


_RULES: dict[str, tuple[Callable[[str], str], ...]] = {
    "wikinews fr": (_french,),
    "wikinews en": (_english,),
    "wikinews ja": (_japanese,),
    "wikinews ar": (_arabic,),
    "wikipedia en": (_current_events,),
    "ntrex zh": (_chinese,),
    "ntrex ja": (_japanese_translation,),
    **{f"ntrex {language}": (_segments(" "),) for language in ("fr", "de", "es", "ru", "it", "pt")},
}
