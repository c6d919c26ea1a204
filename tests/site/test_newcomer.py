"""A newcomer: from `pip install` of the wheel, in an empty environment, to a site that a browser opens and searches.

Without a network, dependencies are those of the tests' environment; `.ci/run` sets BROADSHEET_FROM_INDEX=1, and all
comes from the package index, as for a newcomer.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built_site import served

from built_wheel import built_once, install, run

pytestmark = pytest.mark.browser

THREE_MINUTES = 180
ODD = "Mes premières archives · 新聞 (1)"
"""A folder's name with spaces, letters beyond ASCII and what shells read otherwise."""


def _left(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file below a folder, by size and time of its last change."""
    found = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {str(path): (stat.st_size, stat.st_mtime_ns) for path, stat in found.items()}


def _used() -> float:
    """CPU seconds of this process and of those it has waited for."""
    return sum(os.times()[:4])


def test_a_newcomer_has_a_site_in_three_minutes(
    shared_folder: Path, tmp_path: Path, opened: Callable[..., tuple[Any, list[str]]]
) -> None:
    wheel = built_once(shared_folder).wheel
    home = tmp_path / ODD
    home.mkdir()
    began, used = time.monotonic(), _used()
    programs = install(wheel, home / "venv")
    installed = time.monotonic() - began
    as_installed = _left(home / "venv")

    def typed(*words: str, folder: Path = home) -> str:
        return run(*words, folder=folder, programs=programs)

    assert re.match(r"broadsheet, version \d", typed("broadsheet", "--version"))
    assert str(home) in typed("python", "-c", "import broadsheet; print(broadsheet.__file__)")
    assert typed("python", "-m", "broadsheet", "--version") == typed("broadsheet", "--version")
    said = typed("broadsheet", "new", "my archive")
    assert "mkdocs serve" in said.splitlines()[-1]
    site = home / "my archive"
    typed("broadsheet", "generate", folder=site)
    typed("broadsheet", "check", "--strict", folder=site)
    typed("mkdocs", "build", "--strict", folder=site)
    # As from a folder that may only be read: nothing was written where it is installed.
    assert _left(home / "venv") == as_installed

    with served(site / "site") as address:
        page, complaints = opened(address)
        page.locator("main a[href*='articles/']").first.click()
        page.wait_for_url("**/articles/2*/**")
        headline = page.locator("h1").inner_text()
        page.locator("main p a[href*='entities/']").first.click()
        page.wait_for_url("**/entities/**")
        name = page.locator("h1").inner_text()
        page.keyboard.press("/")
        page.keyboard.type(name.split()[0])
        page.locator("a.bs-find", has_text=headline).first.click()
        page.wait_for_url("**/articles/2*/**")
        assert page.locator("h1").inner_text() == headline
        assert complaints == []
    wall, cpu = time.monotonic() - began, _used() - used
    print(f"\nA newcomer: {wall:.0f} s, of which {installed:.0f} s to install; {cpu:.0f} s CPU")
    assert cpu < THREE_MINUTES
