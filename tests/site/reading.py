"""What a reader does on a page."""

from __future__ import annotations

from typing import Any


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
