"""Names in Russian, Ukrainian and Polish texts: where one ends and the next begins; short texts in other languages."""

import pytest

from broadsheet import entities
from broadsheet.entities.bent.nominatives import nominative
from broadsheet.entities.bent.persons import given_cases, is_patronymic
from broadsheet.entities.bent.titles import office_cases
from broadsheet.entities.bent.words import alike, goes_with
from broadsheet.entities.lists import bare, given_names
from broadsheet.model import Article

FOUND = [
    ("ru", "Вчера мэр Москвы Юрий Травкин выступил.", ["Москвы", "Юрий Травкин"]),
    ("ru", "Об этом сообщил глава Роскосмоса Анатолий Травкин.", ["Анатолий Травкин", "Роскосмоса"]),
    ("ru", "Он встретил главу компании Apple Тима Травкина.", ["Apple", "Тима Травкина"]),
    ("ru", "Он позвонил пресс-секретарю Владимира Травкина Дмитрию Белову.", ["Владимира Травкина", "Дмитрию Белову"]),
    ("ru", "Министр иностранных дел РФ Сергей Травкин уехал.", ["РФ", "Сергей Травкин"]),
    ("ru", "Они вышли на Липовую площадь днём.", ["Липовую площадь"]),
    ("ru", "Это передали в Министерство образования и науки вчера.", ["Министерство образования и науки"]),
    ("ru", "Он работал в Федеральной миграционной службе много лет.", ["Федеральной миграционной службе"]),
    ("ru", "Об этом пишет Newsline.ru утром.", ["Newsline.ru"]),
    ("ru", "Как сообщил Алексей Вертинский вчера, дождь прошёл.", ["Алексей Вертинский"]),
    ("ru", "Сообщил Юрий Травкин из Старограда.", ["Старограда", "Юрий Травкин"]),
    ("ru", "Об этом сказал министр торговли Китая Чэнь Дэмин.", ["Китая", "Чэнь Дэмин"]),
    ("ru", "В залив впадают реки: Ветлинка, Осинка.", ["Ветлинка", "Осинка"]),
    ("uk", "Вчора президент України Юрій Травко приїхав.", ["України", "Юрій Травко"]),
    ("uk", "Він поїхав до Липівської області.", ["Липівської області"]),
    ("uk", "Вони звернулися у Міністерство освіти і науки.", ["Міністерство освіти і науки"]),
    ("uk", "Про це пише Newsline.ua сьогодні.", ["Newsline.ua"]),
    ("pl", "Zwyciężył Jan Wolny.", ["Jan Wolny"]),
    ("pl", "Wsie w gminie: Brzozowa, Lipowa oraz Dębina.", ["Brzozowa", "Dębina", "Lipowa"]),
    ("pl", "Była wojna między Francją a Danią.", ["Danią", "Francją"]),
    ("pl", "Mieszkał w mieście Lipno nad Wartą długo.", ["Lipno nad Wartą"]),
    ("cs", "Včera ministr Jan Novák navštívil Brno.", ["Brno", "Jan Novák"]),
    ("sv", "I går mötte statsminister Anna Lind borgmästaren i Göteborg.", ["Anna Lind", "Göteborg"]),
    ("da", "I går mødte statsminister Mette Holm borgmesteren i Aarhus.", ["Aarhus", "Mette Holm"]),
    ("no", "I går besøkte Kari Lie byen Bergen.", ["Bergen", "Kari Lie"]),
    ("fi", "Eilen pääministeri Aino Laine puhui.", ["Aino Laine"]),
    ("hu", "Tegnap a miniszter, Kovács Péter, beszélt.", ["Kovács Péter"]),
    ("ro", "Ieri ministrul Ion Popa a vizitat Brașov.", ["Brașov", "Ion Popa"]),
    ("el", "Χθες ο υπουργός Κώστας Δήμου επισκέφθηκε τη Θεσσαλονίκη.", ["Θεσσαλονίκη", "Κώστας Δήμου"]),
    ("pl", "Wygrała Niemka Birgit Wolna w Starej Wsi.", ["Birgit Wolna", "Starej Wsi"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_found(language, text, expected):
    naming = entities.name_all((), [Article(id="0", title="-", body=text, language=language)], language)
    assert sorted({mention.surface for mention in naming.mentions["0"]}) == expected


def test_given_names_and_offices_are_known_in_every_case():
    assert given_cases("Юрия", "ru") == "ag"
    assert given_cases("Павлом", "ru") == "i"
    assert given_cases("Annę", "pl") == "a"
    assert office_cases("владельца", "ru") == "ag"
    assert not given_cases("Площадь", "ru")


def test_given_names_are_those_of_the_lists_that_are_nothing_else():
    assert "g" in given_cases("Полины", "ru")
    assert [given_cases(name, "ru") for name in ("Израиль", "Нил", "Май")] == ["", "", ""]
    assert given_names("ru")[bare("Полина", "ru")]
    assert given_cases("Wiesława", "pl")
    assert not given_cases("Saladyn", "pl")


def test_patronymics_are_known_in_every_case():
    assert all(is_patronymic(word, "ru") for word in ("Иванович", "Сергеевной", "Петровичу"))
    assert not is_patronymic("Иванов", "ru")


def test_an_adjective_goes_with_its_noun_and_no_verb():
    assert goes_with("Тверской", "площади", "ru")
    assert not goes_with("Вертинский", "пел", "ru")
    assert alike("Федеральной", "миграционной", "ru")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Национальный состав Боснии и Герцеговины.", "ru", ["bosnia-herzegovina"]),
        ("Вони приїхали з Боснії та Герцеговини.", "uk", ["bosnia-herzegovina"]),
        ("Они приехали из Южной Кореи и из ЮАР.", "ru", ["south-korea", "south-africa"]),
        ("Был он в Молдавии и в КНР.", "ru", ["moldova", "china"]),
    ],
)
def test_countries_of_several_words_are_known_in_every_case(text, language, expected):
    naming = entities.name_all((), [Article(id="0", title="-", body=text, language=language)], language)
    assert [one.entity for one in naming.mentions["0"]] == expected


NOMINATIVES = [
    ("Орлонской войны", "Орлонская война"),
    ("Корейского полуострова", "Корейский полуостров"),
    ("Ближнего района", "Ближний район"),
    ("Средиземным морем", "Средиземное море"),
    ("Агентства по оценке", "Агентство по оценке"),
    ("Министерства иностранных дел", "Министерство иностранных дел"),
    # What is one already, several, or in doubt (Тверской, not Тверский) stays.
    ("Орлонская война", "Орлонская война"),
    ("Корейских войн", "Корейских войн"),
    ("Тверского района", "Тверского района"),
    ("Ады Беловой", "Ады Беловой"),
]


@pytest.mark.parametrize(("name", "expected"), NOMINATIVES)
def test_a_page_has_the_nominative_for_its_title(name, expected):
    assert nominative(name) == expected


def test_a_page_keeps_its_id_once_the_nominative_is_seen():
    first = Article(id="0", title="-", body="Приехал ветеран Орлонской войны, и все молчали.", language="ru")
    before = entities.name_all((), [first], "ru").entities
    assert [(one.name, one.aliases) for one in before.values()] == [("Орлонская война", ("Орлонской войны",))]
    again = Article(id="1", title="-", body="Тогда же шла Орлонская война, и все молчали.", language="ru")
    after = entities.name_all(before.values(), [first, again], "ru").entities
    assert list(after) == list(before)
    assert [one.name for one in after.values()] == ["Орлонская война"]
