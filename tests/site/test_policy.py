"""The Content-Security-Policy, on pages as they are published: it hinders no page, and stops what is injected."""

# ruff: noqa: E501 - payloads, markup and scripts read best unbroken

from __future__ import annotations

import html
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import HOSTILE, build, served
from reading import use

pytestmark = pytest.mark.browser

Opened = Callable[..., tuple[Any, list[str]]]


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
