"""Hostile strings as names that are told together and quoted: in pictures and quotations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hostile_pages import PAGES_ALONE, committed, company, faults_in, generated, inspected

pytestmark = pytest.mark.browser


def test_strings_in_pictures_and_quotations_stay_strings(tripwire: Any, tmp_path: Path) -> None:
    site = generated(tmp_path, company(committed()), settings=PAGES_ALONE)
    told = inspected(tripwire, site)
    assert faults_in(told) == []
    pages = [path.read_text("utf-8") for path in (site / "entities").rglob("index.html")]
    assert sum('id="network-title"' in page for page in pages) > 40
    assert sum('id="timeline-title"' in page for page in pages) > 40
    assert "In their own words" in (site / "entities/jane-austen/index.html").read_text("utf-8")
