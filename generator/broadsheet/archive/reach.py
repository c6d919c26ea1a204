"""Where links lead: to a page, a file or an anchor of the site, out of it, or to nothing."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit

from pathspec import GitIgnoreSpec

from broadsheet import addresses
from broadsheet.archive.finding import About
from broadsheet.archive.survey import Survey
from broadsheet.engine import Loudness

# What every theme adds to a site.
_THEME_MAKES = (
    "assets",
    "css",
    "fonts",
    "img",
    "js",
    "search",
    "webfonts",
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
)
_HIDDEN = (".*", "/templates/")  # MkDocs publishes none of these


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a link leads nowhere, and what to do."""

    what: str
    remedy: str
    loudness: Loudness
    about: About


class Reach:
    """What can be reached on a site."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.engine = survey.engine
        self.known: dict[tuple[str, str], bool] = {}

    def is_plain(self, address: str, target: str) -> bool:
        """Whether a target surely is a file of the site, without anything to look at more closely."""
        key = (address[: address.rfind("/") + 1], target)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = posixpath.normpath(key[0] + target) in self.published
        return known

    def markdown_fault(self, address: str, target: str) -> Fault | None:
        """What is wrong with a link that MkDocs follows."""
        parts = _parts(target)
        if parts is None:
            return Fault(f"links to {target}, which is no address and stops MkDocs", _MEND, "error", "page")
        if parts.scheme or parts.netloc:
            return None
        if target.startswith(("/", "\\")) and not self.engine.from_root:
            return self._root_fault(address, target, unquote(parts.path))
        return self._file_fault(address, target, parts)

    def html_fault(self, address: str, target: str) -> Fault | None:
        """What is wrong with a link in raw HTML, which only a browser follows."""
        parts = _parts(target)
        if parts is None or parts.scheme or parts.netloc or target.startswith(("/", "\\")):
            return None
        path = unquote(parts.path)
        if not path:
            return self._anchor_fault(address, target, address, parts.fragment, "html link")
        if path.endswith(".md"):
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
            if goal not in self.published:
                return self._missing(address, target, goal, "html link")
            return Fault(
                f"links to {target} in raw HTML, which MkDocs does not follow",
                f"write it in Markdown, or as `{self.way(address, goal)}`",
                "warning",
                "html link",
            )
        return self._url_fault(address, target, parts, "html link")

    def _file_fault(self, address: str, target: str, parts: SplitResult) -> Fault | None:
        path = unquote(parts.path)
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(address), path).lstrip("/")) if path else address
        if goal in self.published or not path:
            return self._anchor_fault(address, target, goal, parts.fragment, "anchor")
        if self._behind_link(goal):
            return None
        if not posixpath.splitext(path)[1]:  # MkDocs leaves it as it is
            return self._url_fault(address, target, parts, "link")
        return self._missing(address, target, goal, "link")

    def _root_fault(self, address: str, target: str, path: str) -> Fault | None:
        goal = posixpath.normpath(path.lstrip("/\\"))
        if goal not in self.published and not goal.endswith(".md"):
            return None  # another part of the web site, perhaps
        remedy = f"write it from this page: `{addresses.relative(goal, address)}`" if goal in self.published else _MEND
        what = f"links to {target}, which MkDocs leaves as it is, for its slash"
        return Fault(what, remedy, self.engine.root_links, "link")

    def _url_fault(self, address: str, target: str, parts: SplitResult, about: About) -> Fault | None:
        goal = posixpath.normpath(posixpath.join(self._folder(address), unquote(parts.path)))
        page = self.urls.get(goal)
        if page is not None:
            return self._anchor_fault(address, target, page, parts.fragment, "html link")
        if self._behind_link(goal) or goal.split("/")[0] in _THEME_MAKES or self._themes(goal):
            return None
        near = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(parts.path)))
        for meant in (f"{near}.md", f"{near}/index.md") if about == "link" else ():
            if meant in self.published:
                remedy = f"did you mean `{addresses.relative(meant, address)}`?"
                return Fault(f"links to {target}, which leads to no page", remedy, self.engine.lost_pages, about)
        return self._missing(address, target, goal, about)

    def _missing(self, address: str, target: str, goal: str, about: About) -> Fault | None:
        loudness = self.engine.lost_pages if about == "link" else "warning"
        if goal == ".." or goal.startswith("../"):
            return Fault(f"links to {target}, which lies outside {self.survey.shown}/", _OUTSIDE, loudness, about)
        if goal in self.survey.files:
            remedy = "take the link out, or the pattern from `exclude_docs` in mkdocs.yml"
            return Fault(f"links to {target}, which is not published", remedy, loudness, about)
        if goal.split("/", maxsplit=1)[0] in _THEME_MAKES or self._themes(goal):
            return None
        meant = self.names.get(posixpath.basename(goal).casefold().removesuffix(".md"), [])
        remedy = _MEND
        if len(meant) == 1:
            way = self.way(address, meant[0]) if about == "html link" else addresses.relative(meant[0], address)
            remedy = f"did you mean `{way}`?"
        kind = "is no file" if posixpath.splitext(goal)[1] else "leads to no page"
        return Fault(
            f"links to {target}, which {'is no page' if goal.endswith('.md') else kind}", remedy, loudness, about
        )

    def _anchor_fault(self, address: str, target: str, page: str, anchor: str, about: About) -> Fault | None:
        if not anchor or anchor == "top" or anchor.startswith(":~:") or page not in self.survey.pages:
            return None
        if self.survey.pages[page].kind == "unread":
            return None  # what anchors it has is told once it can be read
        loudness = self.engine.lost_anchors if about == "anchor" else "warning"
        if loudness == "silent" or not self.engine.sure or self.survey.renderer.unknown:
            return None
        rendered = self.survey.rendered(page)
        if rendered is None or anchor in rendered.ids or unquote(anchor) in rendered.ids:
            return None
        where = "this page" if page == address else page
        close = get_close_matches(anchor, sorted(rendered.ids), 1)
        remedy = f"did you mean #{close[0]}?" if close else "mend what follows the #, or take it out"
        return Fault(f"links to {target}, but {where} has no such anchor", remedy, loudness, about)

    @cached_property
    def published(self) -> frozenset[str]:
        """The addresses of files that MkDocs publishes."""
        hidden = GitIgnoreSpec.from_lines([*_HIDDEN, *self.engine.excluded.splitlines()])
        files = self.survey.files
        shadowed = {
            file for file in files if posixpath.basename(file) == "README.md" and f"{file[:-9]}index.md" in files
        }
        return frozenset(file for file in files if file not in shadowed and not hidden.match_file(file))

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """What stands where on the published site, without the slash at the end: the address of each."""
        urls: dict[str, str] = {}
        for address in sorted(self.published):
            if not address.endswith(".md"):
                urls[address] = address
                continue
            folder, stem = posixpath.split(address.removesuffix(".md"))
            if stem in ("index", "README"):
                stem = ""
            elif not self.engine.directory_urls:
                urls[posixpath.join(folder, f"{stem}.html")] = address
                continue
            urls[posixpath.join(folder, stem).rstrip("/") or "."] = address
            urls[posixpath.join(folder, stem, "index.html")] = address
        return urls

    @cached_property
    def names(self) -> Mapping[str, list[str]]:
        """The published files by their names."""
        names: dict[str, list[str]] = defaultdict(list)
        for address in sorted(self.published):
            names[posixpath.basename(address).casefold().removesuffix(".md")].append(address)
        return names

    def _folder(self, address: str) -> str:
        """The folder of the published page, from which a browser follows its links."""
        folder, stem = posixpath.split(address.removesuffix(".md"))
        return posixpath.join(folder, stem) if self.engine.directory_urls and stem not in _INDEX else folder

    def way(self, address: str, goal: str) -> str:
        """The way from a published page to another, for raw HTML."""
        url = next(url for url, page in self.urls.items() if page == goal)
        way = posixpath.relpath(url, self._folder(address) or ".")
        return way + "/" if goal.endswith(".md") and not url.endswith(".html") else way

    def _behind_link(self, goal: str) -> bool:
        return any(goal == link or goal.startswith(link + "/") for link in self.survey.linked)

    def _themes(self, goal: str) -> bool:
        folder = self.engine.theme_dir
        return folder is not None and not goal.startswith("..") and (folder / goal).is_file()


def _parts(target: str) -> SplitResult | None:
    try:
        return urlsplit(target)
    except ValueError:
        return None


_INDEX = ("index", "README")
_MEND = "mend the link or take it out"
_OUTSIDE = "put what it leads to inside, or link to where that is published"
