"""Front matter changed key by key: what a person wrote around it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.archive import front_matter
from broadsheet.archive.front_lines import changed
from broadsheet.archive.three_way import ABSENT

HEAD = """\
# Ours since 2024
title:   'A title'  # shortened
"date": 2026-05-01
authors: [Ann, "Ben"] # both
topics:
  # the first is the main one
  - War
  - 'Peace'   # at last
source:
  name: The Courier
  url: https://courier.example

fingerprint: c0 text
"""
ORDER = ["title", "description", "date", "authors", "topics", "id", "source"]


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "B"}, "title:   'A title'  # shortened", "title: B  # shortened"),
        ({"date": "2026-05-02"}, '"date": 2026-05-01', 'date: "2026-05-02"'),
        ({"authors": ["Ann"]}, 'authors: [Ann, "Ben"] # both', "authors:  # both\n  - Ann"),
        ({"topics": ["War", "Peace", "Rain"]}, "at last\n", "at last\n  - Rain\n"),
        ({"topics": ["Peace"]}, "  - War\n", ""),
        ({"source": {"name": "B"}}, "  name: The Courier\n  url: https://courier.example\n", "  name: B\n"),
        ({"source": ABSENT}, "source:\n  name: The Courier\n  url: https://courier.example\n", ""),
        ({"title": ABSENT}, "title:   'A title'  # shortened", "# shortened"),
        ({"description": "D"}, "# shortened\n", "# shortened\ndescription: D\n"),
        ({"id": "x"}, "at last\n", "at last\nid: x\n"),
        ({"unknown": 3}, "\nfingerprint", "\nunknown: 3\nfingerprint"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_key_changes_and_every_other_byte_stays(changes, old, new, newline):
    assert HEAD.count(old) == 1
    expected = HEAD.replace(old, new).replace("\n", newline)
    assert changed(HEAD.replace("\n", newline), changes, ORDER) == (expected, [])


@pytest.mark.parametrize("changes", [{"topics": ["War"]}, {"topics": ["Peace", "War"]}, {"topics": ABSENT}])
def test_what_would_lose_a_comment_stays(changes):
    assert changed(HEAD, changes, ORDER) == (HEAD, ["topics"])


@pytest.mark.parametrize(
    "value", ["|\n  two\n  lines\n", ">-\n  folded\n  text\n\n", "plain text\n  on two lines\n", "\n"]
)
def test_values_of_several_lines_are_replaced_whole(value):
    assert changed(f"a: {value}b: 1\n", {"a": "new"}, ["a", "b"])[0].replace("\n\n", "\n") == "a: new\nb: 1\n"


SIMPLE = st.text(max_size=8) | st.integers() | st.booleans() | st.none()
VALUE = SIMPLE | st.lists(SIMPLE, max_size=4) | st.dictionaries(st.text(max_size=3), SIMPLE, max_size=3)
FRONT = st.dictionaries(st.sampled_from(["a", "b", "c d", "é:"]), VALUE, min_size=1)


@given(old=FRONT, changes=st.dictionaries(st.sampled_from(["a", "b", "c d", "é:"]), VALUE | st.just(ABSENT)))
def test_the_lines_say_what_was_asked_for(old, changes):
    head, kept = changed(front_matter.write(old), changes, ["a", "b", "c d", "é:"])
    # (Members of lists may not be put in another order by lines alone.)
    wanted = {key: value for key, value in {**old, **changes}.items() if key not in kept and value is not ABSENT}
    found = front_matter.any_yaml(head)
    assert {key: found[key] for key in found if key not in kept} == wanted
    assert all(found[key] == old[key] for key in kept)
