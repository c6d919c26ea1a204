"""The site, built and served: what the site, browser and Zensical tests and the screenshots stand on."""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

REPOSITORY = Path(__file__).parent.parent.parent
PREFIX = "/broadsheet/"
"""The sub-path of `site_url` in mkdocs.yml, under which the site is served, as on GitHub Pages."""

HOSTILE = '<img src=x onerror=alert(1)> & "quotes" {{ 7*7 }} *a* _b_'
"""A title that wants to be markup."""
BARE = "<img src=x onerror=alert(1)> {{ 7*7 }} headless"
"""The same, on a page without a heading."""


def build(config: Path, site: Path, *, strict: bool = True) -> str:
    """What `mkdocs build --strict` prints; the site lies in `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)]
    command += ["--strict"] * strict
    # Material's notice about its own end is none about this site.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        if not urlsplit(path).path.startswith(PREFIX):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path(path.replace(PREFIX, "/", 1))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Slow(_Quiet):
    """Sends the home page in three parts: its head, the first tag of its body, the rest."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        found = source.read()
        parts = (
            re.fullmatch(rb"(.*?)(<body[^<]*>)(.*)", found, re.DOTALL) if urlsplit(self.path).path == PREFIX else None
        )
        for part in parts.groups() if parts else [found]:
            outputfile.write(part)
            outputfile.flush()
            if parts:
                time.sleep(0.5)


@contextmanager
def served(site: Path, *, slowly: bool = False) -> Iterator[str]:
    """The address at which `site` is served on the loopback, ending in a slash."""
    handler = functools.partial(_Slow if slowly else _Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Page(HTMLParser):
    """One page of the built site: its links, what it loads, its anchors, its event handlers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.handlers += [f"{tag} {name}" for name in values if name.startswith("on")]
        self.handlers += [
            f"{tag} {name}={value}"
            for name, value in values.items()
            if name in ("href", "src", "action") and value.strip().lower().startswith("javascript:")
        ]
        for name in ("id", "name"):
            if name in values:
                self.anchors.add(values[name])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and "href" in values and values.get("rel") != "canonical":
            self.loads.append(values["href"])
        elif "src" in values:
            self.loads.append(values["src"])


@functools.cache
def read(site: Path) -> dict[str, Page]:
    """Every HTML page of a built site, by its path."""
    return {
        path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def broken_links(site: Path, prefix: str = PREFIX) -> list[str]:
    """Every internal link, file or anchor that leads nowhere, as `page: link`; the site lies at `prefix`."""
    pages = read(site)
    broken = []
    for path, page in pages.items():
        for link in {*page.links, *page.loads}:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "data") or parts.netloc:
                continue
            target, anchor = urldefrag(urljoin(f"{prefix}{path}", link))
            inside = unquote(urlsplit(target).path).removeprefix(prefix)
            file = inside + "index.html" if inside.endswith("/") or not inside else inside
            if not (site / file).is_file():
                broken.append(f"{path}: {link}")
            elif anchor and file in pages and unquote(anchor) not in pages[file].anchors:
                broken.append(f"{path}: {link} (no such anchor)")
    return sorted(broken)


def expected_pages(content: Path) -> set[str]:
    """The HTML paths that the Markdown files of `content` become."""
    pages = set()
    for path in content.rglob("*.md"):
        address = path.relative_to(content).as_posix().removesuffix(".md")
        if any(part.startswith(".") for part in address.split("/")):
            continue
        is_index = address.rpartition("/")[2] in ("index", "README")
        pages.add((address.removesuffix("README").removesuffix("index") if is_index else address + "/") + "index.html")
    return pages
