import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from broadsheet.archive import article_page, entity_page, front_matter, own_yaml
from broadsheet.mkdocs_plugin.page_text import parted
from broadsheet.model import CHANGES, Article, Change, Copy, Entity, Image, NamedEntity, Origin, Removal, Retraction

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
tricky = st.text(
    alphabet="abcyNo01e.:#-?!&*[]{}|>%@`'\"\\~=, \t\n\r\x00\x1f\x85\xa0\u2028\u202e\ufeff😀é中", max_size=12
)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@given(mapping=st.dictionaries(st.text() | tricky, values | tricky | st.lists(tricky), max_size=6))
def test_yaml_reads_back_what_was_written(loader, mapping):
    assert yaml.load(front_matter.write(mapping), loader) == mapping  # noqa: S506 - both are safe loaders


@given(mapping=st.dictionaries(st.text() | tricky, values | tricky, max_size=6), body=st.text())
def test_a_page_reads_back_what_was_written(mapping, body):
    page = f"---\n{front_matter.write(mapping)}---\n{body}"
    read, offset = front_matter.read(page)
    assert read == mapping
    assert page[offset:] == body


lines = st.lists(
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["", "  ", "- ", "  - ", "    ", " "]),
            st.sampled_from(["", "a: ", "b:", '"c d": ', "no: ", "? "]),
            st.sampled_from(
                ["", "x", "1", "0", "-2", "01", "null", "yes", '"q"', '"\\x41"', '"\\u00e9"', "'s'", "[]", "{}", "[1]"]
            )
            | st.sampled_from(["x y", "~", "2024-04-16", "x # y", "x: y", "x:", "- x", "|", "é", "1.5", "true"])
            | st.sampled_from(["True", "*a", "&a x", " x", "x "])
            | st.sampled_from(['"\\ud83d\\ude00"', '"\\udc00"', '"\x85"', '"\x7f"', '"\xa0"', '"a\u2028b"', '"\\/"']),
        ),
    ),
    max_size=6,
)


@pytest.mark.parametrize("escaped", ["\\ud83d\\ude00", "\\udc00", "\x85", "\x7f", "a\u2028b", "\\/", "\\b", "\xa0"])
@pytest.mark.parametrize("line", ['a: "{}"', '"{}": a', 'a:\n  - "{}"'])
def test_what_json_and_yaml_read_otherwise_is_read_as_yaml(line, escaped):
    head = f"{line.format(escaped)}\n"
    fast = own_yaml.read(head, front_matter.is_plain)
    assert fast is None or fast == front_matter.any_yaml(head)
    page = f"---\n{head}---\n\nText\n"
    assert parted(page) == meta.get_data(page)


@given(lines=lines)
def test_what_is_read_fast_is_read_as_any_yaml_is(lines):
    head = "\n".join(lines) + "\n"
    fast = own_yaml.read(head, front_matter.is_plain)
    if fast is not None:
        assert fast == (front_matter.any_yaml(head) or {})
    page = f"---\n{head}---\n\nText\n"
    assert parted(page) == meta.get_data(page)


@given(mapping=st.dictionaries(st.text() | tricky, values | tricky | st.lists(tricky), max_size=6))
def test_what_we_write_is_read_fast_as_it_was(mapping):
    fast = own_yaml.read(front_matter.write(mapping), front_matter.is_plain)
    assert fast is None or fast == mapping


@pytest.mark.parametrize(
    "text",
    [
        *"no on y ~ null True 1e3 0x1 0o7 017 1_000 .5 .inf 2024-04-16 12:30:00 190:20:30 - -- --- ... = <<".split(),  # noqa: SIM905 - easier to read
        *["", " a", "a ", "a: b", "a #b", "a:", "#a", "- a", "? a", "[a]", "{a}", "!a", "&a", "*a", "|", ">", "%a"],
        *["@a", "`a", '"a"', "'a'", "a\tb", "a\nb", "\x85", "\u2028", "\ufeff", "😀", "\u202eevil", "Qui\xa0?", "\\n"],
    ],
)
def test_what_is_not_surely_plain_is_quoted(text):
    written = front_matter.scalar(text)
    assert written.startswith('"')
    assert written.endswith('"')
    assert "\n" not in written
    assert yaml.safe_load(written) == text


@pytest.mark.parametrize(
    "text",
    ["Ukraine", "L’Ukraine, c'est loin", "https://example.org/a?b=c#d", "Україна", "أوكرانيا", "中国", "a - b", "M. X"],
)
def test_plain_words_stay_plain(text):
    assert front_matter.scalar(text) == text
    assert yaml.safe_load(text) == text


def test_it_looks_like_what_a_person_would_write():
    written = front_matter.write(
        {
            "title": "L’Ukraine reçoit",
            "date": "2024-04-16",
            "tags": ["War", "No"],
            "source": {"name": "Example", "url": "https://example.org/"},
            "removed": [{"line": 1, "text": "- Advertisement -"}],
            "empty": [],
            "ok": True,
        }
    )
    assert written == (
        "title: L’Ukraine reçoit\n"
        'date: "2024-04-16"\n'
        "tags:\n  - War\n" + '  - "No"\n'
        "source:\n  name: Example\n  url: https://example.org/\n"
        "removed:\n  - line: 1\n" + '    text: "- Advertisement -"\n'
        "empty: []\n"
        "ok: true\n"
    )


@pytest.mark.parametrize(
    ("page", "line", "column"),
    [
        ("---\ntitle: a: b\n---\n", 2, 9),
        ("---\ntitle: ok\ntags: [a\n---\n", 4, 1),
        ("---\njust words\n---\n", 2, 1),
        ("---\na: &x [1]\nb: *x\n---\n", 3, 4),
        ("---\na: \x07\n---\n", 2, 1),
        ("---\na: !!python/object:os.system x\n---\n", 2, 4),
        ("---\na: !!binary aGk=\n---\n", 2, 4),
        ("---\n" + "a: " + "[" * 5000 + "\n---\n", 2, 1),
    ],
)
def test_broken_front_matter_says_where(page, line, column):
    with pytest.raises(front_matter.FrontMatterError) as caught:
        front_matter.read(page)
    if "[[[" not in page:
        assert (caught.value.line, caught.value.column) == (line, column)


def test_dates_without_quotes_stay_text_and_windows_line_ends_do_not_matter():
    assert front_matter.read("\ufeff---\r\ndate: 2024-04-16\r\nno: 1\r\n---\r\nText") == (
        {"date": "2024-04-16", "False": 1},
        36,
    )


def test_a_page_without_front_matter():
    assert front_matter.read("Just text\n---\na: b\n---\n") == ({}, 0)


words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)
moments = st.dates() | st.datetimes(timezones=st.none() | st.just(dt.UTC))
retractions = st.builds(Retraction, reason=st.just("") | words, date=st.none() | moments)
copy = {
    "name": words,
    "url": st.none() | words,
    "id": st.just("") | words,
    "title": st.just("") | words,
    "published": st.none() | moments,
    "updated": st.none() | moments,
    "retrieved": st.none() | moments,
    "topics": st.lists(words, max_size=2).map(tuple),
    "text": st.just("") | st.from_regex("[0-9a-f]{8}", fullmatch=True),
    "retracted": st.none() | retractions,
}
articles = st.builds(
    Article,
    id=words,
    address=st.just("articles/2024/04/16/a.md"),
    title=words,
    body=words,
    url=st.none() | words,
    published=st.none() | moments,
    updated=st.none() | moments,
    retrieved=st.none() | moments,
    source=st.just("") | words,
    source_url=st.none() | words,
    authors=st.lists(words).map(tuple),
    language=st.none() | words,
    description=st.none() | words,
    section=st.none() | words,
    topics=st.lists(words).map(tuple),
    entities=st.lists(
        st.builds(
            NamedEntity,
            name=words,
            kind=st.sampled_from([None, "person", "place"]),
            wikidata=st.sampled_from([None, "Q212"]),
            aliases=st.lists(words).map(tuple),
        )
    ).map(tuple),
    image=st.none() | st.builds(Image, url=words, alt=st.just("") | words),
    rights=st.none() | words,
    origin=st.none() | st.builds(Origin, words, st.none() | st.integers(0, 9)),
    removed=st.lists(st.builds(Removal, st.integers(0, 99), st.text(), words)).map(tuple),
    extra=st.dictionaries(st.text(), values, max_size=3),
    also_at=st.lists(st.builds(Copy, **copy), max_size=3).map(tuple),
    no_longer_at=st.lists(st.builds(Copy, **copy | {"retracted": retractions}), max_size=2).map(tuple),
    history=st.lists(
        st.builds(Change, st.dates(), st.sampled_from(CHANGES), st.just("") | words, st.integers(0, 9))
    ).map(tuple),
    retracted=st.none() | retractions,
)


def test_where_a_copy_is_no_longer_may_be_written_as_an_address_alone():
    front = {"no_longer_at": ["https://b.example/1"]}
    (copy,) = article_page.read(front, "", "articles/a.md").no_longer_at
    assert (copy.url, copy.retracted) == ("https://b.example/1", Retraction())


@given(article=articles)
def test_an_article_is_read_back_from_its_front_matter(article):
    written = front_matter.write(article_page.front(article, ["ukraine"]))
    front, _ = front_matter.read(f"---\n{written}---\n")
    assert article_page.read(front, article.body, article.address) == article


@given(
    entity=st.builds(
        Entity,
        id=st.just("ukraine"),
        name=words,
        kind=st.sampled_from(["place", "other"]),
        aliases=st.lists(words).map(tuple),
        names=st.dictionaries(words, st.lists(words, min_size=1).map(tuple)),
        wikidata=st.sampled_from([None, "Q212"]),
        status=st.sampled_from(["adopted", "suggested", "rejected"]),
        description=st.text(),
        country=st.sampled_from([None, "UA"]),
    )
)
def test_an_entity_is_read_back_from_its_front_matter(entity):
    front, _ = front_matter.read(f"---\n{front_matter.write(entity_page.front(entity))}---\n")
    assert entity_page.read(front, entity.description, "entities/ukraine.md") == entity


def test_reading_forgives_what_people_type():
    front, _ = front_matter.read(
        "---\ntitle: 2024\nauthors: Ann\ntags: [a, 1, null]\ndate: soon\n"
        "source: Example\nnamed: [Kyiv, 3]\nremoved: x\n---\n"
    )
    article = article_page.read(front, "Text", "articles/undated/x.md")
    assert article.id == "articles/undated/x"
    assert (article.title, article.authors, article.topics) == ("2024", ("Ann",), ("a", "1"))
    assert (article.published, article.source, article.removed) == (None, "Example", ())
    assert [entity.name for entity in article.entities] == ["Kyiv"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", Retraction()),
        ("It was made up.", Retraction(reason="It was made up.")),
        ("{date: 2024-05-01}", Retraction(date=dt.date(2024, 5, 1))),
        ("false", None),
        ("[]", None),
    ],
)
def test_a_person_may_say_in_a_few_ways_that_an_article_is_retracted(written, meant):
    front, _ = front_matter.read(f"---\ntitle: T\nretracted: {written}\n---\n")
    assert article_page.read(front, "", "articles/undated/x.md").retracted == meant


def test_lines_of_history_that_make_no_sense_are_passed_over():
    front = {"history": ["x", {"day": "soon", "what": "title"}, {"day": "2024-05-01", "what": "mood"}, {"what": "text"},
                         {"day": "2024-05-01", "what": "title", "was": 1984}]}  # fmt: skip
    assert article_page.read(front, "", "articles/undated/x.md").history == (
        Change(dt.date(2024, 5, 1), "title", "1984"),
    )


@pytest.mark.parametrize("text", ["https://image.example/#Group:", "a:", "a ", "a: b", "a  #b", "a :b", "a::", "yes"])
def test_what_yaml_would_read_otherwise_stands_in_quotes(text):
    assert front_matter.scalar(text) == f'"{text}"'
    assert front_matter.read(f"---\nx: {front_matter.scalar(text)}\n---\n")[0] == {"x": text}


@pytest.mark.parametrize("text", ["a:b", "a::b", "a  b", "https://x.example/a:1", "a " * 50_000 + "b"])
def test_what_it_reads_as_it_stands_needs_none(text):
    assert front_matter.scalar(text) == text


def test_a_long_run_of_what_needs_quotes_is_told_at_once():
    assert front_matter.scalar("a" + " " * 100_000).startswith('"')
    assert front_matter.scalar("a" + " :" * 100_000).startswith('"')
