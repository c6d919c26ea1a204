"""The language of a text, or none rather than a wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.language import detect
from broadsheet.language_tags import tag, written

TEXTS = {
    "fr": "L’Ukraine a également demandé à Israël de l’aider à former ses soldats dans le pays.",
    "en": "The council said on Monday that it would not be able to pay for all of the repairs this year.",
    "de": "Die Regierung hat am Montag beschlossen, dass die Brücke nicht vor dem Sommer gesperrt wird.",
    "es": "El gobierno anunció el lunes que las obras de la línea no terminarán antes del verano.",
    "pt": "O governo anunciou na segunda-feira que as obras da linha não vão terminar antes do verão.",
    "ru": "Правительство сообщило в понедельник, что мост не будет закрыт до конца лета.",
    "uk": "Уряд повідомив у понеділок, що міст не буде закрито до кінця літа, але рух обмежать.",
    "zh": "政府周一表示，大桥在夏季结束之前不会关闭。",
    "ja": "政府は月曜日、夏の終わりまで橋を閉鎖しないと発表した。",
    "ko": "정부는 여름이 끝날 때까지 다리를 폐쇄하지 않겠다고 밝혔다.",
    "ar": "أعلنت الحكومة يوم الاثنين أن الجسر لن يغلق قبل نهاية الصيف",
    "fa": "دولت روز دوشنبه اعلام کرد که پل تا پایان تابستان بسته نخواهد شد و پس از آن گشوده می‌شود",
    "el": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι η γέφυρα δεν θα κλείσει.",
    "he": "הממשלה הודיעה ביום שני כי הגשר לא ייסגר לפני סוף הקיץ",
    "th": "รัฐบาลประกาศเมื่อวันจันทร์ว่าจะไม่ปิดสะพาน",
    "sv": "Regeringen meddelade på måndagen att bron inte kommer att stängas före sommaren.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_sentence_is_enough(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12 345", "OK", "😀😀😀", "Axios", "???"])
def test_too_little_text_has_no_language(text):
    assert detect(text) is None


@given(st.text(max_size=60))
def test_any_text_has_a_language_or_none(text):
    assert detect(text) is None or len(detect(text)) == 2


@pytest.mark.parametrize(
    ("said", "usual"),
    [("fr", "fr"), ("PT_br", "pt-BR"), ("zh-hant", "zh-Hant"), ("ckb", "ckb"), ("AII-Syrc", "aii-Syrc")],
)
def test_the_tags_of_languages_that_are_registered(said, usual):
    assert tag(said) == written(said) == usual


def test_a_tag_that_was_given_up_is_the_one_instead():
    assert (tag("iw"), tag("IN-id"), written("iw")) == ("he", "id-ID", "iw")


@pytest.mark.parametrize("said", ["xxx", "xx-US", "qaa", "zzz", "und", "mul", "mis", "zxx"])
def test_what_is_no_language_is_a_tag_as_it_is_written_and_goes_nowhere(said):
    assert written(said) == said
    assert tag(said) == ""


@pytest.mark.parametrize("said", ["", "english", "e", "en us", "en-", "<b>", "f" * 40])
def test_what_is_no_tag(said):
    assert tag(said) == written(said) == ""
