"""One small real site, made once, that each test of this folder builds in its own way."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "site"))  # its link checker serves here, too

pytest.register_assert_rewrite("small_site")
from small_site import SmallSite, made  # noqa: E402 - after its folders are known


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """What `new` and `generate` make, with pages by hand."""
    return made(tmp_path_factory.mktemp("compatibility") / "sample")


@pytest.fixture
def small(sample, tmp_path):
    """A copy of the sample, to be changed and built."""
    return SmallSite.copied(sample, tmp_path / "project")


@pytest.fixture
def opened_from_disk(chromium):
    """Opens a file of a site in Chromium, as a double click does."""
    context = chromium.new_context()

    def opened(path):
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield opened
    context.close()
