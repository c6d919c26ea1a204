"""A new site builds as it is, in each language, and nothing of a person's is overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.utils.yaml import yaml_load

from broadsheet.cli import main
from broadsheet.outputs.words import words_for
from broadsheet.scaffold.wording import LANGUAGES, wording

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
    assert (tmp_path / ".github/workflows/pages.yml").exists()


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


def test_the_workflows_are_the_same_steps():
    demo = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text())
    scaffold = ROOT / "generator/broadsheet/scaffold/tree/workflows/pages.yml"
    new_site = yaml.safe_load(scaffold.read_text().replace("$${{", "${{"))
    demo_uses = [step.get("uses") for job in demo["jobs"].values() for step in job["steps"]]
    assert demo_uses == [step.get("uses") for job in new_site["jobs"].values() for step in job["steps"]]
    assert demo["permissions"] == new_site["permissions"] == {"contents": "read"}
