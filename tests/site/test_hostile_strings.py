"""Strings that want to be markup, script or a command: built, and read in a real browser with a tripwire.

The selection of `tests/data/hostile/`; `tests/benchmarks/hostile.py` does the same with all of the sets.
"""

# ruff: noqa: E501 - payloads, markup and scripts read best unbroken

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import HOSTILE, build, served

from hostile_pages import (
    BUNCH,
    TRIPWIRE,
    committed,
    company,
    faults_in,
    fields_shown,
    generated,
    inspected,
    records,
)

pytestmark = pytest.mark.browser

SEARCHED = "Zebrafish <img src=x onerror=alert(1)> <b>bold</b> & <script>alert(1)</script>"


@pytest.fixture(scope="module")
def given() -> list[dict[str, Any]]:
    return records(committed())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, given: list[dict[str, Any]]) -> Path:
    searched = records([SEARCHED])[0] | {"id": SEARCHED, "body": f"Of its own.\n\n{SEARCHED}"}
    return generated(tmp_path_factory.mktemp("strings"), [*given, searched], search=True)


@pytest.fixture
def tripwire(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    context.add_init_script(TRIPWIRE)
    yield context.new_page()
    context.close()


def test_every_string_is_shown_as_written_and_none_becomes_markup(
    tripwire: Any, site: Path, given: list[dict[str, Any]]
) -> None:
    told = inspected(tripwire, site)
    assert faults_in(told) == []
    right, wrong = fields_shown(told, given)
    assert [one[:300] for one in wrong] == []
    assert right > 4000


def test_strings_in_pictures_and_quotations_stay_strings(tripwire: Any, tmp_path: Path) -> None:
    site = generated(tmp_path, company(committed()))
    told = inspected(tripwire, site)
    assert faults_in(told) == []
    pages = [path.read_text("utf-8") for path in (site / "entities").rglob("index.html")]
    assert sum('id="network-title"' in page for page in pages) > 40
    assert sum('id="timeline-title"' in page for page in pages) > 40
    assert "In their own words" in (site / "entities/jane-austen/index.html").read_text("utf-8")


def test_feeds_bring_no_markup_in(tripwire: Any, tmp_path: Path) -> None:
    strings = committed()
    told = inspected(
        tripwire, generated(tmp_path, files=[("feed.xml", rss(strings)), ("feed.json", json_feed(strings))])
    )
    assert faults_in(told) == []
    assert len(told) > 1.5 * len(strings)


def rss(strings: list[str]) -> bytes:
    """Each string as it is (in CDATA) and escaped, in the fields of an entry that hold HTML or addresses."""
    entries = []
    for place, string in enumerate(strings):
        raw = "".join(one for one in string if one >= " " or one in "\n\t").replace("]]>", "]]&gt;")
        text = html.escape(raw)
        entries.append(
            f"<item><guid>{place}-{text}</guid><link>{text}</link><title>{place} {text}</title>"
            f"<description><![CDATA[<p>{raw}</p>]]></description>"
            f"<content:encoded><![CDATA[<div>Words of {place} <a href='{raw}'>{raw}</a> <img src='{raw}'></div>]]></content:encoded>"
            f"<category>{text}</category><dc:creator>{text}</dc:creator><author>{text}</author>"
            f"<media:content medium='image' url='{text}'/><source url='{text}'>{text}</source>"
            f"<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate></item>"
        )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'>"
        f"<channel><title>A feed</title><link>https://feed.example/</link>{''.join(entries)}</channel></rss>"
    ).encode("utf-8", "replace")


def json_feed(strings: list[str]) -> bytes:
    items = [
        {
            "id": f"https://json.example/{place}", "url": string, "external_url": string, "title": f"{place} of JSON {string}",
            "content_html": f"<p>Words of JSON {place}</p>{string}", "summary": string, "image": string, "tags": [string],
            "authors": [{"name": string, "url": string}], "date_published": "2026-05-04T10:00:00Z",
        }
        for place, string in enumerate(strings)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "JSON", "items": items}
    return json.dumps(feed).encode()


@pytest.mark.parametrize(
    ("attack", "sign"),
    [
        ("<img src=x onerror=alert(1)>", "alert: 1"),
        ("<script>alert(2)</script>", "alert: 2"),
        ("<iframe srcdoc='<script>top.alert(3)</script>'></iframe>", "alert: 3"),
        ("<b onclick=alert(4)>x</b>", "attribute <b onclick"),
        ("<img src=https://foreign.example/x.png>", "request: https://foreign.example/x.png"),
        ("<a href='java&#10;script:alert(5)'>x</a>", "scheme <a href="),
    ],
)
def test_the_tripwire_is_awake(tripwire: Any, tmp_path: Path, attack: str, sign: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><p>{attack}</p>", encoding="utf-8")
    (tmp_path / "site").mkdir()
    assert any(sign in fault for fault in faults_in(inspected(tripwire, tmp_path))), BUNCH


# The policy, on pages as they are published.

Opened = Callable[..., tuple[Any, list[str]]]


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opened]:
    """Opens an address; gives the page and what was complained of in it, which grows."""
    contexts = []

    def at(address: str, **options: Any) -> tuple[Any, list[str]]:
        context = chromium.new_context(**options)
        context.add_init_script(TRIPWIRE)
        contexts.append(context)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page, said

    yield at
    for context in contexts:
        context.close()


def use(page: Any, words: str) -> None:
    """What a reader does: search, toggle the colours, print, follow a link within the site."""
    page.wait_for_load_state("load")
    page.keyboard.press("/")
    page.locator(".md-search__input:focus").wait_for()
    page.keyboard.type(words)
    page.keyboard.press("End")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    page.keyboard.press("Escape")
    page.locator(".bs-scheme:visible").click()
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    page.mouse.wheel(0, 2000)


def test_search_shows_hostile_titles_as_text(opened: Opened, site: Path) -> None:
    with served(site) as address:
        page, said = opened(address)
        use(page, "zebrafish")
        results = page.locator(".md-search-result__item")
        results.filter(has_text="Zebrafish <img src=x onerror=alert(1)>").first.wait_for(state="attached")
        shown = page.evaluate(
            "[...document.querySelectorAll('.md-search-result__list *')].map((one) => one.localName)",
        )
        assert set(shown) <= set("li a article div h1 h2 p mark details summary nav ul ol small svg path".split())  # noqa: SIM905 - words
        assert (said, page.evaluate("window.__tripped")) == ([], [])


@pytest.mark.parametrize(
    "address", ["", "article/", "entity/", "edition/", "list/", "home/", "by-hand/", "half-a-block/", "none/"]
)
def test_the_policy_hinders_no_page(opened: Opened, hostile_site: Path, address: str) -> None:
    with served(hostile_site) as root:
        page, said = opened(root + address)
        use(page, "quotes")
        missing = "404 (File not found)" if address == "none/" else "-"
        assert [one for one in said if missing not in one and "404 (Not Found)" not in one] == []
        assert page.evaluate("window.__tripped") == []


INJECTIONS = {
    "script": "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
    "handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')",
    "link": "document.body.insertAdjacentHTML('beforeend', '<a id=it href=\"javascript:window.ran = 1\">x</a>'), it.click()",
    "frame": "document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc=\"<script>parent.ran = 1</script>\"></iframe>')",
    "foreign script": "document.body.append(Object.assign(document.createElement('script'), {src: 'https://foreign.example/x.js'}))",
    "foreign image": "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://foreign.example/x.png\">')",
    "style": "document.body.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>')",
    "form": "document.body.insertAdjacentHTML('beforeend', '<form id=it action=\"/x\"></form>'), it.submit()",
    "base": "document.head.insertAdjacentHTML('beforeend', '<base href=\"https://foreign.example/\">')",
    "object": "document.body.insertAdjacentHTML('beforeend', '<object data=\"data:text/html,x\"></object>')",
    "beacon": "fetch('https://foreign.example/').catch(() => 0)",
}


@pytest.mark.parametrize("injection", INJECTIONS)
def test_the_policy_stops_what_is_injected(opened: Opened, hostile_site: Path, injection: str) -> None:
    with served(hostile_site) as root:
        page, said = opened(root)
        asked: list[str] = []
        page.on("requestfinished", lambda request: asked.append(request.url))
        page.evaluate(f"() => {{ {INJECTIONS[injection]} }}")
        # Asked from here: a wait inside of the page is evaluated there, which the policy may forbid as well.
        for _ in range(100):
            if page.evaluate("window.__tripped.length"):
                break
            page.wait_for_timeout(50)
        assert page.evaluate("window.__tripped").pop(0).startswith("policy: ")
        assert page.evaluate("window.ran") is None
        assert not any("foreign.example" in url for url in asked)
        assert said


def policy(site: Path) -> str:
    text = (site / "index.html").read_text(encoding="utf-8")
    return html.unescape(text.partition('Content-Security-Policy" content="')[2].partition('"')[0])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"script-src": "https://stats.example", "frame-src": "https://video.example", "form-action": "'self'"},
            ["script-src 'self' https://stats.example;", "frame-src https://video.example;", "form-action 'self';"],
        ),
        ({}, ["default-src 'none'; script-src 'self';"]),
        (False, []),
    ],
    ids=["more", "nothing", "off"],
)
def test_the_policy_can_be_loosened(tmp_path: Path, hostile_project: Path, asked: object, told: list[str]) -> None:
    config = yaml.safe_load((hostile_project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra"]["csp"] = asked
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    shutil.copytree(hostile_project / "overrides", project / "overrides")
    shutil.copy(hostile_project / "content/index.md", project / "content")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    build(project / "mkdocs.yml", project / "site", strict=False)
    assert [one for one in told if one not in policy(project / "site")] == []
    assert "unsafe" not in policy(project / "site")
    assert bool(told) == bool(policy(project / "site"))


def test_pages_work_as_files_and_without_directory_urls(opened: Opened, tmp_path: Path, hostile_project: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(hostile_project, project, ignore=shutil.ignore_patterns("site", ".cache"))
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8")) | {"use_directory_urls": False}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    build(project / "mkdocs.yml", project / "site", strict=False)
    with served(project / "site") as root:
        page, said = opened(root + "article.html")
        use(page, "quotes")
        assert [one for one in said if "404" not in one] == []
    page, said = opened((project / "site/article.html").as_uri(), color_scheme="dark")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.locator(".bs-scheme:visible").click()
    page.wait_for_selector("body[data-md-color-scheme=default]")
    # Material asks for search_index.js there, which only its offline plugin makes.
    assert [one for one in said if "ERR_FILE_NOT_FOUND" not in one] == []


def test_no_scheme_but_the_right_one_is_painted(opened: Opened, hostile_site: Path) -> None:
    script = """
    window.schemes = [];
    const note = () => { if (document.body) window.schemes.push(document.body.dataset.mdColorScheme); requestAnimationFrame(note) };
    requestAnimationFrame(note);
    """
    with served(hostile_site) as root:
        page, _ = opened(root, color_scheme="dark")
        page.add_init_script(script)
        page.goto(root)
        page.wait_for_load_state("networkidle")
        assert set(page.evaluate("window.schemes")) == {"slate"}
        page.locator(".bs-scheme:visible").click()
        page.wait_for_selector("body[data-md-color-scheme=default]")
        page.goto(root + "article/")
        page.wait_for_load_state("networkidle")
        assert set(page.evaluate("window.schemes")) == {"default"}


def test_zensical_lives_with_the_policy_too(opened: Opened, hostile_project: Path, tmp_path: Path) -> None:
    pytest.importorskip("zensical", reason="zensical is not installed; `pip install -e '.[test]'` brings it")
    project = tmp_path / "project"
    shutil.copytree(hostile_project, project, ignore=shutil.ignore_patterns("site", ".cache"))
    command = [sys.executable, "-m", "zensical", "build", "-f", str(project / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True, timeout=600, cwd=project)
    # The same directives as MkDocs writes, in the order of the alphabet.
    directives = {one.strip() for one in policy(project / "site").split(";")}
    assert {
        "default-src 'none'",
        "script-src 'self'",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
    } <= directives
    with served(project / "site") as root:
        page, said = opened(root + "article/", color_scheme="dark")
        page.locator(".bs-scheme:visible").click()
        page.wait_for_selector("body[data-md-color-scheme=default]")
        assert page.evaluate("window.__tripped") == []
        assert [one for one in said if "404" not in one] == []
        assert HOSTILE in page.locator("h1").first.inner_text()
