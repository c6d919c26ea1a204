"""Names as they sound, so that a name is known again in another script: Трамп, ترامب, 特朗普, トランプ.

What is left of a name are its consonants, in few classes: vowels go astray between scripts, and so do b and p, g and
k, r and l.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

SHORTEST = 3
"""Consonants below which too many names sound alike."""

_CLASSES = str.maketrans(
    {**dict.fromkeys("aeiouyhw", ""), "b": "p", "v": "f", "d": "t", "g": "k", "q": "k", "c": "k", "j": "s", "z": "s"}
    | {"x": "s", "r": "l"}
)
_SPELLINGS = (
    ("dzh", "s"), ("tsch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("th", "t"), ("ph", "f"),
    ("ce", "se"), ("ci", "si"), ("ge", "se"), ("gi", "si"), ("dj", "s"),
)  # fmt: skip
_PINYIN = (("ng", "n"), ("zh", "s"), ("ch", "s"), ("sh", "s"), ("q", "s"), ("er", "l"))
_TWICE = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z]+")

# The characters with which Chinese writes foreign names: two or more of them in a row are one.
_FOREIGN = (
    "阿埃艾奥巴贝比伯博布查达戴德迪蒂丁多杜恩尔法菲费弗夫福盖戈格古哈海赫亨霍基加吉杰卡凯坎科克肯库拉莱赖兰朗劳勒雷里"
    "利莉林琳隆卢鲁伦罗洛马麦曼梅门蒙米莫姆纳娜内尼涅诺努欧帕佩皮普齐奇乔琼萨塞桑森沙舍圣史斯思苏索塔泰坦汤特提廷托瓦"
    "韦维温沃乌伍西希夏谢辛休雅亚扬耶伊因约泽扎詹珍朱兹佐顿丹登丽妮嘉贾纽姬蕾薇"
    "愛奧貝達爾費蓋傑凱萊蘭勞盧魯倫羅馬麥門蒙納內諾歐齊喬瓊薩聖蘇湯維溫烏謝約澤紮佐頓麗賈紐"
)
_SCRIPTS = (
    rf"[{_FOREIGN}]{{2,}}|[\u30a1-\u30fa\u30fc]{{3,}}"  # Chinese transcriptions, katakana
    r"|[A-Za-z][A-Za-z]+"  # Latin letters among others
)
_UNSPACED = re.compile(_SCRIPTS)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAPITALISED = re.compile(r"[A-Z](?<![A-Za-z].)(?<![A-Za-z]'.)[A-Za-z]*(?:'[A-Za-z]+)*")
"""Those of these that begin with a capital, in a text in the letters of English alone."""
_ARTICLES = {
    "ar": re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|[وبلفك](?=\w{4}))"),
    "he": re.compile(r"^[ובלמהשכ](?=\w{4})"),
}
"""What is written in one with the next word."""
CAPITAL_FREE = frozenset(["ar", "he", "fa", "ur", "ko", "hi", "ka", "am", "th", "bn", "ta", "te"])
"""Languages that mark no names by capitals and part their words by spaces."""


def sounds(text: str, language: str | None) -> list[str]:
    """How the words of a text that may be names sound, in its order."""
    base = (language or "").partition("-")[0].lower()
    if base in {"zh", "ja"}:
        found = [sound(one) for one in _UNSPACED.findall(text)]
    elif base in CAPITAL_FREE:
        glued = _ARTICLES.get(base)
        found = [sound(glued.sub("", one) if glued else one) for one in _WORD.findall(text)]
    elif text.isascii():
        found = list(map(sound, _CAPITALISED.findall(text)))
    else:
        found = [sound(one) for one in _WORD.findall(text) if one[0].isupper()]
    return [one for one in found if len(one) >= SHORTEST]


@lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """The consonants of a name, by class."""
    if name[:1] > "\u4dff":
        return _TWICE.sub(r"\1", "".join(map(_syllable, name)))
    letters = anyascii(name).lower()
    for spelled, heard in _SPELLINGS:
        if spelled in letters:
            letters = letters.replace(spelled, heard)
    return _TWICE.sub(r"\1", _NO_LETTER.sub("", letters).translate(_CLASSES))


def _syllable(character: str) -> str:
    """A Chinese character's consonants."""
    spelled = anyascii(character).lower()
    if character in "尔爾":
        return "l"
    if character == "姆":
        return "m"
    for pinyin, heard in _PINYIN:
        spelled = spelled.replace(pinyin, heard)
    return spelled.translate(_CLASSES)
