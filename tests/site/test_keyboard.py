"""The keyboard alone does everything, each of its stops is seen, and no page keeps or asks for what it should not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from built_site import REPOSITORY
from screenshots import subjects

pytestmark = pytest.mark.browser

SUBJECTS = subjects(REPOSITORY / "content", most=5_000)
STOPS = 40
"""Presses of the Tab key on a page: through the frame and some way into the text."""
SEEN = """() => {
    const one = document.activeElement
    if (!one || one === document.body) return null
    /* Material's switch of colours is an unseen input before the label that stands for it. */
    const shown = one.matches(".md-option") ? one.nextElementSibling : one
    const drawn = one.closest("svg") && one.matches("a") ? one.querySelector("rect, circle, text") || one : shown
    const box = drawn.getBoundingClientRect()
    const style = getComputedStyle(shown)
    return {
        name: `${one.tagName}.${one.getAttribute("class") || ""} ${one.textContent.trim().slice(0, 40)}`,
        ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || one.matches("input"),
        inSight: box.width && box.height && box.right > 0 && box.left < innerWidth
            && box.bottom > 0 && box.top < innerHeight,
        inMain: Boolean(one.closest("main")),
    }
}"""


@pytest.fixture(scope="module")
def context(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(color_scheme="light", viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: Any) -> Iterator[Any]:
    page = context.new_page()
    yield page
    page.close()


def opened(page: Any, base: str, name: str) -> Any:
    page.goto(base + (f"{SUBJECTS[name]}/" if SUBJECTS[name] else ""))
    page.wait_for_selector("html.js")
    page.wait_for_load_state("networkidle")
    return page


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until what `selector` names has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("one => Boolean(document.activeElement.matches(one))", selector):
            return
    pytest.fail(f"the Tab key never comes to {selector}")


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["home", "article", "entity", "edition", "names", "search-way"])
def test_each_stop_of_the_tab_key_is_seen(page: Any, demo_address: str, name: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(page, demo_address, name)
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(SEEN)) is None:
            break
        stops.append(stop)
    assert any(stop["inMain"] for stop in stops)
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    assert [stop["name"] for stop in stops if not stop["inSight"]] == []


def test_the_skip_link_leads_over_the_frame(page: Any, demo_address: str) -> None:
    opened(page, demo_address, "article")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('main h1')")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_the_keyboard_changes_the_colours_and_nothing_else_is_kept(page: Any, context: Any, demo_address: str) -> None:
    opened(page, demo_address, "home")
    tab_to(page, "button.bs-scheme")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key.rpartition(".")[2] for key in kept] == ["__palette"]
    assert context.cookies() == []
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    page.evaluate("localStorage.clear()")


def test_the_keyboard_opens_a_menu_a_day_of_the_calendar_and_what_is_folded(page: Any, demo_address: str) -> None:
    opened(page, demo_address, "home")
    tab_to(page, ".bs-calendar a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/editions/2*/**")
    tab_to(page, ".md-tabs__link[href*='topics']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/")
    opened(page, demo_address, "article")
    tab_to(page, ".bs-cite summary")
    page.keyboard.press("Enter")
    tab_to(page, ".bs-cite button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".md-dialog--active")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@")


def test_no_kind_of_page_asks_another_host_or_keeps_anything(context: Any, demo_address: str) -> None:
    page = context.new_page()
    host = urlsplit(demo_address).netloc
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (*SUBJECTS.values(), "search/?q=ukraine"):
        page.goto(f"{demo_address}{address}{'/' if address and '?' not in address else ''}")
        page.wait_for_load_state("load")
    page.locator(".bs-search__finds li").first.wait_for()
    assert {urlsplit(url).netloc for url in asked if urlsplit(url).scheme in ("http", "https")} == {host}
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert {key.rpartition(".")[2] for key in kept} <= {"__palette"}
    assert context.cookies() == []
    page.close()


def test_nothing_moves_for_a_reader_who_asks_for_calm(chromium: Any, demo_address: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    moving = """() => [...document.querySelectorAll("*")].flatMap((one) => {
        const style = getComputedStyle(one)
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ").map(parseFloat)
        return Math.max(...times) > 0.01 || style.scrollBehavior === "smooth" ? [one.tagName + "." + one.className] : []
    })"""
    for name in ("home", "article", "search-way", "404"):
        page.goto(f"{demo_address}{SUBJECTS[name]}{'/' if SUBJECTS[name] else ''}")
        assert page.evaluate(moving) == [], name
    context.close()
