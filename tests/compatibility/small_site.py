"""A small site as `broadsheet new` and `generate` make it, and what must hold of it however it is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml
from built_site import broken_links, read

HOSTILE = {
    "id": "braces-1",
    "title": "Braces {{ 7*7 }} in a {% raw %} headline {# kept #}",
    "published": "2026-03-10",
    "language": "en",
    "source": {"name": "The Sample Gazette"},
    "topics": ["Railways"],
    "body": "Vienna prints {{ 6*7 }} and {% include 'mkdocs.yml' %} and {# nothing #} here.\n\n"
    "{{ undefined_thing.deeper }} {% for %} stays as it is, says Ada Brandt.",
}
"""An article whose text would be run, or stop the build, where something takes it for a template."""
SHOWN = ("{{ 6*7 }}", "{{ undefined_thing.deeper }}", "{% for %}", "{# nothing #}")
BY_HAND = "---\ntitle: By hand\ndate: 2026-03-01\nauthors: [Somebody]\ntags: [Trains]\n---\n\n# By hand\n\n## There\n\n"
ARTICLE = "articles/2026/03/02/night-trains-return-between-vienna-and-brussels"
BRACES = "articles/2026/03/10/"


def made(folder: Path) -> Path:
    """The sample of a new site, an article full of braces, and a page by hand that links to both and to an anchor."""
    _run(["broadsheet", "new", str(folder)], folder.parent)
    (folder / "inputs/braces.jsonl").write_text(json.dumps(HOSTILE) + "\n", "utf-8")
    _run(["broadsheet", "generate", "-q"], folder)
    text = f"{BY_HAND}To [the trains]({ARTICLE}.md), [Vienna](entities/vienna.md) and [there](#there).\n"
    (folder / "content/by-hand.md").write_text(text, "utf-8")
    path = folder / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("not_in_nav:", "  - by-hand.md\nnot_in_nav:", 1), "utf-8")
    return folder


@dataclass
class Built:
    """A site, and what was said while it was built."""

    site: Path
    said: str
    urls: bool = True

    def path(self, page: str) -> Path:
        return self.site / (f"{page}/index.html" if self.urls else f"{page}.html")

    def text(self, page: str) -> str:
        return self.path(page).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file() and path.suffix != ".gz"
        }


@dataclass
class SmallSite:
    """A copy of the sample."""

    folder: Path

    @classmethod
    def copied(cls, sample: Path, folder: Path) -> SmallSite:
        shutil.copytree(sample, folder)
        return cls(folder)

    def change(self, *, plugins: dict | None = None, broadsheet: dict | None = None, **settings: object) -> None:
        """Changes mkdocs.yml: more plugins, options of ours, settings (a mapping adds to one that is there)."""
        path = self.folder / "mkdocs.yml"
        known = yaml.safe_load(path.read_text("utf-8"))
        ours = {**known["plugins"][0]["broadsheet"], **(broadsheet or {})}
        more = [{name: options} if options else name for name, options in (plugins or {}).items()]
        rest = known["plugins"][1:] + more
        known["plugins"] = [{"broadsheet": ours}, *rest]
        for name, value in settings.items():
            if value is None:
                del known[name]
                continue
            known[name] = {**known[name], **value} if isinstance(value, dict) and name in known else value
        path.write_text(yaml.safe_dump(known, sort_keys=False, allow_unicode=True), "utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self, *more: str, fine: bool = True, site: str = "site", cwd: Path | None = None, **env: str) -> Built:
        """The site, built strictly; `fine` says whether it should be."""
        code, said = _tried([sys.executable, "-m", "mkdocs", "build", "--strict", *more], cwd or self.folder, env)
        assert (code == 0) == fine, said
        urls = "use_directory_urls: false" not in (self.folder / "mkdocs.yml").read_text("utf-8")
        return Built(self.folder / site, said, urls)

    def built_both_ways(self, *, but: str = "-") -> Built:
        """The site, which is the same with `fast` and without, but for files that begin like `but`."""
        fast = self.build()
        self.change(broadsheet={"fast": False})
        slow = self.build("-d", "slow", site="slow").files()
        there = fast.files()
        assert sorted(there) == sorted(slow)
        assert [name for name in slow if slow[name] != there[name] and not name.startswith(but)] == []
        return fast


def whole(built: Built, *, prefix: str = "/broadsheet/", search: bool = True) -> None:
    """Asserts what holds of every site: the pages are there with their head, text, links and search."""
    pages = read(built.site)
    for page in (ARTICLE, "entities/vienna", "topics/railways", "by-hand"):
        assert built.path(page).is_file(), page
    article = built.text(ARTICLE)
    assert "Night trains between" in article
    assert "NewsArticle" in article
    assert "Content-Security-Policy" in article
    assert "stylesheets/" in article
    braces = next(path for path in pages if path.startswith(BRACES))
    text = (built.site / braces).read_text("utf-8")
    for braces in SHOWN:
        assert braces in text
    assert broken_links(built.site, prefix) == []
    if search:
        assert len(json.loads((built.site / "search/shards.json").read_text("utf-8"))) > 0


def tried(command: list[str], folder: Path) -> tuple[int, str]:
    """The exit status, and all that was said."""
    return _tried(command, folder, {})


def _tried(command: list[str], folder: Path, env: dict[str, str]) -> tuple[int, str]:
    if command[0] == "broadsheet":
        command = [sys.executable, "-m", *command]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"} | env
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=300, cwd=folder, env=environment
    )
    return done.returncode, done.stdout + done.stderr


def _run(command: list[str], folder: Path) -> None:
    code, said = _tried(command, folder, {})
    assert code == 0, said
