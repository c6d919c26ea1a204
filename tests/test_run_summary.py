"""The summary of a job: what changed, what was rejected, what waits; and nothing in it is anybody's Markdown."""

import re

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.run_summary import _code

RECORDS = """\
{"id": "1", "title": "Rain in Oslo", "published": "2026-05-03", "language": "en", "body": "It rained in Norway."}
{"id": "2", "title": "Snow @everyone <b>", "published": "2026-05-04", "language": "en", "body": "It snowed in Norway."}
{"id": "3", "body": "No title <img src=x> @ghost https://evil.example | `x` [y](z)"}
"""


@pytest.fixture
def summary(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: T\ndocs_dir: content\nplugins: [broadsheet]\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "in.jsonl").write_text(RECORDS, encoding="utf-8")
    return tmp_path / "summary.md"


def run(*words):
    return CliRunner().invoke(main, ["generate", *words], catch_exceptions=False)


def test_a_summary_tells_what_changed_what_was_rejected_and_the_inbox(summary):
    assert run("in.jsonl").exit_code == 1
    said = summary.read_text("utf-8")
    assert said.startswith("# Broadsheet\n\n3 records read, **1 rejected**, 0 folded. 2 articles and ")
    assert re.search(r"^\| created \| [1-9]", said, re.MULTILINE)
    assert "## Rejected (1)\n\n- `in.jsonl:3: title" in said
    assert "## New articles (2)\n\n- `articles/2026/05/03/rain-in-oslo.md`" in said


def test_a_run_without_news_says_so(summary):
    run("in.jsonl")
    summary.unlink()
    run()
    assert "No page changed." in summary.read_text("utf-8")


def test_a_dry_run_adds_nothing(summary):
    run("in.jsonl", "--dry-run")
    assert not summary.exists()


def test_an_article_of_which_both_told_differently_waits_with_the_way_to_settle_it(summary):
    run("in.jsonl")
    page = summary.parent / "content/articles/2026/05/03/rain-in-oslo.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("It rained", "It poured"), "utf-8")
    summary.unlink()
    (summary.parent / "in.jsonl").write_text(RECORDS.replace("It rained", "It drizzled"), "utf-8")
    run("in.jsonl")
    said = summary.read_text("utf-8")
    assert "## Waits for you (1)" in said
    assert "`content/articles/2026/05/03/rain-in-oslo.md`" in said


@pytest.mark.parametrize(
    "text", ["plain", "`", "a``b", "`x", "x`", " ", "", "a\nb", "<b>@you</b> https://x.example", "``` ` ```"]
)
def test_a_text_is_code_that_nothing_ends_early(text):
    code = _code(text)
    ticks = re.match("`+", code)[0]
    inside = code[len(ticks) : -len(ticks)]
    assert code.endswith(ticks)
    assert ticks not in re.findall("`+", inside)
    assert "\n" not in code
