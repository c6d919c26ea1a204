"""Stable ids for machines: a UUID made from what something is known as here, the same wherever the site moves."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("8f6c1c5e-4f5b-5c1e-9a35-2a1d6f0b7c10")
"""Ours alone."""


def known_as(name: str) -> str:
    """`urn:uuid:…`, made from an article's id, or from the address of what has none."""
    return uuid.uuid5(_NAMESPACE, name.encode("utf-8", "replace").decode()).urn
