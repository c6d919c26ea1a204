import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cleaning.lines import split
from broadsheet.cleaning.masthead import is_dateline, read_dates

TITLE = "A town opens its new library"
BODY = "The doors of the new library opened on Monday, the town said.\nIt took four years to build it, and much money."
DAY = dt.date(2024, 4, 16)


def dates(above="", between="", below="", language=None):
    lines = split("\n".join(part for part in (above, TITLE, between, BODY, below) if part))
    texts = [line.text for line in lines]
    start = texts.index("The doors of the new library opened on Monday, the town said.")
    found = read_dates(lines, texts.index(TITLE), start, start + 2, language)
    return tuple(
        None if stated is None else stated.moment for stated in (found.published, found.updated, found.retrieved)
    )


PUBLISHED = {
    "Published 16 April 2024": DAY,
    "Published: 12:40 GMT, 16 April 2024": dt.datetime(2024, 4, 16, 12, 40, tzinfo=dt.UTC),
    "Publié le 16 avril 2024 à 10 h 32": dt.datetime(2024, 4, 16, 10, 32),  # noqa: DTZ001 - the page states no offset
    "Mis en ligne le 16 avril 2024": DAY,
    "16.04.2024, 10:32 Uhr": dt.datetime(2024, 4, 16, 10, 32),  # noqa: DTZ001 - the same
    "Veröffentlicht am 16. April 2024": DAY,
    "Von Petra Muster am 16. April 2024": DAY,
    "By Jane Doe | April 16, 2024": DAY,
    "2024年4月16日": DAY,
    "发布时间：2024-04-16": DAY,
    "公開日：2024年4月16日": DAY,
    "Опубликовано 16 апреля 2024": DAY,
    "16 апреля 2024": DAY,
    "Δημοσιεύθηκε: 16 Απριλίου 2024": DAY,
    "Publicado el 16 de abril de 2024": DAY,
    "Publicado em 16/04/2024": DAY,
    "Pubblicato il 16 aprile 2024": DAY,
    "Gepubliceerd op 16 april 2024": DAY,
    "Data publikacji: 16 kwietnia 2024": DAY,
    "Zveřejněno 16. dubna 2024": DAY,
    "Yayınlanma tarihi: 16 Nisan 2024": DAY,
    "نُشر في 16 أبريل 2024": DAY,
    "입력 2024.04.16": DAY,
    "April 16, 2024April 16, 2024": DAY,
    "Jane DoeApr 16, 2024": DAY,
}


@pytest.mark.parametrize(("line", "moment"), PUBLISHED.items())
def test_the_day_of_publication_between_headline_and_body(line, moment):
    assert dates(between=line) == (moment, None, None)


@pytest.mark.parametrize("line", ["Published 16 April 2024", "16 April 2024"])
def test_the_day_of_publication_right_above_the_headline(line):
    assert dates(above=f"News\n{line}") == (DAY, None, None)


UPDATED = [
    "Updated 16 April 2024",
    "Last modified on 16 April 2024",
    "Mis à jour le 16 avril 2024",
    "Aktualisiert am 16.04.2024",
    "Stand: 16.04.2024",
    "Actualizado el 16 de abril de 2024",
    "Обновлено 16 апреля 2024",
    "最終更新：2024年4月16日",
    "Zaktualizowano: 16 kwietnia 2024",
]


@pytest.mark.parametrize("line", UPDATED)
def test_a_day_of_change_is_not_the_day_of_publication(line):
    assert dates(between=line) == (None, DAY, None)


def test_both_in_one_line():
    assert dates(between="Published: 15 April 2024 | Updated: 16 April 2024") == (dt.date(2024, 4, 15), DAY, None)
    assert dates(between="Mon 15 Apr 2024 Last modified on Tue 16 Apr 2024") == (dt.date(2024, 4, 15), DAY, None)
    assert dates(between="Publié le 15/04/2024, mis à jour le 16/04/2024") == (dt.date(2024, 4, 15), DAY, None)


def test_a_label_may_stand_on_the_line_above():
    assert dates(between="Published:\n16 April 2024") == (DAY, None, None)
    assert dates(between="Updated:\n16 April 2024") == (None, DAY, None)


def test_a_change_before_publication_is_none():
    assert dates(between="Published 16 April 2024\nUpdated 1 April 2024") == (DAY, None, None)


MASTHEADS = [
    "25 C\nFrance\nmardi, avril 16, 2024\ns'abonner",
    "Tuesday, April 16, 2024\nHome\nNews",
    "Tue 16 Apr 2024\nSubscribe\nSport",
    "вторник, 16 апреля 2024\nГлавная\nВойти",
    "Вівторок, 16 квітня 2024\nГоловна\nУвійти",
    "16.04.2024\n+12 °C\nStartseite\nAnmelden",
    "Τρίτη, 16/4/2024\nΑρχική\nΣύνδεση",
    "2024年4月16日 星期二\n首页\n登录",
    "12°\nmartes 16 de abril de 2024",
]


@pytest.mark.parametrize("masthead", MASTHEADS)
def test_the_masthead_says_when_the_page_was_fetched(masthead):
    assert dates(above=masthead) == (None, None, DAY)


def test_both_the_masthead_and_a_by_line():
    found = dates(above="Tuesday, April 16, 2024\nHome\nNews", between="Published 14 April 2024")
    assert found == (dt.date(2024, 4, 14), None, DAY)


def test_a_page_cannot_be_fetched_before_it_was_published():
    found = dates(above="Tuesday, April 16, 2024\nHome\nNews", between="Published 18 April 2024")
    assert found == (dt.date(2024, 4, 18), None, None)


UNCLEAR = [
    {"above": "Tuesday, 16 April 2024"},  # right above the headline, without weather: the paper's day or the story's?
    {"between": "FILE - The old library, 16 April 2014. Photo: Getty"},
    {"between": "© 2024 The Town Post"},
    {"between": "03/04/2024"},
    {"between": "5 min read"},
    {"above": "Home\nOpening hours 9:00-17:00\nNews"},
    {"below": "Related\nA second story\n12 March 2024"},
    {},
]


@pytest.mark.parametrize("parts", UNCLEAR)
def test_an_unclear_date_is_none(parts):
    assert dates(**parts) == (None, None, None)


def test_the_language_settles_the_order_of_figures():
    assert dates(between="03/04/2024", language="fr") == (dt.date(2024, 4, 3), None, None)


def test_a_line_that_is_but_a_date():
    assert is_dateline("16 April 2024")
    assert is_dateline("By Jane Doe, 16 April 2024")
    assert not is_dateline("A town opens its new library")
    assert not is_dateline("Route 66 turns 98")


@given(st.lists(st.text(max_size=60), max_size=30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_any_lines_can_be_read(texts, title, start, length):
    lines = split("\n".join(texts))
    title, start = min(title, len(lines)), min(start, len(lines))
    found = read_dates(lines, title, start, start + length, None)
    for stated in (found.published, found.updated, found.retrieved):
        assert stated is None or 0 <= stated.line < len(lines)
