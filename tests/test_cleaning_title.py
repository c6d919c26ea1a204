import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cleaning.lines import split
from broadsheet.cleaning.title import headline, shorten, tidy
from broadsheet.cleaning.words import bare, stems

# A page in each language: masthead and menu; headline; what stands between; body; foot.
PAGES = {
    "en": (
        "The Harbour Post\nHome\nNews\nSport\nSign in",
        "Old lighthouse to shine again after thirty dark years",
        "By Jane Doe\n16 April 2024",
        (
            "The lighthouse on the eastern cape will be lit again this summer, the harbour board said on Tuesday.\n"
            "It has been dark for thirty years, since the last keeper left the cape and the lamp was sold."
        ),
        "More stories\nTen places to see this spring\nPrivacy",
    ),
    "de": (
        "Startseite\nPolitik\nSport\nAnmelden",
        "Stadtrat beschließt neue Straßenbahn nach Norden",
        "Von Petra Muster\n16.04.2024, 10:32 Uhr",
        (
            "Der Stadtrat hat am Dienstag den Bau einer neuen Straßenbahn in die nördlichen Stadtteile beschlossen.\n"
            "Die ersten Bahnen sollen in sechs Jahren fahren, sagte der Bürgermeister nach der Sitzung des Rates."
        ),
        "Mehr zum Thema\nImpressum",
    ),
    "es": (
        "Portada\nDeportes\nCultura\nSuscríbete",
        "El ayuntamiento reabre el viejo mercado de la plaza",
        "Publicado el 16 de abril de 2024",
        (
            "El viejo mercado de la plaza mayor volverá a abrir sus puertas el sábado, anunció el ayuntamiento.\n"
            "Las obras han durado cuatro años y han costado doce millones de euros, según los datos municipales."
        ),
        "Lo más leído\nAviso legal",
    ),
    "ru": (
        "Главная\nПолитика\nСпорт\nВойти",
        "В городе открыли новый мост через реку",
        "16 апреля 2024, 10:32",
        (
            "Новый мост через реку открыли во вторник утром, сообщили в администрации города.\n"
            "Строительство моста заняло три года, движение по нему начнётся уже на следующей неделе."
        ),
        "Читайте также\nРеклама на сайте",
    ),
    "zh": (
        "首页\n新闻\n体育\n登录",
        "全市地铁新线路周二正式通车运营",
        "2024年4月16日 10:32\n记者 王小明",
        (
            "全市地铁新线路周二上午正式通车运营，市民可以在早上六点开始乘坐新线路的列车。\n"
            "据地铁公司介绍，新线路全长三十公里，共有二十个车站，预计每天运送乘客五十万人次。"
        ),
        "相关新闻\n版权所有",
    ),
    "el": (
        "Αρχική\nΠολιτική\nΑθλητικά\nΣύνδεση",
        "Ανοίγει ξανά το παλιό θέατρο στο λιμάνι",
        "16 Απριλίου 2024",
        (
            "Το παλιό θέατρο στο λιμάνι ανοίγει ξανά τις πόρτες του το Σάββατο, ανακοίνωσε ο δήμος την Τρίτη.\n"
            "Οι εργασίες στο θέατρο κράτησαν τέσσερα χρόνια και κόστισαν δώδεκα εκατομμύρια ευρώ συνολικά."
        ),
        "Διαβάστε επίσης\nΌροι χρήσης",
    ),
    "ar": (
        "الرئيسية\nسياسة\nرياضة\nتسجيل الدخول",
        "افتتاح المكتبة الوطنية الجديدة في وسط المدينة",
        "16 أبريل 2024",
        (
            "افتتحت المكتبة الوطنية الجديدة في وسط المدينة صباح الثلاثاء بحضور مئات السكان والزوار.\n"
            "وتضم المكتبة أكثر من مليون كتاب في لغات مختلفة، كما قالت مديرة المكتبة في كلمة الافتتاح."
        ),
        "اقرأ أيضا\nسياسة الخصوصية",
    ),
}


def page(*parts):
    """The lines of a page, and where its body (the fourth part) begins and ends."""
    lines = split("\n".join(part for part in parts if part))
    body = split(parts[3])
    start = [line.text for line in lines].index(body[0].text)
    return lines, start, start + len(body)


@pytest.mark.parametrize("language", PAGES)
def test_the_headline_of_a_page(language):
    lines, start, end = page(*PAGES[language])
    found = headline(lines, start, end, language)
    assert found.text == PAGES[language][1]
    assert [lines[at].text for at in found.lines] == [found.text]
    assert found.cues
    assert not found.made


@pytest.mark.parametrize("language", PAGES)
def test_the_headline_without_knowing_the_language(language):
    lines, start, end = page(*PAGES[language])
    assert headline(lines, start, end).text == PAGES[language][1]


@pytest.mark.parametrize("language", PAGES)
def test_every_line_that_says_the_headline_is_told(language):
    masthead, title, *rest = PAGES[language]
    lines, start, end = page(f"{title}\n{masthead}", title, *rest)
    found = headline(lines, start, end, language)
    assert found.text == title
    assert [lines[at].text for at in found.lines] == [title, title]


def test_a_body_that_begins_with_its_headline():
    _, title, _, body, foot = PAGES["en"]
    lines = split(f"Home\nNews\n{title}\n{body}\n{foot}")
    found = headline(lines, 2, 5, "en")
    assert (found.text, found.lines) == (title, (2,))


def test_a_line_that_other_pages_share_is_no_headline():
    masthead, _, between, body, foot = PAGES["en"]
    slogan = "Everything worth knowing, every single morning"
    lines, start, end = page(f"{masthead}\n{slogan}", between, "", body, foot)
    assert slogan in [line.text for line in lines]
    told = [line.text for line in lines].index(slogan)
    assert headline(lines, start, end, "en", shared={told}).text != slogan


def test_a_headline_that_other_pages_lead_to_stays_one():
    lines, start, end = page(*PAGES["en"])
    title = [line.text for line in lines].index(PAGES["en"][1])
    assert headline(lines, start, end, "en", shared={title}).text == PAGES["en"][1]


@pytest.mark.parametrize("language", PAGES)
def test_without_a_headline_the_first_sentence_stands_in(language):
    lines = split(PAGES[language][3])
    found = headline(lines, 0, len(lines), language)
    assert found.made
    assert found.lines == ()
    assert len(found.text) <= 90
    assert lines[0].text.startswith(found.text.rstrip("…"))


SITES = [
    # text, other lines of the page, site, what is left
    ("Storm closes the northern ports - BBC News", ["BBC News", "Home"], "", "Storm closes the northern ports"),
    ("Storm closes the northern ports - BBC News", ["Home"], "", "Storm closes the northern ports - BBC News"),
    ("Storm closes the northern ports - BBC News", [], "bbcnews.example", "Storm closes the northern ports"),
    (
        "Storm closes the northern ports | World | Le Monde",
        ["World", "Le Monde"],
        "",
        "Storm closes the northern ports",
    ),
    ("La grève est finie | Le Monde", ["La grève est finie"], "", "La grève est finie"),
    ("Ports – what closes, and when", ["Home"], "", "Ports – what closes, and when"),
    ("全市地铁新线路正式通车运营_新华网", ["新华网"], "", "全市地铁新线路正式通车运营"),
    ("# Storm closes the ports", [], "", "Storm closes the ports"),
    ("•  Storm   closes\tthe ports ", [], "", "Storm closes the ports"),
    ("Qui a gagné\u00a0?", [], "", "Qui a gagné\u00a0?"),
    ("A - B", ["A", "B"], "", "A - B"),
]


@pytest.mark.parametrize(("text", "others", "site", "left"), SITES)
def test_the_name_of_the_site_goes_when_the_page_gives_reason(text, others, site, left):
    assert tidy(text, [bare(other) for other in others], site) == left


def test_a_long_sentence_is_cut_after_a_word():
    assert shorten("one two three", 20) == "one two three"
    assert shorten("one two three", 10) == "one two…"
    assert shorten("one two, three", 10) == "one two…"
    assert shorten("onetwothreefour", 10) == "onetwothr…"


def test_bare_words_and_stems():
    assert bare("«L’Ukraine» – DÉFENSE\u00a0!") == bare("l'ukraine defense".replace("defense", "défense"))
    assert stems(bare("Demandes, demandé: 地铁线")) == {"deman", "地铁", "铁线"}


@given(st.lists(st.text(max_size=80), max_size=40), st.integers(0, 45), st.integers(0, 45), st.text(max_size=5))
def test_any_lines_have_a_headline_or_a_sentence(texts, start, length, site):
    lines = split("\n".join(texts))
    found = headline(lines, start, start + length, "fr", shared={1, 2}, site=site)
    assert all(0 <= at < len(lines) for at in found.lines)
    assert "\n" not in found.text
    assert list(found.lines) == sorted(set(found.lines))


@given(st.text(), st.lists(st.text(max_size=20)), st.text(max_size=10))
def test_tidying_twice_changes_nothing_more(text, plain, site):
    once = tidy(text, plain, site)
    assert "\n" not in once
    assert tidy(once, plain, site) == once


@given(st.text(), st.integers(2, 100))
def test_a_shortened_sentence_fits(text, limit):
    assert len(shorten(text, limit)) <= limit
