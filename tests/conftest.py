"""What holds for all tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from broadsheet import disk

# How fast the machine is today is no result of a test. `--hypothesis-profile=long` looks harder. In CI the examples
# are always the same: a red run there is the change's own.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# A thousand runs that each wait for a disk that others use too would take an hour.
disk.WAITS = False
# On GitHub, `broadsheet check` prints otherwise; the tests that show it say so.
os.environ.pop("GITHUB_ACTIONS", None)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory):
    """A folder of this run of the tests that all of xdist's workers have."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder


LONGEST = (
    "site/test_search.py",
    "site/test_accessible.py",
    "test_crash_points.py",
    "site/test_hostile_feeds.py",
    "site/test_hostile_strings.py",
    "site/test_odd_archives.py",
    "test_state_machine.py",
    "site/test_hostile_company.py",
    "site/test_policy.py",
    "site/test_zensical.py",
    "site/test_newcomer.py",
    "site/test_browser.py",
    "test_demo_builds.py",
    "test_changed_builds.py",
    "test_own_builds.py",
    "test_fast_builds.py",
    "test_odd_builds.py",
    "test_preview_builds.py",
    "test_shells.py",
    "test_scaffold.py",
)
"""The files that take longest come first: where two workers share the files, none is left alone with one."""


def pytest_collection_modifyitems(items):
    """Puts the longest files first (xdist keeps that order with `--no-loadscope-reorder`)."""
    here = Path(__file__).parent
    place = {here / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A Chromium of the machine's own, driven by Playwright."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium on the PATH; in CI it must be there: install Debian's `chromium`")
        pytest.skip("no chromium on the PATH; install Debian's `chromium` to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
        )
        yield browser
        browser.close()
