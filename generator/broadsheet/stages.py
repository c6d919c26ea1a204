"""The stages of a run, told as they pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Stages = Callable[[str], AbstractContextManager[None]]
"""Called with a stage's name (`Finding names`); what is returned spans the stage."""


@contextmanager
def silent(name: str) -> Iterator[None]:  # noqa: ARG001 - says nothing, whatever the stage
    """A stage that nobody is told of."""
    yield
