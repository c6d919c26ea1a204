"""What holds for all tests."""

from hypothesis import settings

# How fast the machine is today is no result of a test. `--hypothesis-profile=long` looks harder.
settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("default")
