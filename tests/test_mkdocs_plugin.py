"""The plugin: tells what is wrong, fails a strict build, writes nothing."""

import os

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from broadsheet.archive.check import Memory
from broadsheet.mkdocs_plugin import BroadsheetPlugin
from broadsheet.mkdocs_plugin.plugin import findings


@pytest.fixture
def site(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\ndocs_dir: content\nplugins:\n  - broadsheet\ntheme:\n  name: mkdocs\n", encoding="utf-8"
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Home\n", encoding="utf-8")
    return tmp_path


def run(site, *, strict=True):
    config = load_config(str(site / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config


def state(folder):
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_a_sound_archive_builds_strictly_and_is_not_written_to(site):
    before = state(site / "content")
    config = run(site)
    assert isinstance(config.plugins["broadsheet"], BroadsheetPlugin)
    assert (site / "site/index.html").exists()
    assert state(site / "content") == before


def test_front_matter_that_mkdocs_would_print_fails_a_strict_build(site, caplog):
    (site / "content/index.md").write_text("---\ntitle: a: b\n---\n# Home\n", encoding="utf-8")
    with pytest.raises(Abort):
        run(site)
    (message,) = [record for record in caplog.records if record.name == "mkdocs.plugins.broadsheet"]
    assert message.levelname == "WARNING"
    assert "content/index.md:2:9: front matter: mapping values are not allowed" in message.getMessage()
    run(site, strict=False)


def test_missing_pages_are_left_to_mkdocs(site, caplog):
    (site / "content/index.md").write_text("[x](missing.md)\n", encoding="utf-8")
    run(site, strict=False)
    assert not [record for record in caplog.records if record.name == "mkdocs.plugins.broadsheet"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read anywhere")
def test_a_folder_that_cannot_be_read_is_a_finding(site):
    (site / "content").chmod(0)
    try:
        assert len(findings(site / "content", Memory())) == 1
    finally:
        (site / "content").chmod(0o700)
