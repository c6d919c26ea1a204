"""Whole trees: inputs in, all of content/ out, byte for byte.

Each folder of tests/data/golden/ has `inputs/` and the `content/` it makes.
After a change that is meant: `BROADSHEET_REFRESH=1 pytest tests/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli import main

CASES = sorted(path for path in (Path(__file__).parent / "data" / "golden").iterdir() if path.is_dir())
MKDOCS_YML = """\
site_name: {name}
site_url: https://news.example/
docs_dir: content
theme: {{name: material, language: {language}}}
plugins: [broadsheet: {{per_page: 4}}]
"""


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_inputs_make_exactly_this_tree(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    shutil.copytree(case / "inputs", "inputs")
    language = "fr" if case.name.endswith("-fr") else "en"
    Path("mkdocs.yml").write_text(MKDOCS_YML.format(name="Golden", language=language))
    Path("content").mkdir()
    result = CliRunner().invoke(main, ["generate", "inputs"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    made = tree(Path("content"))
    if os.environ.get("BROADSHEET_REFRESH"):
        shutil.rmtree(case / "content", ignore_errors=True)
        shutil.copytree("content", case / "content")
    expected = tree(case / "content")
    assert sorted(made) == sorted(expected)
    for name, page in expected.items():
        assert made[name].decode() == page.decode(), name
