"""What becomes of the links on one page, as MkDocs has it; those that it would warn of are left to it."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs.structure.files import File

from broadsheet.mkdocs_plugin.quick_inline import OddError

_ELSEWHERE = re.compile(r"https?://[A-Za-z0-9.:-]+(?:[/?#].*)?")
_FILE = re.compile(r"((?:\.\./)*)([\w-][\w.-]*(?:/[\w-][\w.-]*)*)(\?[\w=.-]+)?(?:#([\w:.-]+))?")
_ODD = re.compile(r"^\.|/[/.]")
"""In what MkDocs has as a page's URL, and would be tidied up."""
_NO_REFERENCE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


class QuickLinks:
    """The links of a page, one after the other."""

    def __init__(self, file: File, find: Callable[[str], File | None]) -> None:
        self.to_anchors: dict[File, dict[str, str]] = {}
        """As `Page.links_to_anchors`."""
        self._file, self._find = file, find
        self._hrefs: dict[str, str] = {}
        self._folders = _folders(file.src_uri.rpartition("/")[0])
        folder, _, name = file.url.rpartition("/")
        folder = "" if folder == "." else folder
        self._above = _folders(folder)
        self._ups = ["../" * steps for steps in range(len(self._above))]
        self._sure = (not name or "." in name) and not _ODD.search(folder)

    def href(self, address: str) -> str:
        """An address as it stands in HTML.

        Raises:
            OddError: it leads nowhere, or is of a kind that is not known here.
        """
        found = self._hrefs.get(address)
        if found is None:
            found = self._hrefs[address] = self._href(address)
        return found

    def here(self, anchor: str) -> None:
        """Notes that the page links to an anchor of its own."""
        self.to_anchors.setdefault(self._file, {}).setdefault(anchor, f"#{anchor}")

    def _href(self, address: str) -> str:
        found = _FILE.fullmatch(address)
        if found is None:
            if not _ELSEWHERE.fullmatch(address) or "&#" in address:
                raise OddError(address)
            return _NO_REFERENCE.sub("&amp;", address) if "&" in address else address
        up, path, query, anchor = found.groups()
        steps = len(up) // 3
        if steps >= len(self._folders):
            raise OddError(address)
        target = self._find(self._folders[steps] + path)
        if target is None or target.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            raise OddError(address)
        url = self._relative(target.url)
        if query or anchor:
            url += query or ""
            if anchor:
                self.to_anchors.setdefault(target, {}).setdefault(anchor, address)
                url += f"#{anchor}"
        return url

    def _relative(self, url: str) -> str:
        if url == "./":
            url = ""
        if not self._sure or f"{url}/" in self._above or _ODD.search(url):
            raise OddError(url)
        for steps, above in enumerate(self._above):
            if url.startswith(above):
                return self._ups[steps] + url[len(above) :] or "./"
        raise OddError(url)


def _folders(path: str) -> list[str]:
    """A folder and all above it, each as what stands before the names in it; the last is that of the site."""
    parts = path.split("/") if path else []
    return ["".join(f"{one}/" for one in parts[:count]) for count in range(len(parts), -1, -1)]
