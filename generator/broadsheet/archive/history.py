"""Earlier texts of pages, as git keeps them.

A repository's settings may name programs (file system monitors, converters of text, checkers of signatures) and places
to fetch from. Its settings are anybody's who sends a page in, so git is asked in a way that heeds none of them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

_PATIENCE = 60
"""Seconds after which git has no answer."""

_SETTINGS = (
    "core.fsmonitor=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "log.follow=false",
    "diff.relative=false",
)
"""No program of the repository's choice; and what a log says is what is read below."""

_LOG = ("log", "--no-textconv", "--no-ext-diff", "--no-show-signature", "--no-color")

_OF_THE_USER = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""What git's environment may say of the machine. The rest says which repository is meant, as a hook's does, and how it
is read: here the one around content/ is meant, always."""

_ALONE = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for a git that does not know that: no way to fetch is left
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


def versions(docs_dir: Path, address: str, word: str) -> Iterator[str]:
    """The committed texts of a page around each commit that brought in, or took out, a word; the latest first.

    A page that was moved is looked for at its other places too. Nothing where there is no git, no repository, or a
    shallow clone that does not reach back far enough.
    """
    for pathspec in ((f":(literal){address}",), (":(glob)**/*.md",)):
        found = False
        for commit, path in _commits(docs_dir, word, pathspec):
            for revision in (commit, f"{commit}^"):
                text = _git(docs_dir, "cat-file", "blob", f"{revision}:{path}")
                if text is not None and word in text:
                    found = True
                    yield text
        if found:
            return


def last_text(docs_dir: Path, address: str) -> str | None:
    """The text that a page had when it was last committed, be it gone since."""
    commits = _git(docs_dir, *_LOG, "-2", "--format=%H", "--", f":(literal){address}") or ""
    for commit in commits.split():
        text = _git(docs_dir, "cat-file", "blob", f"{commit}:./{address}")
        if text is not None:
            return text
    return None


def _commits(docs_dir: Path, word: str, pathspec: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Commits that change how often a word stands in a file, with the file's path from the repository's root."""
    how = ("-z", "--no-renames", "--format=%x01%H", "--name-only", f"-S{word}")
    listed = _git(docs_dir, *_LOG, *how, "--", *pathspec)
    for entry in (listed or "").split("\x01")[1:]:
        commit, *paths = entry.split("\0")
        for path in paths:
            if path.strip("\n"):
                yield commit, path.strip("\n")


def _git(folder: Path, *words: str) -> str | None:
    """What a git command prints; None where it fails."""
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_OF_THE_USER)
    }
    try:
        done = subprocess.run(  # noqa: S603 - git, by name
            ["git", "--no-pager", *settings, "-C", str(folder), *words],  # noqa: S607 - the one on the user's path
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            stdin=subprocess.DEVNULL,
            env=environment | _ALONE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
