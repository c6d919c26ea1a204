"""Sentences in many scripts: where they end, and which one holds a mention."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import sentences

CASES = [
    ("en", "Dr. Smith met Mr. J. K. Jones. They talked.", ["Dr. Smith met Mr. J. K. Jones.", "They talked."]),
    ("en", "It cost 3.5 million. Nobody paid!", ["It cost 3.5 million.", "Nobody paid!"]),
    ("en", "“Go.” He went.", ["“Go.”", "He went."]),
    ("en", "“Really?” asked the mayor. Yes…", ["“Really?” asked the mayor.", "Yes…"]),
    ("en", "One line\n\nAnother one", ["One line", "Another one"]),
    ("fr", "« Est-ce vrai ? » demande M. Dupont. Non.", ["« Est-ce vrai ? » demande M. Dupont.", "Non."]),
    ("fr", "Il a dit : « Oui. » Puis rien.", ["Il a dit : « Oui. »", "Puis rien."]),
    ("de", "Am 3. Oktober war Feiertag. Alle ruhten.", ["Am 3. Oktober war Feiertag.", "Alle ruhten."]),
    ("en", "It fell in 2004. Later, 12. None came.", ["It fell in 2004.", "Later, 12.", "None came."]),
    ("zh", "他来了。她走了！「好。」真的？", ["他来了。", "她走了！", "「好。」", "真的？"]),
    ("ja", "雨が降った。駅は閉まった。", ["雨が降った。", "駅は閉まった。"]),
    ("ar", "هل وصل؟ نعم. انتهى", ["هل وصل؟", "نعم.", "انتهى"]),
    ("ru", "Он родился в 1950 г. в селе. Потом уехал.", ["Он родился в 1950 г. в селе.", "Потом уехал."]),
    ("es", "¿Quién es? ¡Nadie!", ["¿Quién es?", "¡Nadie!"]),
    ("hi", "वह आया। वह गया।", ["वह आया।", "वह गया।"]),
    ("en", "", []),
    ("en", " \n\n ", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_split(language, text, expected):
    assert [text[start:end] for start, end in sentences.split(text, language)] == expected


def test_around_gives_the_sentence_of_the_mention():
    text = "Nothing here. The dam at Sellow broke. All fled."
    start = text.index("Sellow")
    low, high = sentences.around(text, start, start + 6, "en")
    assert text[low:high] == "The dam at Sellow broke."


def test_around_cuts_a_very_long_sentence_by_words():
    text = "word " * 400 + "Sellow " + "word " * 400
    start = text.index("Sellow")
    low, high = sentences.around(text, start, start + 6, "en")
    assert "Sellow" in text[low:high]
    assert high - low <= sentences.LONGEST
    assert set(text[low:high].split()) == {"word", "Sellow"}


@given(st.text(alphabet="aB.!? \n«»。1’", max_size=80))
def test_sentences_are_ordered_disjoint_and_lose_only_white_space(text):
    spans = sentences.split(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@given(st.text(max_size=200), st.data())
def test_around_always_holds_the_mention(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip() or text[start].isspace() or text[end - 1].isspace():
        return
    low, high = sentences.around(text, start, end)
    assert low <= start < end <= high


def test_doubled_letters_of_spanish_plurals_end_no_sentence():
    text = "Viajó a EE. UU. Con las FF. AA. habló. Luego volvió."
    assert [text[low:high] for low, high in sentences.split(text, "es")] == [
        "Viajó a EE. UU. Con las FF. AA. habló.",
        "Luego volvió.",
    ]
