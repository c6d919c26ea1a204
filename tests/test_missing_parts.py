"""Where a part is not installed, one line says what to install; all else goes on without it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.search import pagefind

ROOT = Path(__file__).resolve().parents[1]
PAGE = "<html lang=en><title>Rain</title><article><p>It rained in Varda all day, and the river rose.</p></article>"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rain.html").write_text(PAGE)
    (tmp_path / "rain.jsonl").write_text(json.dumps({"title": "Rain", "body": "It rained in Varda.", "id": "rain"}))

    def without(module, *words):
        """In a Python of its own: what was half loaded there must not be found by other tests."""
        code = f"import sys; sys.modules[{module!r}] = None; from broadsheet.cli import main; main({list(words)!r})"
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    return without


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("trafilatura", ["clean"]),
        ("trafilatura", ["generate", "-f", "site/mkdocs.yml"]),
        ("lxml_html_clean", ["clean"]),
    ],
)
def test_html_without_trafilatura_is_told_what_to_install(run, module, words):
    CliRunner().invoke(main, ["new", "site"])
    done = run(module, *words, "rain.html")
    assert done.returncode == 2, done.stderr
    assert re.match(r"Error: rain\.html: what reads HTML pages is not installed \(.+\); ", done.stderr)
    assert done.stderr.endswith('; pip install "broadsheet[html]"\n')
    assert not Path("site/content/articles").exists(), "nothing was written"
    assert not Path("site/rejected").exists(), "it is no fault of the page"


def test_all_other_inputs_are_read_without_trafilatura(run):
    done = run("trafilatura", "clean", "rain.jsonl")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["title"] == "Rain"


def test_a_site_without_pagefind_is_told_what_to_install(monkeypatch):
    for module in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pagefind.NoIndexError, match=r'run: pip install "broadsheet\[search\]"$'):
        pagefind.found()


def test_every_extra_that_anything_tells_to_install_is_one():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    told = set()
    for file in [ROOT / "README.md", *(ROOT / "generator").rglob("*.py")]:
        told |= set(re.findall(r"broadsheet\[(\w+)\]", file.read_text(encoding="utf-8")))
    assert {"html", "search", "spacy", "gliner"} <= told <= set(extras)
