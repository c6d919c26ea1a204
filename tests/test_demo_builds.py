"""The demo archive, with a page of every odd shape in it, comes out the same whether builds are fast or not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from broadsheet.mkdocs_plugin import plugin
from changed_site import FRONTS, TEXTS, furnished
from fast_site import built, write

ROOT = Path(__file__).parents[1]


@pytest.fixture
def demo(tmp_path, monkeypatch):
    """The demo archive. That it is up to date is shown elsewhere."""
    monkeypatch.setattr(plugin, "findings", lambda *_, **__: [])
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "generator/broadsheet/theme", tmp_path / "overrides")
    furnished(tmp_path)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("generator/broadsheet/theme", "overrides")
    write(tmp_path, "mkdocs.yml", settings.replace("  - broadsheet:\n", "  - broadsheet:\n      fast: true\n", 1))
    for number, text in enumerate(TEXTS):
        for other, front in enumerate(FRONTS):
            write(tmp_path, f"content/odd/{number}-{other}.md", f"---\n{front}---\n\n{text}")
    return tmp_path


def hand_edited(site):
    """Pages that people and other programs have been at, in each folder."""
    for folder in sorted({path.parent for path in (site / "content").rglob("*.md")}):
        first, *others = sorted(folder.glob("*.md"))
        first.write_text(
            first.read_text("utf-8") + "\n## More\n\n!!! note\n    By hand, with a [way](#more).\n", "utf-8"
        )
        if others:
            others[-1].unlink()


def test_the_demo_is_the_same_whether_builds_are_fast_or_not(demo):
    assert "fast: true" in (demo / "mkdocs.yml").read_text("utf-8")
    anew = built(demo, fast=False, folder="anew")
    assert len(anew) > 1500
    assert built(demo) == anew
    assert built(demo) == anew
    hand_edited(demo)
    assert built(demo) == built(demo, fast=False, folder="anew")
