"""What is installed along: each is used, declared with a lowest version, and has its reason in DECISIONS.md."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from built_wheel import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
NAMED_AGAIN = ("html", "search")
"""Extras that come with every installation."""
OPTIONAL = [name for name in EXTRAS if name not in ("test", "compatibility", "benchmarks", "fuzz", *NAMED_AGAIN)]
"""What users may add; the others are for who works on Broadsheet."""
BROUGHT = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}
"""What a dependency cannot be without: its own other half, and what its templates give."""


def required(lines):
    return {canonicalize_name(one.name): one for one in map(Requirement, lines)}


NEEDED = required(PROJECT["dependencies"])
ADDED = {name for extra in OPTIONAL for name in required(EXTRAS[extra])}


def reasons():
    """The names in the first column of the table in DECISIONS.md."""
    text = (REPOSITORY / "DECISIONS.md").read_text(encoding="utf-8")
    table = text.partition("## Dependencies")[2].partition("\n## ")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ")][1:]
    assert all(len(row) == 5 and (row[2].strip()) for row in rows)
    names = [name for row in rows for name in re.sub(r"\(.*?\)|\[.*?\]", "", row[1]).split(",")]
    return [canonicalize_name(name.strip()) for name in names]


def test_decisions_gives_the_reason_for_each_dependency_and_for_no_other():
    given = reasons()
    assert {*NEEDED, *ADDED} <= {*given}
    assert {*given} <= {name for lines in (PROJECT["dependencies"], *EXTRAS.values()) for name in required(lines)}
    assert len(given) == len({*given})


def test_each_dependency_says_from_which_version_on():
    without = [one for one in NEEDED.values() if not any(part.operator == ">=" for part in one.specifier)]
    assert without == []


@pytest.mark.parametrize("extra", NAMED_AGAIN)
def test_an_extra_that_is_always_installed_asks_for_the_same(extra):
    assert {*EXTRAS[extra]} <= {*PROJECT["dependencies"]}


def imported():
    """The first names of all modules that the package imports from elsewhere, with a file that does."""
    found = {}
    for file in (REPOSITORY / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                names = [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            found |= {name.partition(".")[0]: file.name for name in names}
    return {name: file for name, file in found.items() if name not in {*sys.stdlib_module_names, "broadsheet"}}


def test_what_the_code_imports_is_declared():
    """Not only brought along by something else, which may stop bringing it."""
    distributions = packages_distributions()
    undeclared = {}
    for module, file in imported().items():
        names = {canonicalize_name(name) for name in distributions.get(module, [module])}
        if not {BROUGHT.get(name, name) for name in names} & {*NEEDED, *ADDED}:
            undeclared[module] = file
    assert undeclared == {}


def test_the_classifiers_name_the_pythons_that_the_tests_run_with():
    named = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)]
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert PROJECT["requires-python"] == f">={named[0]}"
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["pythons"]["strategy"]["matrix"]["python-version"] == named


def test_every_classifier_is_one():
    known = pytest.importorskip("trove_classifiers", reason="hatchling brings it").classifiers
    assert {*PROJECT["classifiers"]} <= known
