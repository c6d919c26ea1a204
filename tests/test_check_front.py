"""Front matter: the check, the published JSON Schema and MkDocs, compared with one another."""

import datetime as dt
import json

import jsonschema
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils import meta

from broadsheet.archive import article_page, front_matter
from broadsheet.archive.check import check
from broadsheet.archive.schema import ArticleFront, EntityFront, PageFront, RedirectFront, misfits, page_schema
from broadsheet.model import Article

SCHEMA = page_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
MODELS = {"article.html": ArticleFront, "entity.html": EntityFront, "redirect.html": RedirectFront}


def agree(front):
    """Whether both fit, or neither does."""
    model = MODELS.get(front.get("template") if isinstance(front.get("template"), str) else None, PageFront)
    ours = not list(misfits(front, model))
    assert ours == VALIDATOR.is_valid(front), front
    return ours


def test_the_schema_is_a_json_schema_and_tells_kinds_of_page_apart():
    json.dumps(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    article = yaml.safe_load(front_matter.write(article_page.front(Article(id="a", title="T", body=""), ["x"])))
    assert agree(article)
    assert not agree(article | {"tags": "x"})  # MkDocs' own plugins want a list
    assert agree(article | {"not_same_story": "flood", "authors": "Ann", "topics": "Rain"})
    assert not agree(article | {"not_same_story": ""})
    assert agree(article | {"retracted": {"date": "2024-05-01", "reason": "It was made up."}})
    assert agree(article | {"history": [{"day": "2024-05-01", "what": "title", "was": "Before"}]})
    assert not agree(article | {"history": [{"day": "2024-05-01", "what": "mood"}]})
    assert not agree(article | {"history": [{"day": "2024-05-01", "what": "text", "paragraphs": -1}]})
    copy = {"name": "B", "url": "https://b.example/1", "title": "X", "date": "2026-05-03", "topics": ["Y"]}
    assert agree(article | {"also_at": [copy, "https://c.example/1", {"url": "https://d.example/1"}]})
    assert not agree(article | {"also_at": [copy | {"date": "in May"}]})
    assert agree({"template": "other.html", "tags": "x"})
    assert not agree({"template": "entity.html", "title": "X", "kind": "thing"})
    assert agree({"template": "redirect.html", "title": "X", "redirect": "entities/x.md"})
    assert not agree({"template": "redirect.html", "title": "X"})


@pytest.mark.parametrize(
    "front",
    [
        {},
        {"title": None},
        {"title": ""},
        {"title": True},
        {"title": "x" * 100_000},
        {"template": None},
        {"template": 3},
        {"template": "article.html"},
        {"template": "article.html", "title": None},
        {"template": "article.html", "title": "T", "authors": None},
        {"template": "article.html", "title": "T", "authors": "Ann"},
        {"template": "article.html", "title": "T", "authors": ["Ann", ""]},
        {"template": "article.html", "title": "T", "authors": {"a": "b"}},
        {"template": "article.html", "title": "T", "source": "The Courier"},
        {"template": "article.html", "title": "T", "source": ""},
        {"template": "article.html", "title": "T", "source": {"name": 3}},
        {"template": "article.html", "title": "T", "source": {"more": 3}},
        {"template": "article.html", "title": "T", "removed": [{"line": 3, "text": "x", "rule": "y"}]},
        {"template": "article.html", "title": "T", "removed": [{"line": 3.0, "text": "x", "rule": "y"}]},
        {"template": "article.html", "title": "T", "removed": [{"line": 3.5, "text": "x", "rule": "y"}]},
        {"template": "article.html", "title": "T", "removed": [{"line": True, "text": "x", "rule": "y"}]},
        {"template": "article.html", "title": "T", "removed": [{"line": "3", "text": "x", "rule": "y"}]},
        {"template": "article.html", "title": "T", "origin": {"file": "a", "item": None}},
        {"template": "article.html", "title": "T", "origin": {"item": 1}},
        {"template": "article.html", "title": "T", "named": [{"name": "X", "kind": "place", "wikidata": "Q1"}]},
        {"template": "article.html", "title": "T", "named": [{"name": "X", "wikidata": "Q01"}]},
        {"template": "article.html", "title": "T", "named": ["X"]},
        {"template": "article.html", "title": "T", "extra": {"a": [1, None]}},
        {"template": "article.html", "title": "T", "extra": []},
        {"template": "article.html", "title": "T", "image": {"alt": "x"}},
        {"template": "article.html", "title": "T", "image": {"url": "x", "alt": None}},
        {"template": "entity.html", "title": "X", "names": {"uk": "Ікс"}},
        {"template": "entity.html", "title": "X", "names": {"uk": ""}},
        {"template": "entity.html", "title": "X", "names": {"uk": ["Ікс", "Ікси"], "ja": "X"}},
        {"template": "entity.html", "title": "X", "names": {"uk": ["Ікс", ""]}},
        {"template": "entity.html", "title": "X", "names": {"uk": {"a": "Ікс"}}},
        {"template": "entity.html", "title": "X", "names": ["Ікс"]},
        {"template": "entity.html", "title": "X", "country": "UA"},
        {"template": "entity.html", "title": "X", "country": "ua"},
        {"template": "entity.html", "title": "X", "status": "adopted"},
        {"template": "entity.html", "title": "X", "status": None},
        {"template": "redirect.html", "title": "X", "redirect": "x"},
        {"template": "redirect.html", "title": "X", "redirect": "../x.md"},
        {"template": "redirect.html", "title": "X", "redirect": "a/b.md"},
        {"template": "redirect.html", "title": "X", "redirect": "https://a/b.md"},
        {"template": "redirect.html", "title": "X", "redirect": "a//b.md"},
        {"template": "redirect.html", "title": "X", "redirect": "a/../b.md"},
        {"template": "redirect.html", "title": "X", "redirect": "\t//a/b.md"},
        {"template": "redirect.html", "title": "X", "redirect": "a/b.c-d/é.md"},
        {"template": "redirect.html", "title": "X", "redirect": None},
    ],
)
def test_the_check_and_the_schema_agree_by_hand(front):
    agree(front)


DAYS = (
    *("2024-04-16", "2024-04-31", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01"),
    *("2024-13-01", "2024-00-10", "2024-4-1", "20240416", "2024-04-16T08:30", "2024-04-16 08:30:00", "2024-04-16T8:30"),
    *("2024-04-16T24:00", "2024-04-16T08:60", "2024-04-16T08:30:60", "2024-04-16T08:30:00Z", "2024-04-16T08:30+02:00"),
    *("2024-04-16T08:30+0200", "2024-04-16T08:30+24:00", "2024-04-16T08:30:00.123+02:00", "2024-04-16T08:30-00:00"),
    *(
        "2024-04-16T08",
        "2024-04-16T",
        "2024-04-16 ",
        " 2024-04-16",
        "2024-W10-1",
        "٢٠٢٤-٠٤-١٦",
        "soon",
        "",
        "10000-01-01",
    ),
)


@pytest.mark.parametrize("day", DAYS)
def test_the_check_and_the_schema_agree_on_days(day):
    if agree({"template": "article.html", "title": "T", "date": day}):
        dt.datetime.fromisoformat(day)


@given(st.datetimes(timezones=st.timezones() | st.none()) | st.dates())
def test_every_day_and_moment_that_there_is_fits(moment):
    assert agree({"template": "article.html", "title": "T", "date": moment.isoformat()})


@given(
    st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.integers(0, 24), st.integers(0, 60), st.booleans()
)
def test_a_day_fits_only_if_there_is_such_a_day(year, month, day, hour, minute, with_time):
    written = f"{year:04}-{month:02}-{day:02}" + (f"T{hour:02}:{minute:02}" if with_time else "")
    try:
        dt.datetime(year, month, day, *([hour, minute] if with_time else []))  # noqa: DTZ001 - only whether there is one
        there_is = True
    except ValueError:
        there_is = False
    assert agree({"template": "article.html", "title": "T", "date": written}) == there_is


# (Python's `$` also matches before a newline at the end, which no other reader of JSON Schema does.)
TEXTS = st.text(max_size=8).filter(lambda text: not text.endswith("\n")) | st.sampled_from(
    ["Q212", "UA", "person", "adopted", "2024-04-16", "entities/ukraine.md", "article.html", *DAYS[:6]]
)
KEYS = st.sampled_from(
    [
        *sorted({name for model in (ArticleFront, EntityFront, RedirectFront) for name in model.model_fields}),
        *("name", "alt", "credit", "file", "item", "line", "text", "rule", "whatever"),
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-2, 2) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=6,
)


@given(st.sampled_from([*MODELS, "list.html"]), st.dictionaries(KEYS, VALUES, max_size=6))
def test_the_check_and_the_schema_agree_on_anything(template, front):
    agree({"title": "T", **front, "template": template})


RAW = [
    ("\n---\ntitle: T\n---\nText\n", "an empty line above"),
    (" ---\ntitle: T\n---\nText\n", "a space before"),
    ("<!-- x -->\n---\ntitle: T\n---\nText\n", "a comment above"),
    ("\ufeff\ufeff---\ntitle: T\n---\nText\n", "two byte order marks"),
    ("---\ntitle: T\n\nText\n", "no end"),
    ("---\ntitle: T\n---", "no line end at the end"),
    ("---\ntitle: T\n----\nText\n", "one dash too many at the end"),
    ("----\ntitle: T\n---\nText\n", "one dash too many at the beginning"),
    ("---\n---\nText\n", None),  # two rules: what a person may want
    ("---\n\n---\nText\n", "nothing in it"),
    ("---\n# nothing\n---\nText\n", "only a comment in it"),
    ("---\n[]\n---\nText\n", "an empty list"),
    ("---\n''\n---\nText\n", "an empty text"),
    ('---\n"title": T\n\nText\n', "a key in quotes, and no end"),
    ("\n---\r\ntitle: T\r\n---\r\nText\r\n", "Windows line ends and an empty line above"),
]


def front_findings(docs, text):
    (docs / "a.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    return [one for one in check(docs) if one.about in ("front matter", "page")]


@pytest.mark.parametrize(("text", "why"), RAW)
def test_yaml_that_mkdocs_would_print(tmp_path, text, why):
    findings = front_findings(tmp_path, text)
    printed = [one for one in findings if one.what == "MkDocs cannot read the front matter and would print it"]
    assert len(printed) == (1 if why else 0), findings
    assert all((one.line, one.column) == (1, 1) for one in printed)


SOUND = [
    "---\ntitle: T\n---\nText\n",
    "---\ntitle: T\n...\nText\n",
    "--- \t\ntitle: T\n---  \nText\n",
    "---\r\ntitle: T\r\n---\r\nText\r\n",
    "\ufeff---\ntitle: T\n---\nText\n",
    "---\ntitle: |\n  T\n  ---\n---\nText\n",
    "---\n{title: T}\n---\n",
    "# Title\n\n---\n\nText: more\n",
    "Text\n\n---\nmore: text\n---\n",
    "***\nText\n",
    "",
    "\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_mkdocs_reads_as_we_do_is_no_finding(tmp_path, text):
    assert front_findings(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("---\ntitle: T\ntitle: U\n---\n", "3:1: front matter: title stands twice, first on line 2; delete one"),
        ("---\nsource:\n  url: a\n  url: b\n---\n", "4:3: front matter: url stands twice, first on line 3"),
        ("---\na:\n  - b: 1\n    b: 2\n---\n", "4:5: front matter: b stands twice, first on line 3"),
        ("---\ntitle: 2024-04-16\n---\n", "2:1: title is a date for MkDocs, not text; put it in quotes"),
        ("---\ntitle: T\ndate: 2024-04-31\n---\n", "3:7: 2024-04-31 is no day or time there is, for which MkDocs"),
        ("---\ntitle: T\nat: [2024-04-01 25:00:00]\n---\n", "3:6: 2024-04-01 25:00:00 is no day or time there is"),
        ("---\ntitle: a: b\n---\n", "2:9: front matter: mapping values are not allowed in this context"),
        ("---\n\ttitle: T\n---\n", "2:1: front matter: found character that cannot start any token"),
        ("---\n- a\n- b\n---\n", "2:1: front matter: is not a list of `key: value` lines"),
        ("---\ntext\n---\n", "2:1: front matter: is not a list of `key: value` lines"),
        ("---\na: &x 1\nb: *x\n---\n", "3:4: front matter: an alias (*x) is not followed"),
        ("---\na: !!python/name:os.system 1\n---\n", "2:4: front matter: could not determine a constructor"),
        ("---\na: " + "[" * 20_000 + "\n---\n", "2:1003: front matter: exceeded maximum nesting depth"),
        ("---\na: \x07\n---\n", "2:1: front matter: the character U+0007 is not allowed in YAML"),
        ("---\rtitle: T\r---\rText\r", "1:1: has line ends that only old Macs know"),
        ("Note: this is lost\n\nText\n", "1:1: MkDocs takes the first lines (Note: this is lost) for front matter"),
        ("https://example.org/\nText\n", "1:1: MkDocs takes the first lines (https://example.org/) for front matter"),
        (b"---\ntitle: caf\xe9\n---\n", "2:1: is not UTF-8; save it as UTF-8"),
        ("---\ntitle: T\n---\n".encode("utf-16"), "1:1: is not UTF-8; save it as UTF-8"),
    ],
)
def test_other_traps_in_front_matter(tmp_path, text, finding):
    (found,) = front_findings(tmp_path, text)
    assert f"{found.line}:{found.column}: {found.what}; {found.remedy}".startswith(finding)


PIECES = st.sampled_from(
    [
        *(
            "---",
            "---",
            "...",
            "----",
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\ufeff",
            "#c",
            "- a",
            "{}",
            "[",
            "a: &b",
        ),
        *(
            "title: T",
            "title: U",
            "date: 2024-04-31",
            "date: 2024-04-30",
            "Text",
            "k: [1, 2]",
            "k:\n  l: m",
            "'q': r",
            "*b",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join) | st.lists(PIECES, max_size=8).map("\n".join))
@example("\n---\n\ttitle: T\n---\n")
def test_a_page_without_findings_is_read_alike_by_mkdocs(tmp_path_factory, text):
    docs = tmp_path_factory.mktemp("docs")
    if front_findings(docs, text):
        return
    shown, values = meta.get_data((docs / "a.md").read_text(encoding="utf-8-sig"))
    front, _ = front_matter.read((docs / "a.md").read_text(encoding="utf-8-sig"))
    assert set(map(str, values)) == set(front)
    assert {key: value for key, value in values.items() if isinstance(value, str)} == {
        key: value for key, value in front.items() if isinstance(values[key], str)
    }
    # (A rule and a line of text under front matter is what it seems to be.)
    assert values or not shown.lstrip().startswith(("---\ntitle:", "---\ndate:", "---\nk:"))
