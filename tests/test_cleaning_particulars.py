import json

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cleaning.lines import split
from broadsheet.cleaning.particulars import particulars

PAGE = """\
Tuesday, April 16, 2024
Home
News

A town opens its new library
By Jane Doe and John Roe
Published 15 April 2024 at 10:32
Updated 16 April 2024

The doors of the new library opened on Monday, the town said.
It took four years to build it, and much money.
"""


def test_what_a_page_says_of_its_article():
    lines = split(PAGE)
    assert particulars(lines, 7, 9, "en").fields() == {
        "title": "A town opens its new library",
        "published": "2024-04-15T10:32:00",
        "updated": "2024-04-16",
        "retrieved": "2024-04-16",
        "authors": ["Jane Doe", "John Roe"],
    }


def test_what_a_page_does_not_say_is_absent():
    lines = split("A town opens its new library\nThe doors of the library opened on Monday, the town said.")
    assert particulars(lines, 1, 2).fields() == {"title": "A town opens its new library"}


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_dump_gives_json_values(text, start, length):
    lines = split(text)
    fields = particulars(lines, min(start, len(lines)), min(start + length, len(lines))).fields()
    assert json.loads(json.dumps(fields)) == fields
