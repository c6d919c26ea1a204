"""What may safely be mended in content/, and mended: `broadsheet check --fix`.

Only what a person wrote, and only where there is one thing that it can mean: front matter that wants quotes, a day
written out of form, a link whose goal there is no doubt of. What we wrote ourselves is brought up to date by a run, and
what could mean two things is a person's to decide. No word is lost: a value in quotes is the text that was typed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet import disk
from broadsheet.archive import blocks, page
from broadsheet.archive.examine import examine
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.mended_front import front_mendings
from broadsheet.archive.mended_links import link_mendings
from broadsheet.archive.page import Page
from broadsheet.archive.reach import Reach
from broadsheet.archive.spot import Spot, replaced
from broadsheet.archive.survey import Memory, Survey, survey
from broadsheet.engine import Engine
from broadsheet.errors import ArchiveError

_ROUNDS = 5
"""How often is looked again: a page that can be read again may be where others lead."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, order=True)
class Mending:
    """Where something was mended, and how."""

    file: str
    """The page, from the folder of mkdocs.yml."""
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        """`content/a.md:3:7: how it was mended`."""
        return f"{self.file}:{self.line}:{self.column}: {self.what}"


def mend(
    docs_dir: Path,
    *,
    engine: Engine | None = None,
    shown: str = "",
    asked: Collection[str] | None = None,
    dry_run: bool = False,
) -> list[Mending]:
    """What was mended (or, in a dry run, would be at first sight), in the order of files and lines.

    Raises:
        ArchiveError: content/ cannot be read, or a page cannot be written; each page is whole.
    """
    done: list[Mending] = []
    memory = Memory()
    for _ in range(1 if dry_run else _ROUNDS):
        found = survey(docs_dir, memory, engine or Engine(), shown=shown or docs_dir.name, asked=asked)
        new = list(_round(found, dry_run=dry_run))
        done += new
        if not new:
            break
    return sorted(done)


def _round(found: Survey, *, dry_run: bool) -> Iterator[Mending]:
    reach = Reach(found)
    for address in found.pages:
        if found.asks(address):
            path = found.docs_dir / address
            raw = _read(path)
            text, spots = _mended(address, raw, reach)
            if spots:
                if not dry_run:
                    _write(path, raw, text.encode())
                yield from (Mending(f"{found.shown}/{address}", one.line, one.column, one.what) for one in spots)


def _mended(address: str, raw: bytes, reach: Reach) -> tuple[str, list[Spot]]:
    """The text of a page once it is mended, and where; the text counts only if anything was."""
    done: list[Spot] = []
    if raw.startswith(_WIDE):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError:
            return "", []
        done.append(Spot(1, 1, 0, "", "was UTF-16, and is saved as UTF-8"))
    else:
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            return "", []
    readable = _page(address, text)
    if readable is None or readable.edited:
        text, spots = front_mendings(address, text, reach)
        done += spots
    readable = _page(address, text)
    if readable and readable.edited:
        spots = link_mendings(address, text, readable, reach)
        text = replaced(text, spots)
        done += spots
    if not done or not _quieter(address, raw, text.encode()):
        return "", []
    return text, done


def _quieter(address: str, before: bytes, after: bytes) -> bool:
    """Whether a page says no more faults of itself than before, or can be read only now."""
    was, now = examine(address, before, address), examine(address, after, address)
    return now.kind != "unread" and (was.kind == "unread" or len(now.findings) <= len(was.findings))


def _page(address: str, text: str) -> Page | None:
    try:
        return page.read(address, blocks.plain_lines(text.removeprefix("\ufeff")))[0]
    except FrontMatterError:
        return None


def _read(path: Path) -> bytes:
    try:
        return b"" if path.is_symlink() else path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read ({error.strerror}); mend its permissions") from error


def _write(path: Path, read: bytes, text: bytes) -> None:
    try:
        if path.read_bytes() != read:
            raise ArchiveError(f"{path}: was changed meanwhile; save it, and run this again")
        with disk.whole(path) as file:
            file.write(text)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be written ({error.strerror or error}); mend that and run again") from error
