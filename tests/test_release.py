"""The workflows that test and release: pinned actions, least permissions, built once, published without a password."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from broadsheet import __version__ as version
from built_wheel import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
RELEASE = yaml.safe_load((FOLDER / "release.yml").read_text(encoding="utf-8"))
JOBS = RELEASE["jobs"]
OURS = ("release.yml", "tests.yml")


@pytest.mark.parametrize("name", OURS)
def test_actions_are_pinned_by_commit_with_the_version_beside_it(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    used = [line for line in text.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_the_same_action_is_pinned_to_the_same_commit_everywhere():
    pins = {}
    for name in OURS:
        for action, pin in re.findall(r"uses: ([\w./-]+)@(.+)", (FOLDER / name).read_text(encoding="utf-8")):
            assert pins.setdefault(action, pin) == pin


def test_only_the_last_job_may_say_who_it_is_and_only_it_has_the_environment():
    assert RELEASE["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "build": {"contents": "read"},
        "try": {},
        "publish": {"id-token": "write"},
    }
    assert [name for name, job in JOBS.items() if "environment" in job] == ["publish"]
    assert JOBS["publish"]["environment"]["name"] == "pypi"
    assert "secrets." not in (FOLDER / "release.yml").read_text(encoding="utf-8")


def test_what_is_published_is_what_was_built_checked_and_tried():
    assert JOBS["try"]["needs"] == "build"
    assert JOBS["publish"]["needs"] == "try"
    run = [step.get("run", "").partition(" #")[0] for step in JOBS["build"]["steps"]]
    assert run.index("python -m build") < run.index("python -m twine check --strict dist/*")
    for name in ("try", "publish"):
        assert not any("checkout" in step.get("uses", "") for step in JOBS[name]["steps"])
        (fetched,) = (step for step in JOBS[name]["steps"] if "download-artifact" in step.get("uses", ""))
        assert fetched["with"] == {"name": "dist", "path": "dist/"}


@pytest.mark.parametrize(
    ("tag", "heading", "passes"),
    [("v{}", "## {}", True), ("v{}1", "## {}", False), ("v{}", "## 9.9.9", False), ("v{}", "", False)],
)
def test_a_tag_that_is_not_the_version_or_has_no_notes_stops_the_release(tmp_path, tag, heading, passes):
    (tmp_path / "dist").mkdir()
    (tmp_path / f"dist/broadsheet-{version}-py3-none-any.whl").touch()
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n## Unreleased\n\n{heading.format(version)} - 2026-12-01\n")
    named = [step["run"] for step in JOBS["build"]["steps"] if step.get("name")]
    assert len(named) == 2
    environment = {"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": tag.format(version)}
    done = [subprocess.run(["bash", "-ec", one], cwd=tmp_path, env=environment, check=False) for one in named]
    assert all(one.returncode == 0 for one in done) is passes


def test_zizmor_finds_nothing_wrong():
    zizmor = shutil.which("zizmor")
    if not zizmor:
        pytest.skip("zizmor is not installed; pip install zizmor")
    files = [FOLDER / name for name in OURS]
    done = subprocess.run([zizmor, "--offline", "-q", *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_lowest_and_newest_dependencies_are_tried_each_week():
    tests = yaml.safe_load((FOLDER / "tests.yml").read_text(encoding="utf-8"))
    commands = {step.get("run", "") for job in tests["jobs"].values() for step in job["steps"]}
    assert {"bash .ci/run", "bash .ci/versions lowest", "bash .ci/versions newest"} <= commands
    assert tests[True]["schedule"], "(YAML 1.1 reads `on` as true)"


def test_the_other_versions_script_names_tests_that_there_are_and_says_what_it_takes():
    text = (REPOSITORY / ".ci/versions").read_text(encoding="utf-8")
    named = [word for words in re.findall(r"^tests\+?=\((.*?)\)", text, re.MULTILINE) for word in words.split()]
    assert len(named) > 20
    assert [name for name in named if not (REPOSITORY / f"tests/test_{name}.py").exists()] == []
    done = subprocess.run(["bash", ".ci/versions"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "usage: bash .ci/versions lowest|newest\n")


def test_the_grammar_of_every_module_is_that_of_the_lowest_python():
    lowest = (3, 11)
    for file in (REPOSITORY / "generator").rglob("*.py"):
        ast.parse(file.read_text(encoding="utf-8"), feature_version=lowest)
    assert sys.version_info >= lowest
