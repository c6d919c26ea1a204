"""Names from other scripts in Latin letters, as one paper and the next spell them: Zelensky, Zelenskyy, Zelenskiy.

Only spellings of the same sounds in the same place; what one cannot tell apart from another name is left out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from broadsheet.model import Kind

_SKY = re.compile(r"(?<=[a-zé]s)(?:kyi|kyy|kyj|kiy|kij|kii|kyï|kyĭ|ky|kiï|ki)(?=\Z|[ -])")
_SKIES = ("ky", "kyy", "kyi", "kiy", "kij", "ki", "kiï")

_ALIKE = (
    ("Gaddafi", "Qaddafi", "Gadhafi", "Kadhafi", "Khadafi", "Qadhafi", "Kaddafi", "Kadafi"),
    ("Mohammed", "Mohamed", "Muhammad", "Mohammad", "Mohamad", "Muhammed"),
    ("Ahmed", "Ahmad"),
    ("Hussein", "Hussain", "Husain", "Husayn", "Hossein", "Hussien"),
    ("Hassan", "Hasan"),
    ("Yusuf", "Yousef", "Youssef", "Yousuf", "Yussuf"),
    ("Abdullah", "Abdallah", "Abdulla"),
    ("Khalid", "Khaled"),
    ("Omar", "Umar"),
    ("Osama", "Usama"),
    ("Said", "Saeed", "Sayed"),
    ("Mahmoud", "Mahmud"),
    ("Ibrahim", "Ebrahim"),
    ("Sergei", "Sergey", "Serguei"),
    ("Alexei", "Alexey", "Aleksei", "Aleksey", "Alexeï"),
    ("Andrei", "Andrey", "Andreï"),
    ("Dmitri", "Dmitry", "Dmitriy", "Dmitrii"),
    ("Yuri", "Yury", "Iouri"),
    ("Vasily", "Vasili", "Vassily"),
    ("Alexander", "Aleksandr", "Alexandr"),
    ("Mikhail", "Mikhaïl"),
    ("Navalny", "Navalnyi", "Nawalny"),
    ("Volodymyr", "Wolodymyr"),
    ("bin", "ben"),
)
_LISTED = {word: words for words in _ALIKE for word in words}
_ALONE = frozenset(["Gaddafi"])
"""Those that are nobody else's name: they are looked for without a first name too."""

_ARTICLE = re.compile(r"(?:(?<=\A)|(?<= ))(?:al|el|Al|El)[- ](?=[A-Z])")


def forms(name: str, kind: Kind) -> Iterator[str]:
    """The other spellings of a person's name, or of a name with an Arabic article."""
    if _ARTICLE.search(name):
        yield from (_ARTICLE.sub(f"{one}-", name) for one in ("al", "el", "Al", "El"))
    if kind not in {"person", "other"}:
        return
    words = name.split(" ")
    if len(words) > 4:
        return
    options = [_spellings(word, alone=len(words) == 1) for word in words]
    for choice in itertools.islice(itertools.product(*options), 24):
        spelled = " ".join(choice)
        if spelled != name:
            yield spelled


def _spellings(word: str, *, alone: bool) -> list[str]:
    listed = _LISTED.get(word, (word,))
    if alone and listed[0] not in _ALONE:
        listed = (word,)
    found = _SKY.search(word)
    if found and len(word) > 6 and word[0].isupper() and (not alone or len(word) > 7):
        return [word[: found.start()] + one for one in _SKIES]
    return [word, *(one for one in listed if one != word)]
