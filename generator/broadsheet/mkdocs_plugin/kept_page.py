"""A page whose HTML is taken from an earlier build where its text, what it links to and all settings are the same."""

from __future__ import annotations

import json
import logging
from typing import Any, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from broadsheet.archive.kept_results import KeptResults, digest


class KeptPage(Page):
    """A page of MkDocs', which renders itself only if nobody has before."""

    kept: KeptResults
    mark: str
    """That of the build."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Sets what `Page.render` does, as that does."""
        told = digest(
            ["Markdown", self.mark, self.file.src_uri, self.file.url, self.file.inclusion.name, self.markdown or ""]
        )
        found = self.kept.get(told)
        if found is not None and self._take(json.loads(found), files):
            return
        asked = _Asked(files)
        with _Listening() as heard:
            super().render(config, asked)  # type: ignore[arg-type]
        if not heard.anything:  # what MkDocs says of it, it says again
            self.kept.put(told, json.dumps(self._given(asked)))

    def _given(self, asked: _Asked) -> dict[str, Any]:
        return {
            "content": self.content,
            "title": self._title_from_render,
            "toc": [toc_token(one) for one in self.toc],
            "anchors": sorted(self.present_anchor_ids or ()),
            "links": None
            if self.links_to_anchors is None
            else [[file.src_uri, links] for file, links in self.links_to_anchors.items()],
            "asked": asked.answers,
        }

    def _take(self, given: dict[str, Any], files: Files) -> bool:
        if any(_answer(files.get_file_from_path(path)) != answer for path, answer in given["asked"].items()):
            return False
        links: dict[File, dict[str, str]] = {}
        for path, anchors in given["links"] or ():
            file = self.file if path == self.file.src_uri else files.get_file_from_path(path)
            if file is None:
                return False
            links[file] = anchors
        self.content = given["content"]
        self._title_from_render = given["title"]
        self.toc = get_toc(given["toc"])
        self.present_anchor_ids = set(given["anchors"])
        self.links_to_anchors = None if given["links"] is None else links
        return True


class _Asked:
    """The files of a site, which notes what it is asked."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, list[Any] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file, as `Files` has it."""
        found = self._files.get_file_from_path(path)
        self.answers[path] = _answer(found)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


class _Listening(logging.Handler):
    """Hears whether MkDocs or an extension logs anything meanwhile."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.anything = False
        self._loggers = [logging.getLogger(), logging.getLogger("mkdocs")]

    def emit(self, _: logging.LogRecord) -> None:
        """Notes that there is one."""
        self.anything = True

    def __enter__(self) -> Self:
        for one in self._loggers:
            one.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._loggers:
            one.removeHandler(self)


def _answer(file: File | None) -> list[Any] | None:
    """All that a page takes of a file that it links to."""
    return None if file is None else [file.src_uri, file.url, file.inclusion.name]


def toc_token(one: AnchorLink) -> dict[str, Any]:
    """A line of a table of contents, with those below it, as Python-Markdown gives them."""
    return {
        "name": one.title,
        "id": one.id,
        "level": one.level,
        "children": [toc_token(child) for child in one.children],
    }
