"""Who is named in articles, kept between runs: a run reads its own articles, and those that its new names stand in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.archive.kept_file import KeptFile
from broadsheet.entities import Readings


@contextmanager
def keeping_readings(root: Path, *, write: bool = True) -> Iterator[Readings]:
    """What the last run read in a site's articles; what this one makes of it is kept once it is done, with `write`.

    A file of another Broadsheet, or a damaged one, is as none.
    """
    file = KeptFile(root, "readings.json")
    text = file.read()
    readings = Readings(*json.loads(text)) if text else Readings()
    yield readings
    if write and readings.changed:
        file.write(json.dumps([readings.names, readings.world, readings.found], ensure_ascii=False))
