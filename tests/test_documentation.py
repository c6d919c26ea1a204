"""README and guide say what is so: their blocks run, their tables are the code's, their links lead somewhere."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

import reference_tables as tables
from broadsheet.config import Options
from broadsheet.limits import Limits
from broadsheet.sources.plain import SYNONYMS
from read_along import Reader, blocks

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "content/guide"
ENGLISH = sorted(page.relative_to(GUIDE).as_posix() for page in GUIDE.rglob("*.md") if "fr" not in page.parts)
FRENCH = sorted(page.relative_to(GUIDE / "fr").as_posix() for page in (GUIDE / "fr").rglob("*.md"))
REFERENCE = [page for page in ENGLISH if page.startswith("reference/")]
ROW = re.compile(r"^\| (.*?) \| (.*?) ?\|(?: (.*) \|)?$", re.MULTILINE)
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page, language="en"):
    """A page of the guide, in a language."""
    return (GUIDE / ("fr" if language == "fr" else "") / page).read_text("utf-8")


def without_code(text):
    """The same without what is code."""
    text = re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`|<[^>\n]*>|\]\([^)]*\)", "", text)


def rows(text, heading=""):
    """The rows of the first table below a heading, as lists of cells."""
    part = text[text.index(heading) :] if heading else text
    lines = part[part.index("|---") :].split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


# --- what the blocks do


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The archive that the tutorial ends with: what the other pages begin with."""
    folder = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as patch:
        reader = Reader(folder, patch)
        reader.read(text_of("tutorial.md"), "tutorial.md")
        return reader.folder


@pytest.fixture
def begun(archive, tmp_path):
    """A copy of that archive."""
    return Path(shutil.copytree(archive, tmp_path / "my-archive"))


def test_the_tutorial_works_as_written(archive):
    assert (archive / "site/index.html").exists()
    assert "of 80,000 people" in (archive / "content/entities/lindhaven.md").read_text("utf-8")
    assert "status: adopted" in (archive / "content/entities/greens.md").read_text("utf-8")
    assert "The Harbour Post" in (archive / "content/sources/the-harbour-post.md").read_text("utf-8")


def test_the_french_tutorial_works_as_written(tmp_path, monkeypatch):
    reader = Reader(tmp_path, monkeypatch)
    reader.read(text_of("tutorial.md", "fr"), "fr/tutorial.md")
    assert 'lang="fr"' in (reader.folder / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("page", [page for page in ENGLISH if page != "tutorial.md" and "```" in text_of(page)])
def test_the_blocks_of_a_page_run(page, begun, monkeypatch):
    Reader(begun, monkeypatch).read(text_of(page), page)


def test_the_blocks_of_the_readme_run(tmp_path, monkeypatch):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(list(blocks(readme))) >= 1
    Reader(tmp_path, monkeypatch).read(readme, "README.md")


def test_the_readme_has_the_two_commands_that_are_run_before_anything_lands():
    readme = (ROOT / "README.md").read_text("utf-8")
    found = [line.strip() for line in readme.splitlines() if "python3 -m venv .venv && . .venv/bin/activate &&" in line]
    assert [line.rpartition(" && ")[2] for line in found] == ["mkdocs build --strict", "pytest"]


@pytest.mark.parametrize("page", [page for page in ENGLISH if page != "tutorial.md"])
def test_the_french_page_has_the_same_blocks(page):
    def code(language):
        found = [(kind, title, inside) for _, kind, title, inside in blocks(text_of(page, language))]
        return [(kind, title, re.sub(r"\s*(?:#\s|/\*).*", "", inside)) for kind, title, inside in found]

    assert code("fr") == code("en")


# --- what the tables say


@pytest.mark.parametrize("page", REFERENCE)
def test_the_reference_says_what_the_code_says(page):
    text = text_of(page)
    assert text == tables.current(text), f"{page} is not what the code says; run `python tests/reference_tables.py`"


def test_every_table_of_the_code_stands_in_the_reference():
    named = [found[2] for page in REFERENCE for found in tables.REGION.finditer(text_of(page))]
    assert sorted(named) == sorted(tables.TABLES)


def test_the_french_reference_says_the_same():
    french = tables.French()
    stale = [page for page in REFERENCE if text_of(page, "fr") != tables.current(text_of(page, "fr"), french)]
    assert not french.lacks, "tests/reference_fr.po lacks the French of these texts"
    assert not stale, "run `python tests/reference_tables.py`"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_setting_and_no_other_is_documented(language):
    text = text_of("reference/settings.md", language)
    usual = {name: option.default for name, option in Options._schema}  # noqa: SLF001 - as MkDocs reads it
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(text, "| option |")}
    assert told == {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in usual.items()
    }
    limits = {row[0].strip("`"): row[2] for row in rows(text, "| limit")}
    number = (lambda one: f"{one:,}".replace(",", "\u202f")) if language == "fr" else (lambda one: f"{one:,}")
    assert limits == {one.name: number(one.default) for one in fields(Limits)}


def test_every_variable_that_is_read_is_documented():
    read = set()
    for module in (ROOT / "generator/broadsheet").rglob("*.py"):
        read |= set(re.findall(r'environ(?:ment)?\.get\(\s*"(\w+)"', module.read_text("utf-8")))
    read -= {"CI", "TERM", "SHELL", "GITHUB_WORKSPACE", "PATH"}  # what others set for all programs
    for language in ("en", "fr"):
        told = rows(text_of("reference/settings.md", language), "| variable |")
        assert {name for row in told for name in re.findall(r"`(\w+)`", row[0])} == read


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_reason_for_a_cut_is_documented(language):
    told = [row[0].strip("`") for row in rows(text_of("explanation/cleaning.md", language))]
    reasons = import_module("broadsheet.cleaning.reasons").__doc__
    assert told == re.findall(r"^([a-z-]+)  +\w", reasons, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_other_name_of_a_field_is_documented(language):
    text = text_of("reference/record.md", language)
    heading = "| champ | autres noms" if language == "fr" else "| field | other names"
    assert {row[0].strip("`"): row[1] for row in rows(text, heading)} == dict(SYNONYMS)


# --- what holds the pages together


def test_every_page_is_there_in_both_languages():
    assert FRENCH == ENGLISH


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_are_built_alike(page):
    def shape(language):
        text = re.sub(r"^( *)```.*?^\1```$", "", text_of(page, language), flags=re.MULTILINE | re.DOTALL)
        return [line.split()[0] for line in text.splitlines() if re.match(r"#+ ", line)]

    assert shape("fr") == shape("en")
    assert "\nlanguage: fr\n" in text_of(page, "fr")
    for language in ("en", "fr"):
        assert "\ntemplate: list.html\n" in text_of(page, language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_is_reached_from_the_first(language):
    reached, todo = set(), ["index.md"]
    while todo:
        page = todo.pop()
        if page not in reached:
            reached.add(page)
            here = (GUIDE / ("fr" if language == "fr" else "") / page).parent
            for link in LINK.findall(without_blocks(text_of(page, language))):
                found = (here / link.partition("#")[0]).resolve()
                root = GUIDE / "fr" if language == "fr" else GUIDE
                if found.suffix == ".md" and found.is_relative_to(root) and ("fr" in found.parts) == (language == "fr"):
                    todo.append(found.relative_to(root).as_posix())
    assert sorted(reached) == ENGLISH


def without_blocks(text):
    """The same without its blocks."""
    return re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text):
    """The anchors of a page's headings."""
    return {
        re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading.lower())).strip("-")
        for heading in re.findall(r"^#+ (.*)$", without_blocks(text), re.MULTILINE)
    }


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "DECISIONS.md"])
def test_every_link_leads_somewhere(name):
    text = (ROOT / name).read_text("utf-8")
    for link in LINK.findall(re.sub(r"`[^`]*`", "", without_blocks(text))):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = ROOT / file if file else ROOT / name
        assert target.exists(), f"{name}: {link} leads nowhere"
        assert not anchor or anchor in anchors(target.read_text("utf-8")), f"{name}: {link} leads to no heading"


@pytest.mark.parametrize("page", FRENCH)
def test_french_is_set_as_french_is(page):
    text = without_code(text_of(page, "fr").split("\n---\n", 1)[1])
    assert not re.findall(r".{10}'.{10}", text), "a straight apostrophe"
    assert not re.findall(r".{10} [:;?!»](?:\s|$)", text), "a space that may break"
    assert not re.findall(r"« .{10}", text), "a space that may break"


def test_the_guide_is_in_the_navigation():
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "guide/index.md" in settings
    assert "\n  /guide/\n" in settings
