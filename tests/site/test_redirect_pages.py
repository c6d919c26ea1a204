"""Pages that send their readers on, under both engines and in a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from built_site import PREFIX, Page, build, served
from click.testing import CliRunner

from broadsheet.cli import main

HOSTILE = '"><script>alert(1)</script> & {{ 7*7 }}'
PAGES = {
    "entities/old.md": ("Old", "entities/new.md", ""),
    "entities/home.md": ("Home", "index.md", ""),
    "entities/list.md": ("List", "editions/index.md", "It moved."),
    "entities/hostile.md": (HOSTILE, "entities/new.md", ""),
    "entities/script.md": ("Script", "javascript:alert(1)//.md", ""),
    "entities/outside.md": ("Outside", "//evil.example/x.md", ""),
}
LEADING_OUT = (
    "\t//evil.example/x.md",
    " //evil.example/x.md",
    "\n//evil.example/x.md",
    "\r//evil.example/x.md",
    "\x01//evil.example/x.md",
    "\x1f/evil.example/x.md",
    "%2f%2fevil.example/x.md",
    "a/../../../evil.example/x.md",
    "../evil.example/x.md",
    "./evil.example/x.md",
    "a//evil.example/x.md",
    "a/\t/evil.example/x.md",
    ".\t./evil.example/x.md",
    "/\\\\evil.example/x.md",
    "evil.example/x.md\n",
    "evil.example/x.md?y.md",
)
PAGES |= {f"entities/out-{number}.md": (f"Out {number}", target, "") for number, target in enumerate(LEADING_OUT)}


@pytest.fixture(scope="module", params=["mkdocs", "mkdocs-html-files", "zensical"])
def site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "zensical" and find_spec("zensical") is None:
        pytest.skip("zensical is not installed; `pip install -e '.[test]'` brings it")
    project = tmp_path_factory.mktemp("redirect")
    assert CliRunner().invoke(main, ["new", str(project), "-q"]).exit_code == 0
    config = project / "mkdocs.yml"
    if request.param == "mkdocs-html-files":
        config.write_text(config.read_text("utf-8") + "use_directory_urls: false\n", encoding="utf-8")
    for address in ("index.md", "editions/index.md", "entities/new.md"):
        _write(project, address, f"# The page {address}\n\n[old](/entities/old.md)\n".replace("(/", "(" + _up(address)))
    for address, (title, target, text) in PAGES.items():
        front = f"title: {title!r}\ntemplate: redirect.html\nredirect: {json.dumps(target)}\n"
        _write(project, address, f"---\n{front}---\n\n{text}\n")
    if request.param == "zensical":
        command = [sys.executable, "-m", "zensical", "build", "-f", str(config)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    else:
        # Not strictly: some of these are faults, and the plugin tells them.
        build(config, project / "site", strict=False)
    return project / "site"


def _write(project: Path, address: str, text: str) -> None:
    path = project / "content" / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _up(address: str) -> str:
    return "../" * address.count("/")


def built(site: Path, name: str) -> str:
    return next(
        path for path in (site / f"entities/{name}/index.html", site / f"entities/{name}.html") if path.exists()
    ).read_text("utf-8")


class Head(Page):
    """Where a page says that it leads."""

    def __init__(self, html: str) -> None:
        self.refresh = self.canonical = ""
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "refresh":
            self.refresh = given["content"] or ""
        if given.get("rel") == "canonical":
            self.canonical += given["href"] or ""
        super().handle_starttag(tag, attrs)


def test_a_page_leads_on_by_refresh_canonical_address_and_a_plain_link(site: Path) -> None:
    folders = (site / "entities/old/index.html").exists()
    ways = {
        "old": ("../new/", "entities/new/") if folders else ("new.html", "entities/new.html"),
        "list": ("../../editions/", "editions/") if folders else ("../editions/", "editions/"),
    }
    for name, (way, canonical) in ways.items():
        head = Head(built(site, name))
        assert head.refresh.rstrip("/") == f"0; url={way}".rstrip("/")
        assert head.canonical == f"https://example.github.io/broadsheet/{canonical}"
        assert any(link.rstrip("/") == way.rstrip("/") for link in head.links)
    assert "It moved." in built(site, "list")
    assert Head(built(site, "home")).canonical == "https://example.github.io/broadsheet/"


def test_titles_stay_text_and_only_pages_of_the_site_are_led_to(site: Path) -> None:
    assert "<script>alert(1)" not in built(site, "hostile")
    for name in ("script", "outside", *(f"out-{number}" for number in range(len(LEADING_OUT)))):
        head = Head(built(site, name))
        assert (head.refresh, head.canonical) == ("", ""), name
        assert not any("alert" in link or "evil" in link for link in head.links)


@pytest.mark.browser
def test_a_reader_gets_there(site: Path, chromium: Any) -> None:
    with served(site) as address:
        page = chromium.new_page()
        folders = (site / "entities/old/index.html").exists()
        new = f"{PREFIX}entities/new/" if folders else f"{PREFIX}entities/new.html"
        page.goto(address + ("entities/old/" if folders else "entities/old.html"))
        page.wait_for_url(f"**{new}")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.click("text=old")  # Material fetches this page itself, and puts it in the place of the other
        page.wait_for_url(f"**{new}")
        page.wait_for_selector("h1:has-text('new.md')")
        page.close()
