"""What feed readers, search engines and programs find in the head of a page, and in the sitemap."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from built_site import REPOSITORY, build
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
    {"title": "Sun", "body": "The sun shone.", "published": "2024-04-15", "language": "en"},
    {"id": "gone", "title": "Gone", "body": "It was not so.", "published": "2024-04-14", "retracted": "Untrue."},
)
YML = """\
site_name: Test
site_url: https://x.example/archive/
docs_dir: content
theme: {{name: material, custom_dir: {theme}, font: false}}
plugins: [broadsheet: {{feeds: {feeds}}}]
markdown_extensions: [attr_list, md_in_html, pymdownx.superfences]
"""


def made(folder: Path, feeds: str = "[atom, json]") -> Path:
    theme = REPOSITORY / "generator" / "broadsheet" / "theme"
    (folder / "mkdocs.yml").write_text(YML.format(theme=theme, feeds=feeds), encoding="utf-8")
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
    found = re.findall(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">', head)
    for _, _, target in found:
        assert (page.parent / target).is_file()
    return {target: media for media, _, target in found}


def test_a_page_tells_the_site_s_feeds_and_its_own(site: Path) -> None:
    assert alternates(site / "index.html") == {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
    own = alternates(site / "topics" / "weather" / "index.html")
    assert own["../../feeds/topics/weather.xml"] == "application/atom+xml"
    assert own["../../feeds/topics/weather.json"] == "application/feed+json"
    assert "../../feeds/languages/en.xml" in alternates(site / "languages" / "en" / "index.html")
    assert "../feeds/editions.xml" in alternates(site / "editions" / "index.html")
    assert "../../data/entities/ukraine.json" in alternates(site / "entities" / "ukraine" / "index.html")


def test_an_article_says_what_it_is_in_the_head_and_only_there(site: Path) -> None:
    (page,) = (site / "articles").rglob("rain*/index.html")
    assert [media for media in alternates(page).values() if media == "application/json"] == ["application/json"]
    head, _, body = page.read_text("utf-8").partition("</head>")
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    assert json.loads(said)["headline"] == "Rain </script><b> in Kyiv"
    assert "ld+json" not in body
    assert body.count("<code>") == 3
    assert "Rain &lt;/script&gt;" in body


def test_the_sitemap_tells_when_a_page_changed_and_leaves_out_what_is_not_to_be_found(site: Path) -> None:
    listed = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    days = {url[0].text: url.findtext("{*}lastmod") for url in listed}
    (rain,) = (address for address in days if address and "/rain" in address)
    assert days[rain] == "2024-04-18"
    assert days["https://x.example/archive/rights/"] is None
    assert not any("/gone" in (address or "") for address in days)


def test_a_site_without_feeds_tells_of_none(tmp_path: Path) -> None:
    page = made(tmp_path, "false") / "topics" / "weather" / "index.html"
    assert alternates(page) == {}
    assert "feed" not in page.read_text("utf-8").partition("<footer")[2].partition("</footer>")[0]
