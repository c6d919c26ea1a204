"""The canonical form of an address: what two addresses of one article have in common."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

# Parameters that say where a reader came from, never which article it is.
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|hsa|_hs|at|mc|mkt|oly|vero|ga|wt|icid|ns)_.*"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mibextid|epik"
    r"|xtor|xtref|xts|cmpid|cmp|cid_source|ocid|ito|smid|smtyp|ncid|ref_src|ref_url|s_cid|s_kwcid|sr_share|share"
    r"|partner|referrer|guccounter|guce_referrer(?:_sig)?|outputtype|fb_action_ids|fb_ref|spm|rss|feature|cn-reloaded"
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_PORTS = {"http": 80, "https": 443}
# In a path these may stand for themselves or be spelled with %: browsers and servers mix them.
_PLAIN_IN_PATH = "/:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """`url` for comparing: `http://www.Example.org:80/a/?utm_source=x#top` and `https://example.org/a` are one.

    Scheme, `www.`, port, fragment, user, tracking parameters, an index page and a last slash make no difference; the
    rest of the query does, in any order. Hosts for phones (`m.`) and AMP pages are left alone: they can be other
    pages. What is no http address comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in _PORTS or not host:
        return url
    host = _ascii(host.rstrip(".")).removeprefix("www.")
    if port and port not in _PORTS.values():
        host = f"{host}:{port}"
    path = quote(
        unquote(_INDEX.sub("/", parts.path), errors="surrogateescape"), _PLAIN_IN_PATH, errors="surrogateescape"
    )
    query = urlencode(sorted(pair for pair in _pairs(parts.query) if not _TRACKING.fullmatch(pair[0].lower())))
    return urlunsplit(("https", host, path.rstrip("/") or "/", query, ""))


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, errors="surrogateescape", max_num_fields=200)
    except ValueError:
        return [(query, "")]


def _ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()
