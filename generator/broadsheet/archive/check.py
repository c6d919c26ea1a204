"""content/ verified: what is wrong in each page, and between pages. Reads, never writes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from broadsheet.archive.examine import Examined, examine
from broadsheet.archive.finding import Finding
from broadsheet.archive.load import walk
from broadsheet.disk import STRAY
from broadsheet.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Memory:
    """Pages as they were examined last, for checking again and again while somebody writes (`mkdocs serve`)."""

    pages: dict[str, tuple[tuple[int, int], Examined]] = field(default_factory=dict)
    """By address: time of the last change and size of the file, and what was found."""


def check(docs_dir: Path, memory: Memory | None = None, *, links: bool = True) -> list[Finding]:
    """What is wrong in content/, in the order of files and lines.

    `links=False` leaves out links to missing pages: MkDocs tells them itself.

    Raises:
        ArchiveError: the folder cannot be read.
    """
    memory = memory or Memory()
    pages: dict[str, Examined] = {}
    addresses: set[str] = set()
    try:
        for address, link in walk(str(docs_dir)):
            name = address.rpartition("/")[2]
            if not STRAY.fullmatch(name):
                addresses.add(address)
            if address.endswith(".md") and not link:
                pages[address] = _examined(docs_dir, address, memory)
    except OSError as error:
        raise ArchiveError(f"{error.filename}: cannot be read ({error.strerror}); mend its permissions") from error
    for gone in memory.pages.keys() - pages.keys():
        del memory.pages[gone]
    found = [finding for examined in pages.values() for finding in examined.findings]
    found += _ids(pages, docs_dir.name)
    found += _entities(pages, docs_dir.name)
    if links:
        found += _links(pages, addresses, docs_dir.name)
    return sorted(found)


def _examined(docs_dir: Path, address: str, memory: Memory) -> Examined:
    path = docs_dir / address
    stat = path.stat()
    state = (stat.st_mtime_ns, stat.st_size)
    known = memory.pages.get(address)
    if known and known[0] == state:
        return known[1]
    examined = examine(address, path.read_bytes(), f"{docs_dir.name}/{address}")
    memory.pages[address] = (state, examined)
    return examined


def _ids(pages: Mapping[str, Examined], folder: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for address, examined in pages.items():
        if examined.id and first.setdefault(examined.id.what, address) != address:
            what = f"has the same id as {first[examined.id.what]}"
            remedy = "delete one of the two, or give one of them another id"
            yield Finding(f"{folder}/{address}", examined.id.line, examined.id.column, what, remedy)


def _entities(pages: Mapping[str, Examined], folder: str) -> Iterator[Finding]:
    for address, examined in pages.items():
        for said in examined.entities:
            if f"entities/{said.what}.md" not in pages:
                what = f"there is no entity {said.what}"
                remedy = f"write {folder}/entities/{said.what}.md, or delete the line"
                yield Finding(f"{folder}/{address}", said.line, said.column, what, remedy)


def _links(pages: Mapping[str, Examined], addresses: set[str], folder: str) -> Iterator[Finding]:
    for address, examined in pages.items():
        start = posixpath.dirname(address)
        for said in examined.links:
            target = unquote(said.what)
            if posixpath.normpath(posixpath.join(start, target.removeprefix("/"))) not in addresses:
                what = f"links to {said.what}, which is no page"
                remedy = "mend the link or take it out"
                yield Finding(f"{folder}/{address}", said.line, said.column, what, remedy, "warning")
