"""What holds for all tests."""

import os

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
