"""What a person settles on the command line: whose version stands, which deleted pages come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from broadsheet.archive import blocks, front_matter, history, notebook
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.load import Archive
from broadsheet.archive.merge import Side
from broadsheet.archive.notebook import Noted
from broadsheet.archive.page import digest
from broadsheet.archive.plan import Plan, Step
from broadsheet.errors import UsageError


def sides_of(archive: Archive, pages: Iterable[str], folder: Path, side: Side) -> dict[str, Side]:
    """Whose version stands, by address of the pages that a person names: by path from `folder`, by address, or by an
    article's id.

    Raises:
        UsageError: there is no such page, or nothing of it waits for a person.
    """
    addresses = [_address_of(archive, page, folder) for page in pages]
    for address in addresses:
        if not _needs_settling(archive, address):
            raise UsageError(f"{archive.docs_dir.name}/{address}: has nothing to settle")
    return dict.fromkeys(addresses, side)


def withdrawn_of(archive: Archive, names: Iterable[str], folder: Path) -> list[Noted]:
    """What was withdrawn under these names: ids, or the paths or addresses that the pages had.

    Raises:
        UsageError: nothing of that name was.
    """
    found: list[Noted] = []
    for name in names:
        places = {name, *_inside(archive.docs_dir, name, folder)}
        meant = [one for one in archive.notebook.withdrawn if one.id == name or one.page in places]
        if not meant:
            raise UsageError(f"{name}: is no page that was deleted; `broadsheet restore --list` lists them")
        found += meant
    return list(dict.fromkeys(found))


def settle(docs_dir: Path, settled: Mapping[str, Side], restored: Sequence[Noted]) -> Plan:
    """What is written before the archive is read: pages brought back from git, and blocks let go of."""
    there = [address for address in settled if (docs_dir / address).is_file()]  # the run tells of one that is gone
    standing = {address: digest((docs_dir / address).read_bytes().decode("utf-8", "replace")) for address in there}
    return Plan([*_brought_back(docs_dir, restored), *_let_go(docs_dir, settled)], standing=standing)


def _brought_back(docs_dir: Path, restored: Sequence[Noted]) -> Iterator[Step]:
    for one in restored:
        # Without a commit of it, a page comes back with its record.
        text = history.last_text(docs_dir, one.page) if one.page else None
        if text is not None and not (docs_dir / one.page).exists():
            yield Step(one.page, "created", text=text)


def _let_go(docs_dir: Path, settled: Mapping[str, Side]) -> Iterator[Step]:
    for address, side in settled.items():
        try:
            text = (docs_dir / address).read_bytes().decode()
            standing = blocks.find(text, front_matter.read(text)[1])
        except (OSError, UnicodeDecodeError, FrontMatterError):
            continue  # the run tells of a page that is gone or cannot be read
        new = text
        for block in reversed(standing):
            if block.intact:
                continue
            end = block.end - (text[block.end - 1] == "\r")
            inside = text[slice(*block.inside)].strip("\r\n")
            if side == "theirs":  # an empty block asks to be filled
                inside = blocks.between(block.name, "", "").replace("\n", "\r\n" if end < block.end else "\n")
            new = new[: block.start] + inside + new[end:]
        if new != text:
            yield Step(address, "updated", text=new)


def _needs_settling(archive: Archive, address: str) -> bool:
    """Whether something of a page waits for a person: a version from upstream, or a block that was edited inside."""
    page = archive.pages[address]
    waits = notebook.file_of(str(page.front.get("id", ""))) in archive.notebook.upstream
    return waits or not all(page.blocks.values())


def _address_of(archive: Archive, page: str, folder: Path) -> str:
    known = archive.articles.get(page)
    candidates = [*_inside(archive.docs_dir, page, folder), page, *([known.address] if known else [])]
    found = next((one for one in candidates if one in archive.pages), None)
    if found is None:
        raise UsageError(f"{page}: is no page of {archive.docs_dir}; name it as the report does")
    return found


def _inside(docs_dir: Path, page: str, folder: Path) -> list[str]:
    path = (folder / page).resolve()
    root = docs_dir.resolve()
    return [path.relative_to(root).as_posix()] if path.is_relative_to(root) else []
