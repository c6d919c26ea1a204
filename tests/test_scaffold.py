"""A new site builds as it is, in each language, and nothing of a person's is overwritten."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from mkdocs.utils.yaml import yaml_load

from broadsheet.archive import front_matter
from broadsheet.archive.schema import page_schema
from broadsheet.cli import main
from broadsheet.config import read_config
from broadsheet.outputs.words import words_for
from broadsheet.scaffold.remarks import REMARKS
from broadsheet.scaffold.report_words import report_words
from broadsheet.scaffold.wording import LANGUAGES, wording
from broadsheet.site_schema import site_schema

ROOT = Path(__file__).resolve().parents[1]


def new(*words):
    return CliRunner().invoke(main, ["new", *words], catch_exceptions=False)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_new_site_builds_without_a_warning(tmp_path, monkeypatch, language):
    monkeypatch.chdir(tmp_path)
    assert new("my-archive", "--language", language).exit_code == 0
    monkeypatch.chdir(tmp_path / "my-archive")
    for command in (["broadsheet", "generate"], ["broadsheet", "check", "--strict"], ["mkdocs", "build", "--strict"]):
        done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert Path("site/index.html").read_text(encoding="utf-8").count("Nordlicht Rail") > 1
    assert f'lang="{language}"' in Path("site/index.html").read_text(encoding="utf-8")
    assert Path("site/entities/kind/person/index.html").exists()


def test_a_new_site_is_shown_by_mkdocs_serve(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert new("my-archive").exit_code == 0
    monkeypatch.chdir(tmp_path / "my-archive")
    assert CliRunner().invoke(main, ["generate", "-q"]).exit_code == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(words) as serving:
        try:
            page = ""
            for _ in range(150):
                try:
                    with urlopen(f"http://127.0.0.1:{port}/broadsheet/", timeout=5) as answer:
                        page = answer.read().decode()
                    break
                except OSError:
                    time.sleep(0.2)
            assert "Nordlicht Rail" in page
        finally:
            serving.terminate()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_site_speaks_its_language_all_over(tmp_path, language):
    assert new(str(tmp_path), "--language", language).exit_code == 0
    with (tmp_path / "mkdocs.yml").open("rb") as file:
        site = yaml_load(file)
    assert site["theme"]["language"] == language
    assert [*site["nav"][1]] == [words_for(language)("Editions")]
    said = [site["site_description"], *(label for one in site["nav"] for label in one)]
    said += [one["toggle"]["name"] for one in site["theme"]["palette"]]
    said += [one["toc"]["permalink_title"] for one in site["markdown_extensions"] if "toc" in one]
    assert all(isinstance(one, str) and one for one in said)
    assert len({*said}) == len(said)
    assert f"# {wording(language)['about_title']}\n" in (tmp_path / "content/about.md").read_text("utf-8")
    assert language == "en" or not {*said} & {*wording("en").values()} - {"Sources", "Organisations", "Archive"}


def test_there_are_words_for_a_new_site_in_each_language_of_the_pages():
    catalogues = (ROOT / "generator/broadsheet/outputs/catalogues").glob("*.po")
    assert {*LANGUAGES} == {"en", *(one.stem.replace("_", "-") for one in catalogues)}


def test_nothing_that_is_there_is_overwritten(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("mine")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "about.md").write_text("mine")
    result = new(str(tmp_path))
    assert result.exit_code == 0
    assert (tmp_path / "mkdocs.yml").read_text() == "mine"
    assert (tmp_path / "content" / "about.md").read_text() == "mine"
    assert "created   mkdocs.yml" not in result.output
    assert "kept      mkdocs.yml (was there already, and differs)\n" in result.output
    assert "mkdocs.yml: is yours, and stays as it is; see that it lists `broadsheet`" in result.output
    assert re.search(r"^created   overrides/ \(how it looks: \d+ files\)$", result.output, re.MULTILINE)
    assert (tmp_path / ".github/workflows/pages.yml").exists()


def test_a_site_that_is_whole_is_told_to_be(tmp_path):
    new(str(tmp_path / "site"))
    assert new(str(tmp_path / "site")).output.startswith("All is there already.\nNext: ")


def test_where_gitlab_publishes_the_remarks_are_for_gitlab(tmp_path):
    new(str(tmp_path / "site"), "--ci", "gitlab")
    text = (tmp_path / "site/mkdocs.yml").read_text("utf-8")
    assert "# repo_url: https://gitlab.com/you/your-archive\n# edit_uri: -/edit/main/content/\n" in text


def test_what_comes_next_starts_mkdocs_where_only_broadsheet_is_on_the_path(tmp_path, monkeypatch):
    beside = tmp_path / "its own" / "mkdocs"
    beside.parent.mkdir()
    beside.touch()
    monkeypatch.setattr(sys, "executable", str(beside.with_name("python")))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert new(str(tmp_path / "x")).output.endswith(f" && broadsheet generate && '{beside}' serve\n")
    beside.unlink()
    assert new(str(tmp_path / "y")).output.endswith(" && broadsheet generate && mkdocs serve\n")


def test_any_name_is_a_name(tmp_path):
    name = 'A "B": {c} # $d \\ é'
    new(str(tmp_path / "x"), "--name", name)
    with (tmp_path / "x" / "mkdocs.yml").open("rb") as file:
        assert yaml_load(file)["site_name"] == name


def test_a_new_sites_settings_are_those_of_the_demo(tmp_path):
    new(str(tmp_path / "x"))

    def settings(path):
        with path.open("rb") as file:
            found = yaml_load(file)
        for own in ("site_name", "site_description", "copyright", "nav"):
            found.pop(own, None)
        found["theme"].pop("custom_dir")
        found["not_in_nav"] = found["not_in_nav"].replace("/guide/\n", "")  # the demo's own pages
        # What Python-Markdown says where nothing is said.
        (toc,) = (one["toc"] for one in found["markdown_extensions"] if "toc" in one)
        assert toc.pop("permalink_title", "Permanent link") == "Permanent link"
        found["plugins"] = [one for one in found["plugins"] if "broadsheet" not in one]
        return found

    assert settings(tmp_path / "x" / "mkdocs.yml") == settings(ROOT / "mkdocs.yml")


FILES = {
    *("mkdocs.yml", "README.md", "requirements.txt", "content/about.md", "inputs/sample.jsonl", "frontmatter.json"),
    *(".gitignore", ".gitattributes", ".editorconfig", ".vscode/settings.json", ".vscode/extensions.json"),
    *("schemas/site.json", "schemas/page.json", ".pre-commit-config.yaml"),
}
PUBLISHED = {
    "github": {
        *(".github/workflows/pages.yml", ".github/dependabot.yml", ".github/ISSUE_TEMPLATE/error-in-article.yml"),
        ".ci/refresh.sh",
    },
    "gitlab": {".gitlab-ci.yml", ".ci/refresh.sh"},
    "none": set(),
}


def made(folder):
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {one for one in found if not one.startswith("overrides/")}


@pytest.mark.parametrize("ci", PUBLISHED)
def test_a_new_site_has_all_that_it_needs(tmp_path, ci):
    assert new(str(tmp_path / "x"), "--ci", ci).exit_code == 0
    assert made(tmp_path / "x") == FILES | PUBLISHED[ci]
    readme = (tmp_path / "x/README.md").read_text("utf-8")
    for named in re.findall(r"`(\.?[a-z][\w./-]*\.(?:yml|json|txt|sh))`", readme):
        assert (tmp_path / "x" / named).exists(), named
    assert ("GitHub Actions" in readme) == (ci == "github")


def test_a_dry_run_says_what_would_be_made_and_makes_nothing(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    result = new(str(tmp_path), "--dry-run")
    assert "would be  mkdocs.yml\n" in result.output
    assert "would be  README.md" not in result.output
    assert "kept      README.md" in result.output
    assert made(tmp_path) == {"README.md"}
    assert new(str(tmp_path), "-q").output == ""
    assert (tmp_path / "README.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("given", "repo", "edit", "site", "ci"),
    [
        (
            "https://github.com/Ada/News",
            "https://github.com/Ada/News",
            "edit/main/content/",
            "https://ada.github.io/News/",
            ".github",
        ),
        (
            "git@github.com:ada/news.git",
            "https://github.com/ada/news",
            "edit/main/content/",
            "https://ada.github.io/news/",
            ".github",
        ),
        (
            "https://github.com/ada/ada.github.io/",
            "https://github.com/ada/ada.github.io",
            "edit/main/content/",
            "https://ada.github.io/",
            ".github",
        ),
        (
            "https://gitlab.com/a/b/c.git",
            "https://gitlab.com/a/b/c",
            "-/edit/main/content/",
            "https://a.gitlab.io/b/c/",
            ".gitlab-ci.yml",
        ),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b", "_edit/main/content/", None, None),
        ("https://git.example:3000/a/b", "https://git.example:3000/a/b", None, None, None),
    ],
)
def test_the_repository_says_where_pages_are_edited_and_published(tmp_path, given, repo, edit, site, ci):
    assert new(str(tmp_path / "x"), "--repository", given).exit_code == 0
    with (tmp_path / "x/mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)
    assert (settings["repo_url"], settings.get("edit_uri")) == (repo, edit)
    assert settings["site_url"] == (site or "https://example.github.io/broadsheet/")
    assert {one for one in (".github", ".gitlab-ci.yml") if (tmp_path / "x" / one).exists()} == {ci} - {None}


@pytest.mark.parametrize(
    "given", ["github.com", "https://github.com/ada", "ftp://x/y/z", "https://x.example/a b/c", 'https://x/y/"z']
)
def test_what_is_no_repository_is_refused_before_anything_is_made(tmp_path, given):
    result = new(str(tmp_path / "x"), "--repository", given)
    assert result.exit_code == 2
    assert "is no address of a repository; write https://github.com/you/your-archive" in result.output
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_name_their_schema_and_fit_it(tmp_path, language):
    new(str(tmp_path), "--language", language, "--repository", "https://github.com/ada/news")
    text = (tmp_path / "mkdocs.yml").read_text("utf-8")
    (schema,) = re.findall(r"\A# yaml-language-server: \$schema=(\S+)\n", text)
    assert json.loads((tmp_path / schema).read_text("utf-8")) == site_schema()
    assert [one.message for one in Draft7Validator(site_schema()).iter_errors(yaml_load(text))] == []
    page = json.loads((tmp_path / "schemas/page.json").read_text("utf-8"))
    assert page == {**page_schema(), "$schema": "http://json-schema.org/draft-07/schema#"}
    assert read_config(tmp_path / "mkdocs.yml").language == language


def test_every_setting_that_is_commented_out_can_be_had(tmp_path):
    new(str(tmp_path))
    text = (tmp_path / "mkdocs.yml").read_text("utf-8")
    on = re.sub(r"^( *)# ( *(?:[a-z_]+:(?: |$)))", r"\1\2", text, flags=re.MULTILINE)
    settings = yaml_load(on)
    assert settings["repo_url"] == "https://github.com/you/your-archive"
    (ours,) = settings["plugins"]
    assert {"inputs", "feeds", "exports", "recognisers", "limits"} == set(ours["broadsheet"])
    (tmp_path / "mkdocs.yml").write_text(on, "utf-8")
    assert read_config(tmp_path / "mkdocs.yml").limits.body == 2_000_000


def test_comments_are_in_french_in_a_french_site(tmp_path):
    new(str(tmp_path / "en"))
    new(str(tmp_path / "fr"), "--language", "fr", "--ci", "github")
    new(str(tmp_path / "lab"), "--language", "fr", "--ci", "gitlab")
    kinds = ("mkdocs.yml", ".github/workflows/pages.yml", ".github/dependabot.yml", ".pre-commit-config.yaml")
    shown = set()
    for path in (*(tmp_path / "fr" / one for one in kinds), tmp_path / "lab/.gitlab-ci.yml"):
        shown |= {
            found.strip()
            for found in re.findall(r"(?:^[ ]*|[ ])# ((?:(?! # ).)+)$", path.read_text("utf-8"), re.MULTILINE)
        }
    english = {one.strip() for one in REMARKS["fr"]}
    left = {one for one in shown & english if REMARKS["fr"].get(one) != one}
    assert not left
    said = {one.strip() for one in REMARKS["fr"].values()}
    assert said <= shown, said - shown  # none is out of date
    prose = {one for one in shown - said if re.match(r"[A-Z][a-z]+ .*[a-z] ", one)}
    assert not prose
    assert (
        yaml_load((tmp_path / "en/mkdocs.yml").read_text("utf-8"))["theme"]["features"]
        == yaml_load((tmp_path / "fr/mkdocs.yml").read_text("utf-8"))["theme"]["features"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_to_report_an_error_speaks_the_sites_language(tmp_path, language):
    new(str(tmp_path), "--language", language)
    form = yaml.safe_load((tmp_path / ".github/ISSUE_TEMPLATE/error-in-article.yml").read_text("utf-8"))
    said = report_words(language)
    assert (form["name"], form["description"], form["title"]) == tuple(said.values())[:3]
    assert [one["attributes"]["label"] for one in form["body"]] == [*said.values()][3:]
    assert [one["id"] for one in form["body"]] == ["page", "wrong", "source"]
    assert language == "en" or not set(said.values()) & ({*report_words("en").values()} - {"Error: "})


def test_the_readme_is_french_in_a_french_site_and_names_the_same_commands(tmp_path):
    new(str(tmp_path / "en"), "--name", "X")
    new(str(tmp_path / "fr"), "--name", "X", "--language", "fr")
    new(str(tmp_path / "ja"), "--name", "X", "--language", "ja")
    english, french, japanese = ((tmp_path / one / "README.md").read_text("utf-8") for one in ("en", "fr", "ja"))

    def code(text):
        return {
            re.split(" {2,}#", one)[0].split(' -m "')[0]
            for one in re.findall(r"^ {4}(.+)$|`([^`]+)`", text, re.MULTILINE)
            for one in one
            if one
        }

    assert code(french) == code(english)
    assert "## Publier" in french
    assert wording("ja")["description"] in japanese


def test_forms_for_front_matter_are_made_from_its_schema(tmp_path):
    new(str(tmp_path))
    forms = json.loads((tmp_path / "frontmatter.json").read_text("utf-8"))
    kinds = {one["name"]: one for one in forms["frontMatter.taxonomy.contentTypes"]}
    assert set(kinds) == {"article", "entity", "story", "page"}
    assert {"title", "date", "topics", "language", "entities"} <= {one["name"] for one in kinds["article"]["fields"]}
    fields = {one["name"]: one for one in kinds["entity"]["fields"]}
    assert fields["status"]["choices"] == ["adopted", "suggested", "rejected"]
    assert fields["aliases"]["type"] == "list"
    assert {one["type"] for kind in kinds.values() for one in kind["fields"]} <= {
        "string",
        "datetime",
        "choice",
        "list",
    }
    for folder in forms["frontMatter.content.pageFolders"]:
        assert set(folder["contentTypes"]) <= set(kinds)


def test_editors_settings_are_json(tmp_path):
    new(str(tmp_path))
    for name in ("settings", "extensions"):
        text = (tmp_path / f".vscode/{name}.json").read_text("utf-8")
        assert json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_git_knows_lists_from_pages_and_leaves_inputs_alone(tmp_path):
    new(str(tmp_path))
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)

    def attribute(name, path):
        asked = ["git", "check-attr", name, "--", path]
        return (
            subprocess.run(asked, cwd=tmp_path, check=True, capture_output=True, text=True)
            .stdout.split(": ")[-1]
            .strip()
        )

    lists = ("index.md", "topics/rain.md", "editions/2026/2026-05-03.md", "entities/kind/person/2.md", "feeds/a/b.xml")
    assert {
        attribute("linguist-generated", f"content/{one}") for one in (*lists, "archive/2026/05.md", "feed.xml")
    } == {"set"}
    pages = ("articles/2026/05/03/rain.md", "entities/ukraine.md", "stories/2026/rain.md", "about.md", "guide/a.md")
    assert {attribute("linguist-generated", f"content/{one}") for one in pages} == {"unspecified"}
    assert attribute("merge", "content/.broadsheet/pages.jsonl") == "union"
    assert attribute("text", "inputs/dump.txt") == attribute("text", "inputs/a/b.md") == "unset"
    assert attribute("eol", "content/about.md") == "lf"


def front_matter_of(site):
    for path in sorted((site / "content").rglob("*.md")):
        yield path.relative_to(site / "content").as_posix(), front_matter.read(path.read_text("utf-8"))[0]


def test_editors_find_nothing_wrong_with_what_is_generated_and_find_what_is(tmp_path, monkeypatch):
    """The schema as a checker of draft 7 reads it, and the forms as the extension makes a schema of them."""
    monkeypatch.chdir(tmp_path)
    new(".")
    assert CliRunner().invoke(main, ["generate", "-q"]).exit_code == 0
    schema = json.loads(Path("schemas/page.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    wrong = Draft7Validator(schema)
    pages = dict(front_matter_of(tmp_path))
    assert {name: [one.message for one in wrong.iter_errors(front)] for name, front in pages.items()} == {
        name: [] for name in pages
    }
    entity = pages["entities/vienna.md"]
    for bad in ({"title": 1984}, {"kind": "persn"}, {"status": "gone"}, {"wikidata": "x"}):
        assert list(wrong.iter_errors({**entity, **bad}))
    forms = json.loads(Path("frontmatter.json").read_text("utf-8"))
    kinds = {one["name"]: one["fields"] for one in forms["frontMatter.taxonomy.contentTypes"]}
    holds = {"string": str, "datetime": str, "choice": str, "list": list}
    for name, front in pages.items():
        folder = name.partition("/")[0]
        for field in kinds.get({"articles": "article", "entities": "entity", "stories": "story"}.get(folder, ""), ()):
            value = front.get(field["name"])
            assert value is None or isinstance(value, holds[field["type"]]), (name, field)
            assert value is None or value in field.get("choices", [value])
