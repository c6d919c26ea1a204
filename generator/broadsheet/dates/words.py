"""The names of months and weekdays in every CLDR language, and how a word is looked up among them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from broadsheet.dates.spelling import fold

Meanings = Mapping[int, frozenset[str]]
"""What a word can mean (month 1-12, weekday 0-6 from Monday), and the languages in which it does."""

# What most news is written in. A word of another language counts only where it is long enough not to be an
# accident (`see` is a month in Aghem), or where the caller names the language.
_WIDELY_READ = frozenset(
    "en fr es de it pt nl ru uk pl cs sk ro hu tr sv da nb no nn fi el bg hr sr sl lt lv et id ms vi th ar fa ur "  # noqa: SIM905 - words read best as words
    "he hi bn ta te mr gu pa ml kn ja zh ko ca eu gl sq mk bs is ga cy af sw fil az uz kk ka hy be mn".split()
)
_LONG_ENOUGH = 5

# What is written and CLDR does not list: by language, month or weekday, the spellings.
_ALSO_MONTHS = {
    "en": {9: "sept"},
    "fr": {2: "fev"},
    "es": {9: "setiembre, set"},
    "cs": {6: "cer"},
    "hr": {11: "studenom"},
    "uk": {6: "чер", 9: "верес", 11: "листоп", 12: "груд"},
    "bg": {1: "ян"},
    "fil": {6: "hun", 7: "hul"},
    "th": {2: "กุมภา"},
    "bn": {1: "জানুয়ারি", 2: "ফেব্রুয়ারি"},
    "hi": {9: "सितम्बर", 11: "नवम्बर", 12: "दिसम्बर"},
    "fa": {8: "آگوست"},
    "id": {8: "agst", 11: "nop, nopember"},
    "vi": {
        1: "tháng giêng, tháng một", 2: "tháng hai", 3: "tháng ba", 4: "tháng tư", 5: "tháng năm", 6: "tháng sáu",
        7: "tháng bảy", 8: "tháng tám", 9: "tháng chín", 10: "tháng mười", 11: "tháng mười một",
        12: "tháng mười hai, tháng chạp",
    },
}  # fmt: skip
_ALSO_DAYS = {
    "es": {1: "ma", 2: "mi", 3: "ju", 4: "vi"},
    "de": {2: "mit, mitt", 5: "sonnabend"},
    "cs": {0: "pon", 1: "ute", 2: "str", 3: "ctv", 4: "pat", 5: "sob", 6: "ned"},
    "ru": {0: "пнд", 1: "втр", 2: "срд", 3: "чтв", 4: "птн", 5: "сбт", 6: "вск, вскр"},
    "fil": {6: "lin"},
}


def month(word: str) -> Meanings:
    """The months that a folded word can mean; empty when it means none."""
    return _tables()[0].get(word, {})


def weekday(word: str) -> Meanings:
    """The weekdays that a folded word can mean; empty when it means none."""
    return _tables()[1].get(word, {})


def likely(word: str, meanings: Meanings, languages: frozenset[str]) -> Mapping[int, frozenset[str]]:
    """`meanings` without the accidents: those of `languages` if there are any, else of widely read ones."""
    if len(meanings) == 1 and len(word) >= _LONG_ENOUGH:
        return meanings
    for spoken in (languages, _WIDELY_READ):
        kept = {number: known & spoken for number, known in meanings.items() if known & spoken}
        if kept:
            return kept
    return meanings if len(word) >= _LONG_ENOUGH else {}


@cache
def _tables() -> tuple[Mapping[str, Meanings], Mapping[str, Meanings]]:
    months: dict[str, dict[int, frozenset[str]]] = {}
    days: dict[str, dict[int, frozenset[str]]] = {}
    for line in resources.files(__package__).joinpath("names.txt").read_text("utf-8").splitlines():
        language, *columns = line.split(";")
        for table, first, column in zip((months, days), (1, 0), columns, strict=True):
            for number, spellings in enumerate(column.split("|"), first):
                for word in spellings.split("/"):
                    _add(table, word, number, language)
    for table, also in ((months, _ALSO_MONTHS), (days, _ALSO_DAYS)):
        for language, numbers in also.items():
            for number, spellings in numbers.items():
                for word in fold(spellings).split(", "):
                    _add(table, word, number, language)
    return months, days


def _add(table: dict[str, dict[int, frozenset[str]]], word: str, number: int, language: str) -> None:
    if word:
        meanings = table.setdefault(word, {})
        meanings[number] = meanings.get(number, frozenset()) | {language}
