"""Titles in their own language: marked where it is another than the site's, plain where it is not."""

import pytest

from broadsheet.language_tags import rightward
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.items import line
from broadsheet.outputs.spoken import headline, spoken, titled
from broadsheet.outputs.words import words_for
from editions import article, edition

ENGLISH, FRENCH = words_for("en"), words_for("fr")


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("Ukraine", "en", "Ukraine"),
        ("L’Ukraine", "fr", '<span lang="fr" dir="ltr">L’Ukraine</span>'),
        ("Colour", "en-US", '<span lang="en-US" dir="ltr">Colour</span>'),
        ("أوكرانيا", "ar", '<span lang="ar" dir="rtl">أوكرانيا</span>'),
        ("Not known", None, "Not known"),
        ("Ḫattuša", "not a tag", "Ḫattuša"),
        ("أوكرانيا", None, '<span lang="" dir="auto">أوكرانيا</span>'),
        ("キーウ", '"><script>', '<span lang="" dir="auto">キーウ</span>'),
        ("", "fr", ""),
    ],
)
def test_a_text_says_its_language_where_it_is_not_the_sites(text, language, written):
    assert spoken(text, language, ENGLISH) == written


def test_a_title_in_an_unknown_language_is_not_taken_for_the_sites():
    unknown = article("Not known", "It is not.", day="2024-04-16", language=None)
    assert headline(unknown, "index.md", ENGLISH).startswith('[<span lang="" dir="auto">Not known</span>](')
    assert titled("Known", "en", ENGLISH) == "Known"
    told = edition([unknown])
    digest = Digest(told, ENGLISH)
    (entry,) = digest.entries.of([unknown])
    assert digest.headline(entry, "index.md").startswith('[<span lang="" dir="auto">Not known</span>](')


def test_the_sites_language_counts_also_where_its_words_are_english():
    assert spoken("Ukraina", "sw", words_for("sw")) == "Ukraina"
    assert spoken("Ukraine", "en", words_for("sw")) == '<span lang="en" dir="ltr">Ukraine</span>'


def test_an_archive_in_one_language_stays_plain():
    one = article("L’Ukraine", "Elle demande.", day="2024-04-16", language="fr", source="Le Monde")
    assert headline(one, "index.md", FRENCH) == "[L’Ukraine](articles/2024/04/16/l-ukraine.md)"
    digest = Digest(edition([one], language="fr"), FRENCH)
    (entry,) = digest.entries.of([one])
    assert "<" not in line(one, "index.md", FRENCH) + digest.told(entry, "index.md")


@pytest.mark.parametrize("tag", ["ar", "fa-IR", "he", "ur", "az-Arab", "ku-Arab-IQ", "ckb"])
def test_languages_that_run_leftwards(tag):
    assert rightward(tag)


@pytest.mark.parametrize("tag", ["en", "az", "ja", "ar-Latn", "ku", "x", ""])
def test_languages_that_do_not(tag):
    assert not rightward(tag)
