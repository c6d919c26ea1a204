"""The site in a real browser, on a phone's width and on a desktop's."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from built_site import HOSTILE, served

pytestmark = pytest.mark.browser

PHONE, DESKTOP = (360, 740), (1440, 900)
SEED_PAGE = "articles/2024/04/16/l-ukraine-demande-a-israel-un-systeme-de-defense-iron-dome/"
WIDTHS = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


class Watched:
    """A browser page, and all it did that it should not have."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.faults: list[str] = []
        host = urlsplit(address).netloc
        page.on("console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self._request(request.url, host))

    def _request(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc != host:
            self.faults.append(f"request to {url}")


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Callable[..., Watched]]:
    contexts = []

    def opened(address: str, size: tuple[int, int] = DESKTOP, **options: Any) -> Watched:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        watched = Watched(context.new_page(), address)
        watched.page.goto(address)
        watched.page.wait_for_load_state("networkidle")
        return watched

    yield opened
    for context in contexts:
        context.close()


def search(page: Any, words: str, finds: str = ".bs-find") -> None:
    page.wait_for_load_state("load")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.type(words)
    page.keyboard.press("End")  # letters that no key of the test's keyboard bears come without a key's release
    page.locator(finds).first.wait_for(state="attached")


def finds(page: Any, address: str) -> None:
    """Wait until a result of the search leads to `address`."""
    page.locator(f"a.bs-find[href*='{address}']").first.wait_for(state="attached")


@WIDTHS
def test_a_reader_searches_and_follows_article_entity_article(
    open_page: Callable[..., Watched], demo_address: str, size: tuple[int, int]
) -> None:
    watched = open_page(demo_address, size)
    page = watched.page
    search(page, "ukraine")
    seed = page.locator("a.bs-find", has_text=re.compile("L.Ukraine demande à Israël"))
    seed.first.click()
    page.wait_for_url("**/articles/2024/04/16/**")
    heading = page.locator("h1").inner_text()
    assert heading.startswith("L’Ukraine demande à Israël")
    page.locator(".bs-page > p a", has_text="Iran").first.click()
    page.wait_for_url("**/entities/**")
    page.locator(".bs-coverage li > a, .bs-coverage li > p > a").first.click()
    page.wait_for_url("**/articles/**")
    page.locator("h1").wait_for()
    page.go_back()
    page.wait_for_url("**/entities/**")
    assert watched.faults == []


@WIDTHS
def test_no_kind_of_page_needs_sideways_scroll(
    open_page: Callable[..., Watched], demo_address: str, demo_site: Path, size: tuple[int, int]
) -> None:
    watched = open_page(demo_address, size)
    wide = []
    for address in widest_pages(demo_site):
        watched.page.goto(demo_address + address)
        watched.page.wait_for_load_state("load")
        width = watched.page.evaluate("document.documentElement.scrollWidth")
        if width > size[0]:
            wide.append(f"{address}: {width}")
    assert wide == []
    assert watched.faults == []


def test_names_have_room_for_a_finger_and_a_long_one_has_its_bars_beside_it(
    open_page: Callable[..., Watched], demo_address: str
) -> None:
    page = open_page(demo_address + SEED_PAGE, PHONE, has_touch=True, is_mobile=True).page
    high = "all => all.map(one => one.getBoundingClientRect().height)"
    assert min(page.locator(".bs-entities li > a").evaluate_all(high)) >= 44
    page.goto(demo_address)
    names = page.locator(".bs-most-named li > ul > li")
    assert min(names.locator("> a").evaluate_all(high)) >= 44
    beside = """all => all.map(one => {
      const [name, bars] = [one.querySelector("a"), one.querySelector("svg")]
      name.textContent = "A name of many words ".repeat(4)
      const [text, picture] = [name, bars].map(part => part.getBoundingClientRect())
      return text.height > 60 && picture.left >= text.right && picture.bottom < text.top + 44
    })"""
    assert set(names.evaluate_all(beside)) == {True}


def widest_pages(site: Path) -> list[str]:
    """Of each kind of page the largest, and the article with the longest title."""
    folders = ("", "articles", "entities", "entities/kind", "entities/az", "editions", "topics", "sources", "archive")
    chosen = ["", "archive/", "editions/", "entities/", "topics/", "sources/"]
    for folder in folders[1:]:
        pages = list((site / folder).rglob("index.html"))
        largest = max(pages, key=lambda page: (page.stat().st_size, page.as_posix()))
        chosen.append(largest.parent.relative_to(site).as_posix() + "/")
    titles = {page: page.read_text(encoding="utf-8") for page in (site / "articles").rglob("index.html")}
    longest = max(titles, key=lambda page: len(titles[page].partition("</title>")[0].rpartition("<title>")[2]))
    return [*chosen, longest.parent.relative_to(site).as_posix() + "/"]


@WIDTHS
def test_the_colour_scheme_follows_the_system_and_the_button(
    open_page: Callable[..., Watched], demo_address: str, size: tuple[int, int]
) -> None:
    watched = open_page(demo_address, size, color_scheme="dark")
    body = watched.page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    watched.page.locator(".bs-scheme:visible").click()
    watched.page.wait_for_selector("body[data-md-color-scheme=default]")
    watched.page.reload()
    assert body.get_attribute("data-md-color-scheme") == "default"
    assert watched.faults == []


def test_a_scheme_is_kept_once_it_was_chosen(open_page: Callable[..., Watched], demo_address: str) -> None:
    page = open_page(demo_address, DESKTOP, color_scheme="light").page
    body = page.locator("body")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    button = page.locator(".bs-scheme:visible")
    assert button.get_attribute("aria-label") == "Switch to light mode"
    button.focus()
    page.keyboard.press("Enter")
    assert body.get_attribute("data-md-color-scheme") == "default"
    # The other button has its place, and the focus.
    assert page.locator(".bs-scheme:focus").get_attribute("aria-label") == "Switch to dark mode"
    assert page.locator("meta[name=theme-color]").get_attribute("content") == "rgb(255, 254, 251)"
    page.goto(demo_address + "rights/")
    assert body.get_attribute("data-md-color-scheme") == "default"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert body.get_attribute("data-md-color-scheme") == "default"
    assert page.evaluate("Object.keys(localStorage)") == ["/broadsheet/.__palette"]


@pytest.mark.parametrize(("system", "presses"), [("dark", 0), ("light", 1)], ids=["of-the-system", "chosen"])
def test_a_page_that_comes_slowly_is_dark_from_the_first(
    chromium: Any, demo_site: Path, system: Any, presses: int
) -> None:
    seen = """
    window.schemes = [];
    const note = () => {
        if (document.body) window.schemes.push(document.body.dataset.mdColorScheme);
        requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    """
    context = chromium.new_context(color_scheme=system)
    page = context.new_page()
    with served(demo_site, slowly=True) as address:
        page.goto(address + "404.html")
        page.wait_for_load_state("networkidle")
        for _ in range(presses):
            page.locator(".bs-scheme:visible").click()
        page.add_init_script(seen)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        schemes = page.evaluate("window.schemes")
        assert len(schemes) > 10
        assert set(schemes) == {"slate"}
    context.close()


def test_a_page_asks_for_itself_alone(open_page: Callable[..., Watched], demo_address: str) -> None:
    """Not for the sitemap, which names every page of the archive."""
    for address in ("", SEED_PAGE, "entities/ukraine/"):
        asked: list[str] = []
        page = open_page(demo_address + "404.html").page
        page.on("request", lambda one, asked=asked: asked.append(urlsplit(one.url).path.rpartition("/")[2]))
        page.goto(demo_address + address)
        page.wait_for_load_state("networkidle")
        assert {name.rpartition(".")[2] for name in asked} <= {"", "css", "js", "svg"}
        assert len(asked) < 16
        # What reads feeds finds the site's own, by the text of `rel` too.
        assert page.locator("link[rel=alternate][type='application/atom+xml']").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_paper(open_page: Callable[..., Watched], demo_address: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: contrast of at least 4.5 to 1."""
    page = open_page(demo_address, DESKTOP, color_scheme=scheme).page
    paper = luminance(page, "body", "background-color")
    for where in ("h1", ".bs-lead > h2 a", ".bs-lead > p", ".md-tabs__link", ".md-copyright", ".bs-most-named li a"):
        ink = luminance(page, where, "color")
        light, dark = max(ink, paper), min(ink, paper)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, where


def luminance(page: Any, where: str, what: str) -> float:
    """Relative luminance of a colour as the browser computed it."""
    script = "([w, p]) => getComputedStyle(document.querySelector(w)).getPropertyValue(p)"
    colour = page.evaluate(script, [where, what])
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("ukraine", "/articles/2024/04/16/"),
        ("l'ukraine", "/articles/2024/04/16/"),
        ("L’Ukraine", "/articles/2024/04/16/"),
    ],
)
def test_search_sees_through_elision(
    open_page: Callable[..., Watched], demo_address: str, words: str, sign: str
) -> None:
    watched = open_page(demo_address)
    search(watched.page, words)
    finds(watched.page, sign)
    assert watched.faults == []


SCRIPTS = {
    "ar": r"[\u0621-\u064a]{5,}",
    "ja": r"[\u30a1-\u30fa\u30fc]{4,}",
    "zh": r"[\u4e00-\u9fff]{4}",
    "ru": r"\b[а-я]{7,}",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_search_finds_words_in_other_scripts(
    open_page: Callable[..., Watched], demo_address: str, demo_site: Path, language: str
) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in sorted((demo_site / "articles").rglob("index.html"))}
    path, text = next(
        (path, html) for path, html in pages.items() if f'class="bs-page bs-article" lang="{language}' in html
    )
    word = re.search(SCRIPTS[language], text.partition("<!-- /broadsheet:about")[2])
    assert word
    watched = open_page(demo_address)
    search(watched.page, word.group())
    finds(watched.page, path.parent.name)


@WIDTHS
def test_hostile_text_is_shown_and_does_nothing(
    open_page: Callable[..., Watched], hostile_site: Path, size: tuple[int, int]
) -> None:
    with served(hostile_site) as address:
        watched = open_page(address, size)
        page = watched.page
        for name in ("article", "entity", "edition", "list", "home"):
            page.goto(f"{address}{name}/")
            page.wait_for_load_state("networkidle")
            assert page.locator("h1").inner_text().strip() == HOSTILE
            assert page.title().startswith(HOSTILE) or name == "home"
        search(page, "quotes", ".md-search-result__item")
        assert HOSTILE in page.locator(".md-search-result__list").inner_text()
        page.locator("a.md-search-result__link").first.click()
        page.wait_for_timeout(500)
        assert page.locator("img").count() == 0
        assert watched.faults == []


def test_a_title_that_no_heading_repeats_starts_no_script(
    open_page: Callable[..., Watched], hostile_site: Path
) -> None:
    """Material's search shows such a title as HTML; the page's security policy keeps it from acting."""
    with served(hostile_site) as address:
        watched = open_page(address)
        search(watched.page, "headless", ".md-search-result__item")
        watched.page.wait_for_timeout(500)
        assert [fault for fault in watched.faults if fault.startswith("dialog")] == []


def test_a_reader_without_javascript_finds_the_way(open_page: Callable[..., Watched], demo_address: str) -> None:
    page = open_page(demo_address, PHONE, java_script_enabled=False).page
    page.locator(".md-tabs__link", has_text="Archive").click()
    page.locator(".bs-page a:not(.headerlink)").first.click()
    assert page.locator("h1").is_visible()


def test_print_leaves_the_article_alone_on_the_paper(open_page: Callable[..., Watched], demo_address: str) -> None:
    page = open_page(demo_address + "editions/").page
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".md-footer"):
        assert not page.locator(gone).is_visible()
    assert page.locator("h1").is_visible()


def test_a_page_is_printed_in_black_on_white_whatever_the_screen_was(
    open_page: Callable[..., Watched], demo_address: str
) -> None:
    page = open_page(demo_address + SEED_PAGE, color_scheme="dark").page
    page.emulate_media(media="print")
    assert luminance(page, "body", "background-color") == 1
    for where in ("h1", ".bs-about p", ".bs-page > p", ".bs-page > p a", ".bs-provenance li", ".bs-cite p"):
        assert 1.05 / (luminance(page, where, "color") + 0.05) >= 7, where


def test_a_page_that_is_not_there_leads_on(open_page: Callable[..., Watched], demo_address: str) -> None:
    page = open_page(demo_address + "no-such-page/").page
    page.locator(".bs-page a[href$='search/']").click()
    page.wait_for_url("**/search/")


def test_print_ends_with_the_citation_in_plain_words(open_page: Callable[..., Watched], demo_address: str) -> None:
    page = open_page(demo_address + SEED_PAGE).page
    assert not page.locator(".bs-cite p").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".bs-cite p").first.is_visible()
    assert "Iron Dome" in page.locator(".bs-cite p").first.inner_text()
    for gone in (".bs-cite pre", ".bs-cite summary", ".bs-entities", ".bs-related", ".bs-trail", ".bs-beside"):
        assert not page.locator(gone).first.is_visible()
    # The citation tells the address: links to the site's own pages need none.
    written = "all => all.map((one) => getComputedStyle(one, '::after').content).filter((one) => one.includes('http'))"
    assert page.locator(".bs-page a").evaluate_all(written) == []


def test_serve_shows_an_edit_at_once(hostile_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(hostile_project, project, ignore=shutil.ignore_patterns("site", ".cache"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, cwd=project
    )
    address = f"http://127.0.0.1:{port}/broadsheet/by-hand/"
    try:
        shows(address, "A page")
        page = project / "content/by-hand.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nAn edit, just made.\n", encoding="utf-8")
        shows(address, "An edit, just made.")
    finally:
        server.terminate()
        server.wait(timeout=10)


def shows(address: str, words: str, patience: float = 30) -> None:
    """Wait until the page at `address` holds `words`."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server, http
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{address} did not show {words!r} within {patience} s")
