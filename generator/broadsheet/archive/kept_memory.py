"""What slow functions gave in the last run (see `remembered`), kept for the next one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet import remembered
from broadsheet.archive.kept_file import KeptFile

_NAME = "memory.json"


@contextmanager
def remembering(root: Path, *, write: bool = True) -> Iterator[None]:
    """A run that begins with what the last one learned; what it asks for is kept once it is done, with `write`.

    `root` is the site's folder. A file of another Broadsheet, or a damaged one, is as none.
    """
    file = KeptFile(root, _NAME)
    text = file.read()
    remembered.fill(json.loads(text) if text else {})
    yield
    known = remembered.worth_keeping() if write else None
    if known is not None:
        file.write(json.dumps(known))
