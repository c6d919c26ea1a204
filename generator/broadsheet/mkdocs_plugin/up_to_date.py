"""Whether content/ is known to be up to date: then no build has to work out again what a refresh would write."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from importlib import resources
from pathlib import Path

from broadsheet.archive.kept_results import digest
from broadsheet.config import Config
from broadsheet.mkdocs_plugin.build_mark import plain


def content_mark(config: Config) -> bytes:
    """The mark of all that a refresh follows from: content/, the settings, the day, and Broadsheet itself."""
    return digest(["content", *_parts(config)])


def _parts(config: Config) -> Iterator[str]:
    yield plain(config)
    for folder, read in ((config.docs_dir, True), (Path(str(resources.files("broadsheet"))), False)):
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc"):
            state = path.stat()
            told = blake2b(path.read_bytes()).hexdigest() if read else f"{state.st_size} {state.st_mtime_ns}"
            yield f"{path.relative_to(folder)} {told}"
