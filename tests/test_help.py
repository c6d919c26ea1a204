"""Help that stands alone: each command's says what it is for, wraps on a narrow terminal, and ends with examples."""

from __future__ import annotations

import platform
import re
import shlex

import click
import pytest
from click.testing import CliRunner

from broadsheet.cli import main


def _all(command, words=()):
    yield words, command
    for name, one in getattr(command, "commands", {}).items():
        yield from _all(one, (*words, name))


EVERY = dict(_all(main))
GROUPS = [words for words, command in EVERY.items() if isinstance(command, click.Group)]


def shown(words, width=80):
    result = CliRunner().invoke(main, [*words, "--help"], prog_name="broadsheet", terminal_width=width)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_help_ends_with_examples_that_the_command_understands(words):
    _, _, end = shown(words).partition("Example")
    lines = [line.strip() for line in end.splitlines()[1:]]
    assert 1 <= len(lines) <= 4, f"the help of {' '.join(words)} should end with examples"
    assert any(line.replace('eval "$(', "").startswith(" ".join(["broadsheet", *words])) for line in lines)
    for line in lines:
        typed = re.sub(r"""^eval "\$\((.*)\)" .*""", r"\1", re.split(r" [|>&]", line)[0])
        program, *arguments = shlex.split(typed)
        if program == "broadsheet":
            _parsed(arguments)


def _parsed(arguments):
    """Click raises where an option or a command is none, or an argument is missing."""
    command, context = main, click.Context(main)
    while isinstance(command, click.Group):
        name, command, arguments = command.resolve_command(context, arguments)
        context = click.Context(command, parent=context, info_name=name)
    command.parse_args(context, arguments)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
@pytest.mark.parametrize("width", [60, 80])
def test_help_fits_the_terminal(words, width):
    text = shown(words, width)
    before, _, _ = text.partition("\n  Example")
    # Never broken are choices, and the lines of a table, which are written for 80 columns.
    long = [line for line in before.splitlines() if len(line) > width and not re.search(r"\[\w+(\|\w+)+\]", line)]
    assert [line for line in long if len(line) > 80 or not re.search(r"\S  +\S", line)] == []


@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_a_list_of_commands_tells_each_in_a_whole_sentence(words):
    listed = shown(words, 60).partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(listed) == len(EVERY[words].commands), "each in a line"
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


def test_the_version_tells_what_a_report_of_a_fault_needs():
    said = CliRunner().invoke(main, ["--version"]).output
    assert re.fullmatch(
        rf"broadsheet, version \d+\.\d+\.\d+ \(Python {re.escape(platform.python_version())}, "
        r"MkDocs 1\.[\d.]+, Material 9\.[\d.]+\)\n",
        said,
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["generat"], "No such command 'generat'. Did you mean 'generate'?"),
        (["entitys"], "Did you mean 'entities'?"),
        (["entities", "ajopt"], "Did you mean 'adopt'?"),
        (["check", "--stric"], "Did you mean '--strict'?"),
    ],
)
def test_a_near_miss_is_told_the_near_one(words, says):
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert says in result.output
