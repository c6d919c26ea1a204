"""The words around the articles: every one translated, dates and counts as each language writes them."""

import ast
import datetime as dt
import gettext
import io
import re
import string
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

import broadsheet
from broadsheet.counted import counted
from broadsheet.model import KINDS
from broadsheet.outputs.chips import some
from broadsheet.outputs.items import span
from broadsheet.outputs.letters import OTHER, SCRIPTS
from broadsheet.outputs.words import _KINDS, Words, words_for
from editions import article

FOLDER = Path(broadsheet.__file__).parent
CATALOGUES = sorted((FOLDER / "outputs" / "catalogues").glob("*.po"))
LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "ar", "he", "fa", "tr", "zh", "ja", "el")


@cache
def said():
    """Every text that the pages look up: `words("…")` and `words.count("…", "…", n)`, `self.words` as well."""
    texts = {word for pair in _KINDS.values() for word in pair} | set(SCRIPTS.values()) | {OTHER}
    plurals = set()
    for path in FOLDER.rglob("*.py"):
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if "import Words" in source or "words_for" in source else ():
            if not isinstance(node, ast.Call):
                continue
            constants = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in {"words", "_words"}:
                texts.update(constants)
            elif name == "count" and len(constants) == 2:
                plurals.add(tuple(constants))
    return texts, plurals


# Looked up by a variable.
INDIRECT = {"Newer", "Older", "Previous page", "Next page"}

# Said alike in English, and rightly. (French is written together with the English, and shares too many words with it.)
SAME = {
    "de": {"Devanagari", "Feed", "Name", "Original"},
    "es": {"Devanagari", "Original", "original", "{count} min"},
    "it": {"Devanagari", "Feed", "{count} min"},
    "nl": {"Devanagari", "Feed", "Week {number}", "product", "website", "{count} min", "“{words}”"},
    "pt": {"Feed", "Original", "original", "{count} min", "“{words}”"},
    "tr": {"Devanagari", "“{words}”"},
    "zh": {"“{words}”"},
}


def messages(path):
    """The English and the translation of each text, every form of a plural one."""
    for message in read_po(io.BytesIO(path.read_bytes()), locale=path.stem):
        if message.id:
            english = (message.id,) if isinstance(message.id, str) else message.id
            yield english, (message.string,) if isinstance(message.string, str) else message.string


def fields(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_every_language_has_a_catalogue():
    assert {path.stem for path in CATALOGUES} == {*LANGUAGES, "zh_Hant"} - {"en"}


def test_the_page_for_addresses_without_a_page_says_so_in_every_language():
    template = (FOLDER / "theme" / "404.html").read_text(encoding="utf-8")
    site = {"theme": {"language": ""}, "plugins": [], "site_name": "", "use_directory_urls": True}
    content = template[template.index("{%- set") : template.index("{% endblock %}", template.index("{%- set"))]
    shown = Environment(autoescape=True).from_string(content.replace(" | url", ""))

    def page(tag):
        config = {**site, "theme": {"language": tag}}
        html = shown.render(config=config, nav={"homepage": {"url": "."}}, lang={"t": str}, generator=False)
        return html.partition("<p>")[2].partition("</p>")[0]

    texts = {tag: page(tag) for tag in (*LANGUAGES, "zh-Hant")}
    assert len(set(texts.values())) == len(texts)
    assert page("pt-BR") == texts["pt"]
    assert page("xx") == texts["en"] != ""


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_text_and_no_other(path):
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=path.stem)
    texts, plurals = said()
    expected = texts | plurals | INDIRECT
    assert {message.id for message in catalogue if message.id} == expected
    assert not any(message.fuzzy for message in catalogue)
    assert not catalogue.obsolete


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_what_the_english_does(path):
    for english, translated in messages(path):
        wanted = {field for text in english for field in fields(text)}
        for text in translated:
            assert text.strip() == text != ""
            # One and two may be said in words: "مقالان" is two articles.
            said_in_words = path.stem in {"ar", "he"} and text in translated[:-1]
            assert fields(text) == wanted or (said_in_words and fields(text) == wanted - {"count"}), text
            assert re.findall(r"`[^`]*`", text) == re.findall(r"`[^`]*`", english[0]), text


@pytest.mark.parametrize("path", [path for path in CATALOGUES if path.stem != "fr"], ids=lambda path: path.stem)
def test_nothing_is_left_in_english(path):
    allowed = SAME.get(path.stem, set())
    left = {text for english, translated in messages(path) for text in translated if text in english}
    assert left <= allowed


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_is_in_its_own_script_and_marks(path):
    scripts = {"ru": "а-яё", "uk": "а-яіїєґ’", "ar": "ء-ي", "he": "א-ת", "fa": "ء-ی", "el": "α-ωά-ώ"}
    scripts |= {"ja": "ぁ-んァ-ン一-龥", "zh": "一-龥", "zh_Hant": "一-龥"}
    for _, translated in messages(path):
        for text in translated:
            plain = re.sub(r"`[^`]*`|\{\w+\}|YAML|JSON|Wikidata|ID|id", "", text)
            if path.stem in scripts and re.search(r"\w", plain):
                assert re.search(f"[{scripts[path.stem]}]", plain, re.IGNORECASE), text
                assert not re.search(r"[A-Za-z]", plain), text
            if path.stem in {"ar", "fa"}:
                assert not re.search("[,;?]", plain), text
            if path.stem in {"ja", "zh", "zh_Hant"}:
                assert not re.search("[,;?.!:]", plain), text
            assert not re.search(r"['\"]", plain), text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_form_of_a_plural_is_there_and_used(path):
    catalogue = read_po(io.BytesIO(path.read_bytes()))
    chosen = gettext.c2py(catalogue.plural_expr)
    used = {chosen(number) for number in (0, 1, 2, 3, 5, 11, 21, 100, 101)}
    assert used == set(range(catalogue.num_plurals))
    plurals = [one for one in catalogue if one.pluralizable]
    assert plurals
    assert [one.id for one in plurals if len(one.string) != catalogue.num_plurals or not all(one.string)] == []


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("de", "0 Artikel, 1 Artikel, 2 Artikel, 5 Artikel, 11 Artikel, 21 Artikel, 100 Artikel, 101 Artikel"),
        ("es", "0 fuentes, 1 fuente, 2 fuentes, 5 fuentes, 11 fuentes, 21 fuentes, 100 fuentes, 101 fuentes"),
        ("ru", "0 статей, 1 статья, 2 статьи, 5 статей, 11 статей, 21 статья, 100 статей, 101 статья"),
        ("uk", "0 статей, 1 стаття, 2 статті, 5 статей, 11 статей, 21 стаття, 100 статей, 101 стаття"),
        ("ar", "0 مقال, مقال واحد, مقالان, 5 مقالات, 11 مقالًا, 21 مقالًا, 100 مقال, 101 مقال"),
        ("he", "0 כתבות, כתבה אחת, שתי כתבות, 5 כתבות, 11 כתבות, 21 כתבות, 100 כתבות, 101 כתבות"),
        ("fa", "۰ مطلب, ۱ مطلب, ۲ مطلب, ۵ مطلب, ۱۱ مطلب, ۲۱ مطلب, ۱۰۰ مطلب, ۱۰۱ مطلب"),
        ("tr", "0 haber, 1 haber, 2 haber, 5 haber, 11 haber, 21 haber, 100 haber, 101 haber"),
        ("ja", "0本の記事, 1本の記事, 2本の記事, 5本の記事, 11本の記事, 21本の記事, 100本の記事, 101本の記事"),
    ],
)
def test_numbers_take_the_form_of_their_language(language, counts):
    one, many = ("{count} source", "{count} sources") if language == "es" else ("{count} article", "{count} articles")
    assert ", ".join(words_for(language).count(one, many, n) for n in (0, 1, 2, 5, 11, 21, 100, 101)) == counts


@given(st.sampled_from((*LANGUAGES, "zh-TW", "pt-BR", "xx")), st.integers(0, 10**15))
def test_any_number_is_written(language, number):
    words = Words(language)
    assert int(re.sub(r"\D", "", words.number(number))) == number
    for one, many in sorted(said()[1])[:3]:
        assert "{" not in words.count(one, many, number)


@given(st.sampled_from((*LANGUAGES, "zh-TW", "en-US")), st.dates(dt.date(1, 1, 1)))
def test_any_day_is_written_with_its_number(language, day):
    words = words_for(language)
    for text in (words.day(day), words.weekday(day), words.day_of_month(day), words.weekday_of_month(day)):
        assert day.day in {int(number.replace("er", "")) for number in re.findall(r"\d+", text)}
    for text in (words.month(day), words.month_of_year(day)):
        assert text == text.strip() != ""


def test_every_kind_has_its_words():
    assert set(_KINDS) == set(KINDS)


@pytest.mark.parametrize(
    ("language", "day", "weekday", "month", "short"),
    [
        ("en", "1 August 2026", "Saturday 1 August 2026", "August 2026", "1 August"),
        ("fr", "1er août 2026", "Samedi 1er août 2026", "Août 2026", "1er août"),
        ("en-US", "August 1, 2026", "Saturday, August 1, 2026", "August 2026", "August 1"),
        ("de", "1. August 2026", "Samstag, 1. August 2026", "August 2026", "1. August"),
        ("es", "1 de agosto de 2026", "Sábado, 1 de agosto de 2026", "Agosto de 2026", "1 de agosto"),
        ("it", "1 agosto 2026", "Sabato 1 agosto 2026", "Agosto 2026", "1 agosto"),
        ("pt", "1 de agosto de 2026", "Sábado, 1 de agosto de 2026", "Agosto de 2026", "1 de agosto"),
        ("nl", "1 augustus 2026", "Zaterdag 1 augustus 2026", "Augustus 2026", "1 augustus"),
        ("ru", "1 августа 2026", "Суббота, 1 августа 2026", "Август 2026", "1 августа"),
        ("uk", "1 серпня 2026", "Субота, 1 серпня 2026", "Серпень 2026", "1 серпня"),
        ("ar", "1 أغسطس 2026", "السبت، 1 أغسطس 2026", "أغسطس 2026", "1 أغسطس"),
        ("he", "1 באוגוסט 2026", "יום שבת, 1 באוגוסט 2026", "אוגוסט 2026", "1 באוגוסט"),
        ("fa", "۱ اوت ۲۰۲۶", "شنبه ۱ اوت ۲۰۲۶", "اوت ۲۰۲۶", "۱ اوت"),
        ("tr", "1 Ağustos 2026", "1 Ağustos 2026 Cumartesi", "Ağustos 2026", "1 Ağustos"),
        ("zh", "2026年8月1日", "2026年8月1日星期六", "2026年8月", "8月1日"),
        ("zh-TW", "2026年8月1日", "2026年8月1日 星期六", "2026年8月", "8月1日"),
        ("ja", "2026年8月1日", "2026年8月1日土曜日", "2026年8月", "8月1日"),
        ("el", "1 Αυγούστου 2026", "Σάββατο 1 Αυγούστου 2026", "Αύγουστος 2026", "1 Αυγούστου"),
    ],
)
def test_dates_are_written_out(language, day, weekday, month, short):
    words, date = words_for(language), dt.date(2026, 8, 1)
    assert words.day(date) == day
    assert words.weekday(date) == weekday
    assert words.month(date) == month
    assert words.day_of_month(date) == short


@pytest.mark.parametrize(
    ("language", "month"),
    [("ru", "Август"), ("uk", "Серпень"), ("el", "Αύγουστος"), ("zh", "8月"), ("es", "Agosto"), ("fa", "اوت")],
)
def test_a_month_alone_stands_in_the_nominative(language, month):
    assert words_for(language).month_of_year(dt.date(2026, 8, 1)) == month


def test_names_are_listed_with_the_commas_of_the_language():
    listed = {
        language: words_for(language).listed(["A", "B", "C"]) for language in ("en", "ar", "fa", "he", "ja", "zh")
    }
    assert listed == {
        "en": "A, B, C",
        "ar": "A،\u200f B،\u200f C",
        "fa": "A،\u200f B،\u200f C",
        "he": "A,\u200f B,\u200f C",
        "ja": "A、B、C",
        "zh": "A、B、C",
    }
    assert [words_for(language).comma for language in ("fr", "ar", "zh", "ja")] == [", ", "، ", "，", "、"]
    assert [words_for(language).colon for language in ("en", "fr", "zh")] == [":", "\u00a0:", "："]


def test_persian_has_its_own_digits_and_arabic_those_of_its_papers():
    assert words_for("fa").number(12345) == "۱۲٬۳۴۵"
    assert words_for("fa").digits("2026") == "۲۰۲۶"
    assert words_for("ar").number(12345) == words_for("ar-EG").number(12345) == "12,345"
    assert words_for("ar").digits("2026") == "2026"


def test_a_region_has_the_words_of_its_language():
    assert words_for("zh-TW")("Related") == words_for("zh-Hant")("Related") == "相關閱讀"
    assert words_for("zh-CN")("Related") == words_for("zh")("Related") == "相关阅读"
    assert words_for("pt-BR")("Sources") == words_for("pt-PT")("Sources") == "Fontes"
    assert words_for("de-AT").month(dt.date(2026, 1, 1)) == "Jänner 2026"


@pytest.mark.parametrize("language", [*LANGUAGES, "zh-Hant", "pt-BR"])
def test_material_knows_each_language_and_which_way_it_runs(language):
    text = (files("material") / "templates" / "partials" / "languages" / f"{language}.html").read_text("utf-8")
    own = re.search(r'"language": "([\w-]+)"', text)
    assert own
    assert language in {own[1], "pt-BR"}
    assert ('"direction": "rtl"' in text) == (language in {"ar", "fa", "he"})


def test_a_time_is_told_where_it_is_known():
    words = words_for("en")
    assert words.moment(dt.date(2026, 8, 16)) == "16 August 2026"
    assert words.moment(dt.datetime(2026, 8, 16, 9, 5)) == "16 August 2026, 09:05"  # noqa: DTZ001 - a source without offset
    moment = dt.datetime(2026, 8, 16, 9, 5, tzinfo=dt.UTC)
    assert words.moment(moment) == "16 August 2026, 09:05 UTC"
    assert words_for("ar").moment(moment) == "16 أغسطس 2026، 09:05 UTC"
    assert words_for("fa").moment(moment) == "۱۶ اوت ۲۰۲۶، ۰۹:۰۵ UTC"
    assert words_for("zh").moment(moment) == "2026年8月16日 09:05 UTC"


def test_counts_follow_the_language():
    english, french = words_for("en"), words_for("fr")
    assert english.count("{count} article", "{count} articles", 0) == "0 articles"
    assert french.count("{count} article", "{count} articles", 0) == "0 article"
    assert french.count("{count} shared name", "{count} shared names", 12345) == "12\u202f345 noms en commun"


def test_an_unknown_language_falls_back_to_english():
    for language in ("xx", "", "../../etc", "fr_XX<b>"):
        assert words_for(language)("Related") in {"Related", "À lire aussi"}
    assert words_for("tlh").day(dt.date(2026, 8, 1)) == "1 August 2026"


def test_languages_have_names_and_unknown_ones_keep_their_tag():
    assert words_for("en").language_name("pt-BR") == "Portuguese (Brazil)"
    assert words_for("fr").language_name("ja") == "japonais"
    assert words_for("en").language_name("x<b>") == "x<b>"


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "0 articles", "0 article"), (1, "1 article", "1 article"), (2, "2 articles", "2 articles")],
)
def test_a_number_has_the_noun_that_goes_with_it(number, english, french):
    for language, said in (("en", english), ("fr", french)):
        assert words_for(language).count("{count} article", "{count} articles", number) == said
    assert counted(number, "article") == english


def test_irregular_and_large_plurals():
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(1200, "entity", "entities") == "1,200 entities"


def test_days_of_a_week_are_written_in_short():
    first, last = dt.date(2026, 7, 27), dt.date(2026, 8, 2)
    told = {language: words_for(language).days(first, last) for language in ("en", "it", "ru", "fa", "ja")}
    assert told == {
        "en": "27 Jul – 2 Aug 2026",
        "it": "27 lug – 2 ago 2026",
        "ru": "27 июл. — 2 авг. 2026",
        "fa": "۲۷ ژوئیه تا ۲ اوت ۲۰۲۶",
        "ja": "2026年7月27日～8月2日",
    }


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("en", "A, B and 3 more"),
        ("fr", "A, B et 3 autres"),
        ("de", "A, B und 3 weitere"),
        ("es", "A, B y 3 más"),
        ("it", "A, B e altri 3"),
        ("pt", "A, B e mais 3"),
        ("nl", "A, B en nog 3"),
        ("ru", "A, B и ещё 3"),
        ("uk", "A, B і ще 3"),
        ("ar", "A،\u200f B و3 غير ذلك"),
        ("he", "A,\u200f B ועוד 3"),
        ("fa", "A،\u200f B،\u200f و ۳ مورد دیگر"),
        ("tr", "A, B ve 3 tane daha"),
        ("zh", "A、B，另有 3 个"),
        ("zh-Hant", "A、B，另有 3 個"),
        ("ja", "A、Bほか3件"),
        ("el", "A, B και 3 ακόμη"),
    ],
)
def test_what_is_left_of_a_list_is_joined_as_in_its_language(language, listed):
    words = words_for(language)
    assert some(["A", "B", "C", "D", "E"], words, 2) == listed
    assert some(["A", "B"], words, 2) == words.listed(["A", "B"])
    assert some(["A"], words, 0) == words.count("and {count} more", "and {count} more", 1)


def test_french_sets_its_double_marks_apart():
    assert (words_for("fr").colon, words_for("fr").semicolon) == ("\u00a0:", "\u00a0; ")


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [
        ("en", "13 – 14 Oct 2026", "31 Dec 2025 – 1 Jan 2026"),
        ("fr", "13–14 oct. 2026", "31 déc. 2025 – 1er janv. 2026"),
        ("de", "13.–14. Okt. 2026", "31. Dez. 2025 – 1. Jan. 2026"),
        ("ru", "13—14 окт. 2026", "31 дек. 2025 — 1 янв. 2026"),
        ("uk", "13–14 жовт. 2026", "31 груд. 2025 — 1 січ. 2026"),
        ("ja", "2026年10月13日～14日", "2025年12月31日～2026年1月1日"),
        ("fa", "۱۳ تا ۱۴ اکتبر ۲۰۲۶", "۳۱ دسامبر ۲۰۲۵ تا ۱ ژانویه ۲۰۲۶"),
    ],
)
def test_the_days_of_a_list_say_month_and_year_once(language, near, far):
    words = words_for(language)
    assert span([article("B", day="2026-10-14"), article("A", day="2026-10-13")], words) == near
    assert span([article("B", day="2026-01-01"), article("N"), article("A", day="2025-12-31")], words) == far
    assert span([article("A", day="2026-10-13"), article("N")], words) == words.day(dt.date(2026, 10, 13))
    assert span([article("N")], words) == ""
