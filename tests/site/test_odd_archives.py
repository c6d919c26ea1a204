"""Archives that are nearly empty, too full or half known: each page makes sense, on a phone, and stands up to axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe import faults
from built_site import REPOSITORY, broken_links, build, served

from broadsheet.edition import Edition
from broadsheet.model import Copy
from broadsheet.outputs import drafts
from editions import article, edition, entity, story, texts

pytestmark = pytest.mark.browser

TOWNS = [entity(f"Town {number:03}", "place") for number in range(300)]
MIXED = ["قالت UNICEF إن 12 شخصًا (في Kyiv) نجوا!", "Le mot « سلام » (salam), expliqué…", "אבג 123 – ABC, “דה”?"]

SAFE = "الباقون بخير، كما قال متحدث باسم UNICEF يوم الثلاثاء."


def odd() -> Edition:
    """Everything odd in one archive."""
    towns = article("Three hundred towns", ". ".join(one.name for one in TOWNS) + ".", day="2024-04-16", language="en")
    titles = [
        article(title, f"{title} {title}", day="2024-04-18", language=language, source="صحيفة Times (المثال)")
        for title, language in zip(MIXED, ("ar", "fr", "he"), strict=True)
    ]
    long = article("Donaudampfschifffahrtsgesellschaftskapitän" * 6, "Kurz.", day="2024-04-18", language="de")
    alone = article("Told by one alone", "Nobody else tells it.", day="2024-04-20", source="Example Times")
    bare = article("Nothing is known of this", "Neither when, nor where, nor in which language.")
    copies = [Copy(name=name, url=f"https://{name.lower()}.example/1") for name in ("Courier", "Echo")]
    copied = replace(article("Told thrice", "Three say the same.", day="2024-04-20", source="Post"), also_at=(*copies,))
    return edition([towns, *titles, long, alone, bare, copied], TOWNS, [story(alone)])


ARCHIVES = {
    "odd": odd,
    "one": lambda: edition([article("The only one", "It stands alone.", day="2024-04-16", language="en")]),
    "bare": lambda: edition([article("Nothing is known of this", "Neither when, nor where.")]),
    "empty": edition,
    "rightward": lambda: edition([article(MIXED[0], SAFE, day="2024-04-16", language="ar")], language="ar"),
}


@pytest.fixture(scope="module", params=ARCHIVES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One such archive as a site."""
    of = ARCHIVES[request.param]()
    project = tmp_path_factory.mktemp(request.param)
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {"custom_dir": str(REPOSITORY / "generator/broadsheet/theme"), "language": of.config.language}
    config["theme"] |= theme
    config["plugins"], config["nav"], config["not_in_nav"] = [], ["index.md"], "*.md"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for address, text in texts(drafts(of)).items():
        path = project / "content" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(project / "mkdocs.yml", project / "site")
    return project / "site"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


def kinds(site: Path) -> list[str]:
    """The pages of a site, of those that list towns one alone."""
    pages = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    return ["" if page == "." else f"{page}/" for page in pages if not re.search(r"entities/town-(?!000)", page)]


def test_all_links_lead_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_no_section_is_a_heading_alone(site: Path) -> None:
    for path in sorted(site.rglob("index.html")):
        html = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"</h2>\s*(</section>|<h2\b)", html), path


def test_each_page_fits_a_phone_and_axe_finds_nothing(site: Path, address: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    found, wide = [], []
    for where in kinds(site):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(address + where)
        assert page.locator("h1").first.inner_text().strip(), where
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(where)
        found += faults(page, where, [("phone", "light")])
    context.close()
    assert (wide, found, said) == ([], [], [])
