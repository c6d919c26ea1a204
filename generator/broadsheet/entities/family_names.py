"""Family names: which part of a person's full name is one, and how it looks alone, case by case.

Only forms that belong to a person of the same sex are listed (Зеленского for Зеленский, never Зеленская), and only
where a language bends names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv fils père".split())  # noqa: SIM905 - words read best as words
_PARTICLES = frozenset(
    "van der den de du da dos do di del della von zu bin ben bint al el ter ten le la des ibn "  # noqa: SIM905 - the same
    "بن ابن آل بو".split()
)
_HAN = re.compile(r"[\u3400-\u9fff々]{2,4}")
_CAPITALLESS = re.compile(r"[\u0590-\u06ff]")

_TITLE_JA = (
    "首相|大統領|総理|議員|大臣|知事|市長|外相|官房長官|氏|さん|会長|社長|容疑者|被告|選手|監督|教授|長官|元首相"
)
_TITLE_ZH = "主席|总统|總統|总理|總理|部长|部長|先生|女士|议员|議員|书记|書記|市长|市長|省长"

# The first that fits counts. Where a name ends in what no line has, it stays as it is (Порошенко, in Russian).
_CASES: dict[str, tuple[tuple[str, str], ...]] = {
    "ru": (
        ("(?<=[сц]к)(?:ий|ой)", "ий ой ого ому им ом"),
        ("(?<=[сц]к)ая", "ая ой ую ою"),
        ("ый|ой", "ый ой ого ому ым ом"),
        ("ий", "ий ого его ему ому им ем ом"),
        ("(?:(?<=[оеё]в)|(?<=[иы]н))а", "а ой у"),
        ("(?<=[оеё]в)|(?<=[иы]н)", "- а у ым е"),
        ("а", "а ы и е у ой"),
        ("я", "я и е ю ей"),
        ("ь|й", "ь я ю ем е й"),
        ("(?<=[бвгджзклмнпрстфхцчшщ])", "- а у ом ем е"),
    ),
    "uk": (
        ("(?<=[сц]ьк)ий", "ий ого ому им"),
        ("(?<=[сц]ьк)а", "а ої ій у ою"),
        ("ий", "ий ого ому им ім"),
        ("о", "о а у ові ом"),
        ("а", "а и і у ою"),
        ("(?<=[бвгджзклмнпрстфхцчшщ])", "- а у ові ом ем і"),
    ),
    "pl": (
        ("(?<=[scz]k)i", "i iego iemu im"),
        ("(?<=[scz]k)a", "a iej ą"),
        ("a", "a y i ę ą ie zie"),
        ("o", "o i ę ą y"),
        ("(?<=[bcćdfghjklłmnńprsśtwzźż])", "- a owi em iem u ie"),
    ),
    "el": (("ος", "ος ου ο"), ("ης", "ης η"), ("ας", "ας α"), ("ής", "ής ή"), ("άς", "άς ά"), ("ός", "ός ού ό")),
    "de": (("", "- s"),),
    "nl": (("", "- s"),),
}
"""By language: what a full name's last word ends in, and what stands in its place in each case (`-`: nothing)."""

BEFORE_SURNAMES: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "ar": "قال وقال أضاف وأضاف أكد وأكد أعلن وأعلن صرح وصرح أوضح وأوضح أشار وأشار ذكر وذكر دعا ودعا إن أن أنّ إنّ "
        "وأن "
        "مع من إلى الى على عن بين ضد الرئيس رئيس الوزير وزير السيد السيدة الأمير إدارة ادارة حكومة لقاء كان وكان يقول "
        "قد عند لدى ضمن الجنرال القائد الزعيم المرشد النائب السفير الدكتور هو وهو التقى استقبل اتهم طالب حذر كما لكن",
        "fa": "که از به با برای و در آقای خانم رئیس وزیر دولت گفت علیه دکتر سردار آیت‌الله رهبر اما همچنین بین",
        "he": "של על את עם כי גם אמר אמרה הנשיא השר ראש מר גברת ממשלת לפי אל מול נגד בין הרב האלוף אבל כאשר",
    }.items()
}
"""Words after which a surname stands alone, in languages without capitals: other words may be another's first name."""


def family_names(full: str) -> Iterator[str]:
    """The parts of a full name that may stand for it alone, the longest first; none where that is not safe."""
    parts = re.split(r"[ ・·•=＝]", full)
    if len(parts) == 1:
        return
    while len(parts) > 2 and parts[-1].lower() in _SUFFIXES:
        parts.pop()
    last = parts[-1].rstrip(",")
    if len(last) < (4 if _CAPITALLESS.match(last) else 2 if last[:1] >= "\u2e80" else 3):
        return
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in _PARTICLES:
        first -= 1
    if first < len(parts) - 1:
        yield " ".join([*parts[first:-1], last])
    yield last


@lru_cache(maxsize=1 << 14)
def pattern_of(family_name: str, language: str) -> re.Pattern[str]:
    """What finds a family name in a folded text, in every case that the language has for it."""
    for endings, forms in _CASES.get(language, ()):
        found = re.search(f"(?:{endings})\\Z", family_name)
        if found and found.start() > 2:
            bent = sorted(("" if form == "-" else form for form in forms.split()), key=lambda form: (-len(form), form))
            return re.compile(f"{re.escape(family_name[: found.start()])}(?:{'|'.join(bent)})(?!\\w)")
    if family_name.startswith("ال"):
        return re.compile(f"(?:ال|لل){re.escape(family_name[2:])}")
    return re.compile(re.escape(family_name))


def eastern_names(full: str, language: str) -> re.Pattern[str] | None:
    """What finds the family name of a person written family name first in Han characters: only before a title."""
    if language not in {"ja", "zh"} or not _HAN.fullmatch(full) or len(full) < 3 - (language == "zh"):
        return None
    titles = _TITLE_JA if language == "ja" else _TITLE_ZH
    length = 2 if language == "ja" and len(full) == 4 else 1
    lengths = {length, 2} if language == "ja" and len(full) == 3 else {length}
    families = "|".join(re.escape(full[:size]) for size in sorted(lengths, reverse=True))
    before = "[\u3400-\u9fff々]" if language == "ja" else r"(?!)"
    return re.compile(f"(?<!{before})(?:{families})(?={titles})")
