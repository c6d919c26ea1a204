"""What goes over a limit is rejected with the setting to raise, whatever it is, and the rest is read all the same."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import threading
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config.base import ValidationError

from broadsheet.cli import main
from broadsheet.config import LimitsOption, read_config
from broadsheet.errors import ConfigError
from broadsheet.gathering import gather
from broadsheet.limits import USUAL, Limits
from endless import endless, gzipped

TODAY = dt.date(2026, 5, 1)
GOOD = {"title": "Rain in Oslo", "body": "It rained in Norway.", "language": "en"}
LINE = json.dumps(GOOD).encode() + b"\n"


@pytest.fixture
def taken(tmp_path):
    """What is made of files (by name) and of standard input: how many records, and the rejections as they are told."""

    def take(files=None, stdin=None, **limits):
        for name, content in (files or {}).items():
            (tmp_path / name).write_bytes(content)
        named = [*(files or {}), *(["-"] if stdin else [])]
        gathered = gather(named, tmp_path, TODAY, limits=Limits(**limits), stdin=stdin)
        return len(list(gathered.records())), [str(one) for one in gathered.rejections]

    return take


# --- mkdocs.yml


def config(folder, limits):
    path = folder / "mkdocs.yml"
    path.write_text(f"site_name: X\nplugins:\n  - broadsheet:\n      limits: {limits}\n")
    return path


def test_limits_stand_in_mkdocs_yml_and_those_that_do_not_are_as_usual(tmp_path):
    limits = read_config(config(tmp_path, "{body: 5_000, ratio: 10}")).limits
    assert (limits.body, limits.ratio, limits.title) == (5_000, 10, USUAL.title)
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [broadsheet]\n")
    assert read_config(tmp_path / "mkdocs.yml").limits == USUAL


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        ("{bodies: 5}", "bodies: there is no such limit; did you mean body?"),
        ("{zzz: 5}", "zzz: there is no such limit; record, title, body"),
        ("{body: 0}", "body: 0 is not a whole number of 1 or more; 2000000 is usual"),
        ("{body: -1}", "body: -1 is not a whole number"),
        ("{body: lots}", "body: 'lots' is not a whole number"),
        ("{body: 1.5}", "body: 1.5 is not a whole number"),
        ("{body: true}", "body: True is not a whole number"),
        ("{body: }", "body: None is not a whole number"),
        ("{depth: 100000}", "depth: 100000 is more than can be followed; 200 is the most"),
        ("[body]", "is not a list of limits; write one a line"),
        ("5", "is not a list of limits"),
    ],
)
def test_a_limit_that_cannot_be_followed_is_refused_by_its_name(tmp_path, limits, problem):
    with pytest.raises(ConfigError) as error:
        read_config(config(tmp_path, limits))
    assert "plugins: broadsheet: limits: " in str(error.value)
    assert problem in str(error.value)


def test_mkdocs_itself_refuses_such_a_limit():
    with pytest.raises(ValidationError, match="no such limit"):
        LimitsOption().validate({"bodies": 1})
    assert LimitsOption().validate({"body": 1}) == Limits(body=1)


def test_the_guide_and_a_new_site_name_every_limit():
    root = Path(__file__).resolve().parents[1]
    guide = (root / "content/guide/reference/settings.md").read_text(encoding="utf-8")
    assert all(f"`{one.name}`" in guide and f"{one.default:,}" in guide for one in fields(Limits))
    assert "limits:" in (root / "generator/broadsheet/scaffold/tree/mkdocs.yml").read_text(encoding="utf-8")


# --- records


@pytest.mark.parametrize(
    ("record", "limits", "field", "problem"),
    [
        ({"title": "x" * 13}, {"title": 12}, "title", "has 13 characters, more than 12"),
        ({"body": "x y " * 100}, {"body": 100}, "body", "has 400 characters, more than 100"),
        ({"topics": list("abc")}, {"entries": 2}, "topics", "has 3 entries, more than 2"),
        ({"authors": list("abc")}, {"entries": 2}, "authors", "has 3 entries, more than 2"),
        ({"entities": list("abc")}, {"entries": 2}, "entities", "has 3 entries, more than 2"),
        (
            {"entities": [{"name": "A", "aliases": ["b", "c", "d"]}]},
            {"aliases": 2},
            "entities.aliases",
            "has 3 entries, more than 2",
        ),
        ({"own": {"a": {"b": [1]}}}, {"depth": 3}, "", "is nested more than 3 levels deep"),
        ({"own": "x" * 500}, {"record": 400}, "", "is longer than 400 bytes"),
    ],
)
def test_a_record_over_a_limit_is_rejected_and_the_setting_named(taken, record, limits, field, problem):
    name = next(iter(limits))
    count, (told,) = taken({"a.jsonl": json.dumps({**GOOD, **record}).encode() + b"\n" + LINE}, **limits)
    assert count == 1
    assert told.startswith("a.jsonl:1: " + (f"{field}: " if field else ""))
    assert problem in told
    assert f"raise `limits: {name}` in mkdocs.yml" in told
    assert taken({"a.jsonl": json.dumps({**GOOD, **record}).encode()})[0] == 1


def test_the_same_record_in_a_document_is_held_to_the_same_length(taken):
    record = {**GOOD, "own": ["x" * 500]}
    count, (told,) = taken({"a.json": json.dumps([record, GOOD]).encode()}, record=400)
    assert (count, told) == (
        1,
        "a.json:1: has more than 400 characters; shorten what is long, or raise `limits: record` in mkdocs.yml",
    )


def test_a_page_keeps_its_article_and_loses_only_the_list_that_is_too_long(tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1", "title": "T", "content_text": "Some text here.", "tags": [f"t{n}" for n in range(3000)]}],
    }
    (tmp_path / "f.json").write_text(json.dumps(feed))
    (record,) = gather(["f.json"], tmp_path, TODAY).records()
    assert record.topics == ()
    assert record.model_extra["unread"] == {"topics": "has 3,000 entries, more than 1,000"}


@pytest.mark.parametrize(
    "record",
    [
        {**GOOD, "topics": [f"t{n}" for n in range(1_000_000)]},
        {**GOOD, "entities": [{"name": f"n{n}"} for n in range(100_000)]},
        {**GOOD, "entities": [{"name": "N", "aliases": [f"a{n}" for n in range(100_000)]}]},
    ],
)
def test_lists_without_measure_are_rejected_at_once(taken, record):
    count, (told,) = taken({"a.jsonl": json.dumps(record).encode() + b"\n" + LINE})
    assert count == 1
    assert "more than" in told


def test_a_text_that_is_one_word_of_two_million_letters_is_taken(taken):
    assert taken({"a.jsonl": json.dumps({**GOOD, "body": "x" * 2_000_000}).encode()}) == (1, [])


# --- files


def test_a_line_over_the_limit_is_rejected_alone(taken):
    long = json.dumps({**GOOD, "body": "x" * 300_000}).encode() + b"\n"
    count, (told,) = taken({"a.jsonl": LINE + long + LINE}, record=200_000)
    assert count == 2
    assert told.startswith("a.jsonl:2: is longer than 200,000 bytes; ")


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 131_072, 200_000])
def test_lines_are_told_apart_wherever_the_first_bytes_end(taken, size):
    first = json.dumps({**GOOD, "body": ""}).encode()
    line = json.dumps({**GOOD, "body": "x" * (size - len(first))}).encode()
    assert len(line) == size
    assert taken({"a.jsonl": line + b"\n" + LINE + LINE.strip()}, record=size) == (3, [])
    count, told = taken({"a.jsonl": line + b"\n" + LINE + LINE.strip()}, record=size - 1)
    assert (count, len(told)) == (2, 1)


@pytest.mark.parametrize(
    ("name", "content", "limits", "problem"),
    [
        ("a.csv", b"title,body\n" + b"a,b\n" * 300, {"file": 1_000}, "is larger than 1,000 bytes"),
        ("a.json", b"[" + b"1," * 600, {"file": 1_000}, "is larger than 1,000 bytes"),
        ("a.xml", b"<rss>" + b"<item>" * 600, {"file": 1_000}, "is larger than 1,000 bytes"),
        ("a.txt", b"Some words. " * 100, {"record": 1_000}, "is larger than 1,000 bytes"),
        ("a.html", b"<html>" + b"<p>Some words." * 100, {"record": 1_000}, "is larger than 1,000 bytes"),
        ("b.txt", b"word\n" * 100, {"lines": 50}, "has more than 50 lines"),
        ("b.html", b"<html>" + b"<p>word" * 100, {"lines": 50}, "has more than 50 tags"),
        ("b.xml", b"<rss>" + b"<item>" * 1_000_000, {}, "has more than 300,000 tags"),
        ("b.json", b'{"a":' * 100_000, {}, "nested too deeply"),
        ("b.jsonl", b'{"a":' * 100_000, {}, "nested too deeply"),
        ("c.json", b"[" + b"{}," * 2_000_001 + b"[]," * 2_000_001, {}, "more than 4,000,000 lists and objects"),
        ("b.csv", b"title,body," + b"x," * 1_000_000 + b"\n", {}, "has 1,000,003 columns, more than 1,000"),
        ("c.csv", b"title,body\na," + b"x" * 20_000_000, {}, "has a cell of more than 16,000,000 characters"),
        ("c.jsonl", LINE * 30, {"items": 20}, "c.jsonl:21: has more than 20 lines; the rest was not read"),
        ("d.json", b"[" + b'{"a": 1},' * 30 + b"{}]", {"items": 20}, "holds more than 20 records; the rest"),
        ("d.csv", b"title,body\n" + b"a,b\n" * 30, {"items": 20}, "holds more than 20 records; the rest"),
        ("d.jsonl", b'{"a": 1}\n' * 30, {"rejections": 20}, "has 20 rejected records; the rest of it was not read"),
    ],
)
def test_a_file_over_a_limit_is_rejected_and_the_next_is_read(taken, name, content, limits, problem):
    _, told = taken({name: content, "z.jsonl": LINE}, **limits)
    assert any(problem in one for one in told), told
    assert all(one.startswith(name) for one in told)
    assert taken({name: content, "z.jsonl": LINE}, **limits)[0] >= 1


# --- what is packed


def test_a_gzip_is_unpacked_up_to_its_limits(taken):
    small = gzip.compress(LINE * 100)
    assert taken({"a.jsonl.gz": small}) == (100, [])
    count, (told,) = taken({"a.jsonl.gz": small, "b.jsonl": LINE}, unpacked=5_000)
    assert "unpacks to more than 5,000 bytes; the rest was not read; split it, or raise `limits: unpacked`" in told
    assert count >= 1


@pytest.mark.parametrize(
    ("name", "beginning", "again"),
    [
        ("a.jsonl.gz", LINE, b" "),
        ("a.jsonl.gz", b'{"title": "', b"x"),
        ("a.json.gz", b"[", b"0,"),
        ("a.csv.gz", b"title,body\n", b'"'),
        ("a.txt.gz", b"A page\n", b"0"),
        ("a.html.gz", b"<html>", b"<p>"),
        ("a.xml.gz", b"<rss>", b"<item>"),
    ],
)
def test_a_gzip_bomb_stops_at_the_limit(taken, name, beginning, again):
    _, told = taken({name: gzipped(beginning, again, 100_000_000), "z.jsonl": LINE})
    assert any("unpacks to more than 200 times its size" in one or "is larger than 16,000,000" in one for one in told)
    assert all(one.startswith(name) for one in told)


def test_a_gzip_in_a_gzip_is_not_unpacked(taken):
    bomb = gzip.compress(gzipped(b"", b"\0", 10_000_000))
    count, (told,) = taken({"a.gz": bomb, "z.jsonl": LINE})
    assert (count, told.startswith("a.gz: is a gzip in a gzip, not text; ")) == (1, True)


def test_a_gzip_that_never_ends_stops_at_the_limit(taken):
    count, (told,) = taken(stdin=endless(gzip.compress(LINE * 1000)), unpacked=2_000_000)
    assert count > 1_000
    assert told.startswith("-: unpacks to more than 2,000,000 bytes; the rest was not read")


def test_a_gzip_of_empty_parts_without_end_stops_too(taken):
    count, (told,) = taken(stdin=endless(gzip.compress(b""), gzip.compress(LINE * 2000)))
    assert (count, "is a gzip that holds next to nothing" in told) == (2_000, True)


# --- what does not end


@pytest.mark.parametrize(
    ("again", "beginning", "limits", "problem"),
    [
        (LINE, b"", {"items": 5_000}, "-:5001: has more than 5,000 lines; the rest was not read"),
        (b"\n", LINE * 2, {"items": 50_000}, "-:50001: has more than 50,000 lines; the rest was not read"),
        (b'{"a": 1}\n', b"", {"rejections": 100}, "-: has 100 rejected records; the rest of it was not read"),
        (b"x", LINE + b'{"title": "', {}, "-: has a line of more than 64,000,000 bytes"),
        (b"<item>\n", b"", {}, "-: is larger than 16,000,000 bytes"),
        (b"<item><title>a</title></item>", b"<rss><channel>", {"file": 9_000_000}, "-: is larger than 9,000,000 bytes"),
        (b'{"title": "a"}, ', b"[", {"file": 9_000_000}, "-: is larger than 9,000,000 bytes"),
        (b"a,b\n", b"title,body\n", {"file": 9_000_000}, "-: is larger than 9,000,000 bytes"),
        (b"\0", b"", {}, "-: is a binary file, not text"),
    ],
)
def test_standard_input_that_never_ends_stops_at_the_limit(taken, again, beginning, limits, problem):
    stream = endless(again, beginning)
    count, told = taken({"z.jsonl": LINE}, stdin=stream, **limits)
    assert count >= 1
    assert told[-1].startswith(problem)
    assert "in mkdocs.yml" in told[-1] or "binary" in told[-1]
    assert stream.raw.given < 70_000_000


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_that_never_ends_is_no_text(tmp_path):
    gathered = gather(["/dev/zero"], tmp_path, TODAY)
    assert list(gathered.records()) == []
    assert "is a binary file, not text" in str(gathered.rejections[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_that_never_ends_stops_at_the_limit(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def pour() -> None:
        try:
            with pipe.open("wb") as file:
                while True:
                    file.write(LINE)
        except BrokenPipeError:
            pass

    pouring = threading.Thread(target=pour)
    pouring.start()
    gathered = gather(["pipe"], tmp_path, TODAY, limits=Limits(items=2_000))
    assert len(list(gathered.records())) == 2_000
    assert [str(one).partition(";")[0] for one in gathered.rejections] == ["pipe:2001: has more than 2,000 lines"]
    pouring.join(10)
    assert not pouring.is_alive()


# --- the order of inputs


def test_text_dumps_are_cleaned_together_and_come_in_their_turn(tmp_path):
    dump = "The plan is ready\n\nThe minister said on Monday that the plan was ready for all people in the country.\n"
    (tmp_path / "b.txt").write_text(dump)
    (tmp_path / "a.jsonl").write_bytes(LINE)
    (tmp_path / "c.jsonl").write_bytes(LINE)
    gathered = gather(["."], tmp_path, TODAY)
    assert [record.origin.file for record in gathered.records()] == ["a.jsonl", "b.txt", "c.jsonl"]
    assert (gathered.read, gathered.accepted, len(gathered.dumps)) == (3, 3, 1)


# --- the commands


@pytest.fixture
def command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    return lambda *arguments, given=None: CliRunner().invoke(main, list(arguments), input=given)


def site(limits=""):
    Path("mkdocs.yml").write_text(
        "site_name: X\ndocs_dir: content\ntheme: {name: material}\n"
        f"plugins:\n  - broadsheet:\n      limits: {{{limits}}}\n"
    )


def test_clean_keeps_to_the_limits_of_a_site_that_is_named(command):
    site("title: 5")
    Path("a.jsonl").write_bytes(LINE)
    assert command("clean", "a.jsonl").exit_code == 0
    result = command("clean", "a.jsonl", "-f", "mkdocs.yml")
    assert result.exit_code == 1
    assert "raise `limits: title` in mkdocs.yml" in result.stderr


def test_clean_puts_its_file_in_place_whole_or_not_at_all(command, monkeypatch):
    Path("a.jsonl").write_bytes(LINE * 3)
    Path("out.jsonl").write_text("what was there before\n")
    with monkeypatch.context() as broken:
        broken.setattr("broadsheet.gathering.record_line", lambda _: 1 / 0)
        assert isinstance(command("clean", "a.jsonl", "-o", "out.jsonl").exception, ZeroDivisionError)
    assert Path("out.jsonl").read_text() == "what was there before\n"
    assert command("clean", "a.jsonl", "-o", "out.jsonl").exit_code == 0
    assert len(Path("out.jsonl").read_text().splitlines()) == 3
    assert sorted(path.name for path in Path().iterdir()) == ["a.jsonl", "out.jsonl"]


def test_generate_goes_on_after_what_is_over_a_limit_and_exits_with_1(command):
    site("title: 20, items: 3")
    long = json.dumps({**GOOD, "id": "long", "title": "A headline that is much too long"}).encode() + b"\n"
    Path("a.jsonl").write_bytes(long + LINE)
    Path("b.jsonl").write_bytes(LINE * 5)
    result = command("generate", "a.jsonl", "b.jsonl")
    assert result.exit_code == 1
    assert "rejected  a.jsonl:1: title: " in result.stdout
    assert "rejected  b.jsonl:4: has more than 3 lines" in result.stdout
    assert len(list(Path("content/articles").rglob("*.md"))) == 1
    (kept,) = Path("rejected").iterdir()
    assert kept.read_bytes() == long


def test_a_million_rejected_bytes_are_kept_aside_as_they_were(command, monkeypatch):
    monkeypatch.setattr("broadsheet.sources.aside.IN_MEMORY", 1)
    site()
    records = [{"title": f"t{n}", "other": "é" * 1000} for n in range(500)]
    Path("a.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    assert command("generate", "a.jsonl", "-q").exit_code == 1
    (kept,) = Path("rejected").iterdir()
    assert kept.read_bytes() == Path("a.jsonl").read_bytes()


def test_an_article_links_and_lists_no_more_entities_than_the_limit(command):
    site("entities_per_page: 2")
    record = {**GOOD, "body": "Norway, Sweden, Denmark and Finland signed. Later, Finland and Norway met again."}
    Path("a.jsonl").write_text(json.dumps(record))
    result = command("generate", "a.jsonl")
    assert result.exit_code == 1
    (page,) = Path("content/articles").rglob("*.md")
    told = f"{page.relative_to('content').as_posix()}: names 4 entities, and the first 2 are linked and listed; "
    assert f"shortened content/{told}leave it so, or raise `limits: entities_per_page` in mkdocs.yml" in result.stdout
    text = page.read_text(encoding="utf-8")
    assert "entities/norway.md" in text
    assert "entities/sweden.md" in text
    assert "entities/denmark.md" not in text
    assert "entities/finland.md" not in text


def test_the_aliases_that_many_records_give_one_entity_stay_within_the_limit(command):
    site("aliases: 3")
    records = [
        {
            **GOOD,
            "title": f"T{n}",
            "body": f"Acme, number {n}, grew.",
            "entities": [{"name": "Acme", "aliases": [f"A{n}"]}],
        }
        for n in range(9)
    ]
    Path("a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    result = command("generate", "a.jsonl")
    assert result.exit_code == 1
    assert "shortened content/entities/acme.md: has 9 aliases, and the first 3 are listed; " in result.stdout
    before = {path: path.read_bytes() for path in Path("content").rglob("*.md")}
    assert command("generate").exit_code == 0
    assert {path: path.read_bytes() for path in Path("content").rglob("*.md")} == before
