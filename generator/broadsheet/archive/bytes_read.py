"""All that a run reads of content/, in bytes: by these it is known whether anything has changed there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from broadsheet.archive.draft import WHOLE
from broadsheet.archive.load import walk
from broadsheet.archive.notebook import FOLDER


def bytes_read(docs_dir: Path) -> Iterator[bytes]:
    """Each file's address, and the digest of what stands in it where a run reads it.

    Raises:
        OSError: something cannot be read.
    """
    root = f"{docs_dir}/"
    for address, link in walk(str(docs_dir)):
        yield os.fsencode(address)
        if link:
            yield b"a link"
        elif address.endswith((".md", *WHOLE)):
            yield _digest(root + address)
    # The notebook, which is hidden.
    for folder, folders, files in os.walk(root + FOLDER):
        folders.sort()
        for name in sorted(files):
            path = f"{folder}/{name}"
            yield os.fsencode(path.removeprefix(root))
            yield os.fsencode(os.readlink(path)) if os.path.islink(path) else _digest(path)  # noqa: PTH114, PTH115 - many files


def _digest(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - ten thousand files
        return hashlib.sha256(file.read()).digest()
