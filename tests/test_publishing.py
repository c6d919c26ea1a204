"""The workflows: their steps are run in a new site with a repository of its own, as far as that goes without GitHub."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from broadsheet.cli import main

ROOT = Path(__file__).resolve().parents[1]
RECORD = '{"id": "new", "title": "A bridge opens", "published": "2026-04-01", "language": "en", "body": "In Vienna."}\n'


@pytest.fixture
def tools(tmp_path_factory):
    """A folder of commands: `broadsheet` and `mkdocs` as they are here."""
    folder = tmp_path_factory.mktemp("bin")
    for name in ("broadsheet", "mkdocs"):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} "$@"\n')
        script.chmod(0o755)
    return folder


class Desk:
    """A new site in a repository, and the one that it is pushed to."""

    def __init__(self, folder: Path, tools: Path, ci: str) -> None:
        self.folder, self.origin, self.site = folder, folder / "origin.git", folder / "site"
        (folder / "home").mkdir()
        kept = {name: os.environ[name] for name in ("PYTHONPATH", "LANG", "NO_MKDOCS_2_WARNING") if name in os.environ}
        self.environment = {
            **kept,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder / "home"),
            "SOURCE_DATE_EPOCH": "1780000000",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "NO_MKDOCS_2_WARNING": "1",
        }
        if "PYTHONPATH" in kept:
            self.environment["PYTHONPATH"] = os.pathsep.join(
                str(Path(one).resolve()) for one in kept["PYTHONPATH"].split(os.pathsep) if one
            )
        self.git("init", "-q", "--bare", "-b", "main", str(self.origin), at=folder)
        assert CliRunner().invoke(main, ["new", str(self.site), "--ci", ci]).exit_code == 0
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(self.origin))
        self.git("add", ".")
        self.git(*_ADA, "commit", "-q", "-m", "A new archive")
        self.git("push", "-q", "-u", "origin", "main")

    def git(self, *words: str, at: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *words], cwd=at or self.site, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run(self, script: str, at: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=at or self.site,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def subjects(self) -> list[str]:
        return self.git("log", "--reverse", "--format=%s", "main", at=self.origin).splitlines()

    def person(self, path: str, text: str) -> None:
        """What somebody pushes from elsewhere."""
        clone = self.folder / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        self.git("clone", "-q", str(self.origin), str(clone), at=self.folder)
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text, "utf-8")
        self.git("add", path, at=clone)
        self.git(*_ADA, "commit", "-q", "-m", f"A hand at {path}", at=clone)
        self.git("push", "-q", at=clone)


_ADA = ("-c", "user.name=Ada", "-c", "user.email=ada@news.example")
_REFRESH = 'bash .ci/refresh.sh "$GITHUB_REF_NAME"'


@pytest.fixture
def desk(tmp_path, tools):
    return Desk(tmp_path, tools, "github")


def steps(path: Path) -> list[dict[str, object]]:
    return yaml.safe_load(path.read_text("utf-8"))["jobs"]["build"]["steps"]


def test_each_step_of_the_daily_workflow_runs_and_says_what_it_did(desk):
    found = steps(desk.site / ".github/workflows/pages.yml")
    commands = [step["run"] for step in found if "run" in step]
    assert commands == [
        "pip install -r requirements.txt",
        _REFRESH,
        "broadsheet check --strict",
        "mkdocs build --strict",
    ]
    (desk.site / "inputs/undated.jsonl").write_text('{"id": "u", "title": "Undated", "body": "In Vienna."}\n', "utf-8")
    summary = desk.folder / "summary.md"
    for command in commands[1:]:
        done = desk.run(
            command,
            GITHUB_ACTIONS="true",
            GITHUB_REF_NAME="main",
            GITHUB_SERVER_URL="https://github.com",
            GITHUB_STEP_SUMMARY=str(summary),
            GITHUB_WORKSPACE=str(desk.site),
            TOKEN="not-a-secret",  # noqa: S106 - it is none
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (desk.site / "site/index.html").read_text("utf-8").count("Nordlicht Rail") > 1
    _, *rest = desk.subjects()
    assert [re.sub(r"[0-9]+", "N", one) for one in rest] == ["Articles (N)", "Names, stories and lists (N)"]
    assert desk.git("log", "-1", "--format=%an <%ae>", at=desk.origin).startswith("github-actions[bot] <41898282+")
    assert desk.git("show", "--format=", "--name-only", "main~1", at=desk.origin).splitlines() == sorted(
        path.relative_to(desk.site).as_posix() for path in desk.site.glob("content/articles/**/*.md")
    )
    said = summary.read_text("utf-8")
    assert "3 records read, **0 rejected**" in said
    assert "| created |" in said
    assert "# Inbox" in said
    assert desk.git("status", "--porcelain") == "?? inputs/undated.jsonl\n"
    # And again: there is nothing to commit, and nothing is.
    assert desk.run(_REFRESH, GITHUB_REF_NAME="main").returncode == 0
    assert len(desk.subjects()) == 3


def test_what_is_rejected_is_told_and_stops_neither_commits_nor_pages(desk):
    (desk.site / "inputs/broken.jsonl").write_text('{"id": "b", "body": "No title"}\n', "utf-8")
    summary = desk.folder / "summary.md"
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert "## Rejected (1)\n\n- `inputs/broken.jsonl:1: title" in summary.read_text("utf-8")
    assert len(desk.subjects()) == 3


def test_settings_that_cannot_be_followed_stop_it_before_anything_is_written(desk):
    settings = desk.site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("      inputs:\n", "      input:\n", 1), "utf-8")
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main")
    assert done.returncode == 1
    assert "input" in done.stderr
    assert len(desk.subjects()) == 1


def test_a_person_who_pushes_meanwhile_is_built_upon_and_nothing_is_lost(desk):
    assert desk.run(_REFRESH, GITHUB_REF_NAME="main").returncode == 0
    (desk.site / "inputs/new.jsonl").write_text(RECORD, "utf-8")
    page = next(desk.site.glob("content/articles/**/night-trains*.md")).relative_to(desk.site).as_posix()
    edited = (desk.site / page).read_text("utf-8").replace("from May", "from late May")
    # Somebody's push comes between ours and the server: a hook that runs as ours begins.
    stolen = desk.folder / "page.md"
    stolen.write_text(edited, "utf-8")
    hook = desk.site / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\n[ -e "{desk.folder}/once" ] && exit 0\ntouch "{desk.folder}/once"\nunset GIT_DIR\n'
        f'git clone -q "{desk.origin}" "{desk.folder}/other" && cd "{desk.folder}/other" && cp "{stolen}" "{page}" &&\n'
        "GIT_AUTHOR_NAME=Ada GIT_COMMITTER_NAME=Ada GIT_AUTHOR_EMAIL=a@b.example GIT_COMMITTER_EMAIL=a@b.example "
        "git commit -q -a -m 'Ada was here' && git push -q origin main\n"
    )
    hook.chmod(0o755)
    summary = desk.folder / "summary.md"
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert (desk.folder / "once").exists()
    subjects = [re.sub(r" \([0-9]+\)", "", one) for one in desk.subjects()]
    assert subjects[-3:] == ["Ada was here", "Articles", "Names, stories and lists"]
    assert len(subjects) == 6
    assert "from late May" in desk.git("show", f"main:{page}", at=desk.origin)
    assert "a-bridge-opens.md" in desk.git("ls-tree", "-r", "--name-only", "main", at=desk.origin)
    assert (desk.site / "inputs/new.jsonl").read_text("utf-8") == RECORD
    assert summary.read_text("utf-8").count("# Broadsheet\n") == 1
    assert desk.run("broadsheet check --strict").returncode == 0


def test_it_begins_with_what_was_pushed_before(desk):
    desk.person("inputs/theirs.jsonl", RECORD)
    assert desk.run(_REFRESH, GITHUB_REF_NAME="main").returncode == 0
    assert (desk.site / "inputs/theirs.jsonl").exists()
    assert next(desk.site.glob("content/articles/**/a-bridge-opens.md"))


def test_a_slip_in_one_page_takes_its_article_out_of_no_list(desk):
    """A page that cannot be read is missing wherever it was listed: nothing is taken in until somebody mends it."""
    assert desk.run(_REFRESH, GITHUB_REF_NAME="main").returncode == 0
    page = next(desk.site.glob("content/articles/**/*.md")).relative_to(desk.site).as_posix()
    text = (desk.site / page).read_text("utf-8")
    desk.person(page, text.replace("date:", "date: 1\ndate:", 1))
    desk.person("inputs/more.jsonl", RECORD)
    before = desk.subjects()
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert "content/: cannot be used as it is (see above); mend it and push, and this runs again" in done.stderr
    assert page in done.stdout + done.stderr
    assert desk.subjects() == before
    desk.person(page, text)
    assert desk.run(_REFRESH, GITHUB_REF_NAME="main").returncode == 0
    assert next(desk.site.glob("content/articles/**/a-bridge-opens.md"))


def test_a_branch_that_may_not_be_pushed_to_is_told_plainly(desk):
    hook = desk.origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n")
    hook.chmod(0o755)
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert "main: cannot be pushed to; see above, and allow this run to write" in done.stderr
    assert "::error title=The archive was not pushed::main: cannot be pushed to" in done.stdout
    assert len(desk.subjects()) == 1


def test_who_is_overtaken_each_time_gives_up_and_says_so(desk, tools):
    """Nothing is forced: all that others pushed is there, and ours is for the next run."""
    (tools / "broadsheet").write_text("#!/bin/sh\ndate +%N > content/a-list.md\n")
    clone = desk.folder / "other"
    desk.git("clone", "-q", str(desk.origin), str(clone), at=desk.folder)
    hook = desk.site / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\nunset GIT_DIR\ncd "{clone}" && git -c user.name=Ada -c user.email=a@b.example commit -q '
        "--allow-empty -m 'Ada again' && git push -q origin main\n"
    )
    hook.chmod(0o755)
    done = desk.run(_REFRESH, GITHUB_REF_NAME="main")
    assert done.returncode == 1
    assert "main: somebody pushed each time before this could; run it again" in done.stderr
    assert desk.subjects() == ["A new archive", *(["Ada again"] * 5)]


def test_by_hand_it_takes_no_edit_that_is_not_committed_and_loses_no_commit(desk):
    about = desk.site / "content/about.md"
    about.write_text("mine", "utf-8")
    done = desk.run("bash .ci/refresh.sh")
    assert done.returncode == 1
    assert "content/: holds what is not committed; commit it, then run this again" in done.stderr
    assert about.read_text("utf-8") == "mine"
    desk.git(*_ADA, "commit", "-q", "-a", "-m", "Mine")
    desk.person("content/note.md", "# Theirs\n")
    done = desk.run("bash .ci/refresh.sh")
    assert done.returncode == 1
    assert "main: holds commits here and at the origin; bring them together" in done.stderr
    assert about.read_text("utf-8") == "mine"
    assert desk.git("log", "-1", "--format=%s").strip() == "Mine"


def test_what_reads_foreign_texts_does_not_see_the_token(desk, tools):
    script = tools / "broadsheet"
    before = script.read_text()
    script.write_text("#!/bin/sh\nenv > seen.txt\n")
    given = {"TOKEN": "not-a-secret", "GITHUB_SERVER_URL": "https://github.com"}
    given |= {
        "CI_JOB_TOKEN": "not-a-secret",
        "CI_REPOSITORY_URL": "https://gitlab-ci-token:not-a-secret@gitlab.com/a/b",
    }
    desk.run(_REFRESH, GITHUB_REF_NAME="main", **given)
    script.write_text(before)
    seen = (desk.site / "seen.txt").read_text("utf-8")
    assert "GITHUB_REF_NAME=main" in seen
    assert "not-a-secret" not in seen
    assert "GIT_CONFIG_VALUE" not in seen


def test_the_steps_for_gitlab_run_as_well(tmp_path, tools):
    desk = Desk(tmp_path, tools, "gitlab")
    jobs = yaml.safe_load((desk.site / ".gitlab-ci.yml").read_text("utf-8"))
    install, *commands = jobs["pages"]["script"]
    assert install == "pip install -r requirements.txt"
    desk.git("checkout", "-q", "--detach")  # as GitLab's runners do
    for command in commands:
        done = desk.run(command, CI_COMMIT_BRANCH="main")
        assert done.returncode == 0, done.stdout + done.stderr
    assert len(desk.subjects()) == 3
    assert all((desk.site / one / "index.html").exists() for one in jobs["pages"]["artifacts"]["paths"])
    assert desk.git("status", "--porcelain") == ""


def test_gh_deploy_publishes_too(desk):
    for command in ("broadsheet generate", "mkdocs gh-deploy --strict --quiet"):
        done = desk.run(
            command,
            GIT_AUTHOR_NAME="Ada",
            GIT_AUTHOR_EMAIL="a@b.example",
            GIT_COMMITTER_NAME="Ada",
            GIT_COMMITTER_EMAIL="a@b.example",
        )
        assert done.returncode == 0, done.stdout + done.stderr
    there = desk.git("ls-tree", "-r", "--name-only", "gh-pages", at=desk.origin).splitlines()
    assert {".nojekyll", "index.html", "feed.xml", "search/index.html"} <= set(there)
    assert "Nordlicht Rail" in desk.git("show", "gh-pages:index.html", at=desk.origin)


def workflows():
    tree = ROOT / "generator/broadsheet/scaffold/tree/github"
    return [*sorted((ROOT / ".github/workflows").glob("*.yml")), tree / "pages.yml"]


@pytest.mark.parametrize("path", workflows(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_actions_are_pinned_by_commit_with_the_version_beside_it_and_may_do_little(path):
    text = path.read_text("utf-8")
    used = re.findall(r"uses: (.+)$", text, re.MULTILINE)
    assert used
    assert all(re.fullmatch(r"(actions|pypa)/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", one) for one in used), (
        used
    )
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert all(job["timeout-minutes"] <= 90 for job in workflow["jobs"].values())
    for step in (step for job in workflow["jobs"].values() for step in job["steps"]):
        assert "${{" not in step.get("run", "")
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_the_workflows_are_the_same_steps():
    demo, own = (
        yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows/pages.yml", workflows()[-1])
    )
    uses = [[step.get("uses") for job in one["jobs"].values() for step in job["steps"]] for one in (demo, own)]
    assert uses[0] == uses[1]
    assert demo["jobs"]["deploy"] == own["jobs"]["deploy"]
    assert demo["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert own["jobs"]["build"]["permissions"] == {"contents": "write", "pages": "read"}
    assert own[True]["schedule"]  # (YAML 1.1 reads `on` as true.)
    assert "workflow_dispatch" in own[True]
    assert "schedule" not in demo[True]


@pytest.mark.parametrize("tool", ["zizmor", "actionlint"])
def test_workflows_are_checked(tmp_path, tool):
    beside = Path(sys.executable).with_name(tool)
    command = str(beside) if beside.exists() else shutil.which(tool)
    if not command:
        pytest.skip(f"{tool} is not installed")
    assert CliRunner().invoke(main, ["new", str(tmp_path / "x")]).exit_code == 0
    folder = tmp_path / "x/.github/workflows"
    shutil.copytree(ROOT / ".github/workflows", folder.parent / "demo/.github/workflows")
    if tool == "zizmor":
        words = ["--offline", "--no-progress", str(tmp_path / "x/.github"), str(folder.parent / "demo/.github")]
    else:
        words = ["-no-color", *map(str, [*folder.glob("*.yml"), *(ROOT / ".github/workflows").glob("*.yml")])]
    done = subprocess.run([command, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
