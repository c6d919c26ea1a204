"""Earlier texts of pages, as git keeps them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

_PATIENCE = 60
"""Seconds after which git has no answer."""


def versions(docs_dir: Path, address: str, word: str) -> Iterator[str]:
    """The committed texts of a page around each commit that brought in, or took out, a word; the latest first.

    A page that was moved is looked for at its other places too. Nothing where there is no git, no repository, or a
    shallow clone that does not reach back far enough.
    """
    for pathspec in ((f":(literal){address}",), (":(glob)**/*.md",)):
        found = False
        for commit, path in _commits(docs_dir, word, pathspec):
            for revision in (commit, f"{commit}^"):
                text = _git(docs_dir, "show", f"{revision}:{path}")
                if text is not None and word in text:
                    found = True
                    yield text
        if found:
            return


def last_text(docs_dir: Path, address: str) -> str | None:
    """The text that a page had when it was last committed, be it gone since."""
    commits = _git(docs_dir, "log", "-2", "--format=%H", "--", f":(literal){address}") or ""
    for commit in commits.split():
        text = _git(docs_dir, "show", f"{commit}:./{address}")
        if text is not None:
            return text
    return None


def _commits(docs_dir: Path, word: str, pathspec: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Commits that change how often a word stands in a file, with the file's path from the repository's root."""
    listed = _git(docs_dir, "log", "-z", "--no-renames", "--format=%x01%H", "--name-only", f"-S{word}", "--", *pathspec)
    for entry in (listed or "").split("\x01")[1:]:
        commit, *paths = entry.split("\0")
        for path in paths:
            if path.strip("\n"):
                yield commit, path.strip("\n")


def _git(folder: Path, *words: str) -> str | None:
    """What a git command prints; None where it fails."""
    # (No file system monitor: it would be a program of the repository's choice.)
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - git, by name
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
