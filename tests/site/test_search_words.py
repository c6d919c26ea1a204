"""Words as they stand in a page: with dots, hyphens and apostrophes, found when asked for as they stand."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from built_site import served
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from broadsheet.search import SearchedPage, write_index

pytestmark = pytest.mark.browser

THEME = Path(__file__).parents[2] / "generator/broadsheet/theme/assets/javascripts"
ASK = """async questions => {
  const { Index } = await import("./search_index.js")
  const index = await Index.open(new URL("search/", location))
  const answers = []
  for (const question of questions) {
    const { hits, terms } = await index.search(question)
    const found = {}
    for (const hit of hits) {
      const { address, excerpt } = await index.result(hit, terms)
      found[parseInt(address)] = excerpt
    }
    answers.push([found, terms.length])
  }
  return answers
}"""


def answers(page: Any, texts: list[str], questions: list[str]) -> list[Any]:
    """Of each question, what is found by the number of the text, and of how many words it is."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        shutil.copytree(THEME, site, dirs_exist_ok=True)
        (site / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
        pages = [
            SearchedPage(address=f"{number}/index.html", kind="article", title="Title", text=f"Before {text} after")
            for number, text in enumerate(texts)
        ]
        write_index(pages, site, site / "cache")
        with served(site) as where:
            page.goto(where)
            found: list[Any] = page.evaluate(ASK, questions)
            return found


@pytest.fixture(scope="module")
def page(chromium: Any) -> Any:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


STANDING = (
    ("7.1", ["7.1", "“7.1”", "7.1-magnitude", "magnitude-7.1", "$7.1bn and 7.1%", "7.1."], ["7.15", "7 and 1", "7"]),
    ("magnitude 7.1", ["magnitude-7.1 quake", "a magnitude of 7.1"], ["magnitude 7 of 1"]),
    ("70.9", ["70.9", "70.9-70.9"], ["70 and 9"]),
    ("2-1", ["2-1", "2–1", "(2-1)", "won:2-1"], ["2 and 1"]),
    ("2–1", ["2-1", "2–1", "a 2–1 win"], ["2 and 1"]),
    ("C-214", ["C-214", "C‑214's", "C-214/C-215"], ["C-21", "214"]),
    ("U.S.", ["U.S.", "US", "U.S.-led", "U.S.’s", "non-U.S.", "(U.S.)"], ["them"]),
    ("U.S. House", ["the U.S. House", "US house"], ["the House"]),
    ("p.m.", ["7 p.m.", "9 pm"], ["p and m"]),
    ("6-year-old", ["6-year-old", "6 year old", "a 6-year-old's"], ["year-old"]),
    ("E-Mail", ["e-mail", "email", "e-mails", "l’e-mail"], ["mail"]),
    ("AT&T", ["AT&T", "AT&T's"], ["at tea"]),
    ("S&P 500", ["S&P 500", "the S&P, at 500"], ["S 500"]),
    ("9/11", ["9/11", "post-9/11"], ["9 of 11"]),
    ("G7", ["G7", "G7-led", "non-G7", "G-7"], ["G77"]),
    ("McDonald", ["ex-McDonald", "McDonald’s", "McDonald"], ["Donald"]),
    ("n’a", ["n’a"], ["la"]),
    ("a-t-il", ["n’a-t-il", "a-t-il"], ["il a"]),
    ("O’B", ["O'B"], ["OX"]),
)


@pytest.mark.parametrize(("asked", "there", "absent"), STANDING, ids=[asked for asked, *_ in STANDING])
def test_a_word_in_pieces_is_found_as_it_stands(page: Any, asked: str, there: list[str], absent: list[str]) -> None:
    ((found, _),) = answers(page, [*there, *absent], [asked])
    assert {int(number) for number in found} == set(range(len(there)))
    for number, pieces in found.items():
        assert "".join(text for text, _ in pieces) == f"Before {there[int(number)]} after"


@pytest.mark.parametrize(
    ("asked", "text", "marks"),
    [
        ("7.1", "A 7.1-magnitude quake, 71 km, 7 of 1", ["7.1", "71"]),
        ("US", "The U.S.-led talks, the US and us.", ["U.S", "US", "us"]),
        ("2-1", "It was 2–1, not 2-15", ["2–1"]),
        ("c214", "Room C-214's door", ["C-214"]),
        ("mail", "By e-mail", ["mail"]),
        ("6 year", "A 6-year-old of 6.5 years", ["6", "year", "year"]),
    ],
)
def test_a_word_in_pieces_is_marked_as_it_stands(page: Any, asked: str, text: str, marks: list[str]) -> None:
    ((found, _),) = answers(page, [text], [asked])
    assert [piece for piece, asked_for in found["0"] if asked_for] == marks


LETTERS = st.sampled_from([*"aAbUS", "é", "я", "ب", *"0127"])
WHOLE = st.sampled_from(["McDonald", "CO2", "Łódź", "Straße", "l", "qu", "s"])
PIECES = st.one_of(LETTERS, st.text(LETTERS, min_size=1, max_size=4), WHOLE)
JOINTS = st.one_of(st.sampled_from(".-'’–"), st.sampled_from([*",:/&_+@*#—‑", "...", "''", ".'"]))
BEFORE = st.sampled_from(["", "(", "“", "'", "$"])
BEHIND = st.sampled_from(["", ".", ".)", "'s", "’", "%", ".’s"])


@st.composite
def words(draw: st.DrawFn) -> str:
    first, *others = draw(st.lists(PIECES, min_size=1, max_size=5))
    return draw(BEFORE) + first + "".join(draw(JOINTS) + part for part in others) + draw(BEHIND)


# An index is made for each list of words: too slow to look for a shorter one.
@settings(max_examples=6, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(words(), min_size=20, max_size=60, unique=True))
def test_every_word_is_found_as_it_stands(page: Any, given: list[str]) -> None:
    lost = []
    for number, (word, (found, asked)) in enumerate(zip(given, answers(page, given, given), strict=True)):
        assert asked, word
        if str(number) not in found:
            lost.append(word)
        else:
            assert not {"`", "~", "\1"}.intersection("".join(text for text, _ in found[str(number)])), word
    assert lost == []
