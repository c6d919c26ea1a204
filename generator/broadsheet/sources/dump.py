"""Text dumps: a page's visible text in a `.txt` file, boilerplate and all. Cleaning makes records of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from broadsheet.model import Dump, Origin
from broadsheet.sources.raw import Given, Item

_URL_LINE = re.compile(r"\s*(?:url|source|link)?\s*:?\s*(https?://[^\s<>\"]+)\s*\n", re.IGNORECASE)


def read(given: Given) -> Iterator[Item]:
    """One dump a file; a first line that is a URL is the page's address, not its text."""
    text = given.text()
    url = ""
    if found := _URL_LINE.match(text):
        url, text = found[1], text[found.end() :]
    if not text.strip():
        yield given.rejection("is empty", "put the page's text into it, or leave it out")
        return
    yield Dump(origin=Origin(given.file), text=text, site=_host(url) or given.folder, url=url)


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
