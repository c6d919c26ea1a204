"""Addresses of the open web as RFC 3986 wants them: ASCII, and nothing in them that ends one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\]")

_IN_PATH = "/:@!$&'()*+,;=~"


@lru_cache(maxsize=1 << 14)
def uri(url: str | None) -> str:
    """`url` as a URI; empty where it is no http or https address (or one with a password in it)."""
    try:
        parts = urlsplit((url or "").strip())
        host, port = parts.hostname or "", parts.port
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError, for what is no host, is one
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(plain) or "@" in parts.netloc:
        return ""
    where = f"{parts.scheme}://{plain}" + (f":{port}" if port else "")
    path = _escaped(parts.path, _IN_PATH) or "/"
    query = "?" + _escaped(parts.query, _IN_PATH + "?") if parts.query else ""
    fragment = "#" + _escaped(parts.fragment, _IN_PATH + "?") if parts.fragment else ""
    return where + path + query + fragment


def _escaped(text: str, safe: str) -> str:
    # A percent sign that begins an escape stays one.
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(text, safe=safe + "%", errors="replace"))
