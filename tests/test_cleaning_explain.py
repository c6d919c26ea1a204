from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cleaning.explain import explain, formatted, summary, verdicts, visible
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Origin

DUMP = Dump(
    origin=Origin("pages/a.txt"),
    text="25 C\n\nA town opens its new library\nThe doors opened on Monday.\nRead\u202e more\x07",
)
RECORD = {
    "title": "A town opens its new library",
    "body": "The doors opened on Monday.",
    "language": "en",
    "retrieved": "2024-04-16",
    "authors": ["Jane Doe"],
    "removed": [
        {"line": 1, "text": "25 C", "rule": "weather"},
        {"line": 5, "text": "Read\u202e more\x07", "rule": "menu"},
    ],
}


def test_each_line_has_its_verdict():
    assert [(line.number, line.judgement, line.rule) for line in verdicts(DUMP, RECORD)] == [
        (1, "removed", "weather"),
        (2, "blank", ""),
        (3, "title", ""),
        (4, "kept", ""),
        (5, "removed", "menu"),
    ]


def test_the_explanation_reads_from_top_to_bottom():
    assert explain(DUMP, RECORD) == (
        "pages/a.txt\n"
        "1 - 25 C  [weather]\n"
        "3 T A town opens its new library\n"
        "4 | The doors opened on Monday.\n"
        "5 - Read\\u202e more\\x07  [menu]\n"
        "\n"
        "title:     A town opens its new library\n"
        "published: not stated\n"
        "retrieved: 2024-04-16\n"
        "language:  en\n"
        "authors:   Jane Doe\n"
        "body:      1 paragraph, 27 characters\n"
        "removed:   2 lines (menu 1, weather 1)\n"
    )


def test_a_rejected_dump_is_explained_too():
    rejection = Rejection("a.txt", None, "body", "", "no article text found", "copy the page again")
    shown = list(verdicts(DUMP, rejection))
    assert {line.judgement for line in shown} == {"removed", "blank"}
    assert dict(summary(rejection)) == {"rejected": "a.txt: body: no article text found; copy the page again"}
    assert explain(DUMP, rejection).endswith("copy the page again\n")


def test_control_characters_are_spelled_out_and_spaces_stay():
    assert visible("a\x1b[31mb\u200bc\U000e0001\ud800") == "a\\x1b[31mb\\u200bc\\U000e0001\\ud800"
    assert visible("tab\there « là »") == "tab\\there « là »"


@given(st.text(), st.text(), st.lists(st.integers(min_value=0, max_value=9), unique=True))
def test_any_dump_can_be_explained(text, title, cut):
    record = {"title": title, "body": text, "removed": [{"line": n, "text": "", "rule": "menu"} for n in cut]}
    dump = Dump(origin=Origin("-", 3), text=text)
    shown = list(verdicts(dump, record))
    assert [line.number for line in shown] == list(range(1, text.count("\n") + 2))
    for line in shown:
        assert "\x1b" not in formatted(line)
    assert "\x1b" not in explain(dump, record)
