"""The by-line: whom a short line names as the author ("By Jane Doe", "Автор: …", "記者 …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from broadsheet.cleaning.lines import Line
from broadsheet.dates.spelling import fold
from broadsheet.dates.words import month

LONGEST = 120
"""A longer line is prose, whatever word it begins with."""

_WORD_LABELS = (
    # These stand before a name without a colon, so that a sentence may begin with them too.
    r"(?:(?:words|written|reported|posted|published|story|text|review|article|report|analysis|opinion)\s+)?by"
    r"|par|por|von|door|av|af|oleh|di|przez|napisał|napisała|napsal|napsala|propos recueillis par"
    r"|ein artikel von|ein beitrag von|un article de|texto de|escrito por|écrit par|publié par|scritto da"
    r"|veröffentlicht von|geschrieben von|publicado por|a cura di|от|γράφει (?:ο|η)|γράφουν οι|του|της|بقلم|מאת"
)
_COLON_LABELS = (
    r"authors?|auteure?s?|autor|autora|autores|autorin|autoren|autorzy|autore|autrice|autori|автор|авторы|текст"
    r"|подготовил|подготовила|беседовал|беседовала|автор статьи|författare|forfatter|skribent|kirjoittaja|yazar"
    r"|szerző|συντάκτης|αρθρογράφος|кореспондент|корреспондент|redaktor|tekst|texte|texto|testo|text|by|par|por|von"
    r"|الكاتب|كتب|penulis|reporter|verfasser|przygotował|opracował|opr|napisał"
)
_LABEL = re.compile(
    rf"^[\s|•·*–—-]*(?:(?i:{_COLON_LABELS})\s*:|(?i:{_WORD_LABELS})(?:\s*:|(?=\s))|By(?=[A-Z][a-z]))\s*(?P<rest>\S.*)$"
)
_GENITIVE = re.compile(r"^(?:του|της)\s", re.IGNORECASE)
_CJK = re.compile(
    r"^[（(【\[]?\s*(?:(?:本报|本報|本网|本網|本台|特约|特約)?(?:记者|記者|作者|撰文|撰稿)|文)\s*[:：/／\s]\s*"
    r"(?P<names>[\u3400-\u9fff·]{2,4}(?:[、，\s][\u3400-\u9fff·]{2,4})*)"
    r"(?=$|[\s/／）)】\]|]|\d)"
)
_CJK_TAIL = re.compile(r"^(?:記者|记者)(?P<names>[\u3400-\u9fff]{2,4})[/／]\S{2,6}(?:报道|報導|報道)")
_HANGUL = re.compile(r"^(?P<names>[가-힣]{2,4})\s?(?:선임)?기자(?:$|[\s|=])")

_JOIN = re.compile(r"\s*(?:,|;|/|&|\||•|·)\s*|\s+(?:and|et|und|y|e|i|и|og|och|en|και|та)\s+")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ]{2})(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bLe)(?<!\bVan)(?<!\bFitz)(?<!\bDi)(?=[A-ZÀ-Þ][a-z])"
)
"""Where a scraper has run two elements of the page together ("Jane DoeStaff writer")."""

_PARTICLES = frozenset(
    """
    de da do dos das du del della dello di la le los las van von der den ter ten zu zur af av al el bin ibn ben abu
    d’ d' y ya san st mac mc
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_ROLES = frozenset(
    """
    correspondent reporter editor writer writers contributor columnist producer journalist columnista redakteur
    redakteurin journaliste redactor redattore корреспондент обозреватель
    """.split()  # noqa: SIM905 - the same
)
_NO_NAME = frozenset(
    """
    staff senior chief associate assistant contributing editorial for with from
    news new newsroom team published updated posted last read min minute minutes share follow photo photos image
    video am um on at in the a an le la il
    monday tuesday wednesday thursday friday saturday sunday redaktion rédaction redacción redakcja
    редакция special freelance deputy political science health business sports culture technology
    guest author admin der die das den dem einer eines
    """.split()  # noqa: SIM905 - the same
)
_INSTITUTION = re.compile(r"^(?:the )?(?:associated press|reuters|afp|dpa|bloomberg|efe|ansa|xinhua)\b", re.IGNORECASE)


def authors(text: str) -> tuple[str, ...]:
    """Those a by-line names for sure, in its order and spelling; none when the line is not surely a by-line."""
    if len(text) > LONGEST:
        return ()
    for form in (_CJK, _CJK_TAIL, _HANGUL):
        if match := form.match(text):
            return tuple(re.split(r"[、，\s]+", match["names"]))
    match = _LABEL.match(text)
    if match is None or _GENITIVE.match(text):
        return ()
    return _names(match["rest"])


@lru_cache(maxsize=8192)
def is_byline(text: str) -> bool:
    """True for a line that names its author, surely or not quite ("By our correspondent")."""
    if len(text) > LONGEST:
        return False
    if authors(text):
        return True
    match = _LABEL.match(text)
    return match is not None and len(text.split()) <= 6 and text[-1] not in ".!?:…"


def _names(rest: str) -> tuple[str, ...]:
    found: list[str] = []
    if agency := _INSTITUTION.match(rest):
        return (agency.group(),)
    for piece in _JOIN.split(_GLUED.sub(" | ", rest)):
        name = _name(piece)
        if not name:
            break
        found.append(name)
        if name != piece.strip():  # something else followed the name: the list of names is over
            break
    return tuple(dict.fromkeys(found))


def _name(piece: str) -> str:
    """The name a piece begins with: two to four words with a capital, small particles between them."""
    kept: list[str] = []
    tokens = piece.split()
    for token, after in zip_longest(tokens, tokens[1:], fillvalue=""):
        plain = token.strip(".,:;()[]").casefold()
        if plain in _PARTICLES and kept:
            kept.append(token)
            continue
        if plain in _ROLES and len(kept) > 2:  # "Jane Doe Globe Correspondent": where does the name end?
            return ""
        if plain in _NO_NAME or plain in _ROLES or not _capital(token) or len(kept) >= 5:
            break
        if after[:1].isdigit() and month(fold(token.strip("."))):  # "Jane Doe April 16, 2024"
            break
        kept.append(token)
        if token[-1] in ",:;)":
            break
    while kept and kept[-1].strip(".,").casefold() in _PARTICLES:
        kept.pop()
    whole = " ".join(kept).strip(" ,:;()[]")
    if whole.endswith(".") and not re.search(r"\b(?:\w|Jr|Sr)\.$", whole):
        whole = whole[:-1]
    return whole if 2 <= len(whole.split()) <= 5 else ""


def _capital(token: str) -> bool:
    bare = token.strip("(“\"'’")
    return bool(bare) and bare[0].isupper() and not any(letter.isdigit() for letter in bare)


def find_authors(lines: Sequence[Line], title: int, start: int) -> tuple[str, ...]:
    """Whom the first sure by-line near the headline names: below line `title` and around `start`, else just above."""
    below = range(title + 1, min(len(lines), max(title, start) + 5))
    for at in (*below, *range(title - 1, max(-1, title - 4), -1)):
        if named := authors(lines[at].text):
            return named
    return ()
