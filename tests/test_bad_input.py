"""Bad input gives a right page or a clear rejection: never a traceback, a lost record, or a file outside content/."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
import yaml
from click.testing import CliRunner

from broadsheet.cli import main

MKDOCS_YML = """\
site_name: Bad
site_url: https://news.example/
docs_dir: content
theme: {name: material}
plugins: [broadsheet]
"""
GOOD = {
    "id": "good",
    "title": "Rain in Oslo",
    "body": "It rained in Norway.",
    "published": "2026-05-01",
    "language": "en",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    # Deep enough for what would get out of it to be seen.
    site = tmp_path / "some" / "where" / "site"
    site.mkdir(parents=True)
    monkeypatch.chdir(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    Path("mkdocs.yml").write_text(MKDOCS_YML)

    def generate(*arguments, records=None, given=None):
        if records is not None:
            Path("in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
            arguments = ("in.jsonl",)
        before = {path for path in tmp_path.rglob("*") if path.is_file()}
        result = CliRunner().invoke(main, ["generate", "--json", *arguments], input=given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        made = {path for path in tmp_path.rglob("*") if path.is_file()} - before
        allowed = ("content/", "rejected/", ".broadsheet.lock", ".cache/broadsheet/")
        assert all(path.is_relative_to(site) and path.relative_to(site).as_posix().startswith(allowed) for path in made)
        result.report = json.loads(result.stdout) if result.exit_code < 2 else None
        return result

    return generate


def pages(under="articles"):
    return sorted(path for path in Path("content", under).rglob("*.md"))


def front(page):
    return yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.jsonl", b""),
        ("empty.txt", b""),
        ("blank.txt", b"\n \n\t\n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(400)),
        ("broken.json", b'{"title": "x", '),
        ("list.json", b"[1, 2, null]"),
        ("half.jsonl.gz", b"\x1f\x8b\x08\x00garbage"),
        ("nulls.csv", b"\0\0\0\0" * 100),
        ("broken.xml", b"<rss><channel><item>"),
    ],
)
def test_a_file_that_holds_no_article_is_rejected_and_the_others_go_on(run, name, content):
    Path("in").mkdir()
    Path("in", name).write_bytes(content)
    Path("in", "z.jsonl").write_text(json.dumps(GOOD))
    result = run("in")
    assert result.exit_code == 1
    assert len(pages()) == 1
    for rejection in result.report["rejected"]:
        assert name in rejection["file"]
        assert rejection["problem"]
        assert rejection["remedy"]


def test_a_line_of_ten_megabytes_is_a_rejection(run):
    Path("long.txt").write_text("word " * 2_000_000)
    result = run("long.txt")
    assert result.exit_code == 1
    assert result.report["rejected"][0]["file"] == "long.txt"
    assert pages() == []


def test_a_record_of_ten_megabytes_is_a_rejection_that_says_so(run):
    result = run(records=[{**GOOD, "body": "x" * 10_000_000}, GOOD])
    assert result.exit_code == 1
    assert result.report["rejected"][0]["field"] == "body"
    assert len(pages()) == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": "\0\x01\u200b"}, "body"),
        ({"title": " \n"}, "title"),
        ({"title": "word " * 1000}, "title"),
        ({"published": "soon"}, "published"),
        ({"published": "2031-01-01"}, "published"),
        ({"published": "2026-02-30"}, "published"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"authors": {"a": 1}}, "authors"),
        ({"entities": [{"name": "X", "kind": "planet"}]}, "entities"),
    ],
)
def test_a_field_that_cannot_be_used_is_named_with_its_value_and_a_way_out(run, change, field):
    result = run(records=[{**GOOD, "id": "bad", **change}, GOOD])
    assert result.exit_code == 1
    (rejection,) = result.report["rejected"]
    assert rejection["item"] == 1
    assert rejection["field"].startswith(field)
    assert rejection["problem"]
    assert rejection["remedy"]
    (kept,) = result.report["rejected_files"]
    assert json.loads(Path(kept).read_text(encoding="utf-8"))["id"] == "bad"
    assert len(pages()) == 1


def test_a_rejected_record_that_was_mended_is_taken_in(run):
    kept = run(records=[{**GOOD, "published": "soon"}]).report["rejected_files"][0]
    text = Path(kept).read_text(encoding="utf-8")
    Path(kept).write_text(text.replace('"soon"', '"2026-05-02"'), encoding="utf-8")
    result = run(kept)
    assert result.exit_code == 0, result.output
    (page,) = pages()
    assert front(page)["date"] == "2026-05-02"
    assert "_rejected" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "title",
    [
        *[
            "😀😀😀",
            "!!!",
            "con",
            "index",
            "README",
            "CON.txt",
            "..",
            "../../etc/passwd",
            "a/b\\c",
            ".hidden",
            "-rf",
            "~",
        ],
        *[
            ": - # | >",
            "- a: b",
            "'",
            '"',
            "{{ 7*7 }}",
            "{% x %}",
            "---",
            "*a* _b_ `c`",
            "# x",
            "[x](y)",
            "<b>x</b>",
            "&lt;",
        ],
        *[
            "null",
            "true",
            "1e3",
            "2026-05-01",
            "no",
            "~",
            "@x",
            "%x",
            "a # b",
            "ends with:",
            "\u202eevil",
            "ｆｕｌｌ",
            "א ב",
            "日本",
        ],
        "x" * 900,
    ],
)
def test_any_title_gives_a_page_that_shows_it(run, title):
    result = run(records=[{**GOOD, "title": title}])
    assert result.exit_code == 0, result.output
    (page,) = pages()
    shown = front(page)["title"]
    assert shown == title.replace("\u202e", "")
    heading = re.search(r"^# (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)[0]
    html = markdown.markdown(heading, extensions=["attr_list"])
    assert re.fullmatch(r"<h1>[^<>]*</h1>", html), html
    assert page.resolve().is_relative_to(Path("content").resolve())
    assert re.fullmatch(r"[a-z0-9-]+\.md", page.name)


def test_titles_with_one_slug_and_names_with_one_slug_have_pages_of_their_own(run):
    entities = [{"name": "Ada Brandt", "kind": "person"}, {"name": "ADA-BRANDT", "kind": "product"}]
    records = [
        {**GOOD, "id": title, "title": title, "body": f"{title} on Ada Brandt and ADA-BRANDT.", "entities": entities}
        for title in ["Rain!", "Rain?", "RAIN", "räin"]
    ]
    result = run(records=records)
    assert result.exit_code == 0, result.output
    assert len(pages()) == 4
    assert len({page.name.casefold() for page in pages()}) == 4
    assert {front(page)["title"] for page in pages("entities") if page.parent.name == "entities"} >= {
        "Ada Brandt",
        "ADA-BRANDT",
    }


@pytest.mark.parametrize(
    "identity", ["../../../etc/passwd", "..", "/abs", "C:\\x", "a\u0000b", "con", "ünï", "x" * 3000]
)
def test_an_id_is_never_a_path(run, identity):
    result = run(records=[{**GOOD, "id": identity}, {**GOOD, "id": "other", "title": "Other", "body": "Other text."}])
    assert result.exit_code in {0, 1}
    assert len(pages()) + len(result.report["rejected"]) == 2


def test_the_same_id_twice_is_one_page_and_said(run):
    result = run(records=[GOOD, {**GOOD, "title": "Rain again", "body": "More rain in Norway."}])
    assert len(pages()) == 1
    assert len(result.report["folded"]) == 1


def test_mixed_line_ends_and_control_characters_are_mended(run):
    result = run(records=[{**GOOD, "body": "One.\r\n\r\nTwo\rlines.\u2028\u2029Three\0\x07\x1b[31m red.\x85"}])
    assert result.exit_code == 0, result.output
    text = pages()[0].read_bytes().decode()
    assert "\r" not in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", text)
    assert "One.\n\nTwo\nlines." in text


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "# Not a heading", "[a](javascript:alert(1))",
     "<!-- broadsheet:entities -->\n\nx\n\n<!-- /broadsheet:entities sum:00000000 -->", "---\ntitle: x\n---",
     "```\ncode"],
)  # fmt: skip
def test_markdown_and_html_in_a_text_are_shown_as_text(run, text):
    fields = {"body": text, "description": text, "rights": text, "topics": [text], "authors": [text], "section": text}
    result = run(records=[{**GOOD, **fields, "source": {"name": text}, "entities": [{"name": text.split()[0]}]}])
    assert result.exit_code == 0, result.output
    for page in Path("content").rglob("*.md"):
        body = page.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "footnotes"])
        assert not re.search(r'<(script|img)|href="javascript', html), (page, html)
        # Citations are code blocks of ours; nothing else is code.
        ours = re.sub(r"(?s)<!-- broadsheet:cite -->.*?<!-- /broadsheet:cite ", "", html)
        assert "<code" not in ours, (page, html)
    again = run()
    assert set(again.report["pages"]) == {"unchanged"}


def test_standard_input_and_an_input_that_is_not_there(run):
    assert run("-", given=json.dumps(GOOD)).exit_code == 0
    assert len(pages()) == 1
    result = run("nowhere/*.jsonl")
    assert result.exit_code == 2
    assert "nowhere/*.jsonl" in result.output
    assert "Traceback" not in result.output
