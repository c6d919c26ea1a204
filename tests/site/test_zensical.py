"""The same content/ and mkdocs.yml under Zensical: the same pages, and no broken link."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest
from built_site import REPOSITORY, broken_links, expected_pages, read

if find_spec("zensical") is None and not os.environ.get("CI"):
    pytest.skip("zensical is not installed; `pip install -e '.[test]'` brings it", allow_module_level=True)


def build(project: Path) -> None:
    """Build `project` with Zensical, strictly; it reads and writes within the project alone."""
    command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(project / "mkdocs.yml")]
    result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600, cwd=project)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No issues found" in result.stdout + result.stderr


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("zensical")
    for name in ("content", "generator/broadsheet/theme"):
        shutil.copytree(REPOSITORY / name, project / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    build(project)
    return project / "site"


def test_the_pages_are_those_that_mkdocs_makes(zensical_site: Path, demo_site: Path) -> None:
    theirs = set(read(zensical_site))
    assert theirs == set(read(demo_site))
    assert theirs - {"404.html"} == expected_pages(REPOSITORY / "content")


def test_no_link_is_broken(zensical_site: Path) -> None:
    assert broken_links(zensical_site) == []


def test_the_text_and_its_parts_are_those_that_mkdocs_makes(zensical_site: Path, demo_site: Path) -> None:
    differing = [path for path in read(demo_site) if parts(zensical_site / path) != parts(demo_site / path)]
    assert differing == []


def parts(page: Path) -> tuple[list[str], list[str]]:
    """The title, and the sections of the page's text."""
    html = unescape(page.read_text(encoding="utf-8"))
    lines = [line.strip() for line in html.splitlines()]
    return (
        [line for line in lines if line.startswith("<title>")],
        [line for line in lines if line.startswith(("<section ", '<div class="bs-page'))],
    )


def test_hostile_front_matter_shows_as_text(hostile_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(hostile_project, project, ignore=shutil.ignore_patterns("site", ".cache"))
    build(project)
    for name in ("article", "entity", "edition", "list", "home", "bare"):
        page = (project / "site" / name / "index.html").read_text(encoding="utf-8")
        assert "<img" not in page, name
        assert "<script>alert" not in page, name
        assert "{{ 7*7 }}" in page, name


def test_a_page_tells_only_the_feeds_that_there_are(hostile_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(hostile_project, project, ignore=shutil.ignore_patterns("site", ".cache"))
    config = (project / "mkdocs.yml").read_text("utf-8")
    for said, there in (("false", 0), ("[atom]", 1)):
        text = config.replace("extra:\n", f"extra:\n  feeds: {said}\n")
        assert text != config
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
        build(project)
        page = (project / "site" / "list" / "index.html").read_text("utf-8")
        assert page.count('rel="alternate') == page.count(">Atom</a>") == there
        assert page.count("RSS") == 0
