"""reStructuredText to HTML, with docutils, which Pelican brings; it reads no file, and lets no HTML through."""

from __future__ import annotations

from importlib import import_module
from typing import Any

SETTINGS = {
    "_disable_config": True, "file_insertion_enabled": False, "raw_enabled": False, "report_level": 5, "halt_level": 5,
    "doctitle_xform": True, "docinfo_xform": False, "syntax_highlight": "none", "math_output": "LaTeX",
    "input_encoding": "unicode", "warning_stream": False, "embed_stylesheet": False, "line_length_limit": 10_000,
}  # fmt: skip


LONGEST = 1_000_000
"""Characters of a text that docutils is given; it is slow."""


class NoDocutils(ValueError):  # noqa: N818 - a finding about the machine, as raw.TooMuch is about an input
    """docutils is not installed."""


def from_rst(text: str) -> tuple[dict[str, Any], str]:
    """The title and the `:key: value` lines at the head of a text, by keys in small letters, and the rest as HTML.

    Raises:
        NoDocutils: docutils is not there.
        ValueError: it trips over the text.
    """
    try:
        core: Any = import_module("docutils.core")
        nodes: Any = import_module("docutils.nodes")
    except ImportError as error:
        raise NoDocutils(str(error)) from error
    if len(text) > LONGEST:
        raise ValueError(f"is reStructuredText of more than {LONGEST:,} characters")
    try:
        tree = core.publish_doctree(text, settings_overrides=SETTINGS)
        front: dict[str, Any] = {"title": tree.get("title", "")}
        for fields in tree.findall(nodes.field_list):
            if fields.parent is tree or isinstance(fields.parent, nodes.docinfo):
                told = [(field[0].astext().lower(), " ".join(field[1].astext().split())) for field in fields.children]
                front |= dict(told)
                fields.parent.remove(fields)
                break
        parts = core.publish_from_doctree(tree, writer="html5", settings_overrides=SETTINGS)
    except Exception as error:
        raise ValueError(f"is reStructuredText that docutils cannot read ({type(error).__name__})") from error
    page = parts.decode("utf-8", "replace") if isinstance(parts, bytes) else str(parts)
    return front, page.partition("<body")[2].partition(">")[2]
