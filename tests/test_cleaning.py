"""Dumps of invented pages in eight languages: the article comes out, the boilerplate does not."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.cleaning import clean
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Origin

# ruff: noqa: E501 - a paragraph stands on one line, as in a dump
PAGES = {
    "en": (
        ("Home", "News", "Sport", "Sign in", "Subscribe"),
        "Harbour town reopens its oldest bridge after two years of repairs",
        (
            "The oldest bridge in Larkhaven reopened on Monday after two years of repairs that cost twelve million pounds.",
            "Engineers replaced the wooden deck, strengthened both piers and added a lane for cyclists, the council said.",
            "“People have waited long enough for their bridge,” said the mayor, who crossed it first with school children.",
            "Traffic will be limited to one direction until the spring, when a second opening is planned.",
        ),
        ("Share this article", "Facebook", "Related articles", "Ferry timetable to change in June", "Comments (12)",
         "© 2024 The Larkhaven Post. All rights reserved.", "Privacy policy"),
    ),
    "fr": (
        ("Accueil", "Politique", "Culture", "Se connecter", "S'abonner"),
        "La bibliothèque de Valmont rouvre ses portes après l’inondation",
        (
            "La bibliothèque municipale de Valmont a rouvert ses portes samedi, dix mois après l’inondation de l’hiver.",
            "Près de huit mille livres ont été restaurés par une équipe de bénévoles, a indiqué la directrice de l’établissement.",
            "« Nous avons craint de tout perdre », raconte-t-elle, en montrant les rayons neufs de la salle de lecture.",
            "La ville prévoit une exposition sur la crue, ouverte à tous jusqu’à la fin de l’année.",
        ),
        ("Partager", "À lire aussi", "Le marché couvert change d’horaires", "Commentaires", "Mentions légales",
         "Tous droits réservés"),
    ),
    "de": (
        ("Startseite", "Politik", "Wirtschaft", "Sport", "Anmelden"),
        "Stadtrat beschließt neue Radwege entlang der Ufer",
        (
            "Der Stadtrat hat am Dienstag beschlossen, entlang beider Ufer neue Radwege zu bauen und alte zu verbreitern.",
            "Die Arbeiten sollen im Herbst beginnen und rund drei Jahre dauern, teilte die Verwaltung am Abend mit.",
            "Kritik kam von Händlern, die um ihre Parkplätze fürchten und eine Befragung der Anwohner verlangen.",
            "Die Bürgermeisterin versprach, im Sommer mit allen Beteiligten noch einmal zu sprechen.",
        ),
        ("Teilen", "Mehr zum Thema", "Brücke bleibt bis Mai gesperrt", "Kommentare", "Impressum", "Datenschutz"),
    ),
    "es": (
        ("Inicio", "Política", "Deportes", "Iniciar sesión"),
        "El puerto de Santa Marina estrena su nueva lonja de pescado",
        (
            "El puerto de Santa Marina estrenó este jueves su nueva lonja de pescado, después de cuatro años de obras.",
            "El edificio permitirá vender hasta noventa toneladas al día, según explicó la cofradía de pescadores.",
            "«Es un sueño para todo el pueblo», afirmó su presidente, que recordó a los marineros ya jubilados.",
            "La antigua lonja será un museo dedicado a la pesca y abrirá el próximo verano.",
        ),
        ("Compartir", "Te puede interesar", "Suben las temperaturas en la costa", "Comentarios", "Aviso legal"),
    ),
    "ru": (
        ("Главная", "Политика", "Спорт", "Войти"),
        "В Заречье открыли восстановленный речной вокзал",
        (
            "В Заречье в субботу открыли речной вокзал, который восстанавливали по старым чертежам почти три года.",
            "Здание построили в начале прошлого века, и с тех пор его ни разу не ремонтировали, рассказали в мэрии.",
            "«Мы сохранили всё, что можно было сохранить», — сказала архитектор, которая руководила работами.",
            "Первые теплоходы отправятся от нового причала уже в мае, билеты поступят в продажу через месяц.",
        ),
        ("Поделиться", "Читайте также", "Синоптики обещают тёплую весну", "Комментарии", "Все права защищены"),
    ),
    "zh": (
        ("首页", "新闻", "体育", "登录"),
        "临江镇百年老桥修复后重新通车",
        (
            "经过两年的修复，临江镇的百年老桥星期一重新通车，数千名居民在桥头庆祝了这一时刻。",
            "工程人员更换了全部木板，加固了两座桥墩，并且增加了一条自行车道，镇政府介绍说。",
            "“大家等这一天已经等了很久。”镇长表示，他和小学生们一起第一个走过了大桥。",
            "在明年春天以前，桥上只能单向行驶，之后将恢复双向通车。",
        ),
        ("分享到", "相关阅读", "轮渡时刻表将于六月调整", "网友评论", "版权所有"),
    ),
    "ar": (
        ("الرئيسية", "سياسة", "رياضة", "تسجيل الدخول"),
        "إعادة افتتاح مكتبة المدينة القديمة بعد الترميم",
        (
            "أعيد افتتاح مكتبة المدينة القديمة يوم السبت بعد أعمال ترميم استمرت عامين كاملين، بحسب ما أعلنته البلدية.",
            "وشملت الأعمال إصلاح السقف الخشبي وتجديد قاعة القراءة وإضافة قسم جديد للأطفال، كما قالت مديرة المكتبة.",
            "وأضافت أن أكثر من عشرة آلاف كتاب نقلت إلى المخازن ثم أعيدت إلى رفوفها بمساعدة متطوعين من أهل المدينة.",
            "ومن المقرر أن تنظم المكتبة معرضا للمخطوطات النادرة في نهاية العام الحالي.",
        ),
        ("مشاركة", "اقرأ أيضا", "تغيير مواعيد القطارات في الصيف", "تعليقات", "جميع الحقوق محفوظة"),
    ),
    "el": (
        ("Αρχική", "Πολιτική", "Αθλητισμός", "Σύνδεση"),
        "Άνοιξε ξανά το παλιό θέατρο του λιμανιού",
        (
            "Το παλιό θέατρο του λιμανιού άνοιξε ξανά την Κυριακή, έπειτα από εργασίες που κράτησαν τρία χρόνια.",
            "Οι τεχνίτες αποκατέστησαν τη σκηνή, τα καθίσματα και την οροφή, όπως ανακοίνωσε ο δήμος το πρωί.",
            "«Είναι μια μεγάλη μέρα για την πόλη μας», είπε η δήμαρχος, που κάθισε στην πρώτη σειρά.",
            "Η πρώτη παράσταση θα δοθεί τον Μάιο, ενώ τα εισιτήρια θα διατεθούν τον επόμενο μήνα.",
        ),
        ("Κοινοποίηση", "Διαβάστε επίσης", "Αλλάζουν τα δρομολόγια των πλοίων", "Σχόλια", "Όροι χρήσης"),
    ),
}  # fmt: skip


def dump(text, name="page.txt", site=""):
    return Dump(origin=Origin(name), text=text, site=site)


def page(language, gap="\n"):
    head, title, body, foot = PAGES[language]
    return gap.join((*head, title, *body, *foot))


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("language", PAGES)
def test_an_article_comes_out_of_its_page(language, gap):
    (record,) = clean([dump(page(language, gap))])
    _, title, body, _ = PAGES[language]
    assert record["body"].split("\n\n") == list(body)
    assert record["title"] == title
    assert record["language"] == language


def rules(record):
    return {removal["text"]: removal["rule"] for removal in record["removed"]}


def test_each_removed_line_says_why():
    (record,) = clean([dump(page("en"))])
    found = rules(record)
    assert found["Sign in"] == "subscription"
    assert found["Facebook"] == "sharing"
    assert found["Related articles"] == found["Ferry timetable to change in June"] == "related-links"
    assert found["Comments (12)"] == "comments"
    assert found["© 2024 The Larkhaven Post. All rights reserved."] == "legal-notice"
    assert found["Home"] == "navigation"


def test_a_sentence_on_every_page_of_a_site_is_boilerplate():
    motto = "The Daily Lantern has told the story of the valley and of its people every single day since 1871."
    dumps = []
    for number, language in enumerate(("en", "fr", "de", "es")):
        _, title, body, _ = PAGES[language]
        dumps.append(dump("\n".join((title, *body, motto)), f"{number}.txt", "lantern.example"))
    for record, language in zip(clean(dumps), ("en", "fr", "de", "es"), strict=True):
        assert record["body"].split("\n\n") == list(PAGES[language][2])
        assert rules(record)[motto] == "shared-line"


def test_the_same_page_twice_does_not_make_its_article_boilerplate():
    for record in clean([dump(page("en"), f"{number}.txt", "post.example") for number in range(4)]):
        assert record["body"].split("\n\n") == list(PAGES["en"][2])


@pytest.mark.parametrize("width", [60, 72, 90])
def test_paragraphs_broken_at_a_fixed_width_are_joined(width):
    head, title, body, foot = PAGES["en"]
    long = [" ".join(body[:2]), " ".join(body[2:])]
    text = "\n\n".join(textwrap.fill(part, width) for part in (*head, title, *long, *foot))
    (record,) = clean([dump(text)])
    assert record["body"].split("\n\n") == long
    assert {removal["line"] for removal in record["removed"]} <= set(range(1, text.count("\n") + 2))


@pytest.mark.parametrize(
    "text",
    ["", "\n \n\t\n", "Home\nNews\nSport\nSign in\nContact\n© 2024", "\x01\x02\x03\ufffd" * 500, "🎉🎉🎉"],
    ids=["empty", "blank", "only a menu", "binary", "emoji"],
)
def test_what_holds_no_article_is_rejected(text):
    (rejection,) = clean([dump(text)])
    assert isinstance(rejection, Rejection)
    assert rejection.field == "body"
    assert rejection.problem
    assert rejection.remedy
    assert rejection.value.isprintable()


@pytest.mark.parametrize(
    "text", ["word " * 2_000_000, "a" * 10_000_000, "Home\n" * 100_000], ids=["words", "one", "many"]
)
def test_monstrous_dumps_end_soon(text):
    (result,) = clean([dump(text)])
    assert isinstance(result, Rejection) or result["body"]


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
LINES = st.lists(
    WORDS | st.sampled_from([line for parts in PAGES.values() for line in (*parts[0], *parts[2], *parts[3])])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES.map("\n".join), max_size=4))
def test_no_line_is_lost_and_none_is_kept_twice(texts):
    dumps = [dump(text, f"{number}.txt", "example") for number, text in enumerate(texts)]
    records = clean(dumps)
    assert records == clean(dumps)
    for text, record in zip(texts, records, strict=True):
        if isinstance(record, Rejection):
            continue
        lines = {number: line.strip() for number, line in enumerate(text.split("\n"), start=1) if line.strip()}
        removed = {removal["line"]: removal["text"] for removal in record["removed"]}
        assert len(removed) == len(record["removed"])
        assert removed.items() <= lines.items()
        kept = [line for number, line in lines.items() if number not in removed]
        body = record["body"].split("\n\n")
        assert kept == body or any(kept[:at] + kept[at + 1 :] == body for at in range(len(kept)))
