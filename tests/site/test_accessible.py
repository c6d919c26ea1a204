"""Every kind of page under axe-core, in both colour schemes, on a phone and on a desktop."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from built_site import REPOSITORY
from screenshots import SCHEMES, WIDTHS, subjects

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SUBJECTS = subjects(REPOSITORY / "content")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(chromium: Any, demo_address: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    found = []
    for name, address in SUBJECTS.items():
        page.goto(f"{demo_address}{address}{'/' if address else ''}")
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE)
        # A page is the same on every screen but for its style sheet: it is loaded once.
        for width, (wide, high) in WIDTHS.items():
            page.set_viewport_size({"width": wide, "height": high})
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                f"{name}, {width}: {fault['id']}: {node['target']} {node['html'][:120]}"
                for fault in result["violations"]
                for node in fault["nodes"]
            ]
    context.close()
    assert not found, "\n".join(found)


def test_axe_is_awake(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content("<html><body><img src='x.png'><p style='color:#ccc;background:#fff'>Pale</p></body></html>")
    page.evaluate(AXE)
    found = {fault["id"] for fault in page.evaluate("axe.run(document)")["violations"]}
    page.close()
    assert {"image-alt", "color-contrast", "html-has-lang"} <= found
