"""Listed names that are another word beside some words: Guinea pigs, 海地区, トルコ石, بحران مالی, صلاة المغرب.

By language and name, what stands right before it and what right after it when it is no name: either is enough. All
else links, so a line says only what is hardly ever said of the country or the firm itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class _Beside(NamedTuple):
    """What tells that a name is another word: patterns of what stands somewhere, empty where nothing does."""

    before: str = ""
    after: str = ""
    both: tuple[str, str] = ("", "")
    """Before and after it, where neither tells alone."""
    near: tuple[str, str] = ("", "")
    """Right before it, and anywhere near."""
    unless: tuple[str, str] = ("", "")
    """Right before it, or near: without one of them the word is no name."""


_FOOD = r" (?:pies?|juices?|sauce|crumble|tart|cake|cider|orchards?|trees?|blossoms?|peel|marmalade|squash)\b"
_BY_LANGUAGE: Mapping[str, Mapping[str, _Beside]] = {
    "en": {
        "guinea": _Beside(after=r" (?:pigs?|fowls?|hens?|worms?)\b"),
        "brazil": _Beside(after=r" nuts?\b"),
        "panama": _Beside(after=r" hats?\b"),
        "jersey": _Beside(after=r" (?:cows?|cattle|cream|milk|herds?|bulls?|calf|calves|royals?)\b"),
        "turkey": _Beside(
            after=r" (?:sandwich(?:es)?|twizzlers?|dinners?|breasts?|burgers?|legs?|mince|meat|bacon|stuffing|slices?|"
            r"curry|soup|roast|trots?|hunting|vultures?)\b"
        ),
        "china": _Beside(
            after=r" (?:cabinets?|cups?|dolls?|teapots?|teacups?|vases?|plates?|saucers?|figurines?|clay)\b"
        ),
        "apple": _Beside(after=_FOOD),
        "orange": _Beside(after=_FOOD),
    },
    "de": {"orange": _Beside(both=(r"\b[Dd](?:as|em) ", r" (?:de[rs]|von) "))},
    "fa": {
        "مالی": _Beside(
            before="(?<![\u0620-\u06ff])(?:بحران|بازار|بازارهای|بازار‌های|امور|منابع|حمایت|کمک|کمکهای|کمک‌های|نظام|"
            "تامین|تأمین|فساد|سال|مشکلات|مسائل|وضعیت|شفافیت|جرایم|تحریم‌های|تحریمهای|مؤسسات|موسسات|مؤسسه|موسسه|"
            "نهادهای|ابزارهای|خدمات|صورت‌های|گزارش|بار|توان|انضباط|سیاست|سیاست‌های|خسارت|ضرر|تخلفات|تعهدات|"
            "معاملات|مبادلات|تراکنش‌های|سرمایه|مدیر|معاون|معاونت|مدیریت|اقتصادی و|پولی و) ",
            unless=(
                "(?<![\u0620-\u06ff])(?:در|به|از|کشور|دولت|جمهوری|ارتش|پایتخت) ",
                "باماکو|نیجر|بورکینا|سنگال|آفریقا",
            ),
        ),
        "چین": _Beside(before="دامن |پر", after="[ \u200c](?:و چروک|خوردگی|خورده|چین|دامن|پوست|صورت|پیشانی)"),
    },
    "ar": {
        "المغرب": _Beside(
            before="(?:صلا[ةه]|صلاتي|[أاآ]ذان|غروب|سنة|قبيل) ",
            near=("(?:بعد|قبل|وقت|حتى|بين) ", "صلا[ةه]|العشاء|الفجر|العصر|[أاآ]ذان|[إا]فطار|مسجد|المصلين"),
        ),
        "عمان": _Beside(
            before="العاصمة (?:الأردنية )?",
            near=("(?<!سلطنة )", "الأردن"),
        ),
        "حماس": _Beside(
            before="(?:بكل|كل|شدة|بلا|دون) ",
            after=" (?:كبير|شديد|بالغ|منقطع|واضح|عالٍ?|متزايد|زائد|لافت|وطني|ديني|الجماهير|الجمهور|الشباب|المشجعين)"
            "(?![\u0620-\u064a])",
        ),
        "مالي": _Beside(before="(?:دعم|مركز|وضع|فساد|مدير|سوق|نظام|عام|مبلغ|تعويض|عجز|خبير|محلل|ضغط) "),
    },
    "ja": {
        "中国": _Beside(after="地方(?!政府|都市|債|当局|財政)|山地|電力|新聞|四国|自動車道|道|財務局|運輸局|ブロック"),
        "トルコ": _Beside(after="石|桔梗"),
        "チリ": _Beside(after="紙|取り"),
        "タイ": _Beside(after="焼き|釣り"),
        "パナマ": _Beside(after="帽"),
        "インド": _Beside(after="象|孔雀"),
    },
    "zh": {
        "海地": _Beside(before="[沿近深浅北南东渤黄]", after="[区區带帶域段形层層铁鐵]"),
        "古巴": _Beside(after="比[伦倫]"),
        "巴西": _Beside(after="利[亚亞]|[龟龜]"),
        "韩国": _Beside(after="瑜"),
        "韓國": _Beside(after="瑜"),
        "德国": _Beside(after="之声|牧羊犬|小蠊"),
        "德國": _Beside(after="之聲|牧羊犬"),
        "美国": _Beside(after="之[音声]"),
        "美國": _Beside(after="之[音聲]"),
        "法国": _Beside(after="梧桐"),
        "荷兰": _Beside(after="豆|猪"),
        "荷蘭": _Beside(after="豆|豬"),
        "阿曼": _Beside(after="[达達苏蘇]"),
        "马里": _Beside(after="[奥布亚兰乌纳]"),
        "土耳其": _Beside(after="石"),
    },
}


class _Pattern(NamedTuple):
    """The same, compiled; None: nothing tells."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    both: tuple[re.Pattern[str] | None, re.Pattern[str] | None]
    near: tuple[re.Pattern[str] | None, re.Pattern[str] | None]
    unless: tuple[re.Pattern[str] | None, re.Pattern[str] | None]


def _compiled(said: _Beside) -> _Pattern:
    return _Pattern(
        _ending(said.before),
        _pattern(said.after),
        (_ending(said.both[0]), _pattern(said.both[1])),
        (_ending(said.near[0]), _pattern(said.near[1])),
        (_ending(said.unless[0]), _pattern(said.unless[1])),
    )


def _ending(pattern: str) -> re.Pattern[str] | None:
    return _pattern(f"(?:{pattern})\\Z" if pattern else "")


def _pattern(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


_KNOWN = {language: {name: _compiled(said) for name, said in names.items()} for language, names in _BY_LANGUAGE.items()}
_AROUND = 400
"""Characters on either side that are near."""

_PAPER = re.compile(r"The \w*(?:Times|Post|Herald|Star|Sun|Guardian|Telegraph|Standard|Tribune|Journal|Statesman)\Z")
_OF_A_PLACE = re.compile(r" of (?!London\b)(?:the )?[A-Z]")
"""The Times of India is no article of The Times; The Times of London is what that is called abroad."""


def is_other_word(text: str, start: int, end: int, language: str) -> bool:
    """Whether a listed name in a folded text is another word there, or the first half of another paper's name."""
    names = _KNOWN.get(language)
    if names is None:
        return False
    said = names.get(text[start:end].lower())
    if said is None:
        of = language == "en" and text.startswith(" of ", end) and _OF_A_PLACE.match(text, end)
        return bool(of) and _PAPER.match(text[start:end]) is not None
    place = (text, start, end)
    if _stands_before(said.before, *place) or _stands_after(said.after, *place):
        return True
    if _stands_before(said.both[0], *place) and _stands_after(said.both[1], *place):
        return True
    if _stands_before(said.near[0], *place) and _stands_near(said.near[1], *place):
        return True
    asked = said.unless[1] is not None
    return asked and not (_stands_before(said.unless[0], *place) or _stands_near(said.unless[1], *place))


def _stands_before(pattern: re.Pattern[str] | None, text: str, start: int, _end: int) -> bool:
    return pattern is not None and pattern.search(text, max(0, start - 24), start) is not None


def _stands_after(pattern: re.Pattern[str] | None, text: str, _start: int, end: int) -> bool:
    return pattern is not None and pattern.match(text, end) is not None


def _stands_near(pattern: re.Pattern[str] | None, text: str, start: int, end: int) -> bool:
    return pattern is not None and pattern.search(text, max(0, start - _AROUND), end + _AROUND) is not None
