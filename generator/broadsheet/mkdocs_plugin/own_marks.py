"""The marks of a build's pages: digests that are others wherever something is that a page, or the site, follows from.

- The *build's* (`build_mark`) is in all others: settings, theme, versions.
- A *page's* adds its text, its address and its place: what it becomes, but for where its links lead (its record tells).
- The *frame's* adds the navigation to the build's: what all pages show besides themselves.
- The *files'* tells which files there are, and where: as long as it is the same, no link can lead elsewhere.
- The *whole's* is made of all of these, and of the pages that MkDocs makes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from broadsheet.archive.kept_results import digest
from broadsheet.mkdocs_plugin.build_mark import NotKeptError
from broadsheet.mkdocs_plugin.kept_template import nav_mark
from broadsheet.mkdocs_plugin.up_to_date import source


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMarks:
    """Those of one build."""

    pages: Mapping[str, bytes]
    """By address in content/; empty for a page that cannot be read."""
    frame: str
    """Empty where it cannot be told."""
    files: str
    whole: str
    """Empty where it cannot be told."""

    @classmethod
    def of(cls, pages: Mapping[str, bytes], frame: str, files: Iterable[File], others: Iterable[File]) -> Self:
        """Those of pages with these marks, in this frame; `others` are made by MkDocs, and have their texts."""
        told = digest(f"{one.src_uri} {one.url} {one.inclusion.name}" for one in files).hex()
        made = (f"{one.src_uri} {one.page.content} {one.page.meta}" if one.page else one.src_uri for one in others)
        whole = digest([frame, told, *map(bytes.hex, pages.values()), *made]).hex() if frame else ""
        return cls(pages=pages, frame=frame, files=told, whole=whole)


def page_mark(build: str, file: File, text: str) -> bytes:
    """That of a page, by the digest of its text (`up_to_date.source`)."""
    return digest(["page", build, file.src_uri, file.url, file.inclusion.name, text])


def page_marks(build: str, files: Iterable[File], texts: Mapping[str, str]) -> dict[str, bytes]:
    """Those of pages, by address; `texts` are digests of texts that were read before."""
    found = {}
    for file in files:
        try:
            found[file.src_uri] = page_mark(build, file, texts.get(file.src_uri) or source(file.abs_src_path or ""))
        except OSError:
            found[file.src_uri] = b""  # whoever makes the page tells of it
    return found


def frame_mark(build: str, nav: Navigation, keys: Collection[str] | None) -> str:
    """That of the frame; see `kept_template.nav_mark` for `keys`."""
    try:
        return digest([build, *nav_mark(nav, keys)]).hex()
    except NotKeptError:
        return ""
