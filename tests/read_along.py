"""Reads a page of the guide as a newcomer does: writes its files, types its commands, compares what is printed.

These fenced blocks act, in their order:

    ```sh                           commands, one after the other; each ends well, or as `# exits with 1` says
    ```text                         what those commands print has these lines, in this order; … is anything
    ```yaml title="mkdocs.yml"      the settings are added to the site's
    ```yaml title="content/….md"    the keys are put into the page's front matter
    ```python title="generator/…"   a new part of Broadsheet: a source (`read`) or an output (one function)
    ```… title="PATH"               any other file is written; to a page that is there, the text is added

What needs the network, or does not end, is stood in for, and no more than that: `python3 -m venv` makes an empty
environment, `pip install` and `spacy download` install nothing, `mkdocs serve` shows nothing, `git push` sends nothing.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import textwrap
import types
from fnmatch import fnmatchcase
from pathlib import Path

import mkdocs.config
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from mkdocs.utils.yaml import yaml_load
from yaml import safe_dump, safe_load

from broadsheet import outputs
from broadsheet.archive.schema import page_schema
from broadsheet.cli import main
from broadsheet.config import read_config
from broadsheet.sources.raw import Given, RawRecord

BLOCK = re.compile(r'^( *)```(\w+)(?: title="([^"]+)")?\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^ *```", re.MULTILINE)
STAND_INS = {
    "pip": "exit 0",
    "python": 'case "$*" in "-m spacy download "*) exit 0;; esac; exec "$PYTHON" "$@"',
    "python3": '[ "$1 $2" = "-m venv" ] || exec "$PYTHON" "$@"; mkdir -p "$3/bin"; : > "$3/bin/activate"',
    "broadsheet": 'exec "$PYTHON" -m broadsheet "$@"',
    "mkdocs": '[ "$1" = serve ] && exit 0; exec "$PYTHON" -m mkdocs "$@"',
    "git": '[ "$1" = push ] && exit 0; PATH=${PATH#*:} exec git "$@"',
}


def blocks(text):
    """The blocks of a page: line, language, title, what stands in it."""
    for found in BLOCK.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[2], found[3] or "", textwrap.dedent(found[4])


class Reader:
    """Somebody who reads along in a folder."""

    def __init__(self, folder, patch):
        self.folder, self.patch = folder, patch
        self.printed, self.made, self.status = "", [], 0
        stand_ins = folder.parent / "stand-ins"
        stand_ins.mkdir(exist_ok=True)
        for name, script in STAND_INS.items():
            (stand_ins / name).write_text(f"#!/bin/sh\n{script}\n")
            (stand_ins / name).chmod(0o755)
        own = {"PYTHON": sys.executable, "PATH": f"{stand_ins}:{os.environ['PATH']}", "HOME": str(folder.parent)}
        own |= {f"GIT_{who}_{what}": "reader" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.environment = os.environ | own

    def read(self, text, name):
        """Follows a page from its first block to its last; AssertionError says at which line that did not work."""
        self.patch.chdir(self.folder)
        found = list(blocks(text))
        assert 2 * len(found) == len(FENCE.findall(text)), f"{name}: a block is not written as read_along.py reads them"
        for line, language, title, inside in found:
            try:
                self.follow(language, title, inside)
            except AssertionError as failure:
                raise AssertionError(f"{name}:{line}: {failure}") from None
        for address in self.made:
            assert (self.folder / "content" / address).exists(), f"{name}: {address} was not made"

    def follow(self, language, title, inside):
        """Does what one block says."""
        if language == "sh":
            assert not title
            self.type(inside)
        elif not title:
            assert language == "text", f"a block of {language} without a title"
            self.compare(inside)
        elif language == "yaml" and title == "mkdocs.yml":
            self.set(inside)
        elif language == "yaml":
            self.put(Path(title), inside)
        elif language == "python" and title.startswith("generator/"):
            self.extend(title, inside)
        else:
            self.write(Path(title), inside)

    def type(self, commands):
        """Types commands, line by line."""
        self.printed = ""
        for line in commands.replace("\\\n", " ").splitlines():
            command = re.sub(r"(^|\s)#.*", "", line).strip()
            self.status = int((re.findall(r"# exits with (\d)", line) or ["0"])[0])
            for part in [command] if re.search(r"[|<>]", command) else command.split(" && "):
                self.printed += self.answer(part) if part else ""

    def answer(self, command):
        """What a command prints, that ends as it should."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            self.patch.chdir(self.folder)
            return ""
        if words[0] == "broadsheet" and not re.search(r"[|<>*$]", command):
            done = CliRunner().invoke(main, words[1:], catch_exceptions=False)
            assert done.exit_code == self.status, f"{command} ends with {done.exit_code}:\n{done.output}"
            return done.output
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == self.status, f"{command} ends with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def compare(self, inside):
        """What was printed last has these lines."""
        printed = iter([line.rstrip() for line in self.printed.splitlines()])
        for line in inside.splitlines():
            pattern = re.sub(r"([\[\]?*])", r"[\1]", line.rstrip()).replace("…", "*")
            if pattern.strip() != "*":
                assert any(fnmatchcase(one, pattern) for one in printed), f"{line!r} is not in\n{self.printed}"

    def set(self, inside):
        """Adds settings to mkdocs.yml; MkDocs and Broadsheet take them."""
        path = Path("mkdocs.yml")
        with path.open("rb") as file:
            settings = yaml_load(file)
        path.write_text(safe_dump(merged(settings, safe_load(inside)), sort_keys=False, allow_unicode=True), "utf-8")
        read_config(path)
        mkdocs.config.load_config(str(path))  # raises where an option or its value is not known

    def put(self, page, inside):
        """Puts keys into the front matter of a page; they fit its schema."""
        front, body = page.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
        for key in safe_load(inside):
            front = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", f"{front}\n", flags=re.MULTILINE).rstrip("\n")
        page.write_text(f"---\n{front}\n{inside.strip()}\n---\n{body}", "utf-8")
        found = list(Draft202012Validator(page_schema()).iter_errors(safe_load(f"{front}\n{inside}")))
        assert not found, found

    def extend(self, title, inside):
        """A source reads the file that the page showed last; an output is run with the others."""
        module = types.ModuleType("shown")
        exec(compile(inside, title, "exec"), module.__dict__)  # noqa: S102 - it is our own page
        if "/sources/" in title:
            shown = next(self.folder.glob(f"{Path(title).stem}.txt"))
            items = list(module.read(Given(shown.name, io.BytesIO(shown.read_bytes()))))
            assert items
            assert all(isinstance(one, RawRecord) for one in items), items
            return
        output = getattr(module, Path(title).stem)
        self.patch.setattr(outputs, "OUTPUTS", (*outputs.OUTPUTS, output))
        (self.folder / ".cache/broadsheet/run.json").unlink(missing_ok=True)
        self.made += re.findall(r'address="([^"]+)"', inside)

    def write(self, path, inside):
        """Writes a file, or adds to a page that is there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") + "\n" if path.suffix == ".md" and path.exists() else ""
        path.write_text(before + inside, "utf-8")
        if path.suffix in {".jsonl", ".json", ".csv"} and path.parts[0] == "inputs":
            self.type(f"broadsheet clean {path}")


def merged(settings, more):
    """Settings with more of them; of the plugins, those that are named twice have the options of both."""
    for key, value in more.items():
        if key == "plugins":
            before = {name: options for one in settings.get(key, []) for name, options in as_pairs(one)}
            named = {name: options for one in value for name, options in as_pairs(one)}
            settings[key] = [{name: {**(before.get(name) or {}), **(own or {})}} for name, own in named.items()]
        elif isinstance(value, dict) and isinstance(settings.get(key), dict):
            settings[key] = merged(settings[key], value)
        else:
            settings[key] = value
    return settings


def as_pairs(plugin):
    """A plugin's name with its options."""
    return plugin.items() if isinstance(plugin, dict) else [(plugin, None)]
