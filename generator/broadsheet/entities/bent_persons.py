"""What tells a person in Russian, Ukrainian and Polish, in every case: given names, patronymics, surnames' endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from broadsheet.entities.bent_words import all_cases

_GIVEN = {
    "ru": """
        Август Авраам Агата Агнесса Адам Адольф Азиз Айдын Айн Айрат Акакий Аксинья Алан Александр Александра Алексей
        Алена Алёна Али Алина Алиса Алла Алсу Альберт Альберто Альбина Альфред Амина Анастас Анастасия Анатолий Ангела
        Анджей Андре Андреа Андреас Андрей Андрес Анжела Анна Антон Антонио Антонина Анри Антуан Арам Аркадий Арман
        Армен Арнольд Арсен Арсений Артем Артём Артур Аслан Астрид Ахмад Ахмед Барак Барбара Барри Башар Беатрис
        Белла Бен Бенедикт Бенито Бенджамин Беназир Бернард Бернар Бет Билал Билл Биньямин Богдан Борис Бронислав
        Брюс Брюно Вадим Валентин Валентина Валерий Валерия Вальтер Варвара Василий Василиса Вацлав Вера Вероника
        Виген Виктор Виктория Виктор Вилли Вильгельм Вильям Винсент Виолетта Виталий Витаутас Влад Влада Владимир
        Владислав Владлен Войцех Вольфганг Всеволод Вудро Вячеслав Габриэль Гавриил Галина Гарри Гастон Геннадий
        Генрих Георг Георге Георгий Геральд Герберт Герман Герхард Гильермо Глеб Гленн Григорий Грегори Гульнара
        Густав Гэри Давид Далия Даниил Данила Даниэль Дарья Дастин Джазмин Джаред Джаспер Джахан Джейкоб Джеймс Джейн
        Джек Джеки Дженнифер Джереми Джерри Джессика Джефф Джеффри Джим Джимми Джина Джо Джоан Джозеф Джон Джонатан
        Джорджо Джордж Джулия Джулиан Джузеппе Диана Диего Дик Дина Динара Дмитрий Доминик Дональд Дороти Дуглас Дуэйн
        Дэвид Дэн Дэниел Ева Евгений Евгения Евдокия Егор Екатерина Елена Елизавета Ефим Жак Жан Жанна Жасмин Жерар
        Жозе Жозеф Жорж Жюли Жюль Захар Зинаида Зоя Иван Игнат Игнатий Игорь Ида Илья Илья Ильдар Ингрид Инна
        Иннокентий Иоанн Иоганн Иосиф Иосеб Ираклий Ирина Исаак Исмаил Йозеф Йенс Йохан Камиль Карен Карл Карло Карлос
        Каролина Катарина Катрин Кевин Кейт Келли Кеннет Ким Кир Кира Кирилл Кирсан Клавдия Клара Клаудио Клаус Клод
        Клинт Константин Кристиан Кристиано Кристина Кристоф Кристофер Ксения Кузьма Курт Кэтрин Лада Лариса Ларри Ларс
        Лаура Лев Леонардо Леонид Лидия Лилия Лина Линда Лион Лия Лиза Лора Лоран Лоренцо Луи Луиджи Луиза Лука Лукас
        Любовь Людвиг Людмила Магомед Майк Майкл Майя Макс Максим Максимилиан Малкольм Манфред Мануэль Мара Марат
        Маргарет Маргарита Марина Марио Мария Марк Марко Маркус Марсель Марта Мартин Марья Матвей Матиас Махмуд Мелани
        Мигель Микаэль Микеле Милан Милош Мирко Мирон Мирослав Михаил Михаэль Мойзес Моника Моника Мохаммад Мохаммед
        Мохамед Мстислав Мурат Мухаммед Мухаммад Мэри Мэтт Мэтью Надежда Наина Наиль Наоми Наташа Наталия Наталья Натан
        Нельсон Ник Никита Никол Николай Николас Николь Никос Нина Норман Нурсултан Огюст Оксана Олег Олеся Оливер
        Оливье Ольга Оскар Осип Отто Павел Патрик Пауль Педро Петр Пётр Питер Платон Поль Пол Пьер Радик Раиса
        Ральф Рамзан Рамиль Расул Рауль Рафаэль Рафик Рашид Ребекка Реджеп Рейнхольд Ренат Рената Рене Рик Римма Ринат
        Рихард Ричард Роб Роберт Роберта Роберто Роджер Родион Родриго Роза Роланд Роман Рональд Ростислав Рубен
        Рудольф Руслан Рустам Рэй Саддам Сальвадор Сальваторе Сандра Сара Светлана Святослав Себастьян Семен Семён
        Сергей Серж Серхио Сильвио Сильвия Симон Скотт Соломон София Софья Софи Станислав Стелла Степан Стефан Стефани
        Стефано Стив Стивен Сьюзен Сюзанна Тамара Тарас Татьяна Тед Тео Теодор Тереза Терри Тигран Тим Тимоти Тимофей
        Тимур Тихон Том Томас Томаш Тони Уго Уильям Ульяна Ульрих Умберто Усама Фарид Фатима Федор Фёдор Федерико
        Фелипе Феликс Фердинанд Фернандо Фидель Фил Филип Филипп Филиппо Франк Франко Франсуа Франц Франческо Фред
        Фредди Фредерик Фридрих Фрэнк Фрэнсис Хавьер Халед Ханс Хасан Хелен Хилари Хиллари Хорхе Хосе Хуан Хуго Хулио
        Хусейн Чак Чарли Чарльз Чезаре Шамиль Шарль Шон Эвелина Эдвард Эдгар Эдит Эдмунд Эдуард Эдуардо Элеонора
        Элизабет
        Элла Эллен Эльвира Эльдар Эльмар Эмиль Эмилия Эмиль Эмма Эммануэль Энди Эндрю Энрике Энтони Эрик Эрих Эрнест
        Эрнесто Эрнст Этьен Юджин Юлиан Юлий Юлия Юрген Юрий Юсуф Ядвига Яков Ян Яна Яндо Янис Янош Януш Ярослав Ясир
        Саша Миша Коля Катя Маша Даша Настя Лена Таня Оля Вова Дима Костя Лёша Паша Петя Юра Женя
        Аугусто Адриан Адриано Алессандро Алехандро Альваро Антти Арно Бастиан Бьорн Вернер Гюнтер Жером Илон Йорг
        Кент Кейт Кит Ларс Мартен Мика Микки Нэнси Пауло Рауль Рон Сэм Сэмюэл Уолтер Флориан Фриц Хайнц Хельмут Эллиот
    """,
    "uk": """
        Адам Анатолій Андрій Ангела Анна Антін Антон Анастасія Арсеній Арсен Артем Артур Аліна Алла Барак Богдан Борис
        Вадим Валентин Валентина Валерій Валерія Василь Віктор Вікторія Віра Віталій Володимир Владислав Всеволод
        В'ячеслав Галина Ганна Геннадій Георгій Герман Гліб Григорій Данило Дарина Дарія Дарья Давид Денис Джек Джеймс
        Джо Джон Джордж Дмитро Дональд Едуард Ельміра Емманюель Ерік Євген Євгенія Єва Єгор Єлизавета Зінаїда Захар
        Зиновій Зоя Іван Іванна Ігор Інна Ілля Ірина Йосип Карл Катерина Кіра Кирило Климентій Костянтин Ксенія
        Лариса Лев Левко Леонід Леся Лідія Лілія Любов Людмила Майкл Макар Максим Маргарита Марина Марія Марко Мартін
        Маркіян Мая Микита Микола Мирон Мирослав Михайло Мустафа Надія Назар Назарій Наталія Наталя Нестор Ніна Оксана
        Олег Олександр Олександра Олексій Олена Олесь Олеся Ольга Орест Остап Павло Петро Пилип Пітер Раїса Реджеп
        Роберт Роман Ростислав Руслан Рустем Світлана Святослав Семен Сергій Соломія Софія Станіслав Степан Тамара
        Тарас Тетяна Тимофій Тимур Томас Уляна Федір Філіп Фрідріх Христина Юлія Юрій Юхим Яків Ян Яна Ярема Ярослав
        Ярослава Оскар Рінат Ігнат Майкл Франсуа Ханс Герхард
    """,
    "pl": """
        Adam Adrian Agata Agnieszka Albert Aldona Aleksander Aleksandra Aleksy Alicja Alojzy Ambroży Ana Anastazja
        Andrzej Andrew Aneta Angela Aniela Anna Antoni Antonina Arkadiusz Artur August Augustyn Barbara Bartłomiej
        Bartosz Beata Benedykt Bernard Bogdan Bogumił Bogusław Bolesław Bonifacy Borys Bożena Bronisław Cezary Cecylia
        Cyprian Czesław Dagmara Damian Daniel Danuta Dariusz David Dawid Dominik Dominika Donald Dorota Edmund Edward
        Edyta Elżbieta Emil Emilia Erazm Eryk Eugeniusz Ewa Ewelina Feliks Ferdynand Filip Florian Franciszek
        Fryderyk Gabriel Gabriela George Grażyna Grzegorz Gustaw Halina Hanna Helena Henryk Hieronim Hugo Iga Ignacy
        Igor Irena Irina Iwona Izabela Jacek Jadwiga Jack Jakub James Jan Janina Janusz Jarosław Jerzy Joanna Joachim
        John Jolanta Józef Juan Julia Julian Juliusz Justyna Kacper Kamil Kamila Karol Karolina Katarzyna Kazimierz
        Kinga Klara Klemens Konrad Konstanty Kornel Krystian Krystyna Krzysztof Ksawery Lech Leon Leonard Leszek Lidia
        Liliana Louis Lucjan Lucyna Ludwik Łucja Łukasz Maciej Magdalena Maja Maksymilian Małgorzata Marcel Marcin
        Marek Maria Marian Marianna Mariusz Mark Marta Martin Martyna Mateusz Maurycy Michael Michał Mieczysław Mikołaj
        Milena Miłosz Mirosław Monika Natalia Nina Norbert Olaf Olga Oskar Patryk Paul Paulina Paweł Peter Piotr
        Przemysław Radosław Rafał Renata Robert Roman Ryszard Sebastian Sergiusz Sławomir Stanisław Stefan Stefania
        Sylwester Sylwia Szczepan Szymon Tadeusz Teodor Teresa Tomasz Tymoteusz Urszula Wacław Waldemar Walenty
        Wanda Weronika Wiesław Wiktor Wiktoria Wilhelm William Wincenty Wit Witold Władysław Włodzimierz Wojciech
        Zbigniew Zdzisław Zenon Zofia Zuzanna Zygmunt Lesław Wespazjan Saladyn
    """,
}
# Those that lose a vowel.
_UNLIKE = {
    "ru": {
        **dict.fromkeys(["Павла", "Льва", "Петра"], "ag"), "Павлу": "d", "Павлом": "i", "Павле": "p", "Льву": "d",
        "Львом": "i", "Льве": "p", "Петру": "d", "Петром": "i", "Петре": "p",
    },
    "pl": {**dict.fromkeys(["Pawła", "Karola"], "ag"), "Pawłowi": "d", "Pawłem": "i", "Pawle": "p"},
}  # fmt: skip
_PATRONYMIC = {
    "ru": re.compile(
        r"[А-ЯЁ][а-яё]{2,}(?:(?:[оеё]в|[иы])ич(?:а|у|ем|е|и|ей|ам|ами|ах)?|(?:[оеё]в|[иы]нич)н(?:а|ы|е|у|ой|ою))\Z"
    ),
    "uk": re.compile(r"[А-ЯЄІЇҐ][а-яєіїґ']{2,}(?:(?:о|йо|е|є)вич(?:а|у|ем|еві|і)?|[іїо]вн(?:а|и|і|у|ою))\Z"),
}
# Endings that surnames have in the nominative, and in other cases.
_SURNAME = {
    "ru": (
        re.compile(r"[а-яё](?:[оеё]в|[иы]н|ск(?:ий|ой)|цк(?:ий|ой)|енко|[уюа]к|чук|ян|дзе|швили|[иеэ]вич|сон|ман)\Z"),
        re.compile(
            r"[а-яё](?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ых|ы)|[сц]к(?:ого|ому|им|ом|ая|ую)|(?:[уюа]к|чук|ян|вич|сон|ман)"
            r"(?:а|у|ом|ем|е))\Z"
        ),
    ),
    "uk": (
        re.compile(r"[а-яєіїґ](?:[оеє]в|[иії]н|[сцз]ький|енко|єнко|[уюа]к|чук|ян|дзе|швілі|[иіе]вич)\Z"),
        re.compile(
            r"[а-яєіїґ](?:(?:[оеє]в|[иії]н)(?:а|у|им|і|ой|их)|[сцз]ьк(?:ого|ому|им|а|ої|у)|(?:[уюа]к|чук|ян|вич)"
            r"(?:а|у|ом|ем|ові|і)|[єе]нк(?:а|у|ом|ові))\Z"
        ),
    ),
    "pl": (
        re.compile(r"[a-ząćęłńóśźż](?:[sc]ki|[sc]ka|dzki|dzka|icz|czyk|czak|wiak)\Z"),
        re.compile(
            r"[a-ząćęłńóśźż](?:[sc]k(?:iego|iemu|im|iej|ą)|dzk(?:iego|iemu|im|iej|ą)|icz(?:a|owi|em)|czyk(?:a|owi|iem))\Z"
        ),
    ),
}
INITIALS = re.compile(r"(?:[^\W\d_]\w?\.-?){1,3}\Z")
"""А.С., J.-P., Дж."""


def given_cases(word: str, language: str) -> str:
    """The cases that a given name stands in; empty for a word that is none."""
    return _given(language).get(word, "")


def is_patronymic(word: str, language: str) -> bool:
    """Whether a word is made of a father's name: Иванович, Сергеевной."""
    pattern = _PATRONYMIC.get(language)
    return pattern is not None and pattern.match(word) is not None


def has_surname_ending(word: str, language: str, *, nominative: bool = False) -> bool:
    """Whether a word ends as surnames do; with `nominative`, in that case."""
    first, others = _SURNAME[language]
    return first.search(word) is not None or (not nominative and others.search(word) is not None)


@cache
def _given(language: str) -> Mapping[str, str]:
    return {**all_cases(_GIVEN.get(language, "").split(), language), **_UNLIKE.get(language, {})}
