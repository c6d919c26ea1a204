"""Runs tests/stories/*.md: what a person does, and what they then see.

A story is Markdown for people. These fenced blocks in it act, in their order, in a new site:

    ```file PATH           writes the file
    ```edit PATH           replaces the line before `=>` by the line after it; the file must have it once
    ```delete PATH         deletes the file (the block is empty)
    ```move PATH           moves the file to the path in the block
    ```commit              commits everything to git
    ```run N               runs the commands, one a line, each with exit status N (0 when not said)
    ```says                what the last command printed has these lines; … stands for anything
    ```shows PATH          the file has these lines, in this order; … stands for anything
    ```lacks PATH          the file has none of these lines, anywhere
    ```missing             none of these files exists
    ```untouched PATH      the file is, byte for byte, what it was when a story last edited or wrote it
"""

from __future__ import annotations

import re
import shlex
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli import main

STORIES = sorted((Path(__file__).parent / "stories").glob("*.md"))
BLOCK = re.compile(
    r"^```(file|edit|delete|move|commit|run|says|shows|lacks|missing|untouched)(?: +(\S+))?\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
MKDOCS_YML = """\
site_name: A story
site_url: https://news.example/
docs_dir: content
theme:
  name: material
  language: en
plugins:
  - broadsheet
"""


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_story(story, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    Path("mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    Path("content").mkdir()
    text = story.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) == text.count("\n```") // 2, "a block of this story has a name that nothing acts on"
    teller = Teller(tmp_path)
    for block in blocks:
        line = text.count("\n", 0, block.start()) + 1
        try:
            getattr(teller, block[1])(block[2] or "", block[3])
        except AssertionError as failure:
            pytest.fail(f"{story.name}:{line}: {failure}", pytrace=False)


class Teller:
    """One story's site, and what its last command printed."""

    def __init__(self, root):
        self.root = root
        self.printed = ""
        self.written = {}

    def file(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
        self.written[path] = target.read_bytes()

    def edit(self, path, change):
        target = self.root / path
        old, new = (side.strip("\n") for side in change.split("=>\n"))
        text = target.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} has {text.count(old)} times: {old}\n\n{text}"
        self.file(path, text.replace(old, new))

    def delete(self, path, _):
        (self.root / path).unlink()

    def move(self, path, target):
        (self.root / target.strip()).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / target.strip())

    def commit(self, *_):
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@news.example", "-C", str(self.root)]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "A day"]):
            subprocess.run([*git, *words], check=True)

    def run(self, status, commands):
        for command in commands.splitlines():
            name, *words = shlex.split(command)
            assert name == "broadsheet"
            result = CliRunner().invoke(main, words)
            self.printed = result.output
            if result.exception and not isinstance(result.exception, SystemExit):
                raise result.exception
            assert result.exit_code == int(status or 0), f"{command}: exit {result.exit_code}\n{result.output}"

    def says(self, _, lines):
        self.has_in_order("the command", self.printed, lines)

    def shows(self, path, lines):
        assert (self.root / path).exists(), f"{path} is missing; there are:\n{self.tree()}"
        self.has_in_order(path, (self.root / path).read_text(encoding="utf-8"), lines)

    def lacks(self, path, lines):
        text = (self.root / path).read_text(encoding="utf-8")
        for line in filter(None, lines.splitlines()):
            assert line not in text, f"{path} has: {line}\n\n{text}"

    def missing(self, _, paths):
        for path in paths.split():
            assert not (self.root / path).exists(), f"{path} exists"

    def untouched(self, path, _):
        assert (self.root / path).read_bytes() == self.written[path], f"{path} has changed"

    def has_in_order(self, where, text, lines):
        shown = iter(text.splitlines())
        for line in filter(None, lines.splitlines()):
            pattern = re.sub(r"([\[?*])", r"[\1]", line).replace("…", "*")
            assert any(fnmatchcase(one, pattern) for one in shown), f"{where} does not show: {line}\n\n{text}"

    def tree(self):
        pages = sorted(path for path in (self.root / "content").rglob("*") if path.is_file())
        return "\n".join(path.relative_to(self.root).as_posix() for path in pages)
