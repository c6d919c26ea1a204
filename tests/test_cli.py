"""The command line as a newcomer meets it, with wrong arguments too."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from broadsheet.cli import main

ROOT = Path(__file__).resolve().parents[1]
SEED = next((ROOT / "tests/data/seed").glob("*.txt"))


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    return lambda *words, given=None: CliRunner().invoke(main, [str(word) for word in words], input=given)


def commands():
    return sorted(main.commands)


def test_help_stands_alone(run):
    shown = run("--help")
    assert shown.exit_code == 0
    assert "broadsheet new my-archive && cd my-archive\n" in shown.output
    for command in commands():
        assert command in shown.output
        own = run(command, "--help").output
        for option in main.commands[command].params:
            if option.param_type_name == "option":
                assert option.opts[-1] in own
                assert option.help, f"{command} {option.opts[-1]} has no help"


def test_the_readme_names_every_command_and_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"broadsheet (\w+)", readme))
    assert named == set(commands())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["generate"], "run `broadsheet new DIR` for a new site"),
        (["generate", "-f", "other.yml"], "other.yml: there is no such file"),
        (["check"], "there is no such file"),
        (["clean"], "Missing argument 'INPUT...'"),
        (["clean", "nowhere.txt"], "nowhere.txt"),
        (["new"], "Missing argument 'DIRECTORY'"),
        (["new", "x", "--language", "tlh"], "there are words for en, fr, de, es, "),
        (["schema", "site"], "'site' is not one of"),
        (["publish"], "No such command 'publish'"),
    ],
)
def test_wrong_usage_says_what_to_do_and_exits_with_2(run, words, says):
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name: [", "is not valid YAML"),
        ("- a\n", "is not a list of settings"),
        ("site_name: A\nplugins: [broadsheet: {per_page: many}]\n", "per_page"),
        ("site_name: A\nplugins: [broadsheet: {per_page: 0}]\n", "per_page: 0 cannot be followed"),
        ("site_name: A\nplugins: [broadsheet: {imputs: [x]}]\n", "imputs"),
    ],
)
def test_a_wrong_setting_is_named(run, text, says):
    Path("mkdocs.yml").write_text(text)
    result = run("generate")
    assert result.exit_code == 2
    assert says in result.output


def test_clean_writes_records_that_fit_the_schema_and_that_generate_reads(run):
    schema = json.loads(run("schema", "record").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", "page").output))
    cleaned = run("clean", SEED, "-o", "records.jsonl")
    assert cleaned.exit_code == 0
    record = json.loads(Path("records.jsonl").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert record["retrieved"] == "2024-04-16"
    assert "published" not in record
    run("new", "site")
    result = run("generate", "-f", "site/mkdocs.yml", "records.jsonl")
    assert result.exit_code == 0, result.output
    assert len(list(Path("site/content/articles").rglob("*.md"))) == 1


def test_clean_prints_records_by_default_and_reads_standard_input(run):
    result = run("clean", "-", given=SEED.read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"].startswith("L’Ukraine demande à Israël")


def test_explain_shows_each_removed_line_and_the_rule(run):
    shown = run("clean", SEED, "--explain").output
    assert re.search(r"29 - - Advertisement -\s+\[advertisement\]", shown)
    assert re.search(r" 7 T L’Ukraine demande", shown)
    assert "retrieved: 2024-04-16" in shown


def test_what_cannot_be_cleaned_is_told_and_exits_with_1(run):
    Path("a.txt").write_text("")
    result = run("clean", "a.txt")
    assert result.exit_code == 1
    assert "rejected  a.txt" in result.stderr
    assert result.stdout == ""


def test_the_report_never_steers_the_terminal(run):
    run("new", "site")
    Path("a.jsonl").write_text(json.dumps({"title": "x", "body": "y", "published": "\x1b]0;evil\x07\u202esoon"}))
    result = run("generate", "-f", "site/mkdocs.yml", "a.jsonl")
    assert result.exit_code == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.output)


def test_check_names_the_line_that_is_wrong(run):
    run("new", "site")
    run("generate", "-f", "site/mkdocs.yml")
    page = next(Path("site/content/articles").rglob("*.md"))
    page.write_text(page.read_text(encoding="utf-8").replace("language: en", "language: {"), encoding="utf-8")
    result = run("check", "-f", "site/mkdocs.yml")
    assert result.exit_code == 1
    assert re.search(r"articles/2026/03/\d\d/[a-z-]+\.md\n  \d+:\d+ ", result.output)
    assert json.loads(run("check", "-f", "site/mkdocs.yml", "--json").output)[0]["line"] > 1


def test_it_runs_as_a_module():
    shown = subprocess.run(
        [sys.executable, "-m", "broadsheet", "--version"], capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r"broadsheet, version \d+\.\d+\.\d+\n", shown.stdout)


def test_the_report_says_what_changed_and_what_was_retracted(run):
    lines = {name: Path(f"{name}.jsonl") for name in ("old", "new")}
    lines["old"].write_text('{"id": "1", "title": "A", "body": "B"}\n{"id": "2", "title": "C", "body": "D"}\n', "utf-8")
    lines["new"].write_text('{"id": "1", "title": "E", "body": "B"}\n{"id": "2", "retracted": "Forged."}\n', "utf-8")
    run("new", "site")
    run("generate", "-f", "site/mkdocs.yml", "old.jsonl")
    said = json.loads(run("generate", "-f", "site/mkdocs.yml", "--json", "new.jsonl").stdout)
    assert said["corrected"] == [{"page": "articles/undated/a.md", "changes": ["title"]}]
    assert said["retracted"] == [{"page": "articles/undated/c.md", "reason": "Forged."}]
    assert said["articles"] == 1
