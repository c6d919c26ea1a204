"""Every kind of page under axe-core, in both colour schemes, on a phone and on a desktop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe import AXE, CROSSED, EVERY, faults
from built_site import REPOSITORY
from screenshots import subjects

pytestmark = pytest.mark.browser

ALIKE = {"article-japanese", "article-long-title", "story-languages", "places", "topics"}
"""Made as others are: what axe finds there it finds on those, too."""
# Of the long pages one of ordinary length says as much.
SUBJECTS = {
    name: address for name, address in subjects(REPOSITORY / "content", most=3_000).items() if name not in ALIKE
}
TEMPLATES = {"article", "entity"}
"""Those with the most of what only they have."""


@pytest.fixture(scope="module")
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(reduced_motion="reduce", color_scheme="light")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", SUBJECTS)
def test_axe_finds_nothing(page: Any, demo_address: str, name: str) -> None:
    address = SUBJECTS[name]
    page.goto(f"{demo_address}{address}{'/' if address else ''}")
    # What is folded away is read as well.
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    found = faults(page, name, EVERY if name in TEMPLATES else CROSSED)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_what_search_shows(page: Any, demo_address: str) -> None:
    page.goto(f"{demo_address}search/?q=ukraine")
    page.locator(".bs-search__finds li").first.wait_for()
    found = faults(page, "search page")
    page.goto(demo_address)
    page.wait_for_selector("html.js")
    page.keyboard.press("/")
    page.keyboard.type("ukraine")
    page.locator(".bs-find").first.wait_for()
    found += faults(page, "search box")
    assert not found, "\n".join(found)


def test_axe_is_awake(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content("<html><body><img src='x.png'><p style='color:#ccc;background:#fff'>Pale</p></body></html>")
    page.evaluate(AXE)
    found = {fault["id"] for fault in page.evaluate("axe.run(document)")["violations"]}
    page.close()
    assert {"image-alt", "color-contrast", "html-has-lang"} <= found
