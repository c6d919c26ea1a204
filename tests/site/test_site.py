"""The built site: strict, whole, and asking nothing of any other host."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built_site import HOSTILE, REPOSITORY, broken_links, expected_pages, read


def test_a_strict_build_has_nothing_to_say(demo_build: tuple[Path, str]) -> None:
    _, said = demo_build
    assert "WARNING" not in said
    assert "ERROR" not in said


def test_each_markdown_file_is_a_page_and_there_is_no_other(demo_site: Path) -> None:
    pages = {path.relative_to(demo_site).as_posix() for path in demo_site.rglob("*.html")}
    assert pages - {"404.html"} == expected_pages(REPOSITORY / "content")


def test_every_internal_link_and_anchor_leads_somewhere(demo_site: Path) -> None:
    assert broken_links(demo_site) == []


def test_a_page_loads_nothing_from_another_host(demo_site: Path) -> None:
    foreign = [
        f"{path}: {link}" for path, page in read(demo_site).items() for link in page.loads if urlsplit(link).netloc
    ]
    assert foreign == []
    styles = "\n".join(path.read_text(encoding="utf-8") for path in demo_site.rglob("*.css"))
    assert "url(http" not in styles
    assert "@import" not in styles


@pytest.mark.parametrize("site", ["demo_site", "hostile_site"])
def test_no_page_has_an_event_handler_or_a_script_address(site: str, request: pytest.FixtureRequest) -> None:
    pages = read(request.getfixturevalue(site))
    assert [f"{path}: {handler}" for path, page in pages.items() for handler in page.handlers] == []


def test_no_script_but_the_frame_is_waited_for(demo_site: Path) -> None:
    for path in ("index.html", "search/index.html", "404.html"):
        scripts = re.findall(r"<script[^>]* src=[^>]*>", (demo_site / path).read_text(encoding="utf-8"))
        names = ["frame.js" in one or one.startswith(("<script defer ", '<script type="module" ')) for one in scripts]
        assert names == [True] * 4


def test_the_links_of_a_picture_are_links_to_search_engines(demo_site: Path) -> None:
    home = (demo_site / "index.html").read_text(encoding="utf-8")
    picture = home[home.index('class="bs-picture') :]
    assert '<a href="editions/' in picture[: picture.index("</figure>")]


def test_the_navigation_stays_slim(demo_site: Path) -> None:
    home = (demo_site / "index.html").read_text(encoding="utf-8")
    tabs = home[home.index('class="md-tabs__list"') : home.index("</nav>", home.index('class="md-tabs__list"'))]
    assert tabs.count("<li") <= 12
    assert "articles/" not in tabs


def test_search_engines_may_come(demo_site: Path) -> None:
    assert (demo_site / "sitemap.xml").is_file()
    page = next(demo_site.glob("articles/**/index.html")).read_text(encoding="utf-8")
    assert "noindex" not in page
    assert '<link rel="canonical" href="https://' in page


def test_temporary_and_hidden_files_are_no_pages(demo_site: Path) -> None:
    names = [path.relative_to(demo_site).as_posix() for path in demo_site.rglob("*")]
    assert [name for name in names if name.startswith(".") or "/." in name or name.endswith((".tmp", "~"))] == []


def test_an_article_says_its_own_language_and_its_blocks_the_sites(demo_site: Path) -> None:
    for path in demo_site.glob("articles/**/index.html"):
        page = path.read_text(encoding="utf-8")
        if 'class="bs-page bs-article" lang="ar" dir="rtl"' in page:
            assert '<section class="bs-block bs-about" lang="en" dir="ltr">' in page
            return
    pytest.fail("no Arabic article in the demo archive")


@pytest.mark.parametrize("name", ["article", "entity", "edition", "list", "home", "bare"])
def test_hostile_front_matter_shows_as_text(hostile_site: Path, name: str) -> None:
    page = (hostile_site / name / "index.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "<script>alert" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "{{ 7*7 }}" in page


def test_hostile_titles_are_escaped_in_the_search_index(hostile_site: Path) -> None:
    index = json.loads((hostile_site / "search/search_index.json").read_text(encoding="utf-8"))
    titles = [entry["title"] for entry in index["docs"] if entry["location"].startswith("article/")]
    assert titles == [HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")]


@pytest.mark.parametrize("name", ["by-hand", "half-a-block"])
def test_a_page_by_hand_needs_no_front_matter_and_no_blocks(hostile_site: Path, name: str) -> None:
    page = (hostile_site / name / "index.html").read_text(encoding="utf-8")
    assert page.count("<h1") == 1
    assert page.count("<section") == page.count("</section>")
    assert page.count("<header") == page.count("</header>")


def test_each_picture_says_in_words_what_it_shows(demo_site: Path) -> None:
    seen = 0
    for path in sorted(demo_site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        main = html.partition("<main")[2].partition("</main>")[0]
        assert "<img" not in re.sub(r"<img [^>]*\balt=", "", main), path
        for svg in re.findall(r"<svg\b.*?</svg>", main, re.DOTALL):
            if 'class="bs-' not in svg.partition(">")[0]:
                continue  # a sign beside a word
            seen += 1
            opening = svg.partition(">")[0]
            assert 'role="img"' in opening or 'role="group"' in opening, path
            named = re.search(r'aria-label(?:ledby)?="([^"]+)"', opening)
            assert named, path
            if "labelledby" in named.group():
                assert all(re.search(rf'id="{name}">[^<]', svg) for name in named.group(1).split()), path
    assert seen > 100
