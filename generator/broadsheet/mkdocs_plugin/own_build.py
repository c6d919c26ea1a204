"""The pages of a site that Broadsheet makes in MkDocs' place, and only where they are not there from the last build.

They are those outside the navigation, of files in content/: each follows from its own text, from the addresses of what
it links to, and from what all pages share. MkDocs makes all others, and is never told of these. What comes out is the
same, byte for byte.
"""

from __future__ import annotations

import logging
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from broadsheet.addresses import HOME
from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.errors import ArchiveError
from broadsheet.mkdocs_plugin.followed import Unready
from broadsheet.mkdocs_plugin.known_parts import parts
from broadsheet.mkdocs_plugin.making import Made, Making
from broadsheet.mkdocs_plugin.own_files import OwnFiles
from broadsheet.mkdocs_plugin.own_marks import OwnMarks, frame_mark, page_marks
from broadsheet.mkdocs_plugin.page_crew import PageCrew
from broadsheet.mkdocs_plugin.page_record import PageRecord, keep_html, rows
from broadsheet.mkdocs_plugin.page_text import Listening
from broadsheet.mkdocs_plugin.quick_pages import QuickPages
from broadsheet.mkdocs_plugin.shells import Shells
from broadsheet.mkdocs_plugin.site_folder import Ledger, State, sweep, there
from broadsheet.search import SearchedPage

_log = logging.getLogger("mkdocs.commands.build")
_OF_SEARCH = re.compile(r"search/(shards\.json$|[0-9a-f]{16}/)")
"""What `search.write_index` looks after in the site."""


@dataclass(kw_only=True)
class OwnBuild:
    """What one build makes of them."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    kept: KeptResults
    mark: str
    """That of the build: see `build_mark`."""
    keys: Collection[str] | None
    """The keys of front matter that templates may show of pages in the navigation; None: any."""
    were: Mapping[str, State]
    """What lay in the site's folder, by address."""
    ledger: Ledger
    """What the last build wrote; then, what this one does."""
    serving: bool
    sources: Mapping[str, str]
    """By address in content/, digests of files that were read in this build."""
    searched: Callable[[], SearchedPage | None]
    """What search found in the page that the hooks saw last."""
    quick: QuickPages
    done: Callable[[int, int], None] = lambda *_: None
    """Is told how many pages are made, of how many."""
    own: dict[str, File] = field(default_factory=dict)
    """The files of the pages that are made here, by address in content/."""
    found: list[SearchedPage] = field(default_factory=list)
    """What search knows of these pages."""
    unchanged: bool = False
    """Whether the whole site is there as the last build left it."""
    sitemap_mark: bytes = b""
    """What the sitemap follows from."""
    made: int = 0
    """How many pages were made."""
    quickly: int = 0
    """Of how many the Markdown was made the quick way."""
    _marks: OwnMarks = field(init=False)
    _crew: PageCrew = field(init=False)
    _whole: bool = False
    """Whether all pages have their texts."""

    def begin(self) -> None:
        """Takes the pages over, and everything out of the site's folder that this build does not want there."""
        docs = self.files.documentation_pages(inclusion=self._inclusion)
        whole = {*self.config.theme.static_templates, "sitemap.xml.gz"}
        addresses = Counter(one.dest_uri for one in self.files if self._inclusion(one.inclusion))
        listed = {id(page.file) for page in self.nav.pages}
        self.own = {
            one.src_uri: one
            for one in docs
            if id(one) not in listed
            and type(one.page) is Page  # another plugin's kind of page knows best
            and one.inclusion is not InclusionLevel.EXCLUDED
            and one.src_dir == self.config.docs_dir
            and addresses[one.dest_uri] == 1
            and one.dest_uri not in whole
            and not (self.serving and one.src_uri == HOME)  # it leads to the inbox once there is one
        }
        copied = [one for one in self.files if not one.is_documentation_page() and self._inclusion(one.inclusion)]
        wanted = {one.dest_uri for one in (*self.own.values(), *copied)}
        unwanted = [one for one in self.were if one not in wanted and not _OF_SEARCH.match(one)]
        sweep(Path(self.config.site_dir), unwanted)
        OwnFiles.of(self.files, self.own.keys(), self.were, self.ledger)

    def make(self, env: jinja2.Environment) -> None:
        """Makes the pages that are not there as they should be."""
        making = Making(
            config=self.config,
            files=self.files,
            nav=self.nav,
            env=env,
            pages=Unready(),
            shells=Shells(env, parts(env)),
            searched=self.searched,
            quick=self.quick,
        )
        self._crew = PageCrew(making, self.kept, self.mark)
        own = page_marks(self.mark, self.own.values(), self.sources)
        frame = frame_mark(self.mark, self.nav, self.keys)
        marks = self._marks = OwnMarks.of(own, frame, self.files, self._others())
        before = self.ledger.pages if frame and self.ledger.mark == frame else {}
        self.sitemap_mark = digest(["sitemap", marks.whole or os.urandom(8).hex()])
        there = {address for address, mark in own.items() if self._stands(address, before.get(address), mark)}
        self.kept.hold(mark for one in own.values() for mark in rows(one))
        self.unchanged = len(there) == len(own) and self._is_whole(marks.whole)
        if self.unchanged:
            return
        moved = marks.files != self.ledger.files
        self.ledger.mark, self.ledger.files, self.ledger.whole = frame, marks.files, marks.whole
        self.ledger.pages = {one: before[one] for one in sorted(there) if self._taken(one, own[one], moved=moved)}
        self._make([one for one in own if one not in self.ledger.pages])

    def all_pages(self) -> Sequence[File]:
        """The files of all pages, as MkDocs would have them once it goes through them to make pages."""
        if not self._whole:
            self._whole = True
            for address, file in self.own.items():
                with Listening(quietly=True):  # what there is to be said of it was said
                    self._crew.making.text(file, file.content_bytes, self._crew.text(self._marks.pages[address]))
        return [one for one in self.files if one.is_documentation_page() and self._inclusion(one.inclusion)]

    @property
    def shows_all(self) -> bool:
        """Whether a page shows others than itself and those in the navigation."""
        return self._whole

    @property
    def env(self) -> jinja2.Environment:
        """What templates are asked for."""
        return self._crew.making.env

    def edited(self, address: str) -> PageRecord | None:
        """Makes one page again, after the build; None where that is not to be done, or others may have to be, too."""
        file = self.own[address]
        Page(None, file, self.config)  # the file's, from now on: nothing of the one before stays
        self.ledger.whole = ""
        self.ledger.pages.pop(address, None)
        try:
            made = self._crew.making.quietly(file, file.content_bytes, None)
        except OSError:
            return None
        if made is None or made.late or not made.state:
            return None
        for one in made.heard:
            logging.getLogger(one.name).handle(one)
        return made.record

    @property
    def counts(self) -> dict[str, int]:
        """How many pages and files there were of each kind."""
        pages = len(self.own)
        return {
            "pages made": self.made,
            "of these, Markdown the quick way": self.quickly,
            "pages left as they were": pages - self.made,
            "pages that MkDocs makes": len(self._others()),
            "files copied": getattr(self.files, "copied", 0),
            "files left as they were": len(self.ledger.copies) - getattr(self.files, "copied", 0),
        }

    def tell_anchors(self) -> None:
        """Tells of links to anchors that are not there, from all pages."""
        self._validate(self.own.values())
        self._validate(self._others())

    def finish(self) -> None:
        """Tells of links to anchors that are not there, as MkDocs does once all pages are made."""
        if self.unchanged:
            return
        with Listening() as listening:
            self._validate(self.own.values())
        with Listening(quietly=True) as again:  # MkDocs has told of its own
            self._validate(self._others())
        if listening.told or again.told:
            self.ledger.whole = ""  # what is told now is told again by the next build

    def write_ledger(self, file: Path | None) -> Ledger:
        """What this build wrote, once all is written; for the next one, if there is a file to keep it in."""
        site = Path(self.config.site_dir)
        self.ledger.others = there(site / "search", "search/")
        if file:
            self.ledger.write(file)
        return self.ledger

    def _validate(self, files: Sequence[File] | Any) -> None:
        for one in files:
            if one.page:
                one.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)

    def _inclusion(self, level: InclusionLevel) -> bool:
        return level is not InclusionLevel.EXCLUDED and (self.serving or level is not InclusionLevel.DRAFT)

    def _others(self) -> Sequence[File]:
        """The files of the pages that MkDocs makes."""
        return self.files.documentation_pages(inclusion=self._inclusion)

    def _is_whole(self, mark: str) -> bool:
        """Whether all but these pages is there as the last build left it, and that was a site with this mark."""
        return (
            bool(mark)
            and not self.serving  # the next edit is shown sooner if all pages are known
            and mark == self.ledger.whole
            and _in_search(self.were) == {address: tuple(state) for address, state in self.ledger.others.items()}
            and not any(_OF_SEARCH.match(one.dest_uri) for one in self.files)  # it would be written over the index
            and self.kept.get(self.sitemap_mark) is not None
        )

    def _stands(self, address: str, row: tuple[str, int, int] | None, mark: bytes) -> bool:
        """Whether the file in the site is the one that was made of the same."""
        return row is not None and row[0] == mark.hex() and self.were.get(self.own[address].dest_uri) == tuple(row[1:])

    def _taken(self, address: str, mark: bytes, *, moved: bool) -> bool:
        """Whether a page that stands may stay: what is kept of it is there, and its links lead where they led."""
        record = PageRecord.kept(self.kept, mark)
        if record is None or (moved and not record.holds(self.files)):
            return False
        self._tell(address, record)
        return True

    def _tell(self, address: str, record: PageRecord) -> None:
        """Lets other pages, the sitemap and search know of a page."""
        if page := self.own[address].page:
            record.tell(page, self.files)
        if found := record.searched:
            self.found.append(found)

    def _make(self, addresses: Sequence[str]) -> None:
        heard: dict[str, Sequence[logging.LogRecord]] = {}
        left = dict.fromkeys(addresses)
        try:
            for mark, made in self._crew.made([self.own[one] for one in addresses]):
                if not made.late:
                    del left[made.address]
                heard[made.address] = made.heard
                self._keep(mark, made)
                self.done(len(heard), len(addresses))
        except ArchiveError:
            _log.debug("a process that made pages was ended: the rest is made here")
        for address in addresses:
            for one in heard.get(address, ()):
                logging.getLogger(one.name).handle(one)
        if left:
            self._make_late(left)

    def _keep(self, mark: bytes, made: Made) -> None:
        self.made += not made.late
        self.quickly += made.quick
        if not made.told:
            made.record.keep(self.kept, mark)
            if made.html:
                keep_html(self.kept, mark, made.html)
        if made.lasting and made.state:
            self.ledger.pages[made.address] = (mark.hex(), *made.state)
        else:
            self.ledger.whole = ""
        if not made.late:
            self._tell(made.address, made.record)

    def _make_late(self, addresses: Collection[str]) -> None:
        """Makes pages as MkDocs does: first the text of all, then the pages. What is wrong with one is raised."""
        self.ledger.whole = ""
        for address in addresses:
            file = self.own[address]
            with _told("reading", address):
                (file.page or Page(None, file, self.config)).read_source(self.config)  # says what is wrong with a file
                text = self._crew.making.text(file, file.content_bytes, self._crew.text(self._marks.pages[address]))
            found = PageRecord(text.said).searched
            self.found += [found] if found else []
        ready = replace(self._crew.making, pages=self.all_pages())
        for address in addresses:
            self.made += 1
            if page := self.own[address].page:
                with _told("building", address):
                    ready.put(page)


def _in_search(were: Mapping[str, State]) -> dict[str, State]:
    return {address: state for address, state in were.items() if address.startswith("search/")}


@contextmanager
def _told(doing: str, address: str) -> Iterator[None]:
    """Says, as MkDocs would, with which page something went wrong."""
    try:
        yield
    except Exception as error:
        _log.error(f"Error {doing} page '{address}':" + ("" if isinstance(error, BuildError) else f" {error}"))
        raise
