"""Python's garbage collector, made to look less often while a run works on an archive: it would go through all of it.

Not while inputs are read: whoever wrote those may make us write as many errors as they like, which refer to themselves.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 1_000_000
"""Objects that come and stay until the young are looked through. Nearly all that a run lets go of goes by itself; what
refers to itself has to wait for that, and takes no more memory than so many objects do."""
_NEVER = 1_000_000
"""Such looks until the old are looked through, too."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """In here, what is young is looked through now and then, and what is old is left alone."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG, 50, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
