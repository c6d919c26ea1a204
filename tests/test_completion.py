"""Completion at Tab: the scripts for shells, and what they are told may follow."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.cli.completion import SHELLS


@pytest.fixture
def run():
    return lambda *words, **environment: CliRunner(env=environment).invoke(main, ["completion", *words])


@pytest.fixture
def program(tmp_path):
    """A folder for the PATH, with `broadsheet` in it as an installation has it."""
    script = tmp_path / "bin" / "broadsheet"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nfrom broadsheet.cli import main\nmain(prog_name='broadsheet')\n")
    script.chmod(0o755)
    return script.parent


BEGINNINGS = ("complete -o nosort -F", "#compdef broadsheet", "complete --no-files")


@pytest.mark.parametrize(("shell", "holds"), [*zip(SHELLS, BEGINNINGS, strict=True)])
def test_there_is_a_script_for_each_shell(run, shell, holds):
    assert holds in run(shell).stdout
    assert run(SHELL=f"/usr/bin/{shell}").stdout == run(shell).stdout


@pytest.mark.parametrize("words", [["tcsh"], []])
def test_another_shell_is_told_which_there_are(run, words):
    result = run(*words, SHELL="/bin/tcsh")
    assert result.exit_code == 2
    assert all(shell in result.output for shell in SHELLS)


def _tabbed(program, typed, folder):
    """What bash offers after what was typed, the script loaded as `~/.bashrc` would."""
    words = typed.split(" ")
    listed = " ".join(f"'{word}'" for word in words)
    script = (
        'eval "$(broadsheet completion bash)"\n'
        f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}\n"
        "_broadsheet_completion broadsheet\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {"PATH": f"{program}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, check=False, env=environment, cwd=folder
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on the PATH")
def test_bash_offers_commands_options_choices_and_entities(program, tmp_path):
    assert _tabbed(program, "broadsheet gen", tmp_path) == ["generate"]
    assert _tabbed(program, "broadsheet check --str", tmp_path) == ["--strict"]
    assert _tabbed(program, "broadsheet entities adopt x --kind per", tmp_path) == ["person"]
    pages = tmp_path / "content" / "entities"
    pages.mkdir(parents=True)
    for name in ("index", "ukraine", "united-nations", "france"):
        (pages / f"{name}.md").write_text("# A page\n")
    assert _tabbed(program, "broadsheet entities show u", tmp_path) == []  # no site here
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\nplugins: [broadsheet]\n")
    assert _tabbed(program, "broadsheet entities show u", tmp_path) == ["ukraine", "united-nations"]
    assert _tabbed(program, "broadsheet entities merge france ", tmp_path) == ["france", "ukraine", "united-nations"]
    (tmp_path / "mkdocs.yml").write_text("site_name: [\n")
    assert _tabbed(program, "broadsheet entities show u", tmp_path) == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_read_their_script(run, tmp_path, shell):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} on the PATH")
    script = tmp_path / f"broadsheet.{shell}"
    script.write_text(run(shell).stdout)
    assert subprocess.run([shell, "-n", Path(script)], check=False, capture_output=True, text=True).returncode == 0
