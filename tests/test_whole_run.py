"""Promises of the whole run, for any records: twice is once, nothing is lost, nothing leaves content/."""

from __future__ import annotations

import datetime as dt
import json
import string
import tempfile
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet import archive, pipeline
from broadsheet.config import Config
from broadsheet.edition import newest_first
from broadsheet.gathering import gather
from broadsheet.markdown_text import unlink
from broadsheet.outputs.exports import cleaned

TODAY = dt.date(2026, 5, 28)

WORDS = st.sampled_from(
    [
        *["Ukraine", "L’Ukraine", "Kyiv", "Ada Brandt", "Israël", "ウクライナ", "أوكرانيا", "The", "said", "on Monday"],
        *[
            "#",
            "-",
            "1.",
            "***",
            "<b>",
            "<!-- broadsheet:title -->",
            "](x)",
            "`",
            "{{ x }}",
            "---",
            ": -",
            "\\",
            "|",
            "&lt;",
        ],
        *["../../etc/passwd", "javascript:alert(1)", "😀", "\u202e", "\u00a0", "a_b_c", "https://x.example/Ukraine"],
    ],
)
PHRASE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
TEXT = st.lists(PHRASE, min_size=1, max_size=4).map("\n\n".join)
RECORD = st.fixed_dictionaries(
    {"title": PHRASE, "body": TEXT},
    optional={
        "id": st.text(string.ascii_lowercase + "./:\\ é", min_size=1, max_size=4),
        "url": st.sampled_from(["https://a.example/1", "https://a.example/1?utm_source=x", "https://b.example/"]),
        "published": st.sampled_from(["2026-05-01", "2026-05-01T10:00:00Z", "1 May 2026", "2024-04-16"]),
        "retrieved": st.just("2026-05-02"),
        "source": st.fixed_dictionaries({"name": PHRASE}),
        "authors": st.lists(PHRASE, max_size=2),
        "topics": st.lists(PHRASE, max_size=2),
        "language": st.sampled_from(["en", "fr", "ja", "ar"]),
        "description": PHRASE,
        "section": PHRASE,
        "rights": PHRASE,
        "entities": st.lists(
            st.fixed_dictionaries({"name": PHRASE}, optional={"kind": st.sampled_from(["person", "place"])}),
            max_size=2,
        ),
        "unknown": st.dictionaries(st.text(max_size=3), st.integers() | PHRASE, max_size=2),
    },
)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Site:
    """A site in a folder of its own."""

    def __init__(self, folder):
        self.folder = Path(folder)
        (self.folder / "content").mkdir()
        self.config = Config(
            path=self.folder / "mkdocs.yml",
            docs_dir=self.folder / "content",
            site_name="A & B",
            site_url="https://news.example/",
            per_page=3,
            today=TODAY,
        )

    def generate(self, *records, **more):
        inputs = []
        if records:
            (self.folder / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
            inputs = ["in.jsonl"]
        return pipeline.generate(self.config, inputs, base=self.folder, **more)

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.name not in {"in.jsonl", ".broadsheet.lock"} and ".cache" not in path.parts
        }


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


@FEW
@given(records=st.lists(RECORD, min_size=1, max_size=5))
def test_running_twice_changes_nothing(records):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        first = site.generate(*records)
        files = site.files()
        assert all(name.startswith(("content/", "rejected/")) for name in files)
        assert first.articles + len(first.folded) + len(first.rejections) == len(records)
        again = site.generate(*records)
        assert set(again.counts) <= {"unchanged"}, [step for step in again.steps if step.verdict != "unchanged"]
        refreshed = site.generate()
        assert set(refreshed.counts) <= {"unchanged"}, [step for step in refreshed.steps if step.verdict != "unchanged"]
        assert site.files() == files


@FEW
@given(records=st.lists(RECORD, min_size=1, max_size=4))
def test_another_archive_makes_the_same_articles_of_the_export(records):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first, second = Site(one), Site(other)
        first.generate(*records)
        lines = (first.config.docs_dir / "data/archive.jsonl").read_text("utf-8").splitlines()
        assert not second.generate(*map(json.loads, lines)).rejections
        here, there = (archive.load(site.config.docs_dir).articles for site in (first, second))
        assert {known: _told(article) for known, article in there.items()} == {
            known: _told(article) for known, article in here.items()
        }


def _told(article):
    """What an export must keep of an article; an empty list or object says nothing."""
    fields = (
        *("title", "body", "url", "published", "updated", "retrieved", "source", "source_url", "authors", "topics"),
        *("language", "description", "section", "rights", "also_at"),
    )
    return [getattr(article, name) for name in fields], cleaned(article.extra)


@FEW
@given(records=st.lists(RECORD, min_size=1, max_size=4))
def test_what_was_written_is_read_back(records):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        site.generate(*records)
        admitted = archive.admit(
            archive.load(Path(folder) / "none"), gather(["in.jsonl"], site.folder, TODAY).records()
        )
        loaded = archive.load(site.config.docs_dir)
        assert not loaded.findings
        written = sorted(admitted.articles, key=newest_first)
        read = sorted(loaded.articles.values(), key=newest_first)
        assert read == written


@FEW
@given(records=st.lists(RECORD, min_size=1, max_size=3))
def test_the_text_of_a_record_never_acts(records):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        site.generate(*records)
        convert = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables", "footnotes", "admonition"])
        for name, page in site.files().items():
            if name.endswith(".md"):
                html = convert.reset().convert(page.decode().split("\n---\n", 1)[1])
                for tag in ("<b>", "<script", "<img", "javascript:", "<table"):
                    assert f'href="{tag}' not in html if tag == "javascript:" else tag not in html, (name, tag, html)


def test_links_are_only_added(site):
    body = "Ukraine asked Israel for Iron Dome on Friday.\n\nUkraine waits; `code` and *stars* stay."
    site.generate({"id": "x", "title": "T", "body": body, "published": "2026-05-01", "language": "en"})
    (page,) = (site.folder / "content/articles/2026/05/01").glob("*.md")
    text = page.read_text()
    assert text.count("](../../../../entities/ukraine.md) asked") == 1
    assert "Ukraine asked Israel for Iron Dome on Friday.\n\nUkraine waits; \\`code\\` and \\*stars\\* stay." in unlink(
        text
    )


def test_a_dry_run_writes_nothing(site):
    report = site.generate({"title": "T", "body": "Rain in Norway."}, {"title": ""}, dry_run=True)
    assert report.counts["created"] > 1
    assert len(report.rejections) == 1
    assert site.files() == {}


def test_the_order_of_records_does_not_matter(site, tmp_path):
    records = [
        {"id": f"r{n}", "title": f"Ada Brandt visits Norway, part {n}", "published": "2026-05-01", "language": "en",
         "body": f"Ada Brandt, of the Varda Institute, visited Norway for the {n}th time."}
        for n in range(7)
    ]  # fmt: skip
    site.generate(*records)
    (tmp_path / "other").mkdir()
    other = Site(tmp_path / "other")
    other.generate(*reversed(records))
    origin = [b"  item: %d\n" % n for n in range(1, 8)]

    def without_origin(files):
        return {name: _without(page, origin) for name, page in files.items() if not name.startswith("other/")}

    assert without_origin(site.files()) == without_origin(other.files())


def _without(page, lines):
    for line in lines:
        page = page.replace(line, b"")
    return b"\n".join(line for line in page.split(b"\n") if not line.startswith(b"fingerprint:"))
