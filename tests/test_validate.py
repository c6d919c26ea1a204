"""A record becomes an article or a rejection that says what to do."""

from __future__ import annotations

import datetime as dt
import io
import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive import keep_aside
from broadsheet.errors import Rejection
from broadsheet.model import Origin, Record, Retraction
from broadsheet.sources import Given, RawRecord, read_given
from broadsheet.sources.canonical_url import canonical_url
from broadsheet.sources.schema import record_schema
from broadsheet.sources.validate import validate

TODAY = dt.date(2024, 5, 1)
GOOD = {"title": "A title", "body": "A body."}


def check(*, foreign=False, **fields):
    return validate(RawRecord(Origin("in.jsonl", 3), {**GOOD, **fields}, foreign), TODAY)


def test_a_record_is_put_in_order():
    record = check(
        title="  A  title\nin two lines\u202e ",
        body="One.\r\n\r\n\r\n\r\nTwo. \nThree.\0",
        published="Publié le 16 avril 2024 à 10h30",
        source="La Gazette",
        authors="Ana Lima",
        topics=["peace", "peace", ""],
        entities=["Ukraine", {"name": "Axios", "kind": "ORG", "wikidata": "https://www.wikidata.org/wiki/Q28230873"}],
        image="https://example.org/a b.jpg",
        language="pt_br",
        description="",
        mood={"calm": 0.5},
    )
    assert isinstance(record, Record)
    assert record.title == "A title in two lines"
    assert record.body == "One.\n\nTwo.\nThree."
    assert record.published == dt.datetime(2024, 4, 16, 10, 30)  # noqa: DTZ001 - no offset was written
    assert record.source.name == "La Gazette"
    assert record.authors == ("Ana Lima",)
    assert record.topics == ("peace",)
    assert [(one.name, one.kind) for one in record.entities] == [("Ukraine", None), ("Axios", "organisation")]
    assert record.entities[1].wikidata == "Q28230873"
    assert record.image.url == "https://example.org/a%20b.jpg"
    assert record.language == "pt-BR"
    assert record.description is None
    assert record.model_extra == {"mood": {"calm": 0.5}}
    assert (record.origin.file, record.origin.item) == ("in.jsonl", 3)


def test_a_missing_language_is_told_from_the_text():
    assert check(body="Le conseil a adopté le budget et la ville est dans les temps pour une fois.").language == "fr"
    assert check(body="Brr.").language is None


def test_what_clean_wrote_is_kept():
    removed = [{"line": 1, "text": "  s'abonner", "rule": "subscribe"}]
    record = check(origin={"file": "a.txt", "item": None}, removed=removed)
    assert record.origin.file == "a.txt"
    assert record.removed[0].text == "  s'abonner"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": None}, "title: is missing; give the headline"),
        ({"title": " \u200b\u202e"}, "title: is empty; give the headline"),
        ({"title": ["x"]}, 'title: "["x"]" is not text; write it in quotes'),
        ({"body": "\n \n"}, "body: is empty; give the article's text, or leave the record out"),
        (
            {"published": "soon"},
            'published: "soon" is not a date, or could be two; write it as 2024-04-16 or 2024-04-16T10:30:00+02:00',
        ),
        (
            {"published": "2030-01-01"},
            'published: "2030-01-01" lies in the future (today is 2024-05-01); correct it, or leave it out',
        ),
        (
            {"published": "2999-12-31"},
            'published: "2999-12-31" lies in the future (today is 2024-05-01); correct it, or leave it out',
        ),
        (
            {"updated": "0001-01-01T00:00:00Z"},
            'updated: "0001-01-01T00:00:00Z" lies before the year 1500; correct it, or leave it out',
        ),
        (
            {"url": "javascript:alert(1)"},
            'url: "javascript:alert(1)" is not a web address; write it as https://example.org/page, or leave it out',
        ),
        (
            {"source": {"name": "x", "url": "ftp://x"}},
            'source.url: "ftp://x" is not a web address; write it as https://example.org/page, or leave it out',
        ),
        (
            {"entities": [{"name": "x", "kind": "wizard"}]},
            (
                'entities.kind: "wizard" is no kind of entity; write one of person, organisation, place, event, work, '
                "product, other"
            ),
        ),
        (
            {"language": "not a tag"},
            'language: "not a tag" is not a language tag; write it as fr or pt-BR, or leave it out',
        ),
    ],
)
def test_a_rejection_names_file_item_field_value_and_way_out(fields, message):
    rejected = check(**fields)
    assert isinstance(rejected, Rejection)
    assert str(rejected) == f"in.jsonl:3: {message}"


def test_a_title_of_five_thousand_characters_is_rejected():
    assert "has 5,000 characters, more than 1,000; give the headline alone" in str(check(title="a" * 5000))


def test_a_body_of_ten_million_characters_is_rejected():
    assert "has 10,000,000 characters" in str(check(body="a" * 10_000_000))


def test_all_problems_of_a_record_are_named_at_once():
    message = str(check(title="", published="soon", url="x"))
    assert all(field in message for field in ("url:", "also title:", "also published:"))


@pytest.mark.parametrize(
    "title", ["😀😀😀", "con", "index", ": - # | >", "<script>alert(1)</script>", "../../etc/passwd"]
)
def test_odd_titles_are_titles(title):
    assert check(title=title, id="../" + title).title == title


def test_numbers_of_seconds_are_times():
    assert check(published=1713261600).published == dt.datetime(2024, 4, 16, 10, tzinfo=dt.UTC)
    assert check(published=1713261600000).published == dt.datetime(2024, 4, 16, 10, tzinfo=dt.UTC)


def test_an_article_of_others_is_taken_without_its_odd_fields():
    record = check(foreign=True, published="the day after", language="x-odd!", url="mailto:a@b.org")
    assert isinstance(record, Record)
    assert record.model_extra == {
        "unread": {"url": "mailto:a@b.org", "language": "x-odd!", "published": "the day after"}
    }
    assert isinstance(check(foreign=True, published="2099-01-01"), Rejection)


def kept_aside(rejected, folder):
    """The record in the file that a run keeps it in."""
    (name,) = keep_aside([rejected], folder)
    return json.loads((folder / name).read_text("utf-8"))


def test_a_rejected_record_can_be_mended_and_fed_in_again(tmp_path):
    again = kept_aside(check(published="soon", colour="red"), tmp_path)
    again["published"] = "2024-04-16"
    line = json.dumps(again).encode()
    (raw,) = read_given(Given("rejected/x.jsonl", io.BytesIO(b""), "", line))
    record = validate(raw, TODAY)
    assert record.published == dt.date(2024, 4, 16)
    assert record.model_extra == {"colour": "red"}


def test_a_line_that_was_no_json_can_be_mended_and_fed_in_again(tmp_path):
    (rejected,) = read_given(Given("x.jsonl", io.BytesIO(b""), "", b'{"title": "A", "body": "B"'))
    again = kept_aside(rejected, tmp_path)
    again["_text"] += "}"
    (raw,) = read_given(Given("y.jsonl", io.BytesIO(b""), "", json.dumps(again).encode()))
    assert raw.fields == {"title": "A", "body": "B"}


def test_the_schema_describes_what_is_written():
    schema = record_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for example in schema["examples"]:
        jsonschema.validate(example, schema)
    jsonschema.validate(json.loads(check(published="2024-04-16").model_dump_json()), schema)
    jsonschema.validate({"id": "1", "retracted": "It was made up."}, schema)
    fits = jsonschema.Draft202012Validator(schema).is_valid
    assert not any(map(fits, [{"title": "T"}, {"body": "B"}, {"id": "1"}, {"retracted": True}]))
    assert not fits({"id": "1", "retracted": False})


def retract(**fields):
    return validate(RawRecord(Origin("in.jsonl", 3), {"id": "1", **fields}), TODAY)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (True, Retraction()),
        ("yes", Retraction()),
        ({}, Retraction()),
        ("The letter\nwas forged.", Retraction(reason="The letter was forged.")),
        ("2024-04-20", Retraction(date=dt.date(2024, 4, 20))),
        ({"reason": "Forged.", "date": "20 April 2024"}, Retraction(reason="Forged.", date=dt.date(2024, 4, 20))),
        ({"reason": None, "date": None}, Retraction()),
    ],
)
def test_what_takes_an_article_back_needs_no_text(given, meant):
    assert retract(retracted=given).retracted == meant
    assert retract(retracted=given, title=None, body=" ").retracted == meant
    again = json.loads(retract(retracted=given).model_dump_json(exclude_defaults=True))
    assert retract(**again).retracted == meant


@pytest.mark.parametrize("given", [None, False, "", "no", "False", "0"])
def test_what_is_not_taken_back_is_an_article_like_others(given):
    assert check(retracted=given) == check()
    assert isinstance(retract(retracted=given), Rejection)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"retracted": 3}, '"3" does not say whether the article is retracted; write true, the reason, or '),
        ({"retracted": ["x"]}, "does not say whether the article is retracted"),
        ({"retracted": {"date": "soon"}}, 'retracted.date: "soon" is not a date'),
        ({"retracted": {"date": "2031-01-01"}}, "lies in the future"),
        ({"retracted": {"reason": ["x"]}}, "retracted.reason: "),
        ({"retracted": True, "id": None}, "id: is missing; give the id or the url of the article that is retracted"),
        ({"retracted": True, "id": "", "title": "T"}, "give the id or the url of the article that is retracted"),
        ({"retracted": True, "published": "soon"}, 'published: "soon" is not a date'),
    ],
)
def test_a_retraction_that_cannot_be_followed_is_rejected(fields, message):
    rejection = retract(**fields)
    assert isinstance(rejection, Rejection)
    assert message in str(rejection)


def test_no_article_is_taken_for_a_good_one_because_its_retraction_is_odd():
    assert isinstance(check(retracted={"date": "soon"}, foreign=True), Rejection)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Record.model_fields)) | st.text(max_size=10), JSON, max_size=8))
def test_any_fields_are_a_record_or_a_rejection(fields):
    result = validate(RawRecord(Origin("x"), {**GOOD, **fields}), TODAY)
    if isinstance(result, Record):
        result.model_dump_json()
    else:
        json.loads(json.dumps(dict(result.record), default=str))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=2&c=1",
        "http://www.Example.org:80/a/?c=1&b=2",
        "https://example.org/a?utm_source=x&c=1&fbclid=y&b=2#top",
        "HTTPS://EXAMPLE.ORG/a/index.html?c=1&b=2",
    ],
)
def test_addresses_of_one_article_are_one(url):
    assert canonical_url(url) == "https://example.org/a?b=2&c=1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/A"),
    ],
)
def test_addresses_that_may_be_two_articles_stay_two(one, other):
    assert canonical_url(one) != canonical_url(other)


@given(st.text(max_size=60))
def test_any_text_has_a_canonical_form_that_stays(text):
    once = canonical_url("https://example.org/" + text)
    assert canonical_url(once) == once
