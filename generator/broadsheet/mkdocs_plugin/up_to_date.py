"""The state of content/: under it stands what an earlier build found there, and no build looks twice at the same."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from broadsheet.archive.check import Memory
from broadsheet.archive.examine import Examined
from broadsheet.archive.finding import Finding, as_json
from broadsheet.archive.kept_file import code_mark
from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.config import Config
from broadsheet.mkdocs_plugin.build_mark import plain
from broadsheet.verification import shown_folder


@dataclass(frozen=True, slots=True)
class ContentState:
    """All that a check follows from: content/, the settings, the day among them, and Broadsheet itself."""

    mark: bytes
    sources: Mapping[str, str]
    """By address, the digest of each page's file."""
    states: Mapping[str, tuple[int, int]]
    """By address, when it was changed last (ns), and its size, before it was read."""

    @classmethod
    def of(cls, config: Config) -> Self:
        """That of a site's content/ as it lies there.

        Raises:
            OSError: some of it cannot be read.
        """
        links: set[str] = set()
        files = sorted(_files(str(config.docs_dir), "", links))
        states = {address: state for address, _, state in files if address.endswith(".md")}
        sources = {address: source(path) for address, path, _ in files if address in states}
        pages = [f"{address} {said}" for address, said in sources.items()]
        others = [f"{address} {state}" for address, _, state in files if address not in sources]
        return cls(
            digest(["content", code_mark().hex(), plain(config), *pages, *others, *sorted(links)]), sources, states
        )

    def findings(self, kept: KeptResults) -> list[Finding] | None:
        """What an earlier build found; None where none has looked."""
        found = kept.get(self.mark)
        return None if found is None else [Finding(**one) for one in json.loads(found)]

    def keep(self, found: Sequence[Finding], kept: KeptResults) -> None:
        """Keeps what was found, unless it may look otherwise the next time: what is out of date, or cannot be read."""
        if not any(one.level == "error" or one.about == "stale" for one in found):
            kept.put(self.mark, json.dumps([as_json(one) for one in found]))

    def recall(self, memory: Memory, kept: KeptResults, config: Config) -> None:
        """Lets a check know the pages that an earlier build has looked at."""
        for mark, address in self.examined(config).items():
            found = None if address in memory.pages else kept.get(mark)
            if found is not None:
                memory.pages[address] = self.states[address], _EXAMINED.validate_json(found)

    def remember(self, memory: Memory, kept: KeptResults, config: Config) -> None:
        """Keeps the pages that a check has looked at."""
        for mark, address in self.examined(config).items():
            state, found = memory.pages.get(address, (None, None))
            if found and state == self.states[address] and not kept.asked(mark):
                kept.put(mark, _EXAMINED.dump_json(found).decode())

    def examined(self, config: Config) -> dict[bytes, str]:
        """The addresses of pages, by the marks under which it is kept what was found there."""
        shown, code = shown_folder(config), code_mark().hex()
        return {digest(["examined", code, shown, one, told]): one for one, told in self.sources.items()}


_EXAMINED = TypeAdapter(Examined)


def source(path: Path | str) -> str:
    """The digest of a page's file."""
    with open(path, "rb") as file:  # noqa: PTH123 - ten thousand files
        return blake2b(file.read(), digest_size=16).hexdigest()


def _files(folder: str, address: str, links: set[str]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The address, path and state of every file in a folder; which of them are links goes into `links`."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _files(one.path, f"{address}{one.name}/", links)
            else:
                state = one.stat()
                # A link to a page is no page to a check.
                links.update({f"{address}{one.name}"} if one.is_symlink() else ())
                yield f"{address}{one.name}", one.path, (state.st_mtime_ns, state.st_size)
