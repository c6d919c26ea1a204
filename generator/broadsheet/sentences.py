"""Where sentences begin and end, in any script.

A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number, an ordinal
(languages that write `3. Oktober`) or is followed by a small letter. An empty line always ends one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 300
"""About as many characters of a sentence as are worth quoting around a mention."""

_REACH = 1200
"""How far from a mention its sentence is looked for: a text without a full stop must not cost its length."""

# Western marks need white space (or the end) after them, those of Chinese and Japanese do not. Quotes and
# brackets that close right after the mark, or after a (French) space, belong to the sentence.
_CLOSING = "[\"'”’»›)\\]」』】]"
_MARK, _ASIAN_MARK = "[.!?…؟۔।॥։።]", "[。！？｡]"
_END = re.compile(
    # All marks in one set first: the search then skips from mark to mark, six times as fast.
    r"[.!?…؟۔।॥։።。！？｡\n]"
    rf"(?:(?<={_MARK})(?P<more>{_MARK}*)(?:{_CLOSING}|[ \u00a0\u202f]{{1,2}}[»›])*(?=\s|$)"
    rf"|(?<={_ASIAN_MARK}){_ASIAN_MARK}*{_CLOSING}*"
    r"|(?<=\n)[ \t\u00a0]*\n)"
)
_OPENING = re.compile(r"[\s\"'“‘„«‹(\[¿¡—–-]*")
_LAST_WORD = re.compile(r"[^\W_]+\Z")

_ABBREVIATIONS = frozenset(
    # Titles, firms, references, months: English, French, German, Spanish, Italian, Portuguese, Dutch, Polish,
    # Russian.
    """
    mr mrs ms dr st ste prof sr jr sra dra srta gen col lt sgt capt cmdr adm gov sen rep hon rev pres messrs
    inc ltd co corp dept bros no nos vs approx fig figs al pp vol ed eds cf ca mt ft
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc
    mm mlle art chap env av bd tél réf nr str bzw usw ggf hrsg inkl evtl sog tel abs ud uds vd vds pág
    págs núm sig dott ing avv on pag bijv blz mevr dhr np tzn ul prof hab inż płk gen
    г гг в вв им ул др проф акад стр тыс млн млрд руб кв обл рис св тел
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_ORDINAL_DOT = frozenset(
    "de da nb nn no fi et is cs sk pl hu sl hr sr bs lv lt lb fo tr".split()  # noqa: SIM905 - the same
)


def split(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, in order, without the white space between them."""
    return list(_sentences(text, 0, len(text), language))


def around(text: str, start: int, end: int, language: str | None = None) -> tuple[int, int]:
    """The span of the sentence that holds `text[start:end]`, cut by words to about `LONGEST` characters."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = start, end
    for begins, ends in _sentences(text, low, high, language):
        if begins <= start < ends:
            first = begins
        if ends >= end:
            last = max(end, ends)
            break
    return shortened(text, (first, last), start, end)


def shortened(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The span of a sentence that holds `text[start:end]`, cut by words to about `LONGEST` characters."""
    first, last = sentence
    if last - first <= LONGEST:
        return sentence
    if end - start >= LONGEST:
        return start, end
    # More of what follows than of what went before, and never less than is there.
    spare = LONGEST - (end - start)
    before = min(start - first, max(spare * 2 // 5, spare - (last - end)))
    low, high = start - before, min(last, end + spare - before)
    if low > first:
        space = text.find(" ", low, start)
        low = space + 1 if space >= 0 else low
    if high < last:
        space = text.rfind(" ", end, high)
        high = space if space > end else high
    return next(_trimmed(text, low, high))


def _sentences(text: str, low: int, high: int, language: str | None) -> Iterator[tuple[int, int]]:
    begin = low
    for match in _END.finditer(text, low, high):
        if match["more"] is not None and match.end() < high and not _ends(text, match, high, language):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, high)


def _ends(text: str, match: re.Match[str], high: int, language: str | None) -> bool:
    """Whether the mark in `match` ends a sentence, by what stands on both sides of it."""
    opening = _OPENING.match(text, match.end(), high)
    after = opening.end() if opening else match.end()
    if after < high and text[after].islower() and "\n\n" not in text[match.end() : after]:
        return False
    if match["more"] or text[match.start()] != "." or match.end() != match.end("more"):
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if word and word.group().isdigit():
        ordinal = len(word.group()) <= 2 and (language or "")[:2] in _ORDINAL_DOT
        return not (ordinal and text[after : after + 1].isalpha())
    return not ends_with_abbreviation(text, match.start())


def ends_with_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial before it."""
    word = _LAST_WORD.search(text, max(0, stop - 24), stop)
    if word is None:
        return False
    letters = word.group()
    if len(letters) == 1:
        return letters.isupper()
    # Spanish doubles the letters of plurals: EE. UU., FF. AA.
    doubled = len(letters) == 2 and letters[0] == letters[1] and letters.isupper()
    return doubled or letters.lower() in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
