import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cleaning.byline import authors, find_authors, is_byline
from broadsheet.cleaning.lines import split

SURE = {
    "By Jane Doe": ("Jane Doe",),
    "by Jane Doe on April 16, 2024": ("Jane Doe",),
    "ByThe Associated Press": ("The Associated Press",),
    "By Jane Doe and John Q. Roe": ("Jane Doe", "John Q. Roe"),
    "By Jane Doe, John Roe and Mary Major": ("Jane Doe", "John Roe", "Mary Major"),
    "By Jane DoeStaff Writer": ("Jane Doe",),
    "By Ronald McDonald": ("Ronald McDonald",),
    "Written by Jane O’Neill": ("Jane O’Neill",),
    "Par Jean Dupont": ("Jean Dupont",),
    "Par Marie-Claude de la Tour et Jean Dupont": ("Marie-Claude de la Tour", "Jean Dupont"),
    "Von Petra Muster": ("Petra Muster",),
    "Von Claudia Muster 19. Oktober 2019 00:04 Uhr": ("Claudia Muster",),
    "Autor: Jan Kowalski": ("Jan Kowalski",),
    "Por María García López": ("María García López",),
    "Door Jan van der Berg": ("Jan van der Berg",),
    "Автор: Иван Петров": ("Иван Петров",),
    "Текст: Анна Иванова": ("Анна Иванова",),
    "记者 王小明": ("王小明",),
    "本报记者 王小明 李华": ("王小明", "李华"),
    "作者：王小明": ("王小明",),
    "文/王小明": ("王小明",),
    "記者陳大文/台北報導": ("陳大文",),
    "홍길동 기자": ("홍길동",),
}
UNSURE = [
    "By our correspondent",
    "By the river",
    "By subscribing you agree to our Terms of Use",
    "Par ailleurs, le maire a dit non",
    "Von Montag an gilt der neue Fahrplan",
    "Por fin",
    "Jane Doe",
    "DIY Smart Home Guide",
    "Del Monte wins",
    "Autor: mgorska",
    "By Jane",
    "记者获悉",
    "",
]


@pytest.mark.parametrize(("line", "named"), SURE.items())
def test_a_sure_by_line_names_its_authors(line, named):
    assert authors(line) == named
    assert is_byline(line)


@pytest.mark.parametrize("line", UNSURE)
def test_an_unsure_by_line_names_nobody(line):
    assert authors(line) == ()


def test_a_paragraph_is_no_by_line():
    assert not is_byline(
        "By Tuesday the water had risen to the second floor, and the town was cut off from the world " * 2
    )
    assert not is_byline("By then it was over.")


def test_the_first_sure_by_line_near_the_headline_counts():
    lines = split("By Other Person\nHome\nNews\nSport\nA title\nBy Jane Doe\nThe text begins.\nBy Late Comer")
    assert find_authors(lines, 4, 6) == ("Jane Doe",)
    assert find_authors(lines[:5], 4, 4) == ()


PIECES = st.lists(st.sampled_from(["Jane", "Doe", "and", ",", "|", "/", "de", "May", "16", "王小明", "、", ".", " "]))


@given(st.one_of(st.text(), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_line_can_be_read(rest):
    for label in ("", "By ", "Автор: ", "记者 ", "文/"):
        assert all(authors(label + rest)) or not authors(label + rest)
        assert is_byline(label + rest) in (True, False)
