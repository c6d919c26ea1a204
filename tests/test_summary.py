"""Summaries: which sentences of their articles stories are told by, and what counts as new."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.outputs.centrality import alike, centrality, terms
from broadsheet.outputs.summary import SENTENCES, gist, what_is_new
from broadsheet.outputs.whole_sentences import is_whole, leans, whole_sentences
from editions import article

# In each: a first sentence that only sets the scene, the one that says what the others go on about, others.
TEXTS = {
    "en": (
        "Bridge closed",
        (
            "People in Milltown woke to unusual quiet. The council closed the old bridge over the river Arn "
            "after engineers found cracks in two pillars. Engineers had looked at the pillars of the bridge "
            "all night. The cracks in the pillars are as wide as a hand. Buses cannot cross the river, said "
            "the council. The bakery stays open."
        ),
        "The council closed the old bridge over the river Arn after engineers found cracks in two pillars.",
    ),
    "fr": (
        "Pont fermé",
        (
            "Le brouillard couvrait encore la vallée ce matin. La mairie a fermé le vieux pont sur l’Arne "
            "après la découverte de fissures dans deux piliers. Des ingénieurs avaient examiné les piliers du"
            " pont toute la nuit. Les fissures des piliers sont larges comme une main. Les bus ne traversent "
            "plus l’Arne, précise la mairie."
        ),
        "La mairie a fermé le vieux pont sur l’Arne après la découverte de fissures dans deux piliers.",
    ),
    "ru": (
        "Движение перекрыто",
        (
            "Утро в городке было на удивление тихим. Власти закрыли старый мост через реку Арну из-за трещин "
            "в двух опорах. Инженеры всю ночь осматривали опоры старого моста. Трещины в опорах шириной с "
            "ладонь. Автобусы через реку Арну не ходят, сообщили власти."
        ),
        "Власти закрыли старый мост через реку Арну из-за трещин в двух опорах.",
    ),
    "ar": (
        "توقف حركة المرور",
        (
            "كان الصباح هادئا على غير العادة في البلدة. أغلقت البلدية الجسر القديم فوق نهر آرن بعد اكتشاف "
            "شقوق في اثنين من أعمدة الجسر. فحص المهندسون أعمدة الجسر القديم طوال الليل. شقوق أعمدة الجسر بعرض"
            " كف اليد كما قال المهندسون. توقفت الحافلات عن عبور نهر آرن حسب البلدية."
        ),
        "أغلقت البلدية الجسر القديم فوق نهر آرن بعد اكتشاف شقوق في اثنين من أعمدة الجسر.",
    ),
    "ja": (
        "通行止め",
        (
            "朝の町はいつになく静かだったと住民は話す。町は橋脚にひびが見つかったためアルン川の古い橋を閉鎖した。技術者は夜通し古い橋"
            "の橋脚を調べていた。橋脚のひびは手のひらほどの幅があるという。アルン川の橋をバスは渡れないと町は発表した。"
        ),
        "町は橋脚にひびが見つかったためアルン川の古い橋を閉鎖した。",
    ),
    "zh": (
        "交通中断",
        (
            "这座小镇的清晨显得格外安静和冷清。镇政府因桥墩发现裂缝关闭了阿恩河上的旧桥。工程师整夜检查旧桥的桥墩和桥面。桥墩上的裂缝"
            "有手掌那么宽。公共汽车无法通过阿恩河上的旧桥。"
        ),
        "镇政府因桥墩发现裂缝关闭了阿恩河上的旧桥。",
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_sentence_that_the_others_go_on_about_is_chosen(language):
    title, text, expected = TEXTS[language]
    assert gist([article(title, text, language=language)], title).startswith(expected)


def test_a_description_stands_before_all_sentences():
    title, text, _ = TEXTS["en"]
    assert gist([article(title, text, description="In a word, closed.")], title) == "In a word, closed."


def test_a_sentence_that_repeats_the_headline_is_left_out():
    text = "The council closes the old bridge over the Arn. Engineers had found cracks in two of its pillars at night."
    one = article("Council closes old bridge over the Arn", text)
    assert gist([one], one.title) == "Engineers had found cracks in two of its pillars at night."
    alone = article("The council closes the old bridge", "The council closes the old bridge.")
    assert gist([alone], alone.title) == ""


def test_what_leans_on_a_sentence_that_is_left_out_is_left_out_too():
    text = "The council will close the bridge. It is old. He said: “The bridge over the Arn is closed in May.”"
    assert gist([article("News", text)], "News") == "The council will close the bridge."


def test_articles_of_one_story_speak_together_in_the_language_of_the_first():
    english = article("One", "Milltown was quiet at dawn today. Cracks closed the old bridge over the river Arn.")
    second = article("Two", "Cracks in the pillars closed the bridge at Milltown. The river Arn is low this summer.")
    third = article("Drei", "Die alte Brücke über den Fluss Arn ist wegen Rissen gesperrt.", language="de")
    said = gist([english, second, third], "Milltown")
    assert "Cracks" in said
    assert "Brücke" not in said
    assert gist([third, english, second], "Arn").startswith("Die alte Brücke")


def test_the_sentences_stand_in_the_order_of_time():
    flood = article(
        "Floods",
        "The river Ouve burst its banks at Saint-Lô on Tuesday night after two days of rain.",
        day="2026-10-13",
    )
    later = article(
        "Search",
        "Paul Lebrun has closed 14 roads along the river Ouve after two days of rain. The roads stay closed.",
        day="2026-10-14",
    )
    told = gist([later, flood], "News")
    assert told.startswith("The river Ouve burst")
    assert "Paul Lebrun" in told
    assert gist([flood, later], "News").startswith("The river Ouve burst")


def test_the_second_sentence_is_another_one():
    text = "The council closed the old bridge over the Arn. The council closed the old Arn bridge today. Ferries go on."
    said = gist([article("News", text)], "News")
    assert said.count("closed") == 1


@pytest.mark.parametrize(
    "fragment",
    [
        "and then the bridge over the river was closed.",
        "The bridge over the river Arn, closed since",
        "“The bridge over the river is closed, said the mayor.",
        'The mayor said "the bridge over the river is closed.',
        "The bridge (built in 1904 is closed for a year.",
        "Er sagte: „Die Brücke ist seit gestern gesperrt.",
        "Le maire a dit : « Le pont est fermé depuis hier.",
        "Closed.",
        "",
    ],
)
def test_fragments_are_no_whole_sentences(fragment):
    assert not is_whole(fragment)


@pytest.mark.parametrize(
    "sentence",
    [
        "“The bridge over the river is closed,” said the mayor.",
        "Er sagte: „Die Brücke ist seit gestern gesperrt.“",
        "Borgmästaren sade: ”Bron är stängd sedan i går.”",
        "Le maire a dit : « Le pont est fermé depuis hier. »",
        "「橋は閉鎖された」と町長は話した。",
        "สะพานข้ามแม่น้ำถูกปิดตั้งแต่เมื่อวานนี้",
        "पुल कल से बंद है और बसें नदी पार नहीं कर सकतीं।",
    ],
)
def test_whole_sentences_in_many_scripts(sentence):
    assert is_whole(sentence)


def test_what_leans_on_the_sentence_before_is_told():
    assert leans("However, the bridge is closed.")
    assert leans("Il a fermé le pont.")
    assert leans("وأسفرت المواجهات عن قتلى.")
    assert not leans("وزير الخارجية يصل إلى القاهرة.")
    assert not leans("The bridge is closed.")


def test_headings_lists_quotes_and_code_are_no_sentences():
    body = "# A heading that ends.\n\n- An item that ends here.\n\n> Words that somebody said.\n\n```\nCode. Ends.\n```"
    assert whole_sentences(body + "\n\nThis is a [sentence](../x.md) of the text.", "en", 9) == (
        (0, "This is a sentence of the text."),
    )


def test_what_is_new_is_what_nobody_said_before():
    first = article(
        "Bridge closed", "The council closed the old bridge over the Arn. Engineers found cracks in two pillars of it."
    )
    second = article(
        "Bridge to be torn down",
        "The council closed the old bridge over the Arn last week. Workers will tear down the bridge in May, the "
        "council decided. Engineers found cracks in two pillars.",
    )
    expected = "Workers will tear down the bridge in May, the council decided."
    assert what_is_new([second], [first], second.title) == expected
    assert what_is_new([first], [first], "News") == ""


def test_what_was_known_is_not_new_in_other_words_and_the_headline_may_be():
    flood = article(
        "River floods Saint-Lô",
        "The river Ouve burst its banks at Saint-Lô after two days of rain in Normandy. The prefect of Manche, Paul "
        "Lebrun, closed 14 roads and asked people to stay at home.",
        language="en",
    )
    army = article(
        "Army joins the search along the Ouve at Saint-Lô",
        "The army joined the search along the river Ouve at Saint-Lô on Wednesday. Paul Lebrun, the prefect of "
        "Manche, has closed 14 roads after two days of rain in Normandy.",
        language="en",
    )
    expected = "The army joined the search along the river Ouve at Saint-Lô on Wednesday."
    assert what_is_new([army], [flood], army.title) == expected


def test_nothing_is_new_where_nobody_spoke_before_in_the_language():
    french = article("Inondations", "L’Ouve est sortie de son lit mardi soir à Saint-Lô.", language="fr")
    english = article("Floods", "The river Ouve burst its banks at Saint-Lô on Tuesday night.", language="en")
    assert what_is_new([english], [french], "News") == ""


def test_a_long_story_is_compared_by_a_bounded_number_of_sentences(monkeypatch):
    seen = []
    monkeypatch.setattr("broadsheet.outputs.summary.alike", lambda found: seen.append(len(found)) or alike(found))
    texts = [" ".join(f"Sentence {place} of {number} says something." for place in range(50)) for number in range(90)]
    told = [article(f"T{number}", text) for number, text in enumerate(texts)]
    gist(told, "News")
    what_is_new(told[:45], told[45:], "News")
    assert max(seen) <= 3 * SENTENCES


def test_terms_are_words_beginnings_and_pairs():
    assert terms("Президентский, президента!") == ("презид", "презид")
    assert terms("東京都へ go") == ("東京", "京都", "都へ", "go")
    assert terms("…") == ()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_any_sentences_can_be_compared(texts):
    cosines = alike(texts)
    assert ((cosines >= 0) & (cosines <= 1)).all()
    ranks = centrality(cosines, range(len(texts)))
    assert ranks.max() == 1
    assert (ranks > 0).all()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=200)), min_size=1, max_size=4))
def test_any_articles_have_a_gist(given_texts):
    told = [article(title, text, id=f"i{place}") for place, (title, text) in enumerate(given_texts)]
    gist(told, told[0].title)
    what_is_new(told[:1], told[1:], told[0].title)
