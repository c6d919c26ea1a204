"""Strings that want to be markup, script or a command: built, and read in a real browser with a tripwire.

The selection of `tests/data/hostile/`; `tests/benchmarks/hostile.py` does the same with all of the sets.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built_site import served
from reading import use

from hostile_pages import BUNCH, committed, faults_in, fields_shown, generated, inspected, records

pytestmark = pytest.mark.browser

SEARCHED = "Zebrafish <img src=x onerror=alert(1)> <b>bold</b> & <script>alert(1)</script>"


@pytest.fixture(scope="module")
def given() -> list[dict[str, Any]]:
    return records(committed())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, given: list[dict[str, Any]]) -> Path:
    searched = records([SEARCHED])[0] | {"id": SEARCHED, "body": f"Of its own.\n\n{SEARCHED}"}
    return generated(tmp_path_factory.mktemp("strings"), [*given, searched], search=True)


def test_every_string_is_shown_as_written_and_none_becomes_markup(
    tripwire: Any, site: Path, given: list[dict[str, Any]]
) -> None:
    told = inspected(tripwire, site)
    assert faults_in(told) == []
    right, wrong = fields_shown(told, given)
    assert [one[:300] for one in wrong] == []
    assert right > 4000


def test_search_shows_hostile_titles_as_text(opened: Callable[..., tuple[Any, list[str]]], site: Path) -> None:
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
