"""`broadsheet check` as a person and a machine see it."""

import json

import pytest
from click.testing import CliRunner

from broadsheet import check_report, pipeline
from broadsheet.archive.finding import Finding
from broadsheet.cli import main

SETTINGS = "site_name: T\nsite_url: https://x.example/\n"
RECORDS = """\
{"id": "1", "title": "Rain in Oslo", "published": "2026-05-03", "language": "en", "body": "It rained in Norway."}
{"id": "2", "title": "Snow in Oslo", "published": "2026-05-04", "language": "en", "body": "It snowed in Norway."}
"""


@pytest.fixture
def archive(tmp_path, monkeypatch):
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}docs_dir: content\nplugins: [broadsheet]\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "in.jsonl").write_text(RECORDS, encoding="utf-8")
    run("generate", "in.jsonl", "-q")
    return tmp_path


def run(*words, status=0, **options):
    result = CliRunner().invoke(main, words, **options)
    assert result.exit_code == status, result.output
    return result.output


def page(archive, address, text):
    (archive / "content" / address).parent.mkdir(parents=True, exist_ok=True)
    (archive / "content" / address).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("archive")
def test_a_fresh_archive_is_all_well():
    assert run("check", "--strict").endswith("pages looked at.\n")
    assert run("check", "-q") == ""
    assert json.loads(run("check", "--json")) == []


def test_a_site_without_an_address_is_told_that_it_has_no_feeds(archive):
    config = archive / "mkdocs.yml"
    config.write_text("site_name: T\ndocs_dir: content\nplugins: [broadsheet]\n", encoding="utf-8")
    run("generate", "-q")
    (told,) = json.loads(run("check", "--strict", "--json"))
    assert (told["file"], told["level"], told["about"]) == ("mkdocs.yml", "notice", "settings")
    assert told["what"].startswith("says no `site_url`, so there are no feeds")
    assert json.loads(run("check", "--json", "content/index.md")) == []
    config.write_text(config.read_text("utf-8").replace("broadsheet]", "broadsheet: {feeds: false}]"), encoding="utf-8")
    assert json.loads(run("check", "--json")) == []


def test_findings_are_told_page_by_page_and_counted(archive):
    page(archive, "a.md", "---\ntitle: 3\n---\n[x](gone.md)\n\n[x](lost.md)\n")
    page(archive, "b.md", "[x](gone.md)\n")
    assert run("check", status=1).splitlines()[:-1] == [
        "content/a.md",
        "  2:1     error    title is not text; put it in quotes",
        "  4:5     warning  links to gone.md, which is no page; mend the link or take it out",
        "  6:5     warning  links to lost.md, which is no page; mend the link or take it out",
        "",
        "content/b.md",
        "  1:5     warning  links to gone.md, which is no page; mend the link or take it out",
        "",
    ]
    assert "1 error, 3 warnings; " in run("check", status=1)
    assert "\x1b[" not in run("check", status=1)


def test_a_terminal_has_colours_unless_it_does_not_want_them(archive, monkeypatch):
    page(archive, "a.md", "---\ntitle: 3\n---\n")
    assert "\x1b[31merror\x1b[0m    title" in run("check", color=True, status=1)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", color=True, status=1)


def test_what_a_page_says_does_not_steer_the_terminal(archive):
    page(archive, "a.md", "[x](gone\x1b[31m.md)\n")
    assert "\x1b" not in run("check")


def test_warnings_count_only_when_strict_and_notices_never():
    def finding(level):
        return Finding("a.md", 1, 1, "x", "y", level)

    for level, plain, strict in (("error", 1, 1), ("warning", 0, 1), ("notice", 0, 0)):
        assert check_report.exit_status([finding(level)], strict=False) == plain
        assert check_report.exit_status([finding(level)], strict=True) == strict


def test_json_says_what_it_is_about(archive):
    page(archive, "a.md", "[x](gone.md)\n")
    assert json.loads(run("check", "--json")) == [
        {
            "file": "content/a.md",
            "line": 1,
            "column": 5,
            "what": "links to gone.md, which is no page",
            "remedy": "mend the link or take it out",
            "level": "warning",
            "about": "link",
        }
    ]


def test_annotations_for_github(archive, monkeypatch):
    page(archive, "a,b:c%.md", "---\ntitle: 3\n---\n[x](gone%25%0A.md)\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(archive.parent))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    lines = run("check", status=1).splitlines()
    lost = "links to gone%2525%250A.md, which is no page; mend the link or take it out"
    file = f"{archive.name}/content/a%2Cb%3Ac%25.md"
    assert lines[:-1] == [
        f"::error file={file},line=2,col=1,title=broadsheet%3A front matter::title is not text; put it in quotes",
        f"::warning file={file},line=4,col=5,title=broadsheet%3A link::{lost}",
    ]
    assert lines[-1].startswith("1 error, 1 warning; ")
    monkeypatch.delenv("GITHUB_ACTIONS")
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert run("check", "--github", "-q", status=1).startswith("::error file=content/a%2Cb%3Ac%25.md,")
    assert "::error" not in run("check", status=1)


def test_line_ends_in_a_finding_stay_inside_its_annotation(tmp_path):
    finding = Finding("content/a.md", 1, 1, "one\r\ntwo: 100 %", "three", "notice")
    assert list(check_report.github_lines([finding], tmp_path, {"GITHUB_WORKSPACE": str(tmp_path)})) == [
        "::notice file=content/a.md,line=1,col=1,title=broadsheet%3A page::one%0D%0Atwo: 100 %25; three"
    ]


def test_pages_that_are_out_of_date(archive):
    edition = archive / "content/editions/2026/2026-05-03.md"
    edition.unlink()
    page(
        archive,
        "articles/2026/05/05/own.md",
        "---\ntitle: Sun in Oslo\ndate: 2026-05-05\n---\nThe sun shone in Norway.\n",
    )
    found = json.loads(run("check", "--json"))
    assert {one["about"] for one in found} == {"stale", "link"}
    told = {one["file"]: one["what"] for one in found if one["about"] == "stale"}
    assert told["content/entities/norway.md"] == "is out of date"
    assert told["content/editions/2026/2026-05-03.md"] == "is not there yet"
    assert {one["level"] for one in found} == {"warning"}
    assert "run `broadsheet generate`" in run("check")
    assert "stale" not in run("check", "--no-stale", "--json")
    run("generate")
    run("check", "--strict")


def test_a_page_that_a_refresh_would_take_away_is_told(archive):
    (archive / "content/articles/2026/05/03/rain-in-oslo.md").unlink()
    told = {one["file"]: one["what"] for one in json.loads(run("check", "--json")) if one["about"] == "stale"}
    assert told["content/editions/2026/2026-05-03.md"] == "is a page that nothing needs any more"


def test_many_pages_that_are_out_of_date_are_one_line(archive):
    page(
        archive,
        "articles/2026/05/05/own.md",
        "---\ntitle: Sun in Oslo\ndate: 2026-05-05\n---\nThe sun shone in Norway.\n",
    )
    stale = sum(one["about"] == "stale" for one in json.loads(run("check", "--json")))
    assert stale > 5
    lines = run("check").splitlines()
    assert len([line for line in lines if "warning " in line]) == 1
    assert f"and {stale - 1} more pages are out of date; run `broadsheet generate`" in run("check")
    assert lines[-1].startswith(f"{stale} warnings; ")


def test_a_page_that_cannot_be_read_is_all_that_is_told(archive):
    page(archive, "articles/2026/05/03/rain-in-oslo.md", "---\ntitle: a: b\n---\n")
    (finding,) = json.loads(run("check", "--json", status=1))
    assert finding["what"].startswith("front matter: ")


def test_a_page_of_ones_own_in_the_way_of_one_of_ours_is_told_with_the_way_out(archive):
    page(archive, "topics/index.md", "# Mine\n")
    (finding,) = (one for one in json.loads(run("check", "--json")) if "topics" in one["file"])
    assert finding["what"].startswith("is a person's own page where one of ours would stand")
    assert "fingerprint: own" in finding["remedy"]


def test_an_archive_without_articles_is_not_out_of_date(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}docs_dir: content\n", encoding="utf-8")
    page(tmp_path, "index.md", "# Home\n")
    assert run("check", "--strict") == "All well: 1 page looked at.\n"


def test_only_the_named_pages_are_told_of(archive, monkeypatch):
    page(archive, "a.md", "[x](gone.md) [y](b.md)\n")
    page(archive, "b.md", "[x](gone.md)\n")
    page(archive, "sub/c.md", "[x](gone.md)\n")
    out = run("check", "content/a.md")
    assert "content/b.md" not in out
    assert out.endswith("1 warning; 1 page looked at.\n")
    assert "2 warnings; 2 pages" in run("check", str(archive / "content/a.md"), "content/sub")
    monkeypatch.chdir(archive / "content/sub")
    assert "1 warning; 1 page" in run("check", "-f", "../../mkdocs.yml", "c.md")


def test_naming_pages_leaves_out_what_takes_time_unless_asked_for(archive, monkeypatch):
    page(archive, "a.md", "x\n")
    monkeypatch.setattr(pipeline, "generate", None)
    assert run("check", "content/a.md") == "All well: 1 page looked at.\n"
    with pytest.raises(TypeError):
        run("check", "--stale", "content/a.md", catch_exceptions=False)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.md"], "nowhere.md: there is no such page; name pages of content/, or none for all"),
        (["mkdocs.yml"], "mkdocs.yml: does not lie in content/; name pages in there, or none for all"),
        (["--json", "--github"], "--json and --github: there is one standard output; choose one of them"),
        (["-f", "gone.yml"], "gone.yml: there is no such file"),
        (["--loud"], "No such option"),
    ],
)
@pytest.mark.usefixtures("archive")
def test_wrong_usage(words, message):
    assert message in run("check", *words, status=2)


def test_findings_name_the_folder_as_it_is_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}docs_dir: site/pages\n", encoding="utf-8")
    (tmp_path / "site/pages").mkdir(parents=True)
    (tmp_path / "site/pages/a.md").write_text("[x](gone.md)\n", encoding="utf-8")
    assert run("check").startswith("site/pages/a.md\n  1:5 ")
