"""Bytes become text, broken text is mended, good text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.sources.encoding import decode, repair


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "“curly” ‘quotes’ – dashes… «guillemets»",
        "ﬁne ligatures",
        "ｆｕｌｌ　width",
        "Привіт, їжа є",
        "naïve café à la «mode»…”é",
        "SÃO PAULO – É",
        "東京「テスト」",
        "L’été\xa0: 25\u202f°C",
        "&amp; stays &lt;as it is&gt;",
    ],
)
def test_good_text_is_left_alone(text):
    assert repair(text) == text
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("voilÃ\xa0 dÃ©jÃ\xa0 l’IsraÃ«l", "voilà déjà l’Israël"),
        ("â€œHelloâ€\x9d", "“Hello”"),
        ("РџСЂРёРІРµС‚ РјРёСЂ", "Привет мир"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("nul\0 bell\a tab\t surrogate\ud800 mark\ufeff", "nul bell tab\t surrogate mark"),
    ],
)
def test_broken_text_is_mended(broken, mended):
    assert repair(broken) == mended


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("L’été à Paris est très chaud, déclare le préfet.", "cp1252"),
        ("Правительство сообщило, что мост не закроют.", "cp1251"),
        ("日本語の文章です。政府は月曜日に発表した。", "shift_jis"),
        ("中文新闻网站的文章内容，记者昨日报道。", "gb18030"),
        ("Το κείμενο είναι ελληνικό και απλό.", "cp1253"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>žluť', "iso-8859-2"),
        ('<meta charset="koi8-r">Мост', "koi8-r"),
    ],
)
def test_other_encodings_are_found_out(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_a_stray_byte_does_not_make_a_file_misread():
    assert decode("déjà vu ".encode() * 9 + b"\xe9t\xe9") == "déjà vu " * 9 + "été"


@given(st.binary(max_size=300))
def test_any_bytes_become_text_that_can_be_written(data):
    decode(data).encode()


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_mending_twice_is_mending_once(text):
    once = repair(text)
    assert repair(once).count("\0") == 0
    assert once.isascii() is False or repair(once) == once


def test_latin_1_of_the_west_is_not_taken_for_that_of_the_east():
    french = "Été à Nîmes : l'été arrive à Nîmes, où les élèves fêtent la fin de l'année et où l'on dîne dehors."
    polish = "Wczoraj wieczorem pociąg z Łodzi zatrzymał się pod Częstochową, a pasażerowie czekali dwie godziny."
    assert decode(french.encode("latin-1")) == french
    assert decode(polish.encode("cp1250")) == polish
