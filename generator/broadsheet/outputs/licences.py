"""Licences: the address of the one that a statement of rights names."""

from __future__ import annotations

import re

from broadsheet.outputs.uris import uri

_ADDRESS = re.compile(
    r"https?://(?:creativecommons\.org/(?:licenses|publicdomain)|www\.gnu\.org/licenses|opendatacommons\.org/licenses)"
    r"/[\w./-]+[\w/]"
)
_CREATIVE_COMMONS = re.compile(
    r"\bCC[- ](?P<terms>BY(?:-NC)?(?:-SA|-ND)?)[- ](?P<version>[1-4]\.[05])(?![\w.])", re.IGNORECASE
)
_ZERO = re.compile(r"\bCC0\b", re.IGNORECASE)


def licence(rights: str | None) -> str:
    """The licence's address, from its own or from `CC BY-SA 4.0`; empty where none, or more than one, is named."""
    said = rights or ""
    found = {uri(one) for one in _ADDRESS.findall(said)} - {""}
    if not found:
        found = {
            f"https://creativecommons.org/licenses/{one['terms'].lower()}/{one['version']}/"
            for one in _CREATIVE_COMMONS.finditer(said)
        }
        if _ZERO.search(said):
            found.add("https://creativecommons.org/publicdomain/zero/1.0/")
    return found.pop() if len(found) == 1 else ""
