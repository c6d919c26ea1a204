"""What feed readers, search engines and programs find in the head of a page, and in the sitemap."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from built_site import REPOSITORY, build, served
from click.testing import CliRunner

from broadsheet.cli import main

RECORDS = (
    {
        "title": "Rain </script><b> in Kyiv",
        "body": "It rained in Ukraine.",
        "published": "2024-04-16",
        "updated": "2024-04-18T10:00:00Z",
        "topics": ["Weather"],
        "source": {"name": "Times"},
        "language": "en",
    },
    {
        "title": "Sun",
        "body": "The sun shone.",
        "published": "2024-04-15",
        "language": "en",
        "source": {"name": "Times"},
        "story": "sunshine",
    },
    {
        "title": "More sun",
        "body": "It shone again. They met Ana Korvin. Then Ana Korvin left.",
        "published": "2024-04-16",
        "language": "en",
        "source": {"name": "Herald"},
        "story": "sunshine",
    },
    {"id": "gone", "title": "Gone", "body": "It was not so.", "published": "2024-04-14", "retracted": "Untrue."},
)
YML = """\
site_name: Test
site_url: https://x.example/archive/
docs_dir: content
theme: {{name: material, custom_dir: {theme}, font: false, features: [navigation.instant]}}
plugins: [broadsheet: {{feeds: {feeds}}}]
{more}
markdown_extensions: [attr_list, md_in_html, pymdownx.superfences]
"""


def made(folder: Path, feeds: str = "[atom, json]", more: str = "") -> Path:
    theme = REPOSITORY / "generator" / "broadsheet" / "theme"
    (folder / "mkdocs.yml").write_text(YML.format(theme=theme, feeds=feeds, more=more), encoding="utf-8")
    (folder / "r.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    (folder / "content").mkdir()
    config = str(folder / "mkdocs.yml")
    CliRunner().invoke(main, ["generate", "-f", config, str(folder / "r.jsonl")], catch_exceptions=False)
    build(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("autodiscovery"))


def alternates(page: Path) -> dict[str, str]:
    head = page.read_text("utf-8").partition("</head>")[0]
    found = re.findall(r'<link rel="([^"]+)" type="([^"]+)" title="([^"]+)" href="([^"]+)">', head)
    for words, _, _, target in found:
        assert words.split() == ["alternate"]
        assert (page.parent / target).is_file()
    return {target: media for _, media, _, target in found}


def test_a_page_tells_the_site_s_feeds_and_its_own(site: Path) -> None:
    assert alternates(site / "index.html") == {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
    own = alternates(site / "topics" / "weather" / "index.html")
    assert own["../../feeds/topics/weather.xml"] == "application/atom+xml"
    assert own["../../feeds/topics/weather.json"] == "application/feed+json"
    assert "../../feeds/languages/en.xml" in alternates(site / "languages" / "en" / "index.html")
    assert "../feeds/editions.xml" in alternates(site / "editions" / "index.html")
    assert "../../data/entities/ukraine.json" in alternates(site / "entities" / "ukraine" / "index.html")
    suggested = site / "entities" / "ana-korvin" / "index.html"
    assert "not yet confirmed" in suggested.read_text("utf-8")
    assert "../../feeds/entities/ana-korvin.xml" in alternates(suggested)


def test_every_page_tells_the_site_s_feeds_and_each_thing_to_follow_its_own(site: Path) -> None:
    feeds = {path.relative_to(site).as_posix() for path in (site / "feeds").rglob("*.xml")}
    told = set()
    for page in site.rglob("index.html"):
        if 'http-equiv="refresh"' not in page.read_text("utf-8"):
            found = {(page.parent / target).resolve().relative_to(site).as_posix() for target in alternates(page)}
            assert {"feed.xml", "feed.json"} <= found, page
            told |= {one for one in found if one.startswith("feeds/") and one.endswith(".xml")}
    assert told == feeds


def test_a_story_tells_its_feed_and_every_edition_that_of_the_editions(site: Path) -> None:
    (story,) = (site / "stories" / "2024").rglob("index.html")
    assert f"../../../feeds/stories/{story.parent.name}.xml" in alternates(story)
    editions = [*(site / "editions" / "2024").rglob("index.html")]
    assert {page.parent.name for page in editions} == {"2024-04-15", "2024-04-16", "2024-W16", "2024-04"}
    for page in editions:
        assert alternates(page)["../../../feeds/editions.xml"] == "application/atom+xml"
        assert 'title="editions · Test"' in page.read_text("utf-8")


def test_a_site_of_flat_files_tells_the_same(tmp_path: Path) -> None:
    site = made(tmp_path, more="use_directory_urls: false\nnav: [index.md, Days: editions/index.md]")
    assert "../feeds/editions.xml" in alternates(site / "editions" / "index.html")
    day = site / "editions" / "2024" / "2024-04-16.html"
    assert "../../feeds/editions.json" in alternates(day)
    assert 'title="Days · Test (JSON Feed)"' in day.read_text("utf-8")
    assert "../feeds/topics/weather.xml" in alternates(site / "topics" / "weather.html")
    assert set(alternates(site / "index.html")) == {"feed.xml", "feed.json"}


@pytest.mark.browser
def test_material_asks_for_no_sitemap_beside_a_feed(site: Path, chromium: Any) -> None:
    pages = ["", "topics/weather/", "editions/2024/2024-04-16/", "entities/ukraine/"]
    pages += [page.parent.relative_to(site).as_posix() + "/" for page in (site / "articles").rglob("rain*/index.html")]
    asked: list[tuple[str, int]] = []
    faults: list[str] = []
    page = chromium.new_page()
    page.on("response", lambda answer: asked.append((answer.url, answer.status)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    with served(site) as address:
        for name in pages:
            page.goto(address + name)
            page.wait_for_load_state("networkidle")
        page.close()
        assert {url for url, _ in asked if "sitemap" in url} == {address + "sitemap.xml"}
    assert [one for one in asked if one[1] >= 400] == faults == []


def test_an_article_says_what_it_is_in_the_head_and_only_there(site: Path) -> None:
    (page,) = (site / "articles").rglob("rain*/index.html")
    assert [media for media in alternates(page).values() if media == "application/json"] == ["application/json"]
    head, _, body = page.read_text("utf-8").partition("</head>")
    said, trail = linked(head)
    assert said["headline"] == "Rain </script><b> in Kyiv"
    assert [step["name"] for step in trail["itemListElement"]][-2:] == ["16 April", said["headline"]]
    assert "ld+json" not in body
    assert body.count("<code>") == 3
    assert "Rain &lt;/script&gt;" in body


def linked(page: str) -> Any:
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(said)


def test_every_page_says_in_its_head_what_it_is_and_where(site: Path) -> None:
    found = {}
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        if 'content="noindex"' not in text and "http-equiv=refresh" not in text.replace('"', ""):
            said = linked(text)
            found[page.parent.relative_to(site).as_posix()] = {
                one["@type"] for one in ([said] if isinstance(said, dict) else said)
            }
    assert found.pop(".") == {"WebSite"}
    assert all("BreadcrumbList" in types for types in found.values())
    lists = (
        "topics/",
        "sources/",
        "languages/en",
        "stories/2024/",
        "editions/2024/",
        "entities/kind/place",
        "archive/2024/",
    )
    assert all("CollectionPage" in types for page, types in found.items() if page.startswith(lists))
    assert found["entities/ukraine"] == {"Place", "BreadcrumbList"}


def test_the_sitemap_tells_when_a_page_changed_and_leaves_out_what_is_not_to_be_found(site: Path) -> None:
    listed = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    days = {url[0].text: url.findtext("{*}lastmod") for url in listed}
    (rain,) = (address for address in days if address and "/rain" in address)
    assert days[rain] == "2024-04-18"
    assert days["https://x.example/archive/rights/"] is None
    newest = ("", "archive/2024/04/", "editions/2024/2024-W16/", "sources/herald/", "stories/", "topics/")
    assert {days[f"https://x.example/archive/{page}"] for page in newest} == {"2024-04-16"}
    assert days["https://x.example/archive/editions/2024/2024-04-15/"] == "2024-04-15"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days.values() if day)
    assert not any("/gone" in (address or "") for address in days)


def test_a_site_without_feeds_tells_of_none(tmp_path: Path) -> None:
    page = made(tmp_path, "false") / "topics" / "weather" / "index.html"
    assert alternates(page) == {}
    assert "feed" not in page.read_text("utf-8").partition("<footer")[2].partition("</footer>")[0]
