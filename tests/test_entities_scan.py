"""What makes the search for names fast changes nothing of what is found."""

import sys
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.entities.folding import bare, fold
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.matching.lexicon import lexicon
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.entities.matching.plain_names import PlainNames
from broadsheet.entities.matching.shelves import Shelf, Shelves
from broadsheet.model import Entity

NAMES = [
    "Quill", "bin Quill", "Ada Quill", "Ada Quill Moor", "Ada Q", "Ada Quillon", "the Moor", "Moor of Ada", "eQuill",
    "Élan", "Élan-Moor", "O'Moor", "quillet", "Ωμέγα Quill", "Квилл", "Ада Квилл", "ランカ", "ランカ Quill",
]  # fmt: skip
GLUE = [" ", " ", " ", "-", "'", "", ". ", ", ", "  ", "’s ", "s ", " of ", " the ", " bin ", "\n", "。"]
TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*NAMES, *(name.upper() for name in NAMES), "Ad", "Qu", "Moo", "x"]), st.sampled_from(GLUE)
    )
).map(lambda parts: "".join(map("".join, parts)))


@pytest.fixture(scope="module")
def gazetteer():
    known = {f"e{number}": Entity(id=f"e{number}", name=name) for number, name in enumerate(NAMES)}
    return Gazetteer(
        known, tuple(Name(one.name, one.id) for one in known.values()), "en", spoken=frozenset(["en", "de"])
    )


class Unsifted(Shelves):
    """Shelves all of which are always looked through."""

    def __missing__(self, head):
        shelf = super().__missing__(head)
        if shelf is not None:
            shelf = self[head] = Shelf(shelf.alone, shelf.longer, frozenset([""]), (0,), ())
        return shelf


@given(text=TEXTS, language=st.sampled_from(["en", "de", None]))
def test_a_glance_at_a_shelf_hides_no_name(gazetteer, text, language):
    spellings = lexicon(gazetteer)
    with patch("broadsheet.entities.matching.matcher.Shelves", Unsifted):
        thorough = Matcher(gazetteer, spellings)
    assert Matcher(gazetteer, spellings).find(text, language) == thorough.find(text, language)


@given(st.lists(st.text("aбשア1 ", min_size=1, max_size=3), unique=True), st.text("aбשア1 ", max_size=12))
def test_plain_names_are_found_wherever_they_stand(spellings, text):
    found = PlainNames({one: f'[[{number},"",""]]' for number, one in enumerate(spellings)}).found(text)
    everywhere = [
        (start, start + len(one), [[number, "", ""]])
        for number, one in enumerate(spellings)
        for start in range(len(text))
        if text.startswith(one, start)
    ]
    assert sorted(found) == sorted(everywhere)


def test_a_long_text_is_bared_as_a_short_one_is():
    every = fold("".join(map(chr, range(sys.maxunicode + 1)))).text
    assert bare(every) == "".join(bare(every[place : place + 100]) for place in range(0, len(every), 100))
