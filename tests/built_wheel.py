"""The wheel and the sdist of this checkout, and an installation of the wheel as a newcomer has it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

REPOSITORY = Path(__file__).resolve().parents[1]
FROM_INDEX = "BROADSHEET_FROM_INDEX"
"""Set to 1, an installation takes dependencies from the package index, as a newcomer's does. Else they are those of
the tests' environment, so that no network is needed."""


@dataclass(frozen=True)
class Built:
    """Where the two lie."""

    wheel: Path
    sdist: Path


def build(source: Path, into: Path, *targets: str) -> None:
    """What `python -m build` makes of a folder; hatchling is asked itself, which needs no network."""
    if importlib.util.find_spec("hatchling") is None:
        say = "hatchling is not installed; `pip install -e '.[test]'` brings it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(say)
    named = [word for target in targets for word in ("-t", target)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(into), *named]
    done = subprocess.run(command, cwd=source, check=False, capture_output=True, text=True, env=clean_environment())
    assert done.returncode == 0, done.stdout + done.stderr


def built_once(folder: Path) -> Built:
    """The wheel and the sdist, built by whoever of xdist's workers comes first."""
    with FileLock(folder / "dist.lock"):
        into = folder / "dist"
        if not into.exists():
            build(REPOSITORY, into, "sdist", "wheel")
    (wheel,), (sdist,) = into.glob("*.whl"), into.glob("*.tar.gz")
    return Built(wheel, sdist)


def clean_environment() -> dict[str, str]:
    """What a newcomer's shell has: nothing leads to this checkout, and nothing is written beside the code."""
    ours = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "NO_MKDOCS_2_WARNING", "SOURCE_DATE_EPOCH")
    return {name: value for name, value in os.environ.items() if name not in ours and "COV" not in name}


def install(wheel: Path, folder: Path) -> Path:
    """The folder of the programs of a fresh environment in `folder` that has the wheel."""
    run(sys.executable, "-m", "venv", folder)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python, whole = programs / "python", os.environ.get(FROM_INDEX) == "1"
    run(python, "-m", "pip", "install", "-q", *([] if whole else ["--no-index", "--no-deps"]), wheel)
    if whole:
        return programs
    # What the tests' environment has comes after the wheel's own; its `.pth` files, of an editable one, are not read.
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    have = [folder for folder in sys.path if Path(folder).name in ("site-packages", "dist-packages")]
    (Path(site) / "dependencies.pth").write_text("\n".join(have) + "\n", encoding="utf-8")
    (programs / "mkdocs").write_text(f'#!/bin/sh\nexec "{programs}/python" -m mkdocs "$@"\n', encoding="utf-8")
    (programs / "mkdocs").chmod(0o755)
    return programs


def run(*command: object, folder: Path | None = None, programs: Path | None = None) -> str:
    """What a command prints that must end well; `programs` come first on its PATH."""
    environment = clean_environment() | {"PYTHONDONTWRITEBYTECODE": "1"}
    if programs:
        environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=folder, check=False, capture_output=True, text=True, env=environment, timeout=900)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr
