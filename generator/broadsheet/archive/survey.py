"""content/ as it was surveyed: each page examined, and every address there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from broadsheet.archive.crew import hands, together
from broadsheet.archive.examine import Examined, examine
from broadsheet.archive.finding import About, Finding, Level
from broadsheet.archive.load import walk
from broadsheet.archive.rendered import Rendered, Renderer
from broadsheet.disk import STRAY
from broadsheet.engine import Engine
from broadsheet.errors import ArchiveError

State = tuple[int, int]
_TASK = 50
"""Pages that a process looks at before it asks for more."""
_WORTH_IT = 300
"""New pages from which on several processes are quicker than one."""


@dataclass(slots=True)
class Memory:
    """Pages as they were examined last, for checking again and again while somebody writes (`mkdocs serve`)."""

    pages: dict[str, tuple[State, Examined]] = field(default_factory=dict)
    """By address: time of the last change and size of the file, and what was found."""
    rendered: dict[str, tuple[State, Rendered | None]] = field(default_factory=dict)
    renderer: Renderer | None = None


@dataclass(frozen=True, kw_only=True)
class Survey:
    """What a check knows of content/."""

    docs_dir: Path
    shown: str
    """How findings name the folder."""
    engine: Engine
    memory: Memory
    pages: Mapping[str, Examined]
    """By address, in order."""
    files: Collection[str]
    """The addresses of all files, pages too."""
    linked: Collection[str]
    """Symbolic links: what lies behind them is not known."""
    asked: Collection[str] | None = None
    """The addresses that are asked about; None: all."""
    markdown_links: bool = True
    """Whether to look at links that MkDocs follows itself, and tells of."""

    def asks(self, address: str) -> bool:
        """Whether this page is asked about."""
        return self.asked is None or address in self.asked

    def finding(
        self, address: str, place: tuple[int, int], what: str, remedy: str, level: Level, about: About
    ) -> Finding:
        """A finding on a page."""
        return Finding(f"{self.shown}/{address}", *place, what, remedy, level, about)

    @cached_property
    def renderer(self) -> Renderer:
        """The site's Markdown engine; made when first needed."""
        self.memory.renderer = self.memory.renderer or Renderer(self.engine)
        return self.memory.renderer

    def text(self, address: str) -> str:
        """A page's text."""
        return (self.docs_dir / address).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")

    def rendered(self, address: str) -> Rendered | None:
        """A page as it is rendered; None where that fails."""
        state = self.memory.pages[address][0]
        known = self.memory.rendered.get(address)
        if known is None or known[0] != state:
            known = state, self.renderer.rendered(self.text(address))
            self.memory.rendered[address] = known
        return known[1]


def survey(
    docs_dir: Path,
    memory: Memory,
    engine: Engine,
    *,
    shown: str,
    asked: Collection[str] | None = None,
    markdown_links: bool = True,
) -> Survey:
    """Looks at every page of content/, but not again at one that `memory` knows and that has not changed.

    Raises:
        ArchiveError: the folder cannot be read.
    """
    found: list[str] = []
    files: set[str] = set()
    linked: set[str] = set()
    try:
        for address, link in walk(str(docs_dir)):
            if not STRAY.fullmatch(address.rpartition("/")[2]):
                files.add(address)
            if link:
                linked.add(address)
            elif address.endswith(".md"):
                found.append(address)
    except OSError as error:
        raise ArchiveError(f"{error.filename}: cannot be read ({error.strerror}); mend its permissions") from error
    pages = _all_examined(docs_dir, found, shown, memory)
    for gone in memory.pages.keys() - pages.keys():
        del memory.pages[gone]
        memory.rendered.pop(gone, None)
    return Survey(
        docs_dir=docs_dir,
        shown=shown,
        engine=engine,
        memory=memory,
        pages=pages,
        files=files,
        linked=linked,
        asked=asked,
        markdown_links=markdown_links,
    )


def _all_examined(docs_dir: Path, addresses: Sequence[str], shown: str, memory: Memory) -> dict[str, Examined]:
    """The pages as they are, in this order, without those that are gone since the folder was listed."""
    pages: dict[str, Examined] = {}
    states: dict[str, State | None] = {one: _state(docs_dir / one) for one in addresses}
    new = []
    for address, state in states.items():
        known = memory.pages.get(address)
        if known and known[0] == state:
            pages[address] = known[1]
        else:
            new.append(address)
    shares = [new[start : start + _TASK] for start in range(0, len(new), _TASK)]
    tasks = [partial(_examined, docs_dir, share, shown) for share in shares]
    for address, examined in together(tasks, hands(len(new), _WORTH_IT)):
        if examined:
            pages[address] = examined
            if (state := states[address]) and examined.kind != "unread":
                memory.pages[address] = (state, examined)
    return {one: pages[one] for one in addresses if one in pages}


def _examined(docs_dir: Path, addresses: Sequence[str], shown: str) -> Iterator[tuple[str, Examined | None]]:
    """Pages as they are now; None for one that is gone."""
    for address in addresses:
        file = f"{shown}/{address}"
        try:
            yield address, examine(address, (docs_dir / address).read_bytes(), file)
        except FileNotFoundError:
            yield address, None
        except OSError as error:
            what = f"cannot be read ({error.strerror})"
            unread = Finding(file, 1, 1, what, "mend its permissions")
            yield address, Examined(kind="unread", findings=(unread,))


def _state(path: Path) -> State | None:
    """When a file was changed last, and its size."""
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None
