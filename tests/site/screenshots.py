"""Builds the site and photographs it: every kind of page, phone and desktop, light and dark.

Run it as `python tests/site/screenshots.py FOLDER [--config mkdocs.yml] [--only article,home]`.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path

from built_site import REPOSITORY, build, served
from playwright.sync_api import Browser, sync_playwright

WIDTHS = {"phone": (360, 740), "tablet": (768, 1024), "desktop": (1440, 900)}
SCHEMES = ("light", "dark")


def subjects(content: Path, most: int = 1_000_000) -> dict[str, str]:
    """One page of each kind, by a name for its picture: the fullest (of `most` characters), and those hard to set."""
    pages = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*.md"))}
    text = {address: path.read_text(encoding="utf-8") for address, path in pages.items()}

    def fullest(pattern: str, sign: str = "") -> str | None:
        found = [a for a in pages if re.fullmatch(pattern, a) and re.search(sign, text[a])]
        return min(found, key=lambda a: (len(text[a]) > most, abs(len(text[a]) - most)), default=None)

    def article(sign: str) -> str | None:
        return next((a for a in pages if a.startswith("articles/") and re.search(sign, text[a])), None)

    titles = {a: re.search(r"^# (.*)$", text[a], re.MULTILINE) for a in pages if a.startswith("articles/")}
    chosen = {
        "home": "index.md",
        "article": article(r"(?m)^# .*Iron Dome") or article(r"(?m)^entities:"),
        "article-arabic": article(r"(?m)^language: .?ar"),
        "article-japanese": article(r"(?m)^language: .?ja"),
        "article-long-title": max(titles, key=lambda a: len(titles[a][1]) if titles[a] else 0, default=None),
        "entity": "entities/ukraine.md" if "entities/ukraine.md" in pages else fullest(r"entities/[^/]+\.md"),
        "person": fullest(r"entities/[^/]+\.md", r"(?m)^kind: person"),
        "network": "entities/kind/network.md",
        "edition": fullest(r"editions/\d+/\d+-\d+-\d+\.md"),
        "week": fullest(r"editions/\d+/\d+-W\d+\.md"),
        "month": fullest(r"editions/\d+/\d+-\d+\.md"),
        "editions": "editions/index.md",
        "story": fullest(r"stories/[^/]+/[^/]+\.md"),
        "story-languages": fullest(r"stories/[^/]+/[^/]+\.md", r'<span lang="[^"]+"[^>]*>(?s:.*)<span lang="'),
        "stories": "stories/index.md",
        "archive": "archive/index.md",
        "archive-year": fullest(r"archive/\d+\.md"),
        "archive-month": fullest(r"archive/\d+/\d+\.md"),
        "archive-undated": "archive/undated.md",
        "topic": fullest(r"topics/(?!index)[^/]+\.md"),
        "topics": "topics/index.md",
        "source": fullest(r"sources/(?!index)[^/]+\.md"),
        "sources": "sources/index.md",
        "author": fullest(r"authors/(?!index)[^/]+\.md"),
        "authors": "authors/index.md",
        "language": fullest(r"languages/(?!index)[^/]+\.md"),
        "languages": "languages/index.md",
        "names": "entities/index.md",
        "letter": fullest(r"entities/az/[^/]+\.md"),
        "people": "entities/kind/person.md",
        "places": "entities/kind/place.md",
        "suggested": "entities/kind/suggested.md",
        "inbox": "archive/inbox.md",
        "rights": "rights.md",
        "about": "about.md",
        "search-way": "search/index.md",
        "moved": next((a for a in pages if re.search(r"(?m)^template: redirect", text[a])), None),
    }
    return {
        name: address.removesuffix(".md").removesuffix("index").strip("/")
        for name, address in chosen.items()
        if address in pages
    } | {"404": "no-such-page"}


def photograph(browser: Browser, base: str, pages: dict[str, str], folder: Path) -> None:
    """The pictures, `NAME-WIDTH-SCHEME.png`, the top four screens of each page."""
    for width, size in WIDTHS.items():
        for scheme in SCHEMES:
            viewport = {"width": size[0], "height": size[1]}
            context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            for name, address in pages.items():
                page.goto(f"{base}{address}{'/' if address else ''}")
                page.wait_for_load_state("networkidle")
                height = min(page.evaluate("document.documentElement.scrollHeight"), size[1] * 4)
                page.set_viewport_size({"width": size[0], "height": max(height, size[1])})
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
                page.set_viewport_size(viewport)
            page.goto(base)
            page.keyboard.press("/")
            page.wait_for_function("document.activeElement.matches('.md-search__input')")
            page.keyboard.type("ukraine")
            page.wait_for_selector(".bs-find")
            page.screenshot(path=folder / f"search-{width}-{scheme}.png")
            page.goto(f"{base}search/?q=israel")
            page.wait_for_selector(".bs-search__finds li")
            page.screenshot(path=folder / f"search-page-{width}-{scheme}.png")
            context.close()


def main() -> None:
    """Build, serve, photograph."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--config", type=Path, default=REPOSITORY / "mkdocs.yml")
    parser.add_argument("--only", default="", help="names of pictures, with commas")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    pages = subjects(options.config.parent / "content")
    if options.only:
        pages = {name: address for name, address in pages.items() if name in options.only.split(",")}
    with tempfile.TemporaryDirectory() as site:
        build(options.config, Path(site))
        with served(Path(site)) as base, sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-gpu"]
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
            photograph(browser, base, pages, options.folder)
            browser.close()
    print(f"{len(list(options.folder.glob('*.png')))} pictures in {options.folder}")


if __name__ == "__main__":
    main()
