"""Which way a page runs: the site's language decides the frame and the blocks, an article's own its text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import REPOSITORY, build, served

from broadsheet.outputs import drafts
from editions import texts
from small_edition import small_edition

SITES = {"ar": "rtl", "fr": "ltr"}


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The small edition (French, English, Arabic, Japanese articles) as a site in Arabic and in French."""
    language = str(request.param)
    project = tmp_path_factory.mktemp(language)
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"] |= {"custom_dir": str(REPOSITORY / "generator/broadsheet/theme"), "language": language}
    config["plugins"], config["nav"], config["not_in_nav"] = [], ["index.md"], "*.md"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for address, text in texts(drafts(small_edition(language=language))).items():
        path = project / "content" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(project / "mkdocs.yml", project / "site", strict=False)
    return language, project / "site"


def test_the_frame_is_the_sites_and_an_articles_text_its_own(site: tuple[str, Path]) -> None:
    language, folder = site
    own = {}
    for path in sorted(folder.glob("articles/*/*/*/*/index.html")):
        html = path.read_text(encoding="utf-8")
        assert re.search(r'<html lang="([\w-]+)"', html)[1] == language  # type: ignore[index]
        assert re.search(r'<body dir="(\w+)"', html)[1] == SITES[language]  # type: ignore[index]
        if page := re.search(r'<div class="bs-page [^"]*" lang="([\w-]+)" dir="(\w+)"', html):
            own[page[1]] = page[2]
            blocks = set(re.findall(r'<section class="bs-block [^"]*" lang="([\w-]+)" dir="(\w+)"', html))
            assert blocks == {(language, SITES[language])}
    assert own.items() >= {("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")}


def test_a_phone_shows_every_kind_of_page_without_sideways_scroll(site: tuple[str, Path], chromium: Any) -> None:
    language, folder = site
    first = next(path for path in sorted(folder.glob("editions/2024/2024-04-16/index.html")))
    with served(folder) as base:
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        for address in ("", "entities/ukraine/", "entities/", f"{first.parent.relative_to(folder).as_posix()}/"):
            page.goto(base + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
            # A title begins where the page's direction has it begin.
            if address == "entities/":
                box = page.evaluate(
                    """() => {
                        const range = document.createRange()
                        range.selectNodeContents(document.querySelector("h1"))
                        const { left, right } = range.getBoundingClientRect()
                        return [left, innerWidth - right]
                    }"""
                )
                assert (box[0] > box[1]) == (language == "ar")
        page.close()


def test_headlines_and_sentences_of_any_direction_stand_on_the_pages_side(
    site: tuple[str, Path], chromium: Any
) -> None:
    language, folder = site
    with served(folder) as base:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(base)
        spans = page.locator(":is(.bs-lead, .bs-articles) :is(h2, h3, p) > :is(a, span[lang])")
        sides = spans.evaluate_all(
            """(all) => all.filter((one) => !one.previousSibling).map((one) => {
              const [text, block] = [one, one.parentElement].map((each) => each.getBoundingClientRect())
              return [one.parentElement.tagName, text.left - block.left, block.right - text.right]
            })"""
        )
        assert {tag for tag, *_ in sides} >= {"H2", "P"}
        for tag, left, right in sides:
            assert (right if language == "ar" else left) < 2, (tag, left, right)
        page.close()
