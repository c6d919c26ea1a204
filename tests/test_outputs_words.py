"""The words around the articles: every one translated, dates and counts as each language writes them."""

import ast
import datetime as dt
import io
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import broadsheet.outputs
from broadsheet.counted import counted
from broadsheet.model import KINDS
from broadsheet.outputs.letters import OTHER, SCRIPTS
from broadsheet.outputs.words import _KINDS, words_for

FOLDER = Path(broadsheet.outputs.__file__).parent
CATALOGUES = sorted((FOLDER / "catalogues").glob("*.po"))


def said():
    """Every text that the outputs look up: `words("…")` and `words.count("…", "…", n)`."""
    texts = {word for pair in _KINDS.values() for word in pair} | set(SCRIPTS.values()) | {OTHER}
    plurals = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            constants = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if isinstance(node.func, ast.Name) and node.func.id == "words":
                texts.update(constants)
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "count" and len(constants) == 2:
                plurals.add(tuple(constants))
    return texts, plurals


# Looked up by a variable.
INDIRECT = {"Newer", "Older", "Previous page", "Next page"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_text_and_no_other(path):
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=path.stem)
    texts, plurals = said()
    expected = texts | plurals | INDIRECT
    assert {message.id for message in catalogue if message.id} == expected


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_what_the_english_does(path):
    for message in read_po(io.BytesIO(path.read_bytes()), locale=path.stem):
        if not message.id:
            continue
        given = [message.id] if isinstance(message.id, str) else message.id
        translated = [message.string] if isinstance(message.string, str) else message.string
        fields = {field for text in given for _, field, _, _ in string.Formatter().parse(text) if field}
        for text in translated:
            assert text
            assert {field for _, field, _, _ in string.Formatter().parse(text) if field} == fields


def test_every_kind_has_its_words():
    assert set(_KINDS) == set(KINDS)


@pytest.mark.parametrize(
    ("language", "day", "weekday", "month", "short"),
    [
        ("en", "1 August 2026", "Saturday 1 August 2026", "August 2026", "1 August"),
        ("fr", "1er août 2026", "Samedi 1er août 2026", "Août 2026", "1er août"),
        ("en-US", "August 1, 2026", "Saturday, August 1, 2026", "August 2026", "August 1"),
    ],
)
def test_dates_are_written_out(language, day, weekday, month, short):
    words, date = words_for(language), dt.date(2026, 8, 1)
    assert words.day(date) == day
    assert words.weekday(date) == weekday
    assert words.month(date) == month
    assert words.day_of_month(date) == short


def test_a_time_is_told_where_it_is_known():
    words = words_for("en")
    assert words.moment(dt.date(2026, 8, 16)) == "16 August 2026"
    assert words.moment(dt.datetime(2026, 8, 16, 9, 5)) == "16 August 2026, 09:05"  # noqa: DTZ001 - a source without offset
    assert words.moment(dt.datetime(2026, 8, 16, 9, 5, tzinfo=dt.UTC)) == "16 August 2026, 09:05 UTC"


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


def test_every_plural_of_a_catalogue_has_all_its_forms():
    for path in CATALOGUES:
        catalogue = read_po(io.BytesIO(path.read_bytes()))
        plurals = [one for one in catalogue if one.pluralizable]
        assert plurals
        assert [one.id for one in plurals if len(one.string) != catalogue.num_plurals or not all(one.string)] == []


def test_irregular_and_large_plurals():
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(1200, "entity", "entities") == "1,200 entities"
