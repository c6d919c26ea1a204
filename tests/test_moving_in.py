"""Moving in: `broadsheet import` from each program, wrong usage, and what is meant to do harm."""

from __future__ import annotations

import gzip
import json
import os
import random
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import moving_samples as samples
from broadsheet.cli import main
from broadsheet.cli.moving import PROGRAMS as NAMES
from broadsheet.limits import USUAL
from broadsheet.sources.moving_in import PROGRAMS
from broadsheet.sources.moving_in.blog_text import from_markdown, from_wordpress, without_hugo, without_liquid
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.settings_text import from_python, front_matter
from moving_samples import BODY, page, put, zipped


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    return lambda *words: CliRunner().invoke(main, ["import", *(str(word) for word in words)])


def records(result):
    assert "Traceback" not in result.output
    assert not result.exception or isinstance(result.exception, SystemExit), repr(result.exception)
    return {one["title"]: one for one in map(json.loads, result.stdout.splitlines())}


def test_the_command_line_names_the_programs_that_there_are():
    assert set(NAMES) == {one.name for one in PROGRAMS}


def test_hugo(run, tmp_path):
    put(tmp_path / "blog", samples.HUGO)
    result = run("blog")
    made = records(result)
    assert set(made) == {"The bridge is repaired", "A bundle"}
    one = made["The bridge is repaired"]
    assert one["body"] == (
        f"What was said\n\n{BODY} See the plan and more.\n\nThe bridge in April\n\n- one\n- two\n\n"
        'fmt.Println("hi")\n\nBring a coat.\n\n{{< figure >}} is a shortcode.[1]\n\n- A note.'
    )
    del one["body"]
    assert one == {
        "url": "https://blog.example/posts/repair/",
        "title": "The bridge is repaired",
        "published": "2024-04-16T10:30:00+02:00",
        "updated": "2024-04-17",
        "source": {"name": "The Bridge", "url": "https://blog.example/"},
        "authors": ["Ada Martin"],
        "language": "en-GB",
        "description": "At last.",
        "topics": ["bridges", "council", "Town"],
        "image": {"url": "https://blog.example/img/bridge.jpg"},
        "origin": {"file": "blog/content/posts/repair.md"},
    }
    assert made["A bundle"]["url"] == "https://blog.example/posts/parcel/"
    assert result.exit_code == 1
    assert "rejected  blog/content/posts/broken.md: has front matter that is not YAML (line 3" in result.stderr
    assert "rejected  blog/content/posts/old.adoc: is AsciiDoc, which is not read; convert it to" in result.stderr
    assert "left out  drafts (1): content/posts/draft.md\n" in result.stderr
    assert "left out  pages that are no posts (no date) (1): content/about.md\n" in result.stderr
    assert "taken out shortcode figure (1)\n" in result.stderr
    assert "taken out link addresses (their words stay) (1)\n" in result.stderr
    assert result.stderr.endswith("2 records, 2 rejected, 4 left out.\n")
    assert records(run("blog/content/posts"))["A bundle"]["url"] == "https://blog.example/posts/parcel/"


def test_jekyll(run, tmp_path):
    put(tmp_path / "blog", samples.JEKYLL)
    result = run("blog")
    made = records(result)
    assert result.exit_code == 0
    assert set(made) == {"The ferry runs!", "No title"}
    one = made["The ferry runs!"]
    assert one["url"] == "https://ferry.example/news/town/river/2024/04/16/ferry-runs/"
    assert one["body"] == f"{BODY}\n\nputs 'hi'\n\nAt the pier\n\nIt is and {{{{ kept }}}}."
    assert one["authors"] == ["Ada Martin"]
    assert one["topics"] == ["ferry", "slow travel", "town", "river"]
    assert one["published"] == "2024-04-16T10:30:00+02:00"
    assert made["No title"]["published"] == "2024-04-18"
    assert made["No title"]["authors"] == ["Bo Stern"]
    assert "left out  drafts (1): _drafts/soon.md\n" in result.stderr
    assert "left out  posts that say `published: false` (1)" in result.stderr
    assert records(run("blog/_posts")) == {
        name: {**one, "origin": {"file": one["origin"]["file"]}} for name, one in made.items()
    }


def test_an_address_is_told_only_where_it_is_sure(run, tmp_path):
    posts = {
        "2024-04-16-plain.md": f"---\ntitle: Plain\n---\n{BODY}",
        "2024-04-16-night.md": f"---\ntitle: Night\ndate: 2024-04-16 23:30:00 -0800\n---\n{BODY} At night.",
        "2024-04-16-moved.md": f"---\ntitle: Moved\npermalink: /:path/x/\n---\n{BODY} Moved.",
        "2024-99-99-never.md": f"---\ntitle: Never\ndate: 9999-12-31 23:30:00 -0800\n---\n{BODY} Never.",
    }
    put(tmp_path / "blog", {**samples.JEKYLL, **{f"_posts/{name}": text for name, text in posts.items()}})
    made = records(run("blog"))
    assert made["Plain"]["url"] == "https://ferry.example/news/2024/04/16/plain/"
    assert not {"url"} & (made["Night"].keys() | made["Moved"].keys())
    put(
        tmp_path / "hugo",
        {**samples.HUGO, "hugo.toml": samples.HUGO["hugo.toml"] + "[permalinks]\nposts = '/:year/'\n"},
    )
    assert "url" not in records(run("hugo"))["A bundle"]


def test_a_site_comes_in_a_zip_archive_as_it_is_downloaded(run):
    Path("blog.zip").write_bytes(zipped({f"blog-main/{name}": text for name, text in samples.HUGO.items()}))
    made = records(run("blog.zip"))
    assert made["A bundle"]["url"] == "https://blog.example/posts/parcel/"
    assert made["A bundle"]["origin"] == {"file": "blog.zip/blog-main/content/posts/bundle/index.md"}


def test_pelican(run, tmp_path):
    put(tmp_path / "blog", samples.PELICAN)
    result = run("blog")
    made = records(result)
    one = made["The mill turns"]
    assert one["url"] == "https://mill.example/mill-turns.html"
    assert one["body"] == BODY
    assert (one["authors"], one["topics"]) == (["Ada Martin", "Bo Stern"], ["mill", "water", "Town"])
    assert (one["published"], one["updated"]) == ("2024-04-16T10:20:00", "2024-04-17")
    assert one["description"] == "It turns again."
    assert made["In HTML"]["published"] == "2024-04-17T09:00:00"
    assert made["In HTML"]["body"] == BODY
    assert made["In HTML"]["authors"] == ["Cy"]
    assert "left out  drafts (1): content/draft.md\n" in result.stderr
    assert "left out  pages that are no posts (1): content/pages/about.md\n" in result.stderr


def test_commas_part_pelicans_authors_where_no_semicolon_does(run, tmp_path):
    for name, told in (("one", "Ann Bee, Cy Dee"), ("two", "Bee, Ann; Dee, Cy")):
        put(
            tmp_path / "blog",
            {f"content/{name}.md": f"Title: {name}\nDate: 2024-02-03\nAuthors: {told}\n\nThe mill turns.\n"},
        )
    made = records(run("blog", "--from", "pelican"))
    assert made["one"]["authors"] == ["Ann Bee", "Cy Dee"]
    assert made["two"]["authors"] == ["Bee, Ann", "Dee, Cy"]


def test_restructuredtext_is_read_with_docutils_and_told_where_there_is_none(run, tmp_path, monkeypatch):
    put(tmp_path / "blog", samples.PELICAN)
    monkeypatch.setattr("broadsheet.sources.moving_in.rst_text.import_module", _no_module)
    result = run("blog")
    assert "old.rst: is reStructuredText, read with docutils; pip install docutils" in result.stderr.replace(
        "which is ", ""
    )
    assert result.exit_code == 1
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    pytest.importorskip("docutils")
    secret = put(tmp_path, {"secret.txt": "hush"}) / "secret.txt"
    hostile = (
        f"Title\n#####\n\n:date: 2024-01-01\n\nText.\n\n.. include:: {secret}\n\n.. raw:: html\n   :file: {secret}\n"
    )
    put(tmp_path / "blog", {"content/old.rst": hostile})
    one = records(run("blog"))["Title"]
    assert (one["published"], one["body"]) == ("2024-01-01", "Text.")


def test_material(run, tmp_path):
    put(tmp_path / "blog", samples.MATERIAL)
    result = run("blog")
    (one,) = records(result).values()
    assert one["url"] == "https://lock.example/blog/2024/04/16/lock-opens/"
    assert one["title"] == "The lock opens"
    assert one["body"] == f"{BODY}\n\nMind the gap\n\nIt is deep.\n\nSummer\n\nOpen."
    assert (one["published"], one["updated"]) == ("2024-04-16", "2024-04-17")
    assert (one["authors"], one["topics"], one["language"]) == (["Ada Martin"], ["lock", "Town"], "en")
    assert "left out  drafts (1)" in result.stderr
    assert len(records(run("blog/docs/blog/posts"))) == 1


def test_opml(run, tmp_path):
    put(tmp_path / "feeds", samples.OPML)
    result = run("feeds")
    made = records(result)
    assert made["The bridge stands"]["source"] == {"name": "The Bridge", "url": "https://bridge.example/"}
    assert made["The bridge stands"]["topics"] == ["bridges", "Town"]
    assert made["The ferry sails"]["topics"] == ["bridges", "Town", "Water", "News"]
    assert made["Something else"]["source"]["name"] == "Feed's own title"
    assert "left out  feeds on the list that are not in the folder (1): https://gone.example/rss\n" in result.stderr
    assert "note      Nothing is fetched" in result.stderr
    # A list that is named by itself takes what it lists, and nothing else that lies there.
    assert set(records(run("feeds/subscriptions.opml"))) == {"The bridge stands", "The ferry sails"}


def test_wordpress(run):
    Path("export.xml").write_text(samples.WORDPRESS, encoding="utf-8")
    result = run("export.xml")
    made = records(result)
    assert result.exit_code == 0
    blocks = made["Blocks"]
    assert blocks["body"] == f"{BODY}\n\nThe tower"
    assert blocks["url"] == "https://wp.example/blocks/"
    assert (blocks["published"], blocks["updated"]) == ("2024-04-16T10:30:00+02:00", "2024-04-17T08:30:00Z")
    assert (blocks["authors"], blocks["topics"]) == (["Ada Martin"], ["Town & River", "bridges"])
    assert blocks["image"] == {"url": "https://wp.example/tower.jpg"}
    assert blocks["source"] == {"name": "The Tower", "url": "https://wp.example"}
    assert blocks["language"] == "en-US"
    assert made["Classic"]["body"] == f"{BODY}\n\nSecond [sic] paragraph.\n\nSeen"
    for line in ("pages (1): About", "drafts (1): Draft", "attachments (pictures and files) (1): Photo"):
        assert f"left out  {line}\n" in result.stderr
    assert "taken out comments (1)\n" in result.stderr
    Path("export.zip").write_bytes(zipped({"a.xml": samples.WORDPRESS}))
    assert set(records(run("export.zip"))) == set(made)


@pytest.mark.parametrize("form", ["json", "csv", "xml", "json.gz"])
def test_wallabag(run, form):
    told = {"csv": samples.WALLABAG_CSV, "xml": samples.WALLABAG_XML}.get(form, json.dumps(samples.WALLABAG))
    data = told.encode()
    Path(f"all.{form}").write_bytes(gzip.compress(data) if form.endswith("gz") else data)
    result = run(f"all.{form}")
    (one,) = records(result).values()
    assert one["body"] == BODY
    assert one["retrieved"].startswith("2024-04-20T08:00:00")
    assert one["topics"][0] == "town"
    assert one["source"] == {"name": "bridge.example"}
    if form == "json":
        assert one["published"] == "2024-04-16T08:30:00Z"
        assert (one["authors"], one["language"]) == (["Ada Martin"], "en-GB")
        assert "all.json:2: body: has no text: Wallabag could not read the page; save the page" in result.stderr
        assert result.exit_code == 1


@pytest.mark.parametrize("packed", [True, False])
def test_omnivore(run, tmp_path, packed):
    if packed:
        Path("export").write_bytes(zipped(samples.OMNIVORE))
    else:
        put(tmp_path / "export", samples.OMNIVORE)
    result = run("export")
    (one,) = records(result).values()
    assert one["body"] == BODY
    assert (one["published"], one["retrieved"]) == ("2024-04-16T08:30:00Z", "2024-04-20T08:00:00Z")
    assert (one["authors"], one["topics"], one["description"]) == (["Ada Martin"], ["town"], "It does.")
    assert "metadata_0_to_20.json:2: body: has no text in content/" in result.stderr
    assert "left out  PDF files (1): A paper\n" in result.stderr
    assert "left out  highlights and notes on texts (1)\n" in result.stderr


@pytest.mark.parametrize("name", ["ril_export.html", "part_000000.csv"])
def test_pocket_has_no_texts_and_says_what_to_do(run, name):
    Path(name).write_text(samples.POCKET_HTML if name.endswith("html") else samples.POCKET_CSV)
    result = run(name, "--json", "-o", "none.jsonl")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["records"] == 0
    assert told["rejected"][0]["record"] == {
        "url": "https://bridge.example/1",
        "title": "The bridge",
        "topics": ["town", "read later"],
    }
    assert "wget -i addresses.txt" in told["notes"][0]


def test_pages_that_come_with_a_pocket_export_have_its_tags(run):
    pytest.importorskip("warcio")
    Path("ril_export.html").write_text(samples.POCKET_HTML)
    Path("pages.warc.gz").write_bytes(samples.warc(("https://bridge.example/1", "200 OK", page("A"), "text/html")))
    result = run("ril_export.html", "pages.warc.gz")
    assert records(result)["A"]["topics"] == ["town", "read later"]
    assert result.stderr.count("rejected  ") == 1
    assert '"https://gone.example/": Pocket' in result.stderr


class TestWarc:
    def test_pages_come_once_and_what_is_none_is_told(self, run):
        pytest.importorskip("warcio")
        site, html = "https://bridge.example", "text/html; charset=utf-8"
        data = samples.warc(
            (f"{site}/1", "200 OK", page("First"), "text/html"),
            (f"{site}/1", "200 OK", page("First"), "text/html"),
            (f"{site}/1", "200 OK", page("First").replace(b"<article>", b"<article><!-- ad -->"), "text/html"),
            (f"{site}/2", "200 OK", samples.packed(page("Packed")), html),
            (f"{site}/3", "404 Not Found", page("Gone"), html),
            (f"{site}/4", "301 Moved", b"", html),
            (f"{site}/i.png", "200 OK", b"\x89PNG", "image/png"),
            (f"{site}/", "200 OK", b"<html><body><a href=x>x</a></body></html>", html),
            (
                f"{site}/5",
                "200 OK",
                page("Grüße").decode().encode("cp1251", "replace"),
                "text/html; charset=windows-1251",
            ),
        )
        data += samples.revisit(f"{site}/1")
        Path("site.warc.gz").write_bytes(data)
        Path("site.warc").write_bytes(gzip.decompress(data))
        Path("site.wacz").write_bytes(zipped({"archive/data.warc.gz": data, "pages/pages.jsonl": "{}"}))
        result = run("site.warc.gz")
        made = records(result)
        assert {"First", "Packed"} <= set(made)
        assert len(made) == 3
        assert made["First"]["url"] == f"{site}/1"
        assert made["First"]["retrieved"] == "2024-04-20T08:00:00Z"
        assert "left out  pages saved again, unchanged (3)" in result.stderr
        assert "left out  answers with status 404 (1)" in result.stderr
        assert "left out  files that are no pages (pictures, scripts, …) (1)" in result.stderr
        assert result.exit_code == 0
        for other in ("site.warc", "site.wacz"):
            assert records(run(other)).keys() == made.keys()

    def test_what_is_broken_or_grows_is_told_and_the_rest_is_read(self, run):
        pytest.importorskip("warcio")
        bomb = samples.packed(b"<html>" + b"<p>a</p>" * 3_000_000)
        assert len(bomb) < 100_000
        data = samples.warc(
            ("https://a.example/1", "200 OK", page("First"), "text/html"),
            ("https://a.example/2", "200 OK", bomb, "text/html"),
            ("https://a.example/3", "200 OK", page("Third"), "text/html"),
        )
        Path("a.warc.gz").write_bytes(data)
        result = run("a.warc.gz")
        assert set(records(result)) == {"First", "Third"}
        assert f"is larger than {USUAL.record:,} bytes" in result.stderr
        noise = "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9FFF), k=60_000)))  # noqa: S311 - no secret
        data += samples.warc(("https://a.example/4", "200 OK", page("Fourth", noise), "text/html"))
        Path("cut.warc.gz").write_bytes(data[: len(data) - 300])
        result = run("cut.warc.gz")
        assert "First" in records(result)
        assert "cut.warc.gz" in result.stderr
        assert result.exit_code == 1

    def test_without_warcio_it_is_told_how_to_install_it(self, run, monkeypatch):
        Path("a.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
        monkeypatch.setattr("broadsheet.sources.moving_in.warc.import_module", _no_module)
        result = run("a.warc")
        assert result.exit_code == 2
        assert 'pip install "broadsheet[warc]"' in result.output


def _no_module(name):
    raise ImportError(f"No module named {name!r}")


def test_what_comes_in_is_what_generate_reads(run, tmp_path):
    put(tmp_path / "blog", samples.JEKYLL)
    assert run("blog", "-o", "out/blog.jsonl").exit_code == 0
    assert CliRunner().invoke(main, ["new", "site", "-q"]).exit_code == 0
    made = CliRunner().invoke(main, ["generate", "-f", "site/mkdocs.yml", "out/blog.jsonl"])
    assert made.exit_code == 0, made.output
    assert len(list(Path("site/content/articles").rglob("*.md"))) == 2


def test_the_report_is_json_for_machines_and_short_if_asked(run, tmp_path):
    put(tmp_path / "blog", samples.HUGO)
    told = json.loads(run("blog", "--json", "-o", "a.jsonl").stdout)
    assert told["records"] == 2
    assert told["read"] == [{"path": "blog", "from": "hugo"}]
    assert {"why": "drafts", "count": 1, "first": ["content/posts/draft.md"]} in told["left_out"]
    assert told["taken_out"]["shortcode figure"] == 1
    assert {one["file"] for one in told["rejected"]} == {"blog/content/posts/broken.md", "blog/content/posts/old.adoc"}
    quiet = run("blog", "-q", "-o", "b.jsonl")
    assert quiet.stdout == ""
    assert all(line.startswith("rejected  ") for line in quiet.stderr.splitlines())
    assert Path("a.jsonl").read_bytes() == Path("b.jsonl").read_bytes() == run("blog").stdout_bytes


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Missing argument 'PATH...'"),
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "empty: is from no program known here"),
        (["notes"], "notes: holds Markdown, and nothing tells of which program; say so with --from (jekyll, hugo,"),
        (
            ["blog", "--from", "wordpress"],
            "blog: is not a WordPress export (WXR); it looks like a Jekyll site: --from jekyll",
        ),
        (
            ["notes", "--from", "warc"],
            "notes: is not a WARC file, or a folder of them; name the file or the folder itself",
        ),
        (["ours"], "ours: holds an archive of Broadsheet's own; `broadsheet export jsonl` gives out its records"),
        (["blog", "--from", "blogger"], "'blogger' is not one of"),
        (["blog", "--json"], "name a file for them with -o"),
        (["both"], "both: may be from jekyll or hugo; say which with --from"),
        (["blog", "-f", "other.yml"], "other.yml: there is no such file"),
        (["blog", "-o", "blog/_config.yml/x"], "cannot be written"),
        pytest.param(
            ["pipe"], "pipe: is no file and no folder", marks=pytest.mark.skipif(os.name == "nt", reason="none")
        ),
        (["odd.zip"], "odd.zip: is a zip archive that cannot be read"),
    ],
)
def test_wrong_usage_says_what_to_do(run, tmp_path, words, says):
    put(tmp_path / "blog", samples.JEKYLL)
    put(tmp_path / "both", {**samples.JEKYLL, "hugo.toml": 'baseURL = "x"'})
    put(tmp_path / "notes", {"a.md": "Text."})
    put(tmp_path / "ours", {"content/feeds.opml": "<opml/>", "content/.broadsheet/pages.jsonl": ""})
    (tmp_path / "empty").mkdir()
    with suppress(AttributeError):  # Windows has none
        os.mkfifo(tmp_path / "pipe")
    Path("odd.zip").write_bytes(b"PK\x03\x04" + b"\0" * 50)
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_a_program_may_be_named_where_nothing_tells(run, tmp_path):
    put(tmp_path / "notes", {"posts/2024-01-02-a-note.md": f"---\nauthor: Ada\n---\n{BODY}"})
    for program in ("hugo", "jekyll"):
        (one,) = records(run("notes", "--from", program)).values()
        assert (one["title"], one["published"], one["authors"]) == ("A note", "2024-01-02", ["Ada"])


# What is meant to do harm


def test_links_and_names_that_lead_out_are_refused(run, tmp_path):
    put(tmp_path / "blog", samples.JEKYLL)
    secret = put(tmp_path, {"secret.md": "Hush hush, this is a secret."}) / "secret.md"
    (tmp_path / "blog/_posts/2024-01-01-secret.md").symlink_to(secret)
    (tmp_path / "blog/_posts/folder").symlink_to(tmp_path)
    result = run("blog")
    assert "hush" not in result.stdout.lower()
    assert "2024-01-01-secret.md: leads out of its folder" in result.stderr
    outside = {
        "../../_posts/2024-01-01-a.md": BODY,
        "/_posts/2024-01-01-b.md": BODY,
        "C:\\_posts\\2024-01-01-c.md": BODY,
    }
    Path("blog.zip").write_bytes(zipped({**samples.JEKYLL, **outside}))
    result = run("blog.zip")
    assert set(records(result)) == {"The ferry runs!", "No title"}
    assert result.stderr.count("leads out of its folder") >= 2
    assert not (tmp_path.parent / "_posts").exists()


def test_archives_that_grow_are_not_unpacked(run):
    big = b"<p>a</p>" * 5_000_000
    Path("bomb.zip").write_bytes(zipped({**samples.OMNIVORE, "content/bridge.html": big}))
    result = run("bomb.zip")
    assert result.exit_code == 1
    assert "bridge.html: " in result.stderr
    Path("feed.xml.gz").write_bytes(gzip.compress(samples.WORDPRESS.encode() + b" " * 60_000_000))
    result = run("feed.xml.gz")
    assert "unpacks to more than 200 times its size" in result.stderr
    Path("locked.zip").write_bytes(zipped(samples.OMNIVORE))
    data = bytearray(Path("locked.zip").read_bytes())
    with zipfile.ZipFile("locked.zip") as archive:
        for one in archive.infolist():
            data[one.header_offset + 6] |= 1  # says that it is encrypted
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    Path("locked.zip").write_bytes(data)
    assert "cannot be unpacked" in run("locked.zip").stderr


def test_xml_fetches_nothing_and_does_not_grow(run, tmp_path):
    secret = put(tmp_path, {"secret.txt": "hush"}) / "secret.txt"
    declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "yes">]>'
    text = samples.WORDPRESS.replace("<rss", f"{declared}<rss", 1).replace("<title>The Tower", "<title>&x;&y;The Tower")
    Path("a.xml").write_text(text)
    result = run("a.xml")
    assert "hush" not in result.output
    assert len(records(result)) == 2
    bomb = '<!DOCTYPE rss [<!ENTITY a "' + "a" * 50_000 + '">]>'
    text = samples.WORDPRESS.replace("<rss", f"{bomb}<rss", 1).replace("<title>The Tower", "<title>" + "&a;" * 5_000, 1)
    Path("b.xml").write_text(text)
    assert "is an XML bomb" in run("b.xml").stderr
    Path("c.xml").write_text(samples.WORDPRESS[:-900])
    result = run("c.xml")
    assert "ends in the middle" in result.stderr
    assert len(records(result)) == 2


@pytest.mark.parametrize(
    "head",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "a: " + "[" * 20_000,
        "a: " + "{b: " * 5_000,
        "!!python/object/apply:os.system ['echo']",
        "a: !!binary x\ntitle: 2024-01-01",
        "- a\n- b",
        "a: \x00",
        "title: {x: 1}\ndate: [1]\ntags: {a: 1}\nauthors: [[a], {name: {x: 1}}, 5, null]\nimage: [{}]",
    ],
)
def test_hostile_front_matter_stops_nothing(run, tmp_path, head):
    put(tmp_path / "blog", {**samples.JEKYLL, "_posts/2024-01-01-x.md": f"---\n{head}\n---\n{BODY}"})
    assert {"The ferry runs!", "No title"} <= set(records(run("blog")))


def test_settings_are_read_and_never_run():
    assert from_python("import os\nSITENAME = 'A'\nSITEURL = os.system('x')\nB = C = 3\n") == {
        "SITENAME": "A",
        "B": 3,
        "C": 3,
    }
    assert from_python("SITENAME = (") == {}
    assert from_python("(" * 5_000) == {}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_texts_come_in_any_encoding_and_with_any_ends_of_line(run, tmp_path, encoding):
    put(tmp_path / "blog", samples.JEKYLL)
    text = "---\r\ntitle: Über die Brücke\r\n---\r\nDie Brücke über den Fluß wird größer, sagte der Bürgermeister.\r\n"
    (tmp_path / "blog/_posts/2024-05-01-bruecke.md").write_bytes(text.encode(encoding))
    one = records(run("blog"))["Über die Brücke"]
    assert one["body"].startswith("Die Brücke über den Fluß")


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "![" * 50_000, "<a " * 50_000, "[a](" * 50_000, "> " * 50_000, "{{<" * 50_000, "{% " * 50_000,
     "(\n\n[" * 5_000, "[" * 500 + "]" * 500, "`" * 99_999, "*a " * 20_000, "[gallery " * 20_000],
)  # fmt: skip
def test_no_text_takes_minutes(text):
    began = time.process_time()
    for way in (without_hugo, without_liquid):
        from_markdown(way(text, Notes()), Notes())
    from_wordpress(text, Notes())
    assert time.process_time() - began < 20


def test_limits_of_a_site_hold(run, tmp_path):
    put(tmp_path / "blog", samples.JEKYLL)
    Path("mkdocs.yml").write_text("site_name: A\nplugins: [broadsheet: {limits: {body: 60, rejections: 1}}]\n")
    result = run("blog", "-f", "mkdocs.yml")
    assert "more than 60" in result.stderr
    assert "the rest of it was not read" in result.stderr


def test_front_matter_is_told_from_text():
    assert front_matter("Text.") == ({}, "Text.")
    assert front_matter("---\ntitle: A\n---\nText.") == ({"title": "A"}, "Text.")
    assert front_matter("+++\nDate = 2024-01-02\n+++\nText.") == ({"date": "2024-01-02"}, "Text.")
    assert front_matter('{\n "title": "A"\n}\nText.', json=True)[0] == {"title": "A"}
    assert front_matter("Title: A\nTags: b,\n    c\n\nText.", plain_keys=True) == (
        {"title": "A", "tags": "b, c"},
        "\nText.",
    )
    assert front_matter("---\nA rule, and no end.") == ({}, "---\nA rule, and no end.")


@pytest.mark.parametrize("seed", range(12))
def test_what_is_damaged_at_random_stops_nothing(run, tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    folder = tmp_path / "all"
    put(folder / "blog", [samples.HUGO, samples.JEKYLL, samples.PELICAN, samples.MATERIAL][seed % 4])
    single = {
        "wp.xml": samples.WORDPRESS.encode(),
        "all.json": json.dumps(samples.WALLABAG).encode(),
        "all.csv": samples.WALLABAG_CSV.encode(),
        "all.xml": samples.WALLABAG_XML.encode(),
        "o.zip": zipped(samples.OMNIVORE),
        "ril_export.html": samples.POCKET_HTML.encode(),
        "subs.opml": samples.OPML["subscriptions.opml"].encode(),
    }
    for name, data in single.items():
        (folder / name).write_bytes(data)
    for path in [one for one in folder.rglob("*") if one.is_file()]:
        damaged = bytearray(path.read_bytes())
        for _ in range(min(len(damaged), 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.randrange(len(damaged) + 1)] if chance.random() < 0.3 else damaged)
    for path in ("blog", *single):
        result = run(folder / path)
        assert result.exit_code in (0, 1, 2), path
        assert not result.exception or isinstance(result.exception, SystemExit), (path, result.exception)
