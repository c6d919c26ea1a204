"""Words in pieces are looked for among those that can be none, and found all the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.search import parted_words
from broadsheet.search.written_text import written

PIECES = st.sampled_from(
    ["a", "U", "S", "l", "CO2", "7", "1", "Łódź", "é", "e\u0301", "乌", "パリ", "ที่", "ب", "می\u200cرود"]
)
JOINTS = st.sampled_from(["", " ", ".", "-", "–", "'", "’", '"', "&", "_", "___", "/", "`", "\0", "…", "\u200b", ". "])


@given(st.lists(st.one_of(PIECES, JOINTS), max_size=30).map("".join))
def test_no_word_in_pieces_is_passed_over(text):
    found = written(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parted_words, "_IN_PIECES", re.compile("[^ \0]+"))
        assert written(text) == found
