"""A new site: mkdocs.yml, content/, inputs/ with a sample, the theme, a GitHub Pages workflow."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from broadsheet import disk
from broadsheet.errors import UsageError
from broadsheet.markdown_text import escape_inline
from broadsheet.scaffold.wording import LANGUAGES, wording

_TREE = files("broadsheet.scaffold") / "tree"
_THEME = files("broadsheet") / "theme"

# Where each file of tree/ goes. (A real dot-file in the package would act on the package itself.)
_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "requirements.txt": "requirements.txt",
    "workflows/pages.yml": ".github/workflows/pages.yml",
    "content/about.md": "content/about.md",
}
_SAMPLES = ("en", "fr")


def create(directory: Path, *, name: str | None = None, language: str = "en", dry_run: bool = False) -> Iterator[str]:
    """Makes the files of a new site in `directory`; yields each one made, relative to it.

    A file that is there already stays as it is and is not yielded. A dry run yields the same and makes nothing.

    Raises:
        UsageError: there is no catalogue for the language, or the folder cannot be written.
    """
    if language not in LANGUAGES:
        raise UsageError(f"--language {language}: there are words for {', '.join(LANGUAGES)} only; choose one of them")
    title = name or _named_after(directory)
    values = {**wording(language), "name": _quoted(title), "title": escape_inline(title), "language": language}
    try:
        for source, target in [*_FILES.items(), (_sample(language), "inputs/sample.jsonl")]:
            text = Template((_TREE / source).read_text("utf-8")).substitute(values)
            if _make(directory / target, text.encode(), dry_run=dry_run):
                yield target
        for name_in_theme, content in _files_in(_THEME, "overrides"):
            if _make(directory / name_in_theme, content, dry_run=dry_run):
                yield name_in_theme
    except OSError as error:
        raise UsageError(f"{directory}: cannot be written ({error.strerror}); choose another folder") from error


def _sample(language: str) -> str:
    """The articles that a new site begins with: in its own language, or in English."""
    return f"inputs/sample.{language if language in _SAMPLES else 'en'}.jsonl"


def _files_in(folder: Traversable, shown: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{shown}/{entry.name}"
        if entry.is_dir():
            yield from _files_in(entry, name)
        else:
            yield name, entry.read_bytes()


def _make(path: Path, content: bytes, *, dry_run: bool) -> bool:
    """Whether the file was made (or would be): one that is there is left alone."""
    if dry_run:
        return not path.exists()
    if os.path.lexists(path):
        return False
    disk.make_folder(str(path.parent))
    with disk.whole(path) as file:
        file.write(content)
    return True


def _named_after(directory: Path) -> str:
    words = directory.absolute().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "News archive"


def _quoted(name: str) -> str:
    """`name` as a YAML string in double quotes."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
