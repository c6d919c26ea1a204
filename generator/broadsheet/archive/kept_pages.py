"""Pages as they were read before: a run reads only those anew whose text is another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.archive import fingerprint, page
from broadsheet.archive.kept_file import code_mark
from broadsheet.archive.kept_results import FOLDER, KeptResults, digest
from broadsheet.archive.page import Page

Read = Callable[[str, str], tuple[Page, str, str]]
"""As `page.read`."""

FILE = FOLDER / "read.sqlite"


@contextmanager
def reading_kept(root: Path) -> Iterator[Read]:
    """What reads pages, and keeps those that nobody edited below the site's folder for the next run."""
    kept = KeptResults(FILE)
    kept.begin(root)
    code = code_mark().hex()

    def read(address: str, text: str) -> tuple[Page, str, str]:
        mark = digest([code, text])
        told = kept.get(mark)
        if told is not None:
            return _page(address, *json.loads(told))
        found, body, unlinked = page.read(address, text)
        if found.text is None:
            same = None if body == unlinked else unlinked
            kept.put(mark, json.dumps([found.digest.hex(), found.front, list(found.blocks), body, same]))
        return found, body, unlinked

    try:
        yield read
    except BaseException:
        kept.give_up()
        raise
    kept.end()


def _page(
    address: str, total: str, front: dict[str, object], blocks: list[str], body: str, unlinked: str | None
) -> tuple[Page, str, str]:
    found = Page(
        address=address,
        digest=bytes.fromhex(total),
        front=front,
        fingerprint=fingerprint.read(front.get("fingerprint")),
        edited=False,
        blocks=dict.fromkeys(blocks, True),
        deleted=frozenset(),
        text=None,
    )
    return found, body, body if unlinked is None else unlinked
