"""Every kind of input becomes records, dumps or rejections; nothing stops a run and nothing disappears."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.errors import Rejection, SourceError
from broadsheet.model import Dump
from broadsheet.sources import Given, RawRecord, plain, read, read_given

DATA = Path(__file__).parent / "data/sources"


def items(data: bytes, name: str = "-"):
    return list(read_given(Given(name, io.BytesIO(b""), "", data)))


def fields(name: str):
    return [item.fields for item in read([name], DATA)]


def test_json_lines_are_read_line_by_line():
    first, second, broken = read(["records.jsonl"], DATA)
    assert first.fields["title"] == "Le conseil adopte le budget"
    assert (first.origin.file, first.origin.item) == ("records.jsonl", 1)
    assert second.fields == {
        "title": "Council adopts budget",
        "body": "The council adopted the budget on Tuesday.",
        "published": "16 April 2024",
        "source": "The Gazette",
        "topics": ["budget"],
    }
    assert str(broken) == (
        "records.jsonl:4: is not JSON (expecting value, column 1); write one JSON object on each line, "
        "or name the file .json if it is one document"
    )


def test_json_documents_hold_records_under_a_name():
    assert fields("records.json") == [
        {"title": "One", "body": "First body.", "authors": "Ana Lima"},
        {"title": "Two", "body": "Second body,\n\nin two paragraphs."},
    ]


def test_a_record_may_have_a_field_that_others_call_their_records():
    (record,) = items(b'{"headline": "A", "text": "B", "data": [{"x": 1}]}')
    assert record.fields == {"title": "A", "body": "B", "data": [{"x": 1}]}


def test_tables_split_lists_at_semicolons_and_topics_at_commas():
    assert fields("table.csv") == [
        {
            "title": "Un titre",
            "body": "Un corps; avec point-virgule\nsur deux lignes",
            "published": "16/04/2024",
            "authors": ["Lima, Ana", "Tom Krüger"],
            "topics": ["paix", "guerre"],
        }
    ]


def test_a_table_without_known_columns_is_rejected():
    (rejected,) = items(b"a,b\n1,2\n", "x.csv")
    assert "has no column for title and body (its first row: a,b)" in str(rejected)


def test_a_page_is_believed_about_itself():
    (page,) = fields("page.html")
    assert page["title"] == "La passerelle rouvre après deux ans de travaux"
    assert page["published"] == "2024-04-16T08:30:00-04:00"
    assert page["authors"] == ["Maude Bélair"]
    assert page["source"] == {"name": "Le Courrier du Fleuve"}
    assert page["language"] == "fr-CA"
    assert page["topics"] == ["passerelle", "travaux"]
    paragraphs = page["body"].split("\n\n")
    assert len(paragraphs) == 3
    assert paragraphs[0].startswith("La passerelle qui relie")
    assert "Météo" not in page["body"]


def test_rss():
    ferry, undated = fields("feed.rss")
    assert ferry == {
        "url": "https://herald.example/ferry?utm_source=rss",
        "title": "Ferry returns & ferrymen cheer",
        "body": "The ferry is back.\n\n- Daily at nine\n- Sundays at ten",
        "published": "Tue, 16 Apr 2024 10:00:00 +0100",
        "source": {"name": "Harbour Herald", "url": "https://herald.example/"},
        "authors": ["Joan Reed"],
        "language": "en-gb",
        "description": "The ferry is back.",
        "topics": ["Transport"],
    }
    assert "url" not in undated


def test_atom():
    (entry,) = fields("feed.atom")
    assert entry["body"] == "Die Brücke ist gesperrt.\n\nSie wird geprüft."
    assert (entry["published"], entry["updated"]) == ("2024-04-16T09:00:00Z", "2024-04-17T09:00:00Z")
    assert (entry["authors"], entry["language"]) == (["Uta Kern"], "de")


def test_json_feed():
    (note,) = fields("feed.json")
    assert note["body"] == "Some text."
    assert note["authors"] == ["Sam Low"]
    assert note["source"] == {"name": "Notes", "url": "https://notes.example/"}


def test_ninjs_3_takes_the_main_headline_and_the_body_with_paragraphs():
    (item,) = fields("ninjs3.json")
    assert item["title"] == "Captain on trial"
    assert item["body"] == "The trial began.\n\nIt was adjourned."
    assert item["authors"] == ["Ola Nord"]
    assert item["source"] == {"name": "Agency"}
    assert item["entities"] == [{"name": "Ida Berg", "kind": "person"}, {"name": "Bergen", "kind": "place"}]


def test_ninjs_1():
    (item,) = fields("ninjs1.json")
    assert (item["title"], item["body"]) == ("Captain on trial", "The trial began.")
    assert item["published"] == "2013-07-09T10:37:00Z"


def test_news_article():
    (article,) = fields("article.jsonld")
    assert article["title"] == "Bread prices fall"
    assert article["authors"] == ["LEE PARK"]
    assert article["source"] == {"name": "Daily Loaf", "url": "https://loaf.example"}
    assert article["image"]["url"] == "https://loaf.example/a.jpg"
    assert article["entities"] == [{"name": "Lyon", "kind": "place"}]


ITEM = {"uri": "urn:x:1", "headline": "H", "body_text": "B", "versioncreated": "2024-05-01T10:00:00Z"}


def test_a_canceled_item_takes_itself_back_on_the_day_of_that_version():
    (item,) = items(json.dumps(ITEM | {"pubstatus": "canceled"}).encode())
    assert item.fields["retracted"] == {"date": "2024-05-01T10:00:00Z"}
    assert (item.fields["title"], item.fields["body"]) == ("H", "B")
    (usable,) = items(json.dumps(ITEM | {"pubstatus": "usable"}).encode())
    assert "retracted" not in usable.fields


def test_a_withheld_item_takes_itself_back_and_shows_nothing_new():
    (item,) = items(json.dumps(ITEM | {"pubStatus": "withheld"}).encode())
    assert item.fields == {"id": "urn:x:1", "retracted": {"date": "2024-05-01T10:00:00Z"}}


@pytest.mark.parametrize("status", ["Retracted", "https://schema.org/Withdrawn", {"name": "withdrawn"}])
def test_an_article_whose_status_says_so_is_retracted(status):
    article = {"@type": "NewsArticle", "headline": "H", "articleBody": "B", "creativeWorkStatus": status}
    (item,) = items(json.dumps(article | {"dateModified": "2024-05-01"}).encode())
    assert item.fields["retracted"] == {"date": "2024-05-01"}
    (bare,) = items(json.dumps(article).encode())
    assert bare.fields["retracted"] is True
    (published,) = items(json.dumps(article | {"creativeWorkStatus": "Published"}).encode())
    assert "retracted" not in published.fields


def test_a_table_of_retractions_need_only_name_the_articles():
    one, other = items(
        b"url;retracted\nhttps://example.org/a;The letter was forged.\nhttps://example.org/b;\n", "x.csv"
    )
    assert one.fields == {"url": "https://example.org/a", "retracted": "The letter was forged."}
    assert other.fields == {"url": "https://example.org/b"}
    (row,) = items(b"id,retraction_reason,retraction_date\n1,Forged.,2024-05-01\n", "x.csv")
    assert row.fields == {"id": "1", "retracted": {"reason": "Forged.", "date": "2024-05-01"}}
    (rejected,) = items(b"retracted,source\nyes,x\n", "x.csv")
    assert "has no column for title and body" in str(rejected)


def test_a_dump_may_start_with_its_address():
    (dump,) = read(["dump.txt"], DATA)
    assert dump == Dump(dump.origin, "Un titre\n\nUn corps.\n", "courrier.example", "https://www.courrier.example/a")


def test_a_dump_without_an_address_is_of_the_folder_it_lies_in(tmp_path):
    (tmp_path / "courrier").mkdir()
    (tmp_path / "courrier/a.txt").write_text("Un corps.", "utf-8")
    (dump,) = read(["courrier"], tmp_path)
    assert (dump.site, dump.origin.file) == ("courrier", "courrier/a.txt")


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "feed.json", "ninjs3.json", "article.jsonld", "page.html"])
def test_content_tells_the_kind_where_the_name_does_not(name):
    data = (DATA / name).read_bytes()
    assert [item.fields for item in items(data)] == fields(name)
    assert [item.fields for item in items(data, "saved.txt")] == fields(name)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_of_unicode(encoding):
    (dump,) = items("Un été à Łódź\n".encode(encoding))
    assert dump.text == "Un été à Łódź\n"
    (record,) = items('{"title": "été", "body": "à"}\n'.encode(encoding), "x.jsonl")
    assert record.fields == {"title": "été", "body": "à"}


def test_a_declared_charset_is_obeyed():
    data = (DATA / "page.html").read_text("utf-8").replace('charset="utf-8"', 'charset="iso-8859-1"')
    (page,) = items(data.encode("cp1252"))
    assert "a coûté douze millions" in page.fields["body"]


def test_folders_are_read_in_order_without_what_is_hidden_or_no_article(tmp_path):
    for name in ["b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "style.css", "README.md", "x.txt~"]:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("Text.", "utf-8")
    assert [item.origin.file for item in read(["in"], tmp_path)] == ["in/b.txt", "in/a/1.txt", "in/a/2.txt"]
    assert [item.origin.file for item in read(["in/a/*.txt"], tmp_path)] == ["in/a/1.txt", "in/a/2.txt"]
    assert [item.origin.file for item in read(["in/**/2.txt", "in/a"], tmp_path)] == ["in/a/2.txt", "in/a/1.txt"]


@pytest.mark.parametrize("missing", ["nothing.jsonl", "no/*.txt", "empty"])
def test_an_input_that_is_not_there_is_found_out_at_once(missing, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r".+: .+; .+"):
        read([missing], tmp_path)


def test_standard_input_and_gzip(tmp_path):
    lines = (DATA / "records.jsonl").read_bytes()
    expected = [getattr(item, "fields", None) for item in items(lines)]
    from_stdin = read(["-"], tmp_path, stdin=io.BytesIO(lines))
    assert [getattr(item, "fields", None) for item in from_stdin] == expected
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(lines))
    packed = read(["records.jsonl.gz"], tmp_path)
    assert [getattr(item, "fields", None) for item in packed] == expected


def test_broken_gzip_is_rejected(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"title": "a"}\n' * 9000)[:60])
    assert isinstance(list(read(["a.jsonl.gz"], tmp_path))[-1], Rejection)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"PK\x03\x04...", "is a zip archive (or an office document), not text"),
        (bytes(range(256)) * 8, "is a binary file, not text"),
        (b"[" * 100_000, "is not JSON (nested too deeply)"),
        (b"[]", "holds no record"),
        (b"[1]", "is no record"),
        (b"<rss version='2.0'><channel></channel></rss>", "is a feed without entries"),
        (b"<html><body></body></html>", "holds no article text"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_way_out(data, problem):
    (rejected,) = items(data)
    assert rejected.problem == problem
    assert rejected.remedy


def test_an_entity_bomb_does_not_go_off():
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    item = "<item><title>&a9;</title></item>"
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "boom">{levels}]><rss version="2.0"><channel>{item}</channel></rss>'
    for item in items(f'<?xml version="1.0"?>{bomb}'.encode(), "x.xml"):
        assert len(str(item)) < 10_000


def test_a_long_line_is_one_item():
    record = {"title": "Long", "body": "x" * 10_000_000}
    (item, after) = items(json.dumps(record).encode() + b'\n{"title": "After", "body": "y"}\n', "x.jsonl")
    assert len(item.fields["body"]) == 10_000_000
    assert after.fields["title"] == "After"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["-", "a.jsonl", "a.json", "a.csv", "a.txt", "a.xml"]))
def test_any_bytes_are_read_or_rejected(data, name):
    for item in items(data, name):
        assert isinstance(item, RawRecord | Dump | Rejection)
        assert str(item)


@pytest.mark.parametrize("name", ["publishedAt", "Published At", "PUBLISHED-AT", "date_published", "Pub. Date"])
def test_a_fields_name_is_known_however_it_is_spelled(name):
    assert plain.fields({"Headline": "A", "Article Text": "B", "Author(s)": "C", name: "2026-05-01"}) == {
        "title": "A",
        "body": "B",
        "authors": "C",
        "published": "2026-05-01",
    }
