"""One page made, from its text to the file in the site: as MkDocs makes it, by the same hooks, in any process."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from broadsheet.archive.kept_results import digest
from broadsheet.mkdocs_plugin.followed import Unready
from broadsheet.mkdocs_plugin.page_record import PageRecord, ReadyText
from broadsheet.mkdocs_plugin.page_text import Asked, Listening, links, parted, rendered, written
from broadsheet.mkdocs_plugin.quick_pages import QuickPages
from broadsheet.mkdocs_plugin.shells import Shells
from broadsheet.mkdocs_plugin.site_folder import State
from broadsheet.mkdocs_plugin.template_reach import is_read
from broadsheet.mkdocs_plugin.traced import UntraceableError
from broadsheet.search import SearchedPage

_log = logging.getLogger("mkdocs.commands.build")


@dataclass(slots=True, kw_only=True)
class Made:
    """A page that was made, as one process tells another."""

    address: str
    """In content/."""
    record: PageRecord
    html: str
    """Its text as HTML; empty where it is not to be kept."""
    quick: bool
    """Whether its Markdown was made the quick way."""
    state: State | None = None
    """Of the file in the site; None where the page came out empty."""
    lasting: bool = False
    """Whether it is made of nothing but its text, its links and what all pages follow from."""
    late: bool = False
    """Whether it cannot be written before all others are there."""
    heard: Sequence[logging.LogRecord] = ()
    """What was said of it meanwhile."""
    told: bool = False
    """Whether any of that is to be said again by the next build."""


@dataclass(frozen=True, slots=True)
class Text:
    """A page whose text is HTML."""

    page: Page
    said: dict[str, Any]
    """What other pages may need of it."""
    html: str
    """Its text, to be kept; empty where it was, or where keeping it costs more than making it."""
    quick: bool
    """Whether it was made the quick way."""


@dataclass(frozen=True, kw_only=True)
class Making:
    """All that pages are made with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    pages: Any
    """What templates see of all pages."""
    shells: Shells
    searched: Callable[[], SearchedPage | None]
    """What search found in the page that the hooks saw last."""
    quick: QuickPages

    def quietly(self, file: File, raw: bytes, kept: ReadyText | None) -> Made | None:
        """A page made of the bytes of its source; None where it cannot be made so, or needs all others to be there.

        `kept` is its text, where an earlier build kept it.
        """
        with Listening(quietly=True) as listening:
            try:
                text = self.text(file, raw, kept)
                text.said.update({"meta": written(text.page.meta), "title": written(text.page.title)})
                made = self._finished(text)
            except Exception:  # noqa: BLE001 - it is made again, and raised then
                return None
        for one in listening.heard:
            one.msg, one.args, one.exc_info = one.getMessage(), None, None  # as another process can read it
        made.heard, made.told = listening.heard, listening.told
        made.lasting = made.lasting and not made.told
        return made

    def text(self, file: File, raw: bytes, kept: ReadyText | None = None) -> Text:
        """A page whose text is HTML, as the hooks have it."""
        plugins = self.config.plugins
        page = self.config._current_page = file.page or Page(None, file, self.config)  # noqa: SLF001 - as MkDocs has it
        text = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig").read()
        page.markdown, page.meta = parted(text)
        page.markdown = plugins.on_page_markdown(page.markdown, page=page, config=self.config, files=self.files)
        asked = Asked(self.files)
        quick = not kept and self.quick.render(page, self.config, asked.find)
        if not kept and not quick:
            asked.answers.clear()
            page.render(self.config, asked)  # type: ignore[arg-type]  # it asks files for nothing else
        said = kept.take(page, self.files) if kept else links(page, asked)
        new = "" if kept or quick else rendered(page)
        page.content = plugins.on_page_content(page.content or "", page=page, config=self.config, files=self.files)
        found = self.searched()
        said["search"] = asdict(found) if found else None
        said["html"] = kept.record.said["html"] if kept else digest([new]).hex()
        self.config._current_page = None  # noqa: SLF001
        return Text(page, said, new, quick)

    def _finished(self, text: Text) -> Made:
        page = text.page
        made = Made(address=page.file.src_uri, record=PageRecord(text.said), html=text.html, quick=text.quick)
        try:
            output, made.lasting = self._output(page)
        except UntraceableError:
            made.late = True
        else:
            made.state = _put(page.file, output)
        return made

    def put(self, page: Page) -> None:
        """Writes a page, whatever its front matter holds."""
        _put(page.file, self._output(page)[0])

    def _output(self, page: Page) -> tuple[str, bool]:
        name = page.meta.get("template", "main.html")
        early = isinstance(self.pages, Unready)
        if early and not is_read(str(name)):
            raise UntraceableError(f"nobody has looked into {name}")
        self.config._current_page = page  # noqa: SLF001
        page.active = True
        try:
            context = get_context(self.nav, self.pages, self.config, page)
            output = self.shells.output(name, self.env.get_template(name), context)
            if early and self.pages.asked:
                raise UntraceableError("what is not there before all pages are")
        finally:
            page.active = False
            self.config._current_page = None  # noqa: SLF001
            if early:
                self.pages.asked = False
        return output


def _put(file: File, output: str) -> State | None:
    """Writes a page where it belongs; the state of the file."""
    path = Path(file.abs_dest_path)
    if not output.strip():
        _log.info(f"Page skipped: '{file.src_uri}'. Generated empty output.")
        with suppress(OSError):
            path.unlink()
        return None
    with suppress(OSError):
        path.unlink()  # as MkDocs has it, the file is a new one: what was there may be known by another name, too
    write_file(output.encode("utf-8", errors="xmlcharrefreplace"), str(path))
    state = path.stat()
    return state.st_size, state.st_mtime_ns
